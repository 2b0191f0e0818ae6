import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { extractFile, listPackage, statFile } from '@electron/asar';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { builtFolder } from './built';
import { readFuses, writeStandInElectron } from './stand-in-electron';

const run = promisify(execFile);
const Manifest = z.object({
  name: z.string(),
  version: z.string(),
  main: z.string(),
  desktopName: z.string(),
});

let folder: string;
let program: string;
let archive: string;
/** Paths of the files in the archive, with `/`, from its root. */
let files: string[];

/** The same packaging as for a release, around a stand-in: nothing is fetched. */
beforeAll(async () => {
  builtFolder();
  folder = await mkdtemp(join(tmpdir(), 'aloud-dir-'));
  const electron = join(folder, 'electron');
  await writeStandInElectron(electron, '45.4.1');
  const settings = {
    electronDist: electron,
    electronVersion: '45.4.1',
    'directories.output': join(folder, 'dist'),
    // Whatever this is a clone of.
    'extraMetadata.repository': 'github:someone/aloud',
  };
  const packing = run(process.execPath, [
    resolve('node_modules/electron-builder/cli.js'),
    ...['--linux', 'dir', '--x64', '--publish', 'never'],
    ...Object.entries(settings).map(([name, value]) => `-c.${name}=${value}`),
  ]);
  await packing.catch((error: { stdout: string; stderr: string }) => {
    throw new Error(`electron-builder failed:\n${error.stdout}${error.stderr}`);
  });
  program = join(folder, 'dist', 'linux-unpacked');
  archive = join(program, 'resources', 'app.asar');
  files = listPackage(archive, { isPack: false })
    .map((path) => path.replaceAll('\\', '/').slice(1))
    .filter((path) => !('files' in statFile(archive, path)));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const text = (path: string) => extractFile(archive, path).toString('utf8');

test('the archive holds what was built, the tray icons, the licence, and nothing else', async () => {
  const built = await listFiles('out');
  const icons = await listFiles('assets/tray');
  expect(files.toSorted()).toEqual([...built, ...icons, 'LICENSE', 'package.json'].toSorted());
  expect(icons).not.toEqual([]);
});

test('no source, test, source map, module folder or key is shipped', () => {
  expect(files.filter((path) => /\.(tsx?|map|env|pem|key)$|\.test\.|node_modules/.test(path))).toEqual([]);
  const scripts = files.filter((path) => /\.(c?js|html|css|json)$/.test(path));
  expect(
    scripts.filter((path) => /\bsk-[\w-]{20,}|BEGIN [A-Z ]*PRIVATE KEY|sourceMappingURL=/.test(text(path))),
  ).toEqual([]);
});

test('package.json names the program and asks for no dependencies', () => {
  const manifest: unknown = JSON.parse(text('package.json'));
  expect(Manifest.parse(manifest)).toMatchObject({
    name: 'aloud',
    main: 'out/main/index.js',
    desktopName: 'aloud.desktop',
  });
  expect(manifest).not.toHaveProperty('dependencies');
  expect(manifest).not.toHaveProperty('devDependencies');
  expect(manifest).not.toHaveProperty('scripts');
  expect(files).toContain(Manifest.parse(manifest).main);
});

test('beside the archive lies where to look for updates, and nothing that could be loaded in its place', async () => {
  const resources = join(program, 'resources');
  expect((await readdir(resources)).toSorted()).toEqual(['app-update.yml', 'app.asar']);
  const feed = (await readFile(join(resources, 'app-update.yml'), 'utf8')).trim().split('\n');
  expect(feed.toSorted()).toEqual([
    'owner: someone',
    'provider: github',
    'repo: aloud',
    'updaterCacheDirName: aloud-updater',
  ]);
});

test('the fuses are flipped', async () => {
  const fuses = readFuses(await readFile(join(program, 'aloud')));
  expect(fuses).toEqual({
    runAsNode: false,
    cookieEncryption: true,
    nodeOptions: false,
    nodeCliInspect: false,
    embeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  });
});

/** Paths of all files below `root`, with `/`, from the repository's root. */
async function listFiles(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'));
}
