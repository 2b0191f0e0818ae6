import type { OutputDevice } from '../../preload/audio-contract';

/** What the system has to play on. */
export interface Outputs {
  /** Whether there is any device at all. */
  any: boolean;
  /** Those that a user can choose, in the system's order. */
  devices: readonly OutputDevice[];
}

/** Chromium's names for whatever the system uses, which are no devices of their own. */
const ROLES: ReadonlySet<string> = new Set(['default', 'communications']);

/** The outputs among all devices (pure). Without permission to know them they have neither ids nor names. */
export function outputsAmong(list: readonly Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label'>[]): Outputs {
  const outputs = list.filter(({ kind }) => kind === 'audiooutput');
  const devices = outputs
    .filter(({ deviceId }) => deviceId !== '' && !ROLES.has(deviceId))
    .map(({ deviceId, label }) => ({ id: deviceId, name: label }));
  return { any: outputs.length > 0, devices };
}

export function sameDevices(a: readonly OutputDevice[], b: readonly OutputDevice[]): boolean {
  return a.length === b.length && a.every(({ id, name }, i) => b[i]?.id === id && b[i]?.name === name);
}
