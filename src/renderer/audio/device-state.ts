import type { AudioDeviceState } from '../../preload/audio-contract';

/** A smaller change of the latency is not told: it wavers by the size of a buffer. */
const TOLD_LATENCY_MS = 16;

/** What was said of the device last: only a change is told. */
export class DeviceState {
  readonly #listener: (state: AudioDeviceState) => void;
  #told: AudioDeviceState | null = null;

  constructor(listener: (state: AudioDeviceState) => void) {
    this.#listener = listener;
  }

  tell(state: AudioDeviceState): void {
    if (this.#told && sameState(state, this.#told)) return;
    this.#told = state;
    this.#listener(state);
  }
}

function sameState(a: AudioDeviceState, b: AudioDeviceState): boolean {
  if (a.kind === 'running' && b.kind === 'running') {
    return Math.abs(a.outputLatencyMs - b.outputLatencyMs) < TOLD_LATENCY_MS;
  }
  if (a.kind === 'failed' && b.kind === 'failed') return a.fault === b.fault;
  return a.kind === b.kind;
}
