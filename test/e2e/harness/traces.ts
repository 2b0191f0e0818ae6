import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { LaunchedApp } from './launch-app';

/** Places where a secret was found. Empty is good. */
export type Traces = string[];

/** The spellings in which a text might be left behind. */
function spellings(secret: string): Buffer[] {
  const bytes = Buffer.from(secret, 'utf8');
  // Base64 of a longer text depends on where in it the secret begins; the middle of each is always the same.
  const base64 = [0, 1, 2].map((offset) =>
    Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .slice(4, -4),
  );
  return [
    bytes,
    Buffer.from(secret, 'utf16le'),
    Buffer.from(bytes.toString('hex')),
    Buffer.from(encodeURIComponent(secret)),
    ...base64.map((text) => Buffer.from(text)),
  ];
}

export function holds(place: string | Buffer, secret: string): boolean {
  const bytes = Buffer.isBuffer(place) ? place : Buffer.from(place, 'utf8');
  return spellings(secret).some((spelling) => bytes.includes(spelling));
}

/** Every file below `folder` that holds the secret. A file that goes away meanwhile holds nothing. */
export function tracesInFiles(folder: string, secret: string): Traces {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      try {
        return holds(readFileSync(file), secret);
      } catch {
        return false;
      }
    });
}

/** Messages between main and the pages that hold it, as `direction channel`. */
export async function tracesInTraffic(app: LaunchedApp, secret: string): Promise<Traces> {
  const entries = await app.driver.traffic();
  return entries
    .filter(({ text }) => holds(text, secret))
    .map(({ direction, channel }) => `${direction} ${channel}`);
}

/** What the page shows, keeps and is called. */
export async function tracesInPage(page: Page, secret: string): Promise<Traces> {
  const seen = await page.evaluate(() => ({
    document: document.documentElement.outerHTML,
    fields: [...document.querySelectorAll('input, textarea')]
      .map((field) => (field as HTMLInputElement | HTMLTextAreaElement).value)
      .join('\n'),
    url: location.href,
    title: document.title,
    storage: JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
    name: window.name,
  }));
  return Object.entries(seen).flatMap(([place, text]) => (holds(text, secret) ? [`page ${place}`] : []));
}

export interface Descendant {
  pid: number;
  command: string;
}

/** Linux: all processes below `pid`. */
export function descendants(pid: number): Descendant[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/u.test(name)) continue;
    // "pid (command) state parent …", where the command may hold anything.
    const parent = /.*\) \S (\d+) /su.exec(readOrEmpty(`/proc/${name}/stat`).toString('latin1'))?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const isBelow = (child: number): boolean => {
    const parent = parents.get(child);
    return parent !== undefined && (parent === pid || isBelow(parent));
  };
  return [...parents.keys()].filter(isBelow).map((child) => ({ pid: child, command: commandOf(child) }));
}

function commandOf(pid: number): string {
  return readOrEmpty(`/proc/${pid}/cmdline`).toString('utf8').replaceAll('\0', ' ').trim();
}

/** Linux: the processes whose environment or arguments, as they were started with, hold the secret. */
export function tracesInProcesses(processes: readonly Descendant[], secret: string): Traces {
  return processes.flatMap(({ pid, command }) => {
    const given = Buffer.concat([readOrEmpty(`/proc/${pid}/environ`), readOrEmpty(`/proc/${pid}/cmdline`)]);
    return holds(given, secret) ? [`process ${pid} ${command.slice(0, 80)}`] : [];
  });
}

/** Whether the process is still there. */
export function isAlive({ pid, command }: Descendant): boolean {
  // The number may belong to another by now.
  return commandOf(pid) === command && command !== '' && !isZombie(pid);
}

function isZombie(pid: number): boolean {
  return /\) Z /u.test(readOrEmpty(`/proc/${pid}/stat`).toString('latin1'));
}

/** The browser's own folders, which a process below the app was started with. */
export function profilesOf(processes: readonly Descendant[]): string[] {
  const named = processes.flatMap(({ command }) => /--user-data-dir=(\S+)/u.exec(command)?.[1] ?? []);
  return [...new Set(named)];
}

function readOrEmpty(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}
