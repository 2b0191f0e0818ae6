import { expect, test } from 'vitest';
import type { Snapshot } from '../../../src/preload/contract';
import { remarkId, remarksOn, remarkText } from '../../../src/renderer/popup/remarks';
import { en } from '../../../src/texts/en';
import { idle, stories } from './stories';

const inEnglish = (snapshot: Snapshot): string[] =>
  remarksOn(snapshot).map((remark) => remarkText(remark, en, snapshot.platform));

test('nothing is remarked while all is well', () => {
  expect(remarksOn(idle)).toEqual([]);
  expect(remarksOn({ ...idle, hotkey: null, audio: { kind: 'suspended' } })).toEqual([]);
});

test('a hotkey that was taken names the one that works, in the words of the platform', () => {
  const taken = (platform: Snapshot['platform']) => inEnglish({ ...stories.notices, notices: [], platform });
  expect(taken('linux')).toEqual([
    'Ctrl+Shift+Space is taken by another program. Open Aloud with Ctrl+Alt+Space instead.',
  ]);
  expect(taken('darwin')).toEqual(['⌘⇧Space is taken by another program. Open Aloud with ⌘⌥Space instead.']);
});

test('all circumstances are remarked, each once', () => {
  const all = inEnglish({
    ...stories.noHotkey,
    notices: [
      { kind: 'file', file: 'settings', fault: 'damaged', aside: 'settings.json.corrupt-1' },
      { kind: 'file', file: 'history', fault: 'too-new', aside: null },
      { kind: 'key-locked' },
      { kind: 'key-damaged' },
      { kind: 'outgrown' },
      { kind: 'untold' },
    ],
    audio: { kind: 'failed', fault: 'closed' },
  });
  expect(all).toEqual([
    'Your settings were damaged and set aside as settings.json.corrupt-1. Aloud started with its own.',
    'Your earlier prompts are of a newer Aloud and could not be set aside. Changes are not kept after this run.',
    'Your stored key cannot be read now, because the system keyring is not available.',
    'Your stored key could not be read and was set aside. Please enter it again.',
    expect.stringMatching(/^This conversation has become long/u),
    expect.stringMatching(/^The server does not take back/u),
    'The sound device does not work: it was closed.',
    'Ctrl+Shift+Space could not be set up. Open Aloud from the tray, or by starting it again.',
  ]);
});

test('a chosen output that is away is remarked once the devices are known', () => {
  const { output } = stories.deviceAway;
  const away = (change: Partial<Snapshot['output']>, audio = idle.audio) =>
    inEnglish({ ...idle, audio, output: { ...output, ...change } });
  expect(away({})).toEqual([
    '“Headset” is not connected. You hear Aloud on the system’s output until it is back.',
  ]);
  expect(away({ chosen: { id: 'b2', name: ' ' } })[0]).toMatch(/^The chosen sound device is not connected/u);
  expect(away({ devices: [] })).toEqual([]);
  expect(away({ active: { id: 'b2', name: 'Headset' } })).toEqual([]);
  expect(away({ chosen: null })).toEqual([]);
  // Nothing is heard on any: one remark is enough.
  expect(away({}, { kind: 'no-device' })).toEqual([expect.stringMatching(/^No sound device found/u)]);
});

test('what became of a wish is said', () => {
  const said = (remark: Parameters<typeof remarkText>[0]) => remarkText(remark, en, 'linux');
  expect(said({ kind: 'failed' })).toMatch(/^Aloud could not do that/u);
  expect(said({ kind: 'not-taken' })).toMatch(/back in the field/u);
  expect(said({ kind: 'key-kept', where: 'stored' })).toMatch(/encrypted/u);
  expect(said({ kind: 'key-kept', where: 'this-run' })).toMatch(/until you quit/u);
});

test('two remarks are one where they say the same', () => {
  const [away, again, moved] = [
    stories.deviceAway,
    { ...stories.deviceAway, muted: true },
    stories.notices,
  ].map((snapshot) => remarksOn(snapshot).map(remarkId));
  expect(again).toEqual(away);
  expect(new Set(moved).size).toBe(2);
  expect(moved).not.toEqual(expect.arrayContaining(away ?? []));
});
