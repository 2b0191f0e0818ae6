import { readdir, readFile } from 'node:fs/promises';

/** Ticks of /proc in one second: fixed for user space on Linux. */
const TICKS = 100;
const PAGE_BYTES = 4096;

/** `root` and all that descends from it. */
export async function processesOf(root: number): Promise<number[]> {
  const parents = new Map<number, number>();
  for (const entry of await readdir('/proc')) {
    const pid = Number(entry);
    const fields = Number.isInteger(pid) ? await statOf(pid) : null;
    if (fields !== null) parents.set(pid, Number(fields[1]));
  }
  return [...parents.keys()].filter((pid) => descends(pid, root, parents));
}

/** The browser that was started with `profile` as its data folder. */
export async function browserOf(profile: string): Promise<number> {
  for (const entry of await readdir('/proc')) {
    const pid = Number(entry);
    if (!Number.isInteger(pid)) continue;
    const command = await commandLine(pid);
    if (command.includes(profile) && !command.includes('--type=')) return pid;
  }
  throw new Error('The browser has no process');
}

/** Of `pids`, those that draw pages, the largest first. */
export async function renderersOf(pids: readonly number[]): Promise<number[]> {
  const renderers: { pid: number; bytes: number }[] = [];
  for (const pid of pids) {
    if ((await commandLine(pid)).includes('--type=renderer')) {
      renderers.push({ pid, bytes: await memoryBytes(pid) });
    }
  }
  return renderers.sort((a, b) => b.bytes - a.bytes).map(({ pid }) => pid);
}

/** CPU time used so far by all of `pids`, ms; those that have ended count nothing. */
export async function cpuMs(pids: readonly number[]): Promise<number> {
  let ticks = 0;
  for (const pid of pids) {
    const fields = await statOf(pid);
    if (fields !== null) ticks += Number(fields[11]) + Number(fields[12]);
  }
  return (ticks * 1000) / TICKS;
}

/** Resident memory, bytes; 0 if it has ended. */
export async function memoryBytes(pid: number): Promise<number> {
  const statm = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '0 0');
  return Number(statm.split(' ')[1]) * PAGE_BYTES;
}

function descends(pid: number, root: number, parents: ReadonlyMap<number, number>): boolean {
  for (let at: number | undefined = pid; at !== undefined && at > 1; at = parents.get(at)) {
    if (at === root) return true;
  }
  return false;
}

/** The fields after the name, which may hold anything: state, parent, … */
async function statOf(pid: number): Promise<string[] | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  return stat === null ? null : stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

async function commandLine(pid: number): Promise<string> {
  return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
}
