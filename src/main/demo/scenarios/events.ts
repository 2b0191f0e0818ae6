import type { Wire } from '../faults';
import type { WireEvent } from '../protocol/events';
import { errorEvent } from '../protocol/request-error';

/** What the fault tables ask of an event, in either dialect, and what several of them do. */

/** Milliseconds of speech after which an answer is in its middle. */
export const MIDDLE = 800;
export const EXPIRY_REASON = 'Your session hit the maximum duration of 60 minutes.';

export function isAudioDelta(event: WireEvent): event is WireEvent & { delta: string } {
  return /^response\.(output_)?audio\.delta$/.test(event.type) && typeof event.delta === 'string';
}

export function isAudioDone(event: WireEvent): boolean {
  return /^response\.(output_)?audio\.done$/.test(event.type);
}

export function isTranscript(event: WireEvent): boolean {
  return /^response\.(output_)?audio_transcript\./.test(event.type);
}

/** What a server may leave out, and a client must not need. */
export function isOptional(event: WireEvent): boolean {
  return /^(rate_limits\.|conversation\.|response\.(output_item|content_part)\.)/.test(event.type);
}

export function audioBytes(event: WireEvent & { delta: string }): Buffer {
  return Buffer.from(event.delta, 'base64');
}

/** The same delta with other sound. */
export function withAudio(event: WireEvent, bytes: Uint8Array): WireEvent {
  return { ...event, delta: Buffer.from(bytes).toString('base64') };
}

/** Milliseconds of PCM at 24 kHz. */
export function deltaMs(event: WireEvent & { delta: string }): number {
  return audioBytes(event).length / 48;
}

/** A counter of the speech that went by: true from the event on at which it exceeds `ms`. */
export function speechExceeds(ms: number): (event: WireEvent) => boolean {
  let heard = 0;
  return (event) => {
    if (isAudioDelta(event)) heard += deltaMs(event);
    return heard > ms;
  };
}

/** The end of a session's 60 minutes. */
export function expireWire(wire: Wire): void {
  wire.send(errorEvent({ code: 'session_expired', message: EXPIRY_REASON }, null));
  wire.close(1001, EXPIRY_REASON);
}
