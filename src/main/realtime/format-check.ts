import { SAMPLE_RATE } from './dialect';
import { RealtimeError } from './errors';
import { safeToken } from './safe-token';

/** The output format as a server names it; a part that it leaves out is null. */
export interface AudioFormat {
  type: string | null;
  /** Frames per second. */
  rate: number | null;
}

/** Every name of signed 16 bit little-endian mono PCM that servers of both dialects use. */
const PCM16: ReadonlySet<string> = new Set(['audio/pcm', 'pcm16', 'pcm']);

/**
 * Compares what was granted with what the sound path takes: anything else would be noise in the user's ears.
 * A server that names no format (null) is trusted.
 */
export function checkFormat(granted: AudioFormat | null): RealtimeError | null {
  if (granted === null) return null;
  const rightType = granted.type === null || PCM16.has(granted.type);
  const rightRate = granted.rate === null || granted.rate === SAMPLE_RATE;
  if (rightType && rightRate) return null;
  const type = granted.type === null ? 'audio/pcm' : (safeToken(granted.type, null) ?? 'unknown');
  return new RealtimeError('wrong-format', granted.rate === null ? type : `${type} ${granted.rate} Hz`);
}
