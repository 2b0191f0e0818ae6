import { describe, expect, it, vi } from 'vitest';
import type { Assistant } from '../../../src/main/assistant/assistant';
import { Keys } from '../../../src/main/assistant/keys';
import { problemOf } from '../../../src/main/assistant/problem-view';
import { createStore } from '../../../src/main/assistant/store';
import { createCommands } from '../../../src/main/composition/commands';
import { DEFAULT_SETTINGS } from '../../../src/main/settings/schema';
import type { SettingsStore } from '../../../src/main/settings/store';
import { freshState } from '../../fakes/fresh-state';

function build({ stored, customUrl }: { stored: string | null; customUrl: string | null }) {
  const store = createStore(freshState());
  const kept = { key: stored };
  const keys = new Keys(
    {
      get key() {
        return kept.key === null ? null : { key: kept.key, origin: null };
      },
      status: () => ({ kind: kept.key === null ? 'none' : 'stored' }),
      store: async (typed) => {
        if (typed === 'bad') return { kind: 'refused', fault: 'too-short' };
        kept.key = typed;
        return { kind: 'kept', where: 'stored' };
      },
      forget: async () => {
        kept.key = null;
        return true;
      },
    },
    null,
  );
  const switchTo = vi.fn<Assistant['switchTo']>();
  const warm = vi.fn<Assistant['warm']>();
  const set = vi.fn<SettingsStore['set']>();
  const commands = createCommands({
    assistant: { switchTo, warm } as Partial<Assistant> as Assistant,
    settings: { set, value: DEFAULT_SETTINGS } as Partial<SettingsStore> as SettingsStore,
    store,
    keys,
    customUrl,
  });
  return { commands, store, switchTo, warm, set };
}

describe('choosing the voice', () => {
  it('turns to OpenAI with a key that was kept, and remembers that', async () => {
    const { commands, store, switchTo, warm, set } = build({ stored: null, customUrl: null });
    expect(await commands.setKey('bad', true)).toEqual({ kind: 'refused', fault: 'too-short' });
    expect(switchTo).not.toHaveBeenCalled();
    await commands.setKey('sk-good', true);
    expect(switchTo).toHaveBeenCalledExactlyOnceWith('openai');
    expect(warm).toHaveBeenCalledOnce();
    expect(set).toHaveBeenCalledWith({ source: 'openai' });
    expect(store.state.key).toEqual({ kind: 'stored' });
  });

  it('lets the demo voice speak on when it is chosen while it speaks', () => {
    const { commands, store, switchTo, set } = build({ stored: null, customUrl: null });
    commands.useDemo();
    expect(switchTo).not.toHaveBeenCalled();
    expect(set).toHaveBeenCalledWith({ source: 'demo' });
    expect(store.state.firstRun).toBe(false);
  });

  it('leaves the demo voice for OpenAI only with a key', () => {
    const without = build({ stored: null, customUrl: null });
    expect(without.commands.leaveDemo()).toBe(false);
    expect(without.switchTo).not.toHaveBeenCalled();
    const withKey = build({ stored: 'sk', customUrl: null });
    expect(withKey.commands.leaveDemo()).toBe(true);
    expect(withKey.switchTo).toHaveBeenCalledWith('openai');
  });

  it('leaves it for the server of the environment before all, and only for this run', () => {
    const { commands, switchTo, set } = build({ stored: 'sk', customUrl: 'ws://127.0.0.1:1' });
    expect(commands.leaveDemo()).toBe(true);
    expect(switchTo).toHaveBeenCalledExactlyOnceWith('custom');
    expect(set).not.toHaveBeenCalled();
  });
});

describe('muting', () => {
  it('is seen at once and remembered', () => {
    const { commands, store, set } = build({ stored: null, customUrl: null });
    commands.setMuted(true);
    expect(store.state.muted).toBe(true);
    expect(set).toHaveBeenCalledWith({ muted: true });
  });
});

describe('dismissing', () => {
  it('takes the problem and the notice away', () => {
    const { commands, store } = build({ stored: null, customUrl: null });
    store.dispatch({ type: 'problem', problem: problemOf('closed', 'demo') });
    store.dispatch({ type: 'notice', notice: { kind: 'key-locked' } });
    commands.dismissProblem();
    expect(store.state).toMatchObject({ problem: null, notices: [] });
  });
});
