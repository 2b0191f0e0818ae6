import type { AudioDeviceState } from '../../preload/audio-contract';
import type { After } from './after';
import { Supervisor } from './supervisor';
import { openGraph } from './web-audio-graph';

export interface OutputOptions {
  /** Asks main for a port to the player (`window.aloud.requestAudioPort`). Called again whenever another is needed. */
  requestPort(): void;
  /** Called when the state has changed (`window.aloud.reportAudioDevice`). */
  onDeviceState(state: AudioDeviceState): void;
}

export interface Output {
  /** The port that came as a window message with the data `aloud:audio-port`. It goes straight on into the worklet. */
  attachPort(port: MessagePort): void;
  /** Smooth; the answer goes on in time while it is muted. */
  setMuted(muted: boolean): void;
  /** Sound is to be expected (popup shown, Enter): starts the device, so that the first word need not wait for it. */
  wake(): void;
  /** Peak of the sound now, 0 to 1, for a meter: call it once per animation frame. */
  level(): number;
  dispose(): void;
}

const after: After = (ms, run) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

// Undefined where the page is not a secure context.
const devices: MediaDevices | undefined = navigator.mediaDevices;

async function hasDevice(): Promise<boolean> {
  const list = (await devices?.enumerateDevices()) ?? null;
  return list === null || list.some((device) => device.kind === 'audiooutput');
}

/**
 * The page's sound output. Make one per page and keep it:
 *
 * ```ts
 * const output = createOutput({
 *   requestPort: () => void window.aloud.requestAudioPort(),
 *   onDeviceState: (state) => void window.aloud.reportAudioDevice(state),
 * });
 * window.addEventListener('message', ({ data, ports: [port] }) => {
 *   if (data === 'aloud:audio-port' && port) output.attachPort(port);
 * });
 * ```
 */
export function createOutput({ requestPort, onDeviceState }: OutputOptions): Output {
  const supervisor = new Supervisor({ open: openGraph, after, hasDevice, requestPort, onDeviceState });
  const devicesChanged = () => supervisor.devicesChanged();
  devices?.addEventListener('devicechange', devicesChanged);
  return {
    attachPort: (port) => supervisor.attachPort(port),
    setMuted: (muted) => supervisor.setVolume(muted ? 0 : 1),
    wake: () => supervisor.wake(),
    level: () => supervisor.level(),
    dispose: () => {
      devices?.removeEventListener('devicechange', devicesChanged);
      supervisor.dispose();
    },
  };
}
