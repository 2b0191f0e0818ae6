import type { AudioDeviceState, OutputDevice } from '../../preload/audio-contract';
import { after } from './after';
import { type Outputs, outputsAmong } from './devices';
import { Supervisor } from './supervisor';
import { openGraph } from './web-audio-graph';

export interface OutputOptions {
  /** Asks main for a port to the player (`window.aloud.requestAudioPort`). Called again whenever another is needed. */
  requestPort(): void;
  /** Called when the state has changed (`window.aloud.reportAudioDevice`). */
  onDeviceState(state: AudioDeviceState): void;
  /** Called when output devices have come or gone (`window.aloud.reportOutputs`). */
  onDevices(devices: readonly OutputDevice[]): void;
}

export interface Output {
  /** The port that came as a window message with the data `aloud:audio-port`. It goes straight on into the worklet. */
  attachPort(port: MessagePort): void;
  /** 0 to 1, as a slider shows it. Smooth; the answer goes on in time while it is muted. */
  setVolume(volume: number, muted: boolean): void;
  /** Plays on the device of this id, or the system's own (null); in mid-speech without losing or repeating a word. */
  setOutput(id: string | null): void;
  /** Silence at once, before main knows of it; it ends with the next reply, or with `false` if it was not meant. */
  hush(hushed: boolean): void;
  /** Sound is to be expected (popup shown, Enter): starts the device, so that the first word need not wait for it. */
  wake(): void;
  /** Peak of the sound now, 0 to 1, for a meter: call it once per animation frame. */
  level(): number;
  dispose(): void;
}

// Undefined where the page is not a secure context.
const devices: MediaDevices | undefined = navigator.mediaDevices;

async function outputs(): Promise<Outputs | null> {
  const list = (await devices?.enumerateDevices()) ?? null;
  return list === null ? null : outputsAmong(list);
}

/** Loudness is heard in ratios: the square lets half of the slider sound about half as loud (-12 dB). */
function gainOf(volume: number): number {
  return volume * volume;
}

/**
 * The page's sound output. Make one per page and keep it:
 *
 * ```ts
 * const output = createOutput({
 *   requestPort: () => void window.aloud.requestAudioPort(),
 *   onDeviceState: (state) => void window.aloud.reportAudioDevice(state),
 *   onDevices: (devices) => void window.aloud.reportOutputs(devices),
 * });
 * window.addEventListener('message', ({ data, ports: [port] }) => {
 *   if (data === 'aloud:audio-port' && port) output.attachPort(port);
 * });
 * ```
 */
export function createOutput(options: OutputOptions): Output {
  const supervisor = new Supervisor({ open: openGraph, after, outputs, ...options });
  const devicesChanged = () => supervisor.devicesChanged();
  devices?.addEventListener('devicechange', devicesChanged);
  return {
    attachPort: (port) => supervisor.attachPort(port),
    setVolume: (volume, muted) => supervisor.setVolume(muted ? 0 : gainOf(volume)),
    setOutput: (id) => supervisor.setOutput(id),
    hush: (hushed) => supervisor.hush(hushed),
    wake: () => supervisor.wake(),
    level: () => supervisor.level(),
    dispose: () => {
      devices?.removeEventListener('devicechange', devicesChanged);
      supervisor.dispose();
    },
  };
}
