import type { DeviceFault } from '../../preload/audio-contract';
import type { KeptFile, Notice } from '../../preload/problem-contract';
import { foreign } from '../foreign';

const fileOf: Record<KeptFile, string> = {
  settings: 'Your settings',
  history: 'Your earlier prompts',
  draft: 'Your unfinished prompts',
  place: 'The popup’s coordinates',
};
const faultOf: Record<Extract<Notice, { kind: 'file' }>['fault'], string> = {
  unreadable: 'could not be read',
  damaged: 'were damaged',
  'too-new': 'are of a newer Aloud',
};

/** Lasting remarks that are no failures. */
export const notice = {
  /** `aside` is the name that the file was given. */
  setAside: (file: KeptFile, fault: keyof typeof faultOf, aside: string) =>
    `${fileOf[file]} ${faultOf[fault]} and set aside as ${aside}. Aloud started with its own.`,
  notSetAside: (file: KeptFile, fault: keyof typeof faultOf) =>
    `${fileOf[file]} ${faultOf[fault]} and could not be set aside. Changes are not kept after this run.`,
  keyLocked: 'Your stored key cannot be read now, because the system keyring is not available.',
  keyDamaged: 'Your stored key could not be read and was set aside. Please enter it again.',
  outgrown:
    'This conversation has become long: Aloud may not know any more how it began. “New conversation” starts afresh.',
  untold:
    'The server does not take back what was said before: after each break in the connection it knows nothing of it.',
};

export const device = {
  none: 'No sound device found: answers are shown, but cannot be heard until one is connected.',
  failed: {
    'not-opened': 'The sound device does not work: it could not be opened.',
    processor: 'The sound device does not work: what feeds it has failed.',
    failed: 'The sound device does not work: it has failed.',
    'not-running': 'The sound device does not work: it does not run.',
    closed: 'The sound device does not work: it was closed.',
  } satisfies Record<DeviceFault, string>,
  /** The chosen one; `name` is null where it has none. */
  away: (name: string | null) =>
    `${name === null ? 'The chosen sound device' : `“${foreign(name)}”`} is not connected. You hear Aloud on the system’s output until it is back.`,
};

/** Keys are given as they are written on the keyboard. */
export const hotkey = {
  moved: (wanted: string, works: string) =>
    `${wanted} is taken by another program. Open Aloud with ${works} instead.`,
  unavailable: (wanted: string) =>
    `${wanted} could not be set up. Open Aloud from the tray, or by starting it again.`,
  opens: 'opens Aloud from anywhere',
};
