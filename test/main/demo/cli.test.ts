import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_PACE, parseCliArguments } from '../../../src/main/demo/cli-arguments';
import { Client, refusalOf } from './server-harness';

describe('arguments', () => {
  it('have defaults', () => {
    expect(parseCliArguments([])).toMatchObject({
      kind: 'serve',
      port: 0,
      tls: false,
      key: null,
      pace: DEFAULT_PACE,
      scenario: { name: 'calm' },
    });
  });

  it('are taken', () => {
    const args = ['--port', '8787', '--tls', '--require-key', 'k', '--pace', '0', '--scenario', 'burst'];
    expect(parseCliArguments(args)).toMatchObject({
      kind: 'serve',
      port: 8787,
      tls: true,
      key: 'k',
      pace: Number.POSITIVE_INFINITY,
      scenario: { name: 'burst' },
    });
  });

  it('can be a few times only, and expire sessions', () => {
    expect(parseCliArguments(['--times', '2', '--expire-after', '1.5'])).toMatchObject({
      times: 2,
      expireAfterMs: 1_500,
    });
  });

  it.each([
    [['--port', 'x'], 'The port must be a number from 0 to 65535, not "x".'],
    [['--port', '70000'], /port/],
    [['--port='], /port/],
    [['--pace', '-1'], /pace/],
    [['--pace=fast'], /pace/],
    [['--scenario', 'nope'], 'There is no scenario "nope". Try --list-scenarios.'],
    [['--require-key', ''], /key/],
    [['--times', 'x'], /times/],
    [['--expire-after', '0'], /seconds/],
    [['--bogus'], /--bogus.*--help/],
    [['stray'], /stray/],
  ])('%j are a mistake', (args, reason) => {
    expect(parseCliArguments(args)).toMatchObject({ kind: 'mistake', reason: expect.stringMatching(reason) });
  });
});

describe('the command', () => {
  let child: ChildProcess | null = null;
  const run = (...args: string[]): ChildProcess => {
    child = spawn(process.execPath, ['--import', 'tsx', 'src/main/demo/cli.ts', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return child;
  };
  const firstLine = async (process: ChildProcess): Promise<string> => {
    if (process.stdout === null) throw new Error('no output');
    const [line] = await once(createInterface(process.stdout), 'line');
    return String(line);
  };
  afterEach(() => {
    child?.kill('SIGKILL');
  });

  it('prints its url first, with the certificate, wants the key, and ends on SIGTERM', async () => {
    const server = run('--tls', '--require-key', 'k');
    const { url, cert } = JSON.parse(await firstLine(server)) as { url: string; cert: string };
    expect(url).toMatch(/^wss:\/\/127\.0\.0\.1:\d+\/v1\/realtime$/);
    expect((await refusalOf(url, { ca: cert })).status).toBe(401);
    const client = new Client(url, { ca: cert, headers: { authorization: 'Bearer k' } });
    await client.until('session.created');
    server.kill('SIGTERM');
    const [code] = await once(server, 'exit');
    expect(code).toBe(0);
  });

  it('ends with 2 and a sentence on a mistake', async () => {
    const server = run('--port', 'x');
    let said = '';
    server.stderr?.on('data', (data) => {
      said += String(data);
    });
    const [code] = await once(server, 'close');
    expect(code).toBe(2);
    expect(said).toBe('The port must be a number from 0 to 65535, not "x".\n');
  });
});
