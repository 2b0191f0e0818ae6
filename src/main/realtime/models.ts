/** What OpenAI offers, as data: names come and go, and a name that is not here may be typed in. */
export const OFFER = {
  /** The day on which these lists were made. */
  asOf: '2026-11-23',
  defaultModel: 'gpt-realtime-2.1',
  models: [
    { id: 'gpt-realtime-2.1', note: 'best', ends: null },
    { id: 'gpt-realtime-2.1-mini', note: 'cheaper', ends: null },
    { id: 'gpt-realtime-2', note: null, ends: null },
    { id: 'gpt-realtime-1.5', note: null, ends: null },
    { id: 'gpt-realtime', note: null, ends: '2027-01-20' },
    { id: 'gpt-realtime-mini', note: 'cheaper', ends: '2027-01-20' },
  ],
  defaultVoice: 'marin',
  voices: ['marin', 'cedar', 'alloy', 'ash', 'ballad', 'coral', 'echo', 'sage', 'shimmer', 'verse'],
  /** Of the voice; 1 is its own pace. */
  speed: { min: 0.25, max: 1.5, default: 1 },
} as const satisfies Offer;

interface Offer {
  asOf: string;
  defaultModel: string;
  models: readonly { id: string; note: string | null; ends: string | null }[];
  defaultVoice: string;
  voices: readonly string[];
  speed: { min: number; max: number; default: number };
}
