import { readdir, readFile } from 'node:fs/promises';
import { cpuMs } from '../e2e/harness/processes';

/** Where processor time goes: what an app's own program uses, its page, its sound, and the browser around them. */
export interface CpuSplit {
  /** Everything that is no browser: Aloud's main process with the host that it runs on. */
  main: number;
  /** Pages and what draws them, without their audio threads. */
  page: number;
  /** The pages' audio threads and the browser's audio service. */
  audio: number;
  /** The browser itself, its network service and the rest. */
  browser: number;
}

/** Ticks of /proc in one ms. */
const TICK_MS = 10;
/** As the system shortens them: the worklet's, and the one that fills the device's buffer. */
const AUDIO_THREAD = /^(Realtime AudioW|AudioWorklet|AudioOutputDevi)/;

/** Processor time used so far, ms. Linux. What has ended counts nothing. */
export async function cpuSplit(pids: readonly number[]): Promise<CpuSplit> {
  const split: CpuSplit = { main: 0, page: 0, audio: 0, browser: 0 };
  for (const pid of pids) {
    const part = partOf(await textOf(`/proc/${pid}/cmdline`));
    const all = await cpuMs([pid]);
    const audio = part === 'page' ? await audioThreadsMs(pid) : 0;
    split[part] += all - audio;
    split.audio += audio;
  }
  return split;
}

/**
 * Memory of all of `pids` together, bytes; pages that several share are counted once, in parts. Linux. What has ended
 * counts nothing.
 */
export async function memoryOf(pids: readonly number[]): Promise<number> {
  let bytes = 0;
  for (const pid of pids) {
    const kilobytes = /^Pss:\s+(\d+) kB/m.exec(await textOf(`/proc/${pid}/smaps_rollup`))?.[1];
    bytes += Number(kilobytes ?? 0) * 1024;
  }
  return bytes;
}

function partOf(command: string): keyof CpuSplit {
  if (/--type=(renderer|gpu-process)/.test(command)) return 'page';
  if (command.includes('AudioService')) return 'audio';
  return /--(type|user-data-dir)=/.test(command) ? 'browser' : 'main';
}

async function audioThreadsMs(pid: number): Promise<number> {
  let ticks = 0;
  for (const thread of await readdir(`/proc/${pid}/task`).catch(() => [])) {
    const stat = await textOf(`/proc/${pid}/task/${thread}/stat`);
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    if (!AUDIO_THREAD.test(name)) continue;
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    ticks += Number(fields[11]) + Number(fields[12]);
  }
  return ticks * TICK_MS;
}

async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}
