import type { AudioDeviceState } from '../../preload/audio-contract';
import type { Texts } from '../../texts/texts';

/** What is wrong with the sound device, or null where there is nothing to say. */
export function deviceText(state: AudioDeviceState, { device }: Pick<Texts, 'device'>): string | null {
  switch (state.kind) {
    case 'starting':
    case 'running':
    case 'suspended':
      return null;
    case 'no-device':
      return device.none;
    case 'failed':
      return device.failed[state.fault];
  }
}
