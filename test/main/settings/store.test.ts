import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Draft, LONGEST_KEPT_DRAFT } from '../../../src/main/settings/draft';
import { WRITE_INTERVAL_MS } from '../../../src/main/settings/json-file';
import { PopupPlace } from '../../../src/main/settings/popup-place';
import { PromptHistory } from '../../../src/main/settings/prompt-history';
import { DEFAULT_SETTINGS } from '../../../src/main/settings/schema';
import { openSettings } from '../../../src/main/settings/store';
import { FakeClock } from '../../fakes/clock';

let dir = '';
let clock = new FakeClock();
const onWriteError = vi.fn();

const surroundings = () => ({
  dir,
  schedule: clock.schedule,
  date: () => new Date('2026-11-23T15:04:05.678Z'),
  onWriteError,
});
const settingsFile = (): string => join(dir, 'settings.json');
const written = (): unknown => JSON.parse(readFileSync(settingsFile(), 'utf8'));

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'aloud-settings-'));
  clock = new FakeClock();
  onWriteError.mockClear();
});

afterEach(() => rmSync(dir, { recursive: true }));

describe('settings', () => {
  it('begin with the defaults and write nothing until something changes', () => {
    const settings = openSettings(surroundings());
    expect(settings.value).toEqual(DEFAULT_SETTINGS);
    expect(settings.notice).toBeNull();
    settings.flush();
    expect(readdirSync(dir)).toEqual([]);
  });

  it('are there at once, on the disk a little later, and at the next start', () => {
    const settings = openSettings(surroundings());
    settings.set({ source: 'demo', volume: 0.5 });
    expect(settings.value).toMatchObject({ source: 'demo', volume: 0.5 });
    expect(readdirSync(dir)).toEqual([]);
    clock.advance(WRITE_INTERVAL_MS);
    expect(written()).toMatchObject({ source: 'demo', volume: 0.5, version: 3 });
    expect(statSync(settingsFile()).mode & 0o777).toBe(0o600);
    expect(openSettings(surroundings()).value).toEqual(settings.value);
  });

  it('are written once for all changes of an interval, and on flush at once', () => {
    const settings = openSettings(surroundings());
    for (let step = 1; step <= 100; step += 1) settings.set({ volume: step / 200 });
    expect(clock.waiting).toBe(1);
    settings.flush();
    expect(written()).toMatchObject({ volume: 0.5 });
    expect(clock.waiting).toBe(0);
  });

  it('tell their listeners of changes, not of what stays the same', () => {
    const settings = openSettings(surroundings());
    const listener = vi.fn();
    const stop = settings.subscribe(listener);
    settings.set({ muted: false });
    expect(listener).not.toHaveBeenCalled();
    settings.set({ muted: true });
    expect(listener).toHaveBeenCalledExactlyOnceWith({ ...DEFAULT_SETTINGS, muted: true }, DEFAULT_SETTINGS);
    stop();
    settings.set({ muted: false });
    expect(listener).toHaveBeenCalledOnce();
  });

  it('refuse a wrong value and keep the right one', () => {
    const settings = openSettings(surroundings());
    expect(() => settings.set({ volume: 7 })).toThrow();
    expect(settings.value.volume).toBe(1);
  });

  it('stay in memory when they cannot be written, and are tried again', () => {
    const settings = openSettings(surroundings());
    mkdirSync(settingsFile());
    settings.set({ muted: true });
    settings.flush();
    expect(onWriteError).toHaveBeenCalledOnce();
    expect(settings.value.muted).toBe(true);
    rmSync(settingsFile(), { recursive: true });
    settings.flush();
    expect(written()).toMatchObject({ muted: true });
  });

  it('are read though an editor put a byte order mark before them', () => {
    writeFileSync(settingsFile(), `\uFEFF${JSON.stringify({ ...DEFAULT_SETTINGS, muted: true })}`);
    expect(openSettings(surroundings()).value.muted).toBe(true);
  });
});

describe('a damaged file', () => {
  const aside = 'settings.json.corrupt-2026-11-23T15-04-05.678Z';

  it.each([
    ['nothing', ''],
    ['half of it', '{"version":1,"mut'],
    ['no JSON', '\u0000\u0001\u0002'],
    ['null', 'null'],
    ['a number', '5'],
    ['a text', '"settings"'],
    ['a list', '[1,2]'],
    ['an empty object', '{}'],
    ['a wrong value', JSON.stringify({ ...DEFAULT_SETTINGS, volume: 'loud' })],
    ['a newer version', JSON.stringify({ ...DEFAULT_SETTINGS, version: 99 })],
  ])('(%s) is set aside whole and told, and the app starts', (_name, content) => {
    writeFileSync(settingsFile(), content);
    const settings = openSettings(surroundings());
    expect(settings.value).toEqual(DEFAULT_SETTINGS);
    expect(settings.notice).toMatchObject({ kind: 'file', file: 'settings', aside });
    expect(readFileSync(join(dir, aside), 'utf8')).toBe(content);
    settings.set({ muted: true });
    settings.flush();
    expect(written()).toMatchObject({ muted: true });
    expect(openSettings(surroundings()).notice).toBeNull();
  });

  it('that is a folder is set aside just so', () => {
    mkdirSync(settingsFile());
    const settings = openSettings(surroundings());
    expect(settings.notice).toMatchObject({ fault: 'unreadable', aside });
    expect(readdirSync(dir)).toEqual([aside]);
  });

  it('that cannot even be set aside is left alone', () => {
    writeFileSync(settingsFile(), 'rubbish');
    // A folder with something in it stands where the file should go.
    mkdirSync(join(dir, aside, 'full'), { recursive: true });
    const settings = openSettings(surroundings());
    expect(settings.notice).toMatchObject({ fault: 'unreadable', aside: null });
    settings.set({ muted: true });
    settings.flush();
    expect(settings.value.muted).toBe(true);
    expect(readFileSync(settingsFile(), 'utf8')).toBe('rubbish');
  });
});

describe('the earlier prompts', () => {
  it('are kept in a file of their own, for the user alone', () => {
    const history = new PromptHistory(surroundings());
    history.replace(['second', 'first']);
    history.flush();
    expect(readdirSync(dir)).toEqual(['history.json']);
    expect(statSync(join(dir, 'history.json')).mode & 0o777).toBe(0o600);
    expect(new PromptHistory(surroundings()).prompts).toEqual(['second', 'first']);
  });

  it('are set aside when damaged', () => {
    writeFileSync(join(dir, 'history.json'), '{"version":1,"prompts":[1]}');
    const history = new PromptHistory(surroundings());
    expect(history.prompts).toEqual([]);
    expect(history.notice).toMatchObject({ kind: 'file', file: 'history', fault: 'damaged' });
  });
});

describe('the popup’s place', () => {
  const place = { x: 0.25, y: 0, display: { id: 7, bounds: { x: -1280, y: 0, width: 1280, height: 800 } } };

  it('is there at the next start, in a file of its own', () => {
    const first = new PopupPlace(surroundings());
    expect(first.value).toBeNull();
    first.remember(place);
    first.flush();
    expect(readdirSync(dir)).toEqual(['place.json']);
    expect(new PopupPlace(surroundings()).value).toEqual(place);
  });

  it('is forgotten when the file is damaged', () => {
    writeFileSync(join(dir, 'place.json'), JSON.stringify({ version: 1, place: { ...place, x: 2 } }));
    expect(new PopupPlace(surroundings()).value).toBeNull();
  });
});

describe('the draft', () => {
  const draftOf = () => new Draft({ ...surroundings(), isSecret: (text) => text.includes('sk-') });
  const onDisk = (): unknown => JSON.parse(readFileSync(join(dir, 'draft.json'), 'utf8'));

  it('is there at the next start, for the user alone', () => {
    const draft = draftOf();
    expect(draft.text).toBe('');
    draft.set('Why is the ');
    draft.flush();
    expect(statSync(join(dir, 'draft.json')).mode & 0o777).toBe(0o600);
    expect(draftOf().text).toBe('Why is the ');
  });

  it('is gone from the disk once it was sent or thrown away', () => {
    const draft = draftOf();
    draft.set('Why?');
    draft.flush();
    draft.set('');
    clock.advance(WRITE_INTERVAL_MS);
    expect(onDisk()).toEqual({ version: 1, text: '' });
  });

  it.each([
    ['a key in it', 'use sk-123 for this'],
    ['more than the disk is for', 'x'.repeat(LONGEST_KEPT_DRAFT + 1)],
  ])('is kept for this run alone with %s', (_name, text) => {
    const draft = draftOf();
    draft.set('Why?');
    draft.set(text);
    draft.flush();
    expect(draft.text).toBe(text);
    expect(onDisk()).toMatchObject({ text: '' });
  });

  it('says so when its file was damaged, and begins empty', () => {
    writeFileSync(join(dir, 'draft.json'), '{');
    const draft = draftOf();
    expect(draft.text).toBe('');
    expect(draft.notice).toMatchObject({ kind: 'file', file: 'draft' });
  });
});
