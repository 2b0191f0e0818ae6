import type { ProfileView, VoiceOffer } from '../../preload/settings-contract';
import type { SettingsTexts } from '../../texts/texts';
import type { Option } from './parts/choices';
import type { Suggestion } from './parts/combo';

/** The voices to choose from; the recommended one is what an empty field means. */
export function voiceSuggestions(
  { voices, defaultVoice }: VoiceOffer,
  words: SettingsTexts['voice'],
): Suggestion[] {
  return [
    { value: '', label: defaultVoice, note: words.recommendedNote },
    ...voices
      .filter((voice) => voice !== defaultVoice)
      .map((voice) => ({ value: voice, label: voice, note: null })),
  ];
}

/** The models to choose from, with what speaks for and against each. */
export function modelSuggestions(
  { models, defaultModel }: VoiceOffer,
  words: SettingsTexts['voice'],
): Suggestion[] {
  return [
    { value: '', label: defaultModel, note: words.recommendedNote },
    ...models
      .filter(({ id }) => id !== defaultModel)
      .map(({ id, note, ends }) => ({
        value: id,
        label: id,
        note:
          [...(note === null ? [] : [words.notes[note]]), ...(ends === null ? [] : [words.ends(ends)])].join(
            ' · ',
          ) || null,
      })),
  ];
}

/** So many tokens are a second of speech. */
const TOKENS_PER_SECOND = 20;
/** Seconds. */
const LENGTHS = [30, 60, 120, 300] as const;

/** How long an answer may be at most; `present` is offered too, whatever it is. */
export function lengthOptions(
  present: ProfileView['maxOutputTokens'],
  { lengths }: SettingsTexts['voice'],
): Option<string>[] {
  const offered = LENGTHS.map((seconds) => ({
    value: String(seconds * TOKENS_PER_SECOND),
    label: seconds < 60 ? lengths.seconds(seconds) : lengths.minutes(seconds / 60),
  }));
  const own = String(present ?? '');
  const isOther = present !== null && !offered.some(({ value }) => value === own);
  return [
    { value: '', label: lengths.none },
    ...offered,
    ...(isOther ? [{ value: own, label: lengths.tokens(present) }] : []),
  ];
}

/** A choice of {@link lengthOptions} as the setting has it. */
export function chosenLength(value: string): number | null {
  return value === '' ? null : Number(value);
}
