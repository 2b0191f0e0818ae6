import { z } from 'zod';
import type { FromPlayer } from '../../preload/audio-contract';

const frames = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
const item = z.string().max(512);
const latencyMs = z.number().min(0).max(10_000);
const items = z.array(z.object({ item, playedFrames: frames })).max(64);

const schema: z.ZodType<FromPlayer> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), capacityFrames: frames }),
  z.object({ type: z.literal('started'), epoch: frames, item, latencyMs }),
  z.object({
    type: z.literal('progress'),
    epoch: frames,
    items,
    queuedFrames: frames,
    underruns: frames,
    level: z.number().min(0).max(1),
    latencyMs,
  }),
  z.object({ type: z.literal('flushed'), epoch: frames, items, latencyMs }),
  z.object({ type: z.literal('drained'), epoch: frames, item, playedFrames: frames, latencyMs }),
  z.object({ type: z.literal('refused'), epoch: frames, item, frames }),
]);

/** The message if it is one of the contract, otherwise null: a page may send anything. */
export function parseFromPlayer(message: unknown): FromPlayer | null {
  const parsed = schema.safeParse(message);
  return parsed.success ? parsed.data : null;
}
