import type { DeviceFault } from '../../preload/audio-contract';
import type { Snapshot } from '../../preload/contract';
import type { Notice } from '../../preload/problem-contract';
import { noticeText } from '../../texts/notice-text';
import type { Texts } from '../../texts/texts';
import { acceleratorText } from '../ui/accelerator';

/** What the popup remarks on beside the answer: main's notices, what it sees of the state, and what became of a wish. */
export type Remark =
  | Notice
  | { kind: 'no-device' }
  | { kind: 'device-failed'; fault: DeviceFault }
  /** The chosen device is away; `name` is null where it has none. */
  | { kind: 'device-away'; name: string | null }
  /** Both as Electron writes them. */
  | { kind: 'hotkey-moved'; wanted: string; works: string }
  | { kind: 'hotkey-unavailable'; wanted: string }
  /** A wish did not reach main. */
  | { kind: 'failed' }
  /** A question did not: it is back in the field. */
  | { kind: 'not-taken' }
  | { kind: 'key-kept'; where: 'stored' | 'this-run' };

/** What a remark is known by: two that say the same are one. */
export function remarkId(remark: Remark): string {
  return JSON.stringify(remark);
}

/** The remarks that a state gives cause for, each once: lasting circumstances that are no failure of a question. */
export function remarksOn({ notices, audio, output, hotkey }: Snapshot): Remark[] {
  return [
    ...notices,
    // Where nothing is heard at all, it does not matter which device is away.
    deviceRemark(audio) ?? outputRemark(output),
    hotkey === null ? null : hotkeyRemark(hotkey),
  ].filter((remark) => remark !== null);
}

function deviceRemark(audio: Snapshot['audio']): Remark | null {
  switch (audio.kind) {
    case 'starting':
    case 'running':
    case 'suspended':
      return null;
    case 'no-device':
      return { kind: 'no-device' };
    case 'failed':
      return { kind: 'device-failed', fault: audio.fault };
  }
}

/** The chosen device is away. Before the devices were listed, nobody knows. */
function outputRemark({ devices, chosen, active }: Snapshot['output']): Remark | null {
  if (chosen === null || active !== null || devices.length === 0) return null;
  return { kind: 'device-away', name: chosen.name.trim() || null };
}

function hotkeyRemark(hotkey: NonNullable<Snapshot['hotkey']>): Remark | null {
  const { wanted } = hotkey;
  switch (hotkey.kind) {
    case 'unavailable':
      return { kind: 'hotkey-unavailable', wanted };
    case 'active':
      return hotkey.accelerator === wanted
        ? null
        : { kind: 'hotkey-moved', wanted, works: hotkey.accelerator };
  }
}

/** The remark as the user reads it. */
export function remarkText(remark: Remark, texts: Texts, platform: Snapshot['platform']): string {
  const keys = (accelerator: string): string => acceleratorText(accelerator, platform, texts.keyNames);
  switch (remark.kind) {
    case 'no-device':
      return texts.device.none;
    case 'device-failed':
      return texts.device.failed[remark.fault];
    case 'device-away':
      return texts.device.away(remark.name);
    case 'hotkey-moved':
      return texts.hotkey.moved(keys(remark.wanted), keys(remark.works));
    case 'hotkey-unavailable':
      return texts.hotkey.unavailable(keys(remark.wanted));
    case 'failed':
      return texts.failed;
    case 'not-taken':
      return texts.prompt.notTaken;
    case 'key-kept':
      return texts.key.kept[remark.where];
    default:
      return noticeText(remark, texts);
  }
}
