import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Linux schedules sessions against each other by this, -20 to 19. `nice` counts within one, and is left alone. */
const FIRST = '-20';
/** Below Chromium's own audio threads, which are at 8 and 9. */
const REAL_TIME = '4';
/** Chromium's thread that talks to PulseAudio. */
const SOUND_SERVER_LINK = 'threaded-ml';

/**
 * Lets the sessions of these processes go before all other work of the machine, and their link to the sound server be
 * served in real time like Chromium's audio threads, where the system allows it (root on Linux): a shared machine's
 * noise then hides less. The same for every contender. True if it was allowed.
 */
export async function goFirst(pids: readonly number[]): Promise<boolean> {
  try {
    for (const pid of pids) {
      await writeFile(`/proc/${pid}/autogroup`, FIRST);
      for (const thread of await readdir(`/proc/${pid}/task`)) {
        const name = await readFile(`/proc/${pid}/task/${thread}/comm`, 'utf8');
        if (name.startsWith(SOUND_SERVER_LINK)) await realTime([thread]);
      }
    }
    return true;
  } catch {
    return false;
  }
}

/** The same for the instrument: every thread of the sound server and of the recording. */
export async function instrumentFirst(pids: readonly number[]): Promise<boolean> {
  const first = await goFirst(pids);
  try {
    for (const pid of pids) await realTime(['--all-tasks', String(pid)]);
    return first;
  } catch {
    return false;
  }
}

/** `target` is a thread, or a process with `--all-tasks`. */
async function realTime(target: readonly string[]): Promise<void> {
  const options = target.length > 1 ? target.slice(0, -1) : [];
  await run('chrt', [...options, '--rr', '--pid', REAL_TIME, target.at(-1) ?? '']);
}
