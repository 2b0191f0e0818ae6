import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a second start tells the first. */
export interface SecondStart {
  argv: string[];
  workingDirectory: string;
  additionalData: unknown;
}

export interface InstanceLock {
  release(): void;
}

// The second start asks synchronously, as Electron does; so another small process does the asking.
const KNOCK = `
const net = require('node:net');
const [path, message] = process.argv.slice(1);
const until = Date.now() + 3000;
(function attempt() {
  const socket = net.connect(path, () => socket.end(message));
  socket.on('data', () => process.exit(0));
  socket.on('error', () => (Date.now() < until && stillThere() ? setTimeout(attempt, 50) : process.exit(1)));
})();
function stillThere() {
  try { process.kill(Number(process.env.ALOUD_HOST_OWNER), 0); return true; } catch (error) { return error.code === 'EPERM'; }
}`;

/**
 * The lock of one folder across processes. Null: another instance holds it and was told of this start.
 * A lock whose owner is gone is taken over.
 */
export function takeInstanceLock(
  folder: string,
  start: SecondStart,
  onSecondStart: (start: SecondStart) => void,
): InstanceLock | null {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'HostSingletonLock');
  const path = socketPath(folder);
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 });
      return hold(file, path, onSecondStart);
    } catch (error) {
      if (!isExisting(error)) throw error;
    }
    if (tellOwner(file, path, start)) return null;
    rmSync(file, { force: true });
  }
  return null;
}

/** Short: a Unix socket's path may have about 100 characters. */
function socketPath(folder: string): string {
  const name = `aloud-host-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

function hold(file: string, path: string, onSecondStart: (start: SecondStart) => void): InstanceLock {
  if (process.platform !== 'win32') rmSync(path, { force: true });
  const server: Server = createServer({ allowHalfOpen: true }, (socket) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => {
      text += part;
    });
    socket.on('end', () => {
      socket.end('ok');
      onSecondStart(JSON.parse(text));
    });
    socket.on('error', () => {});
  });
  server.listen(path);
  server.unref();
  return {
    release() {
      server.close();
      rmSync(file, { force: true });
    },
  };
}

function tellOwner(file: string, path: string, start: SecondStart): boolean {
  const told = spawnSync(process.execPath, ['-e', KNOCK, path, JSON.stringify(start)], {
    env: { ...process.env, NODE_OPTIONS: '', ALOUD_HOST_OWNER: readOwner(file) },
    stdio: 'ignore',
  });
  return told.status === 0;
}

function readOwner(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}

function isExisting(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
