import { beforeEach, expect, it } from 'vitest';
import { obeyTray } from '../../../src/main/composition/tray-commands';
import type { TrayCommand } from '../../../src/main/shell/tray-menu';

let calls: unknown[][] = [];
let isDemo = false;
let hasOtherVoice = true;

function note(name: string): (...args: unknown[]) => void {
  return (...args) => void calls.push([name, ...args]);
}

const obey = obeyTray({
  commands: {
    ask: (prompt) => {
      calls.push(['ask', prompt]);
      return { kind: 'asked', turn: 1 };
    },
    stop: () => {
      calls.push(['stop']);
      return true;
    },
    setPaused: note('setPaused'),
    replay: note('replay'),
    newConversation: note('newConversation'),
    setMuted: note('setMuted'),
    setVolume: note('setVolume'),
    setOutput: note('setOutput'),
    useDemo: note('useDemo'),
    leaveDemo: () => {
      calls.push(['leaveDemo']);
      return hasOtherVoice;
    },
  },
  setVoice: note('setVoice'),
  isDemo: () => isDemo,
  show: note('show'),
  openSettings: note('openSettings'),
  openLog: note('openLog'),
  lookForUpdates: note('lookForUpdates'),
  installUpdate: note('installUpdate'),
  showAbout: note('showAbout'),
  quit: note('quit'),
});

beforeEach(() => {
  calls = [];
  isDemo = false;
  hasOtherVoice = true;
});

it.each<[TrayCommand, unknown[][]]>([
  [{ kind: 'ask' }, [['show', 'ask']]],
  [{ kind: 'stop' }, [['stop']]],
  [{ kind: 'pause', paused: true }, [['setPaused', true]]],
  [{ kind: 'pause', paused: false }, [['setPaused', false]]],
  [{ kind: 'replay' }, [['replay']]],
  [{ kind: 'new-conversation' }, [['newConversation']]],
  [{ kind: 'mute', muted: true }, [['setMuted', true]]],
  [
    { kind: 'volume', volume: 0.5 },
    [
      ['setVolume', 0.5],
      ['setMuted', false],
    ],
  ],
  [{ kind: 'output', id: null }, [['setOutput', null]]],
  [{ kind: 'voice', voice: 'cedar' }, [['setVoice', 'cedar']]],
  [
    { kind: 'ask-again', prompt: 'Why?' },
    [
      ['show', 'ask'],
      ['ask', 'Why?'],
    ],
  ],
  [{ kind: 'key' }, [['show', 'key']]],
  [{ kind: 'demo' }, [['useDemo']]],
  [{ kind: 'log' }, [['openLog']]],
  [{ kind: 'look-for-updates' }, [['lookForUpdates']]],
  [{ kind: 'install-update' }, [['installUpdate']]],
  [{ kind: 'about' }, [['showAbout']]],
  [{ kind: 'quit' }, [['quit']]],
])('%j does what it says', (command, done) => {
  obey(command);
  expect(calls).toEqual(done);
});

it('leaves the demo voice, and asks for a key where there is no other voice', () => {
  isDemo = true;
  obey({ kind: 'demo' });
  hasOtherVoice = false;
  obey({ kind: 'demo' });
  expect(calls).toEqual([['leaveDemo'], ['leaveDemo'], ['show', 'key']]);
});
