import { createHash } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { RequestOptions, Server } from 'node:http';
import { createServer, request } from 'node:http';
import Module, { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Updater } from '../../../src/main/shell/auto-updater';
import { updateFailure } from '../../../src/main/shell/update-failure';
import { app } from '../../fakes/electron';
import { FakeLog } from '../../fakes/log';

vi.mock('electron', async () => ({
  ...(await import('../../fakes/electron')),
  autoUpdater: new (await import('node:events')).EventEmitter(),
}));

/** What the program was before, and what the update is. */
const OLD = 'the old program';
const NEW = 'the new program, '.repeat(5_000);

let dir = '';
let server: Server;
/** By path. `broken` ends the connection in the middle. */
let served: Map<string, { body: string; broken?: boolean }>;
let asked: { path: string; headers: NodeJS.Dict<string | string[]> }[] = [];
let log: FakeLog;

/**
 * electron-updater itself, with the little that it uses of Electron: it requires that by the loader of Node, past the
 * mock above. Its `net` is Node's own HTTP.
 */
beforeAll(() => {
  const electron = {
    app: Object.assign(app, { getName: () => 'Aloud' }),
    autoUpdater: new EventEmitter(),
    session: { fromPartition: () => ({}) },
    net: {
      request: ({
        session: _session,
        redirect: _redirect,
        ...options
      }: RequestOptions & Record<string, unknown>) => request(options),
    },
  };
  const require = createRequire(import.meta.url);
  const path = require.resolve('electron');
  const module = Object.assign(new Module(path), { exports: electron, loaded: true });
  require.cache[path] = module;
});

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'aloud-update-'));
  served = new Map();
  asked = [];
  log = new FakeLog();
  server = createServer(({ url = '', headers }, response) => {
    const path = url.split('?', 1)[0] ?? '';
    asked.push({ path, headers });
    const file = served.get(path);
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Length': Buffer.byteLength(file.body) });
    if (file.broken === true) response.write(file.body.slice(0, 10_000), () => response.destroy());
    else response.end(file.body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : null;
  writeFileSync(join(dir, 'Aloud.AppImage'), OLD, { mode: 0o755 });
  mkdirSync(join(dir, 'resources'));
  writeFileSync(
    join(dir, 'resources/app-update.yml'),
    `provider: generic\nurl: http://127.0.0.1:${port}/\nupdaterCacheDirName: aloud-updater\n`,
  );
  app.paths.set('userData', join(dir, 'data'));
  vi.stubEnv('APPIMAGE', join(dir, 'Aloud.AppImage'));
  vi.stubEnv('XDG_CACHE_HOME', join(dir, 'cache'));
  Reflect.set(process, 'resourcesPath', join(dir, 'resources'));
  vi.clearAllMocks();
});

afterEach(async () => {
  vi.unstubAllEnvs();
  Reflect.deleteProperty(process, 'resourcesPath');
  await new Promise((done) => {
    server.close(done);
    server.closeAllConnections();
  });
  rmSync(dir, { recursive: true });
});

async function create(): Promise<Updater> {
  const { createUpdater } = await import('../../../src/main/shell/auto-updater');
  return createUpdater({ platform: 'linux', appImage: join(dir, 'Aloud.AppImage'), log });
}

/** Puts a version and its file on the server; `announced` is what the feed says of the file. */
function publish(version: string, body = NEW, announced = body): void {
  const sha512 = createHash('sha512').update(announced).digest('base64');
  const name = 'Aloud-x86_64.AppImage';
  served.set('/latest-linux.yml', {
    body: `version: ${version}\nfiles:\n  - url: ${name}\n    sha512: ${sha512}\n    size: ${announced.length}\npath: ${name}\nsha512: ${sha512}\nreleaseDate: '2026-11-01T00:00:00.000Z'\n`,
  });
  served.set(`/${name}`, { body });
}

const program = (): string => readFileSync(join(dir, 'Aloud.AppImage'), 'utf8');

/** How a promise fails, by what it means. */
async function failureOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'none',
    (error: unknown) => updateFailure(error),
  );
}

// AppImages are Linux' own; electron-updater looks at the feed of the system that it runs on.
describe.runIf(process.platform === 'linux')('the feed', () => {
  it('names a newer version', async () => {
    publish('2.0.0');
    expect(await (await create()).look()).toBe('2.0.0');
  });

  it.each(['1.2.3', '1.2.2', '0.9.0'])('with %s has nothing for 1.2.3', async (version) => {
    publish(version);
    expect(await (await create()).look()).toBeNull();
  });

  it.each(['', '2', '2.0.0<b>', 'latest', `2.0.0-${'x'.repeat(41)}`])(
    'with “%s” names no version',
    async (version) => {
      publish(version);
      await expect((await create()).look()).rejects.toThrow();
    },
  );

  it('that is not there is told so', async () => {
    expect(await failureOf((await create()).look())).toBe('not-published');
  });

  it('is asked without a number that would tell one computer from another', async () => {
    publish('1.2.3');
    await (await create()).look();
    await (await create()).look();
    expect(asked.map(({ headers }) => headers['x-user-staging-id'])).toEqual(['', '']);
  });
});

describe.runIf(process.platform === 'linux')('an update', () => {
  it('takes the place of the program at once, under its name, and nothing is left beside it', async () => {
    publish('2.0.0');
    const updater = await create();
    await updater.look();
    const told: number[] = [];
    await updater.download((percent) => told.push(percent)).done;
    expect(program()).toBe(OLD);
    updater.install(false);
    expect(program()).toBe(NEW);
    expect(statSync(join(dir, 'Aloud.AppImage')).mode & 0o777).toBe(0o755);
    expect(existsSync(join(dir, 'Aloud.AppImage.new'))).toBe(false);
    await vi.waitFor(() => expect(app.quit).toHaveBeenCalledOnce());
  });

  it('is not installed by merely quitting', async () => {
    publish('2.0.0');
    const updater = await create();
    await updater.look();
    await updater.download(() => undefined).done;
    app.emit('quit', {}, 0);
    expect(program()).toBe(OLD);
  });

  it('that is another than was announced is thrown away', async () => {
    publish('2.0.0', NEW.replace('new', 'bad'), NEW);
    const updater = await create();
    await updater.look();
    expect(await failureOf(updater.download(() => undefined).done)).toBe('not-genuine');
    expect(() => updater.install(false)).toThrow();
    expect(program()).toBe(OLD);
    expect(app.quit).not.toHaveBeenCalled();
  });

  it('that broke off is no update, and can be fetched again', async () => {
    publish('2.0.0');
    served.set('/Aloud-x86_64.AppImage', { body: NEW, broken: true });
    const updater = await create();
    await updater.look();
    await expect(updater.download(() => undefined).done).rejects.toThrow();
    publish('2.0.0');
    await updater.look();
    await updater.download(() => undefined).done;
    updater.install(false);
    expect(program()).toBe(NEW);
  });

  it('can be broken off', async () => {
    publish('2.0.0');
    const updater = await create();
    await updater.look();
    const download = updater.download(() => undefined);
    download.cancel();
    await expect(download.done).rejects.toThrow();
    expect(() => updater.install(false)).toThrow();
    expect(program()).toBe(OLD);
  });

  it('that cannot be written leaves the program as it was', async () => {
    publish('2.0.0');
    const updater = await create();
    await updater.look();
    await updater.download(() => undefined).done;
    // A folder where the copy is to be.
    mkdirSync(join(dir, 'Aloud.AppImage.new'));
    expect(() => updater.install(false)).toThrow();
    expect(program()).toBe(OLD);
    expect(app.quit).not.toHaveBeenCalled();
  });
});
