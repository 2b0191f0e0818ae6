/**
 * Finds an installed Chromium, Chrome or Edge, and on Debian and Ubuntu installs one, with what the sound tests record
 * with. As a command it prints the browser's path: `tsx scripts/ensure-browser.ts`.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface BrowserSearch {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  isExecutable(path: string): boolean;
}

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const MAC_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const WINDOWS_PATHS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The executable named by ALOUD_BROWSER, else the first that is installed, else null.
 * @throws Error if ALOUD_BROWSER names something that cannot be run.
 */
export function findBrowser(search: BrowserSearch = thisMachine()): string | null {
  const { env, isExecutable } = search;
  const named = env.ALOUD_BROWSER;
  if (named !== undefined && named !== '') {
    const found = isAbsolute(named) ? [named] : onPath(search, named);
    const usable = found.find(isExecutable);
    if (usable === undefined) throw new Error(`ALOUD_BROWSER names ${named}, which cannot be run.`);
    return usable;
  }
  return candidates(search).find(isExecutable) ?? null;
}

function candidates(search: BrowserSearch): string[] {
  switch (search.platform) {
    case 'darwin':
      return MAC_PATHS;
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
        const folder = search.env[name];
        return folder === undefined ? [] : WINDOWS_PATHS.map((path) => `${folder}\\${path}`);
      });
    default:
      return COMMANDS.flatMap((command) => onPath(search, command));
  }
}

function onPath({ env }: BrowserSearch, command: string): string[] {
  return (env.PATH ?? '').split(delimiter).map((folder) => join(folder, command));
}

function thisMachine(): BrowserSearch {
  return {
    platform: process.platform,
    env: process.env,
    isExecutable(path) {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** Debian's packages that this machine lacks, by the command that each brings. */
function missingPackages(wantsSound: boolean): string[] {
  const search = thisMachine();
  const lacks = (command: string) => !onPath(search, command).some(search.isExecutable);
  const packages: string[] = [];
  if (findBrowser(search) === null) packages.push('chromium');
  if (wantsSound && lacks('pulseaudio')) packages.push('pulseaudio');
  if (wantsSound && lacks('parecord')) packages.push('pulseaudio-utils');
  return packages;
}

/** How to run apt-get here without being asked for a password, or null. */
function aptCommand(): string[] | null {
  if (!existsSync('/usr/bin/apt-get')) return null;
  if (process.getuid?.() === 0) return ['apt-get'];
  const sudo = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
  return sudo.status === 0 ? ['sudo', '-n', 'apt-get'] : null;
}

function aptInstall(apt: readonly string[], packages: readonly string[]): boolean {
  const [command = 'apt-get', ...first] = apt;
  const run = (...args: string[]) =>
    // Its talk goes to stderr: stdout is for the path.
    spawnSync(command, [...first, '-qq', ...args], {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  const install = () => run('install', '-y', '--no-install-recommends', ...packages);
  return install() || (run('update') && install());
}

/**
 * The path of a browser, installed if need be. `sound` (default true): also what the sound tests record with, if this
 * is a Debian that can install it; a lack of it is no error.
 * @throws Error with one sentence that says what to install.
 */
export function ensureBrowser({ sound = true }: { sound?: boolean } = {}): string {
  const missing = process.platform === 'linux' ? missingPackages(sound) : [];
  if (missing.length > 0) {
    const apt = aptCommand();
    if (apt !== null) {
      process.stderr.write(`Installing ${missing.join(', ')} …\n`);
      // Together if possible; alone so that the browser does not fail with the sound.
      if (!aptInstall(apt, missing)) for (const one of missing) aptInstall(apt, [one]);
    }
  }
  const browser = findBrowser();
  if (browser === null) throw new Error(installAdvice(process.platform));
  return browser;
}

export function installAdvice(platform: NodeJS.Platform): string {
  const how =
    platform === 'linux'
      ? 'install one with your package manager (Debian and Ubuntu: sudo apt-get install chromium)'
      : 'install Google Chrome from https://www.google.com/chrome/';
  return `No Chromium, Chrome or Edge was found: ${how}, or name one in ALOUD_BROWSER.`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    console.log(ensureBrowser());
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}
