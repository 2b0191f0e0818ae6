import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chromiumLicences, readAbout } from '../../../src/main/shell/about';
import { FakeLog } from '../../fakes/log';

vi.mock('electron', () => import('../../fakes/electron'));

let dir = '';
let log: FakeLog;
const { getSystemVersion } = process;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'aloud-about-'));
  log = new FakeLog();
  process.getSystemVersion = () => '6.8.0';
});

afterEach(() => {
  process.getSystemVersion = getSystemVersion;
  rmSync(dir, { recursive: true });
});

function file(name: string, content: unknown): string {
  const path = join(dir, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const part = (name: string, version = '1.0.0') => ({ name, version, identifier: 'MIT', text: 'The text' });
/** With no licence of Aloud's own unless one is written. */
const about = (...bundled: string[]) =>
  readAbout({
    platform: 'linux',
    execPath: join(dir, 'aloud'),
    licences: { own: join(dir, 'LICENSE'), bundled },
    desktopNames: 'ubuntu:GNOME',
    wayland: true,
    log,
  });

describe('what About shows', () => {
  it('is Aloud, and every part of all bundles once, by name', () => {
    file('LICENSE', 'MIT License');
    const main = file('main.json', [
      part('zod'),
      part('semver', '7.10.0'),
      part('semver', '7.9.0'),
      part('@preact/signals'),
      part('ws'),
    ]);
    const pages = file('pages.json', [part('preact'), part('ws')]);
    const { parts } = about(main, pages);
    expect(parts.map(({ name, version }) => `${name} ${version}`)).toEqual([
      'Aloud 1.2.3',
      'preact 1.0.0',
      '@preact/signals 1.0.0',
      'semver 7.9.0',
      'semver 7.10.0',
      'ws 1.0.0',
      'zod 1.0.0',
    ]);
    expect(parts[0]?.text).toBe('MIT License');
    expect(parts[1]).toEqual({ name: 'preact', version: '1.0.0', licence: 'MIT', text: 'The text' });
    expect(log.lines).toEqual([]);
  });

  it.each([['no JSON'], [[{ name: 'x' }]], [{}]])('is what there is, when a list holds %o', (content) => {
    const { parts } = about(
      file('bad.json', content),
      join(dir, 'missing.json'),
      file('good.json', [part('ws')]),
    );
    expect(parts.map(({ name }) => name)).toEqual(['ws']);
    expect(log.lines.map(({ level }) => level)).toEqual(['error', 'error', 'error']);
  });

  it('is the version of Aloud, and what it runs on', () => {
    const { version, platform, runtime } = about();
    expect({ version, platform }).toEqual({ version: '1.2.3', platform: 'linux' });
    expect(runtime.node).toBe(process.versions.node);
    expect(runtime.system).toContain(`Linux 6.8.0 (${process.arch}), ubuntu:GNOME, Wayland`);
  });

  it('offers the licences of Chromium where the packager has put them', () => {
    expect(about().hasChromiumLicences).toBe(false);
    file('LICENSES.chromium.html', '');
    expect(about().hasChromiumLicences).toBe(true);
    const bundle = join(dir, 'Aloud.app/Contents');
    mkdirSync(join(bundle, 'MacOS'), { recursive: true });
    const execPath = join(bundle, 'MacOS/Aloud');
    expect(chromiumLicences({ platform: 'darwin', execPath })).toBe(
      join(bundle, 'Resources/LICENSES.chromium.html'),
    );
  });
});
