import { createServer, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createConnect } from '../../../src/main/realtime/connect';
import type { Connect, Connection, ServerEvent } from '../../../src/main/realtime/connection';
import type { RealtimeError } from '../../../src/main/realtime/errors';
import { openaiConnect } from '../../../src/main/realtime/openai';
import { plainConnect } from '../../../src/main/realtime/plain';
import type { TransportOptions } from '../../../src/main/realtime/socket';
import { answerHttp, type ScriptedServer, startScriptedServer } from '../../fakes/scripted-server';

const KEY = 'sk-test-0123456789abcdef';

/** What a connection told, with a promise of its end. */
class Witness {
  readonly told: string[] = [];
  readonly events: ServerEvent[] = [];
  readonly ended: Promise<RealtimeError>;
  readonly opened: Promise<void>;
  readonly connection: Connection;
  #waiting: (() => void)[] = [];

  constructor(connect: Connect, url: string, key: string | null = KEY) {
    let end: (reason: RealtimeError) => void = () => {};
    let open: () => void = () => {};
    this.ended = new Promise((resolve) => {
      end = resolve;
    });
    this.opened = new Promise((resolve) => {
      open = resolve;
    });
    const tell = (what: string) => {
      this.told.push(what);
      for (const resolve of this.#waiting.splice(0)) resolve();
    };
    this.connection = connect(
      { url, key, model: 'gpt-realtime-2.1' },
      {
        opened: () => {
          tell('opened');
          open();
        },
        received: (event) => {
          this.events.push(event);
          tell(event.type);
        },
        malformed: (error) => tell(error.message),
        ended: (reason) => {
          tell('ended');
          end(reason);
        },
      },
    );
  }

  /** Fulfilled when so many things have been told. */
  async count(n: number): Promise<string[]> {
    while (this.told.length < n) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.told;
  }
}

const TRANSPORTS: [string, boolean, (options: TransportOptions) => Connect][] = [
  ['ws over ws:', false, plainConnect],
  ['ws over wss:', true, plainConnect],
  ['the SDK over wss:', true, openaiConnect],
];

describe.each(TRANSPORTS)('%s', (_, secure, make) => {
  let server: ScriptedServer;
  const witnesses: Witness[] = [];
  const open = (
    options: TransportOptions = {},
    url = `${server.url}/v1/realtime?x=1`,
    key: string | null = KEY,
  ) => {
    const witness = new Witness(make({ ...(secure && { ca: server.ca }), ...options }), url, key);
    witnesses.push(witness);
    return witness;
  };

  beforeEach(async () => {
    server = await startScriptedServer(secure);
  });
  afterEach(async () => {
    for (const { connection } of witnesses.splice(0)) connection.close();
    await server.close();
  });

  it('carries events both ways, with model and key', async () => {
    server.script = {
      accept: (socket) => {
        socket.on('message', (data) =>
          socket.send(JSON.stringify({ type: 'echo', of: JSON.parse(`${data}`) })),
        );
        socket.send('{"type":"session.created","session":{}}');
      },
    };
    const witness = open();
    witness.connection.send({ type: 'too.early', event_id: '0' });
    expect(await witness.count(2)).toEqual(['opened', 'session.created']);
    witness.connection.send({ type: 'hi', event_id: '1', text: '🙂 שלום' });
    await witness.count(3);
    expect(witness.events[1]).toEqual({ type: 'echo', of: { type: 'hi', event_id: '1', text: '🙂 שלום' } });
    const [request] = server.requests;
    expect(request?.url).toBe('/v1/realtime?x=1&model=gpt-realtime-2.1');
    expect(request?.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(request?.headers['user-agent']).toBe('Aloud');
    expect(request?.headers).not.toHaveProperty('openai-beta');
    expect(request?.headers).not.toHaveProperty('sec-websocket-extensions');
    witness.connection.close();
  });

  it('goes on after frames that are no events, and does not quote them', async () => {
    server.script = {
      accept: (socket) => {
        for (const frame of ['no json', '[1]', 'null', '"text"', '{"type":1}', '']) socket.send(frame);
        socket.send(Buffer.from([0, 159, 146, 150]));
        socket.send('{"type":"error","error":{"message":"of the protocol"}}');
      },
    };
    const told = await open().count(9);
    expect(told[0]).toBe('opened');
    expect(told.slice(1, 8).every((what) => /^garbage: (?:no event|binary frame)$/u.test(what))).toBe(true);
    expect(told[8]).toBe('error');
  });

  it.each([
    [
      '401 Unauthorized',
      '{"error":{"code":"invalid_api_key","message":"Incorrect key sk-test-0123"}}',
      'bad-key: http 401 invalid_api_key',
    ],
    ['401 Unauthorized', `{"error":{"code":"${KEY}","type":"${KEY}"}}`, 'bad-key: http 401'],
    ['403 Forbidden', 'no json', 'forbidden: http 403'],
    [
      '404 Not Found',
      '{"error":{"code":null,"type":"invalid_request_error"}}',
      'not-found: http 404 invalid_request_error',
    ],
    [
      '429 Too Many Requests',
      '{"error":{"code":"insufficient_quota"}}',
      'quota: http 429 insufficient_quota',
    ],
    ['429 Too Many Requests', '{}', 'rate-limited: http 429'],
    ['503 Service Unavailable', '', 'server-error: http 503'],
    ['200 OK', '<html>', 'not-a-realtime-server: http 200'],
  ])('tells why it was refused: %s %s', async (status, body, message) => {
    server.script = { refuse: (socket) => answerHttp(socket, status, body) };
    const witness = open();
    expect((await witness.ended).message).toBe(message);
    expect(witness.told).toEqual(['ended']);
  });

  it('does not read the whole of an endless refusal', async () => {
    let stop = () => {};
    server.script = {
      refuse: (socket) => {
        socket.write('HTTP/1.1 500 Oops\r\nContent-Length: 999999999\r\n\r\n');
        const more = setInterval(() => socket.write('x'.repeat(8_192)), 1);
        stop = () => clearInterval(more);
        socket.on('close', stop);
      },
    };
    expect((await open().ended).message).toBe('server-error: http 500');
    stop();
  });

  it('tells when it may come back, and the login page of a network', async () => {
    server.script = {
      refuse: (socket) => answerHttp(socket, '429 Too Many Requests', '', ['Retry-After: 20']),
    };
    expect(await open().ended).toMatchObject({ code: 'rate-limited', retryAfterMs: 20_000 });
    server.script = {
      refuse: (socket) => answerHttp(socket, '302 Found', '', ['Location: http://login.example/']),
    };
    expect((await open().ended).message).toBe('captive-portal: http 302');
  });

  it('finds out that the other end is gone', async () => {
    server.script = { accept: (socket) => socket.pause() };
    const witness = open({ limits: { pingIntervalMs: 20, pongTimeoutMs: 40 } });
    expect((await witness.ended).message).toBe('closed: no pong');
    expect(witness.told).toEqual(['opened', 'ended']);
  });

  it('never follows a redirect with the key', async () => {
    const other = await startScriptedServer(secure);
    server.script = {
      refuse: (socket) => answerHttp(socket, '302 Found', '', [`Location: ${other.url}/`]),
    };
    expect((await open().ended).message).toBe('not-a-realtime-server: http 302');
    expect(other.requests).toEqual([]);
    await other.close();
  });

  it.each([
    [1000, '', 'closed: close 1000'],
    [1001, 'Your session hit the maximum duration of 60 minutes.', 'session-expired: close 1001'],
    [1011, 'a secret', 'server-error: close 1011'],
    [4000, 'invalid_request_error.beta_api_shape_disabled', 'wrong-dialect: close 4000'],
    [3000, 'invalid_request_error.invalid_api_key', 'bad-key: close 3000'],
  ])('tells the close code %i %s', async (code, reason, message) => {
    server.script = { accept: (socket) => socket.close(code, reason) };
    const witness = open();
    expect((await witness.ended).message).toBe(message);
    expect(witness.told).toEqual(['opened', 'ended']);
  });

  it('tells a connection that breaks off', async () => {
    server.script = { accept: (socket) => socket.terminate() };
    expect((await open().ended).code).toBe('closed');
  });

  it('ends at a frame that is too large', async () => {
    server.script = { accept: (socket) => socket.send(`{"type":"big","x":"${'x'.repeat(2_000)}"}`) };
    const witness = open({ limits: { maxPayload: 1_000 } });
    expect((await witness.ended).code).toBe('too-large');
    expect(witness.told).toEqual(['opened', 'ended']);
  });

  it('does not wait for ever for a handshake', async () => {
    server.script = { refuse: () => {} };
    const witness = open({ limits: { handshakeTimeoutMs: 50 } });
    expect((await witness.ended).message).toBe('handshake-timeout');
    expect(witness.told).toEqual(['ended']);
  });

  it('tells an answer that is no WebSocket’s', async () => {
    server.script = {
      refuse: (socket) =>
        socket.end(
          'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: no\r\n\r\n',
        ),
    };
    expect((await open().ended).code).toBe('not-a-realtime-server');
  });

  it('tells nothing after it was closed from our side', async () => {
    const closed = new Promise<number>((resolve) => {
      server.script = {
        accept: (socket) => {
          socket.on('close', resolve);
          socket.send('{"type":"a"}');
        },
      };
    });
    const witness = open();
    await witness.count(2);
    witness.connection.close();
    witness.connection.close();
    witness.connection.send({ type: 'too.late', event_id: '1' });
    expect(await closed).toBe(1000);
    expect(witness.told).toEqual(['opened', 'a']);
  });

  it('can be closed while it connects', async () => {
    server.script = { refuse: () => {} };
    const witness = open({ limits: { handshakeTimeoutMs: 30 } });
    witness.connection.close();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(witness.told).toEqual([]);
  });

  it('refuses a key that no header can carry', async () => {
    const witness = open({}, server.url, 'sk-line\nbreak');
    expect((await witness.ended).message).toBe('bad-key: not a header value');
    expect(server.requests).toEqual([]);
  });

  it('tells that nobody listens', async () => {
    await server.close();
    expect((await open().ended).message).toBe('refused-connection: ECONNREFUSED');
  });
});

describe('TLS', () => {
  it.each([
    ['ws', plainConnect],
    ['the SDK', openaiConnect],
  ])('of a stranger is not trusted by %s, and the key is not sent', async (_, make) => {
    const server = await startScriptedServer(true);
    const witness = new Witness(make({}), server.url);
    expect((await witness.ended).code).toBe('self-signed');
    expect(server.requests).toEqual([]);
    await server.close();
  });

  it('is missed where there is none', async () => {
    const server = await startScriptedServer(false);
    const witness = new Witness(openaiConnect(), server.url.replace('ws:', 'wss:'));
    expect((await witness.ended).code).toBe('tls');
    await server.close();
  });
});

describe('createConnect', () => {
  it('takes the SDK for a key over wss:, and ws for the rest', async () => {
    const server = await startScriptedServer(true);
    server.script = { accept: (socket) => socket.send('{"type":"session.created"}') };
    for (const key of [KEY, null]) {
      const witness = new Witness(createConnect({ authorities: () => [server.ca] }), server.url, key);
      expect(await witness.count(2)).toEqual(['opened', 'session.created']);
      witness.connection.close();
    }
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${KEY}`, undefined]);
    await server.close();
  });

  it('asks for the beta dialect where the endpoint says so', async () => {
    const server = await startScriptedServer(false);
    server.script = { accept: (socket) => socket.send('{"type":"session.created"}') };
    const opened = new Promise<void>((resolve) => {
      createConnect()(
        { url: server.url, key: null, model: 'm', dialect: 'beta' },
        { opened: resolve, received() {}, malformed() {}, ended() {} },
      );
    });
    await opened;
    expect(server.requests[0]?.headers['openai-beta']).toBe('realtime=v1');
    await server.close();
  });

  it('closes before the SDK is loaded', async () => {
    const witness = new Witness(createConnect(), 'wss://localhost:1/');
    witness.connection.close();
    await import('../../../src/main/realtime/openai');
    await new Promise((resolve) => setImmediate(resolve));
    expect(witness.told).toEqual([]);
  });

  it.each([
    ['nonsense', 'bad-address: bad address'],
    ['https://api.openai.com/v1/realtime', 'bad-address: not a wss: or ws: address'],
    ['wss://user:password@localhost/', 'bad-address: address with a password'],
    ['ws://example.com/v1/realtime', 'insecure-key'],
    ['ws://localhost.example.com/', 'insecure-key'],
    ['ws://127.0.0.1.example.com/', 'insecure-key'],
    ['ws://10.0.0.1/', 'insecure-key'],
    ['ws://[::2]/', 'insecure-key'],
    ['ws://nowhere.invalid/', 'insecure-key'],
  ])('refuses %s', async (url, message) => {
    const witness = new Witness(createConnect(), url);
    expect((await witness.ended).message).toBe(message);
    expect(witness.told).toEqual(['ended']);
  });

  it('sends no byte of a key to another machine over ws:', async () => {
    const seen: Socket[] = [];
    const listener = createServer((socket) => seen.push(socket));
    await new Promise<void>((resolve) => listener.listen(0, '0.0.0.0', resolve));
    const address = listener.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const witness = new Witness(plainConnect(), `ws://0.0.0.0:${port}/`);
    expect((await witness.ended).code).toBe('insecure-key');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen).toEqual([]);
    await new Promise((resolve) => listener.close(resolve));
  });
});

describe('Azure', () => {
  it.each([
    ['today', '/openai/v1/realtime?model=my-deployment', undefined],
    ['the preview', '/openai/realtime?api-version=2024-10-01-preview&deployment=my-deployment', 'beta'],
  ] as const)(
    'in the form of %s gets the key in its own header, through the SDK',
    async (_, path, dialect) => {
      const server = await startScriptedServer(true);
      server.script = { accept: (socket) => socket.send('{"type":"session.created","session":{}}') };
      const told: string[] = [];
      const done = new Promise<void>((resolve) => {
        const connection = createConnect({ authorities: () => [server.ca] })(
          {
            url: `${server.url}${path}`,
            key: KEY,
            model: 'my-deployment',
            auth: 'api-key',
            ...(dialect !== undefined && { dialect }),
          },
          {
            opened: () => told.push('opened'),
            received: (event) => {
              told.push(event.type);
              connection.close();
              resolve();
            },
            malformed: (error) => told.push(error.message),
            ended: (reason) => {
              told.push(reason.message);
              resolve();
            },
          },
        );
      });
      await done;
      expect(told).toEqual(['opened', 'session.created']);
      const [request] = server.requests;
      expect(request?.url).toBe(path);
      expect(request?.headers['api-key']).toBe(KEY);
      expect(request?.headers).not.toHaveProperty('authorization');
      expect(request?.headers).not.toHaveProperty('openai-organization');
      await server.close();
    },
  );
});

describe('the consent to send a key unencrypted', () => {
  it('is needed beyond this machine, and is enough', async () => {
    const server = await startScriptedServer(false);
    server.script = { accept: (socket) => socket.close(1000) };
    const open = (insecureKey: boolean) =>
      new Promise<string>((resolve) => {
        // A name of this machine that is not known as one.
        const url = server.url.replace('127.0.0.1', '0.0.0.0');
        plainConnect()(
          { url, key: KEY, model: 'm', insecureKey },
          {
            opened: () => {},
            received: () => {},
            malformed: () => {},
            ended: ({ code }) => resolve(code),
          },
        );
      });
    expect(await open(false)).toBe('insecure-key');
    expect(server.requests).toEqual([]);
    expect(await open(true)).toBe('closed');
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
    await server.close();
  });
});
