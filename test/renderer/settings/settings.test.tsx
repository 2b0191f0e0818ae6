// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { SettingsSection, SettingsSnapshot } from '../../../src/preload/settings-contract';
import { SECTIONS } from '../../../src/renderer/settings/sections';
import { settingsSnapshot } from '../../fakes/settings-snapshot';
import { useSettings } from './use-settings';

const page = useSettings();
const { api, calls, click, tick, type, leave, key, show, receive, field, text, problemAt } = page;

const AZURE = {
  ...settingsSnapshot().profiles[0],
  id: 'azure',
  name: 'Work',
  kind: 'azure',
  resource: 'https://work.openai.azure.com',
  apiVersion: null,
} as SettingsSnapshot['profiles'][number];
const [OPENAI] = settingsSnapshot().profiles;
const openai = settingsSnapshot({ source: 'openai', key: { kind: 'stored' } });
const noKey = settingsSnapshot({ source: 'openai' });
const azure = settingsSnapshot({
  source: 'profile',
  profile: 'azure',
  profiles: OPENAI === undefined ? [AZURE] : [OPENAI, AZURE],
  key: { kind: 'stored' },
});

describe('a field', () => {
  test('holds once it is left, or with Enter, and says so to main once', async () => {
    await show(openai, 'general');
    await type('Hang up after', '7');
    expect(calls()).toEqual([]);
    await leave('Hang up after');
    expect(calls()).toEqual([['changeSettings', { idleMinutes: 7 }]]);
    await receive({ ...openai, preferences: { ...openai.preferences, idleMinutes: 7 } });
    await key('Hang up after', 'Enter');
    expect(calls()).toHaveLength(1);
  });

  test('is taken back by Escape, which then means something else', async () => {
    await show(openai, 'general');
    await type('Hang up after', '70');
    expect(await key('Hang up after', 'Escape')).toBe(false);
    expect(field('Hang up after').value).toBe('5');
    expect(await key('Hang up after', 'Escape')).toBe(true);
    await leave('Hang up after');
    expect(calls()).toEqual([]);
  });

  test('keeps what main refuses, with a sentence, until it is corrected or taken back', async () => {
    await show(openai, 'general');
    api().answers = {
      changeSettings: {
        kind: 'refused',
        problems: [{ field: 'idleMinutes', fault: 'too-large', limit: 240 }],
      },
    };
    await type('Hang up after', '999');
    await leave('Hang up after');
    expect(field('Hang up after').value).toBe('999');
    expect(field('Hang up after').getAttribute('aria-invalid')).toBe('true');
    expect(problemAt('Hang up after')).toBe('At most 240.');
    await key('Hang up after', 'Escape');
    expect(field('Hang up after').value).toBe('5');
    expect(field('Hang up after').getAttribute('aria-invalid')).toBe('false');
  });

  test('shows what was typed until main has it, and says when main was not reached', async () => {
    await show(azure, 'account');
    await type('Name', 'Office');
    await leave('Name');
    expect(field('Name').value).toBe('Office');
    await receive({ ...azure, profiles: azure.profiles.map((each) => ({ ...each, name: 'Office' })) });
    expect(field('Name').value).toBe('Office');
    api().broken = true;
    await type('Name', 'Home');
    await leave('Name');
    expect(problemAt('Name')).toContain('Aloud could not do that.');
  });

  test('never sends a number that is none as one', async () => {
    await show(openai, 'general');
    await type('Hang up after', '');
    await leave('Hang up after');
    expect(calls()).toEqual([['changeSettings', { idleMinutes: Number.NaN }]]);
  });
});

describe('the services', () => {
  test('are chosen by using them', async () => {
    await show(azure, 'account');
    await tick('OpenAI');
    await tick('Demo voice');
    expect(calls()).toEqual([['useProfile', 'openai'], ['useDemo']]);
  });

  test('are added with a form that says what is wrong, and are then used', async () => {
    await show(openai, 'account');
    await click('Add a service');
    await type('Resource', 'nowhere');
    api().answers = {
      addProfile: { kind: 'refused', problems: [{ field: 'resource', fault: 'bad-address', limit: null }] },
    };
    await click('Add');
    expect(problemAt('Resource')).toMatch(/^This is no address/u);
    api().answers = {};
    await type('Resource', 'https://work.openai.azure.com');
    expect(problemAt('Resource')).toBe('');
    await click('Add');
    expect(calls().at(-2)).toEqual([
      'addProfile',
      {
        kind: 'azure',
        name: 'Azure OpenAI',
        model: null,
        resource: 'https://work.openai.azure.com',
        apiVersion: null,
      },
    ]);
    expect(calls().at(-1)).toEqual(['useProfile', 'azure']);
    expect(page.all('form.new-service')).toHaveLength(0);
  });

  test('are removed only after a question, and stay with a key that cannot be removed', async () => {
    await show(azure, 'account');
    await click('Remove this service…');
    await click('Cancel');
    expect(calls()).toEqual([]);
    api().answers = { removeProfile: { kind: 'still-stored' } };
    await click('Remove this service…');
    await click('Remove');
    expect(calls()).toEqual([['removeProfile', 'azure']]);
    expect(text()).toContain('The stored key could not be removed, so nothing was.');
  });

  test('are one too few to be removed where there is one', async () => {
    await show(settingsSnapshot({ source: 'profile', profile: 'azure', profiles: [AZURE] }), 'account');
    expect(text()).not.toContain('Remove this service');
  });

  test('say when the environment names the server', async () => {
    await show(settingsSnapshot({ source: 'custom' }), 'account');
    expect(text()).toContain('ALOUD_REALTIME_URL');
  });
});

describe('the key', () => {
  const secret = 'sk-proj-secret-0123456789';

  test('is handed over once, is then gone from the page, and is asked about at once', async () => {
    await show(noKey, 'account');
    await type('API key', secret);
    await click('Keep this key');
    expect(calls()).toEqual([['setKey', secret, true], ['checkKey']]);
    await receive(openai);
    expect(page.html()).not.toContain('secret');
    expect(page.all('input').map((each) => (each as HTMLInputElement).value)).not.toContain(secret);
  });

  test('that is refused stays, with the reason, and Escape takes it away', async () => {
    await show(noKey, 'account');
    api().answers = { setKey: { kind: 'refused', fault: 'too-short' } };
    await type('API key', 'short');
    await click('Keep this key');
    expect(problemAt('API key')).toBe('This is too short for a key. Copy the whole of it.');
    expect(field('API key').value).toBe('short');
    await key('API key', 'Escape');
    expect(field('API key').value).toBe('');
    expect(problemAt('API key')).toBe('');
  });

  test('is replaced beside the one that is kept, or not', async () => {
    await show(openai, 'account');
    expect(text()).toContain('Kept on this computer, encrypted by the system.');
    await click('Replace…');
    expect(document.activeElement).toBe(field('API key'));
    await type('API key', secret);
    await click('Cancel');
    expect(page.html()).not.toContain('secret');
    expect(calls()).toEqual([]);
  });

  test('is removed after a question', async () => {
    await show(openai, 'account');
    await click('Remove…');
    await click('Remove');
    expect(calls()).toEqual([['removeKey']]);
  });

  test('is never promised a safe place where there is none', async () => {
    await show(settingsSnapshot({ source: 'openai', canEncrypt: false }), 'account');
    expect(text()).toContain('keeps it in memory for this run only');
    expect(page.all('input[type=checkbox]')).toHaveLength(0);
    await type('API key', secret);
    await click('Keep this key');
    expect(calls()[0]).toEqual(['setKey', secret, false]);
  });

  test('from the environment can be replaced, but not removed', async () => {
    await show(settingsSnapshot({ source: 'openai', key: { kind: 'environment' } }), 'account');
    expect(text()).toContain('From OPENAI_API_KEY, for this run.');
    expect(page.all('button').map(page.nameOf)).not.toContain('Remove…');
  });
});

describe('the check', () => {
  test('says what the service says, and is forgotten with another key', async () => {
    await show(openai, 'account');
    await click('Check');
    expect(text()).toContain('OpenAI takes the key, and it may use gpt-realtime.');
    await receive({ ...openai, key: { kind: 'this-run' } });
    expect(text()).not.toContain('takes the key');
  });

  test('says what is wrong and what to do', async () => {
    await show(openai, 'account');
    const problem = {
      code: 'bad-key',
      source: 'openai',
      retryAfterMs: null,
      command: null,
      actions: [],
      details: null,
    } as const;
    api().answers = { checkKey: { kind: 'failed', problem: { ...problem, actions: [] } } };
    await click('Check');
    expect(text()).toContain('OpenAI did not accept the key. Check that the key is whole and still valid.');
  });

  test('tells the answer to the last one alone', async () => {
    await show(openai, 'account');
    api().hold('checkKey');
    await click('Check');
    expect(text()).toContain('Asking OpenAI…');
    await receive({ ...openai, key: { kind: 'none' } });
    api().release('checkKey');
    await page.settle();
    expect(text()).not.toContain('takes the key');
  });
});

describe('the voice', () => {
  test('is chosen from the list with the keys, or typed', async () => {
    await show(openai, 'voice');
    await key('Voice', 'ArrowDown');
    await key('Voice', 'ArrowDown');
    expect(field('Voice').getAttribute('aria-expanded')).toBe('true');
    await key('Voice', 'Enter');
    expect(calls()).toEqual([['changeProfile', 'openai', { voice: 'cedar' }]]);
    expect(field('Voice').getAttribute('aria-expanded')).toBe('false');
    await type('Model', ' my-own-model ');
    await leave('Model');
    expect(calls().at(-1)).toEqual(['changeProfile', 'openai', { model: 'my-own-model' }]);
  });

  test('goes back to what is recommended when the field is emptied', async () => {
    await show({ ...openai, profiles: openai.profiles.map((each) => ({ ...each, voice: 'ash' })) }, 'voice');
    expect(field('Voice').value).toBe('ash');
    await type('Voice', '');
    await leave('Voice');
    expect(calls()).toEqual([['changeProfile', 'openai', { voice: null }]]);
  });

  test('closes its list with Escape before that takes back what was typed', async () => {
    await show(openai, 'voice');
    await type('Voice', 'as');
    await key('Voice', 'ArrowDown');
    await key('Voice', 'Escape');
    expect(field('Voice').value).toBe('as');
    await key('Voice', 'Escape');
    expect(field('Voice').value).toBe('');
  });

  test('can be heard, and stopped', async () => {
    await show(openai, 'voice');
    api().hold('playVoiceSample');
    await click('Hear it');
    await click('Stop');
    expect(calls()).toEqual([['playVoiceSample'], ['stop']]);
    api().answers = { playVoiceSample: { kind: 'stopped' } };
    api().release('playVoiceSample');
    await page.settle();
    expect(page.button('Hear it')).toBeDefined();
  });

  test('says beside it why it cannot be heard', async () => {
    await show(openai, 'voice');
    const problem = {
      code: 'quota' as const,
      source: 'openai' as const,
      retryAfterMs: null,
      command: null,
      details: null,
    };
    api().answers = { playVoiceSample: { kind: 'failed', problem: { ...problem, actions: [] } } };
    await click('Hear it');
    expect(text()).toContain('The account of this key has no credit left.');
  });

  test('of Azure is said with the name of the deployment', async () => {
    await show(azure, 'voice');
    expect(field('Deployment').value).toBe('');
  });
});

describe('the sound', () => {
  test('goes where it is wanted', async () => {
    const outputs = [
      { label: 'System’s own', checked: false, id: null, isAway: false },
      { label: 'Loudspeakers', checked: true, id: 'a', isAway: false },
    ];
    await show({ ...openai, outputs }, 'sound');
    const select = field('Play on');
    expect(select.value).toBe('device:a');
    select.value = 'system';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await page.settle();
    expect(calls()).toEqual([['setOutput', null]]);
  });

  test('is tried with two notes, and says when it is muted', async () => {
    await show({ ...openai, muted: true }, 'sound');
    await click('Play');
    expect(calls()).toEqual([['playTestTone']]);
    expect(text()).toContain('Aloud is muted: nothing is heard.');
  });

  test('says what is wrong with the device', async () => {
    await show({ ...openai, audio: { kind: 'no-device' } }, 'sound');
    expect(text()).toContain('No sound device found');
  });
});

describe('the window', () => {
  test('goes through its sections with the arrow keys', async () => {
    await show(openai, 'account');
    const tab = () => page.all('[role=tab]').find((each) => each.getAttribute('aria-selected') === 'true');
    expect(page.all('[role=tab]').filter((each) => each.tabIndex === 0)).toHaveLength(1);
    for (const expected of ['Voice', 'Sound', 'Shortcut', 'General', 'Account']) {
      tab()?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }),
      );
      await page.settle();
      expect(tab()?.textContent).toBe(expected);
      expect(document.activeElement).toBe(tab());
    }
  });

  test('is closed by Ctrl+W', async () => {
    await show(openai, 'general');
    await key('Hang up after', 'w', { ctrlKey: true });
    expect(calls()).toEqual([['closeSettings']]);
  });

  test('resets after a question, and says that it did', async () => {
    await show(openai, 'general');
    await click('Reset…');
    expect(document.activeElement?.textContent).toBe('Cancel');
    await click('Reset');
    expect(calls()).toEqual([['resetSettings']]);
    expect(text()).toContain('All settings are as they were at first.');
  });

  test.each(SECTIONS)('gives everything in %s a name that is its own', async (section: SettingsSection) => {
    await show(azure, section);
    const names = page
      .all('button, input, select, textarea, [role=tab]')
      .map((each) => `${each.tagName} ${page.nameOf(each)}`);
    for (const name of names) expect(name).toMatch(/ \S/u);
    expect(new Set(names).size).toBe(names.length);
    const ids = page.all('[id]').map((each) => each.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const each of page.all('[aria-describedby], [aria-labelledby], label[for]')) {
      const wanted = `${each.getAttribute('aria-describedby') ?? ''} ${each.getAttribute('aria-labelledby') ?? ''} ${each.getAttribute('for') ?? ''}`;
      for (const id of wanted.split(' ').filter((part) => part !== '')) expect(ids).toContain(id);
    }
  });
});

describe('start and updates', () => {
  test('are switched', async () => {
    await show(openai, 'general');
    await tick('Start at login');
    await tick('Look for updates');
    expect(calls()).toEqual([
      ['changeSettings', { launchAtLogin: true }],
      ['changeSettings', { updates: false }],
    ]);
  });

  test.each([
    [{ kind: 'off' }, 'linux', 'waits in the tray'],
    [{ kind: 'held-back' }, 'win32', 'Task Manager'],
    [{ kind: 'held-back' }, 'darwin', 'Login Items'],
    [{ kind: 'failed', path: '/etc/x', code: 'EACCES' }, 'linux', '/etc/x could not be changed (EACCES)'],
    [{ kind: 'not-installed' }, 'linux', 'Only an installed Aloud'],
  ] as const)('say about the login, %o on %s: %s', async (launchAtLogin, platform, words) => {
    await show({ ...openai, launchAtLogin, platform }, 'general');
    expect(text()).toContain(words);
    expect(field('Start at login').disabled).toBe(launchAtLogin.kind === 'not-installed');
  });

  test.each([
    [{ kind: 'idle' }, 'Not looked yet.', true],
    [{ kind: 'waiting' }, 'after this answer', false],
    [{ kind: 'looking' }, 'Checking for updates…', false],
    [{ kind: 'downloading', version: '2.0.0', percent: 40 }, 'Fetching Aloud 2.0.0… 40%', false],
    [{ kind: 'none' }, '1.2.3 is the newest version.', true],
    [{ kind: 'failed', failure: 'not-genuine' }, 'was thrown away', true],
  ] as const)('say about a newer version, %o: %s', async (update, words, canLook) => {
    await show({ ...openai, update }, 'general');
    expect(text()).toContain(words);
    expect(page.button('Look now').disabled).toBe(!canLook);
  });

  test('look at once, and start anew with what is ready', async () => {
    await show(openai, 'general');
    await click('Look now');
    await receive({ ...openai, update: { kind: 'ready', version: '2.0.0' } });
    expect(text()).toContain('Aloud 2.0.0 is ready.');
    await click('Start anew');
    expect(calls()).toEqual([['lookForUpdates'], ['installUpdate']]);
  });

  test('leave what another program owns to it', async () => {
    await show({ ...openai, update: { kind: 'unavailable', obstacle: 'deb' } }, 'general');
    expect(text()).toContain('Aloud came as a deb package');
    expect(field('Look for updates').disabled).toBe(true);
    expect(field('Look for updates').checked).toBe(false);
    expect(page.all('button').map(({ textContent }) => textContent)).not.toContain('Look now');
  });
});

test('a choice stays chosen while main is about it, and goes back when main was not reached', async () => {
  await show(azure, 'account');
  const radio = (name: string) => field(name) as HTMLInputElement;
  api().hold('useProfile');
  await tick('OpenAI');
  await receive({ ...azure, volume: 0.5 });
  expect(radio('OpenAI').checked).toBe(true);
  api().release('useProfile');
  await page.settle();
  await receive(openai);
  await page.wait(100);
  expect(radio('OpenAI').checked).toBe(true);
  api().broken = true;
  await tick('Demo voice');
  expect(radio('OpenAI').checked).toBe(true);
  expect(text()).toContain('Aloud could not do that.');
});
