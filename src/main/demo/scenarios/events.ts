import type { WireEvent } from '../protocol/events';

/** What the fault tables ask of an event, in either dialect. */

export function isAudioDelta(event: WireEvent): event is WireEvent & { delta: string } {
  return /^response\.(output_)?audio\.delta$/.test(event.type) && typeof event.delta === 'string';
}

export function isAudioDone(event: WireEvent): boolean {
  return /^response\.(output_)?audio\.done$/.test(event.type);
}

export function isTranscript(event: WireEvent): boolean {
  return /^response\.(output_)?audio_transcript\./.test(event.type);
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
