import type { OutputDevice } from '../../preload/audio-contract';
import type { OutputView } from '../../preload/contract';

/**
 * Where the sound goes (pure): the chosen device if it is there, otherwise the system's own. A device is known by its
 * id, or, since a browser may give new ids, by a name that only one device has.
 */
export function outputView(devices: readonly OutputDevice[], chosen: OutputDevice | null): OutputView {
  return { devices, chosen, active: chosen === null ? null : find(devices, chosen) };
}

function find(devices: readonly OutputDevice[], wanted: OutputDevice): OutputDevice | null {
  const same = devices.find(({ id }) => id === wanted.id);
  if (same !== undefined) return same;
  const [named, ...others] = devices.filter(({ name }) => name !== '' && name === wanted.name);
  return named !== undefined && others.length === 0 ? named : null;
}
