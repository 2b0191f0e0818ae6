import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer as createHttpServer, type IncomingMessage } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Certificate } from './certificate';
import type { Clock } from './clock';
import { type LiveConnection, serveConnection } from './connection';
import type { Scenario } from './faults';
import { refuse } from './http-answer';
import { CALM } from './scenarios/scenarios';
import { admit, refusal } from './upgrade';
import type { Voice } from './voice/voice';

export interface DemoServerOptions {
  /** 0 takes any free port. */
  port: number;
  /** The one key that is admitted; null admits any and none. */
  key: string | null;
  /** How many times faster than speech answers are sent; Infinity for all at once. */
  pace: number;
  scenario: Scenario;
  /** So many requests to connect meet the scenario, later ones a server that behaves well; left out: all of them. */
  times?: number;
  certificate: Certificate | null;
  voice: Voice;
  clock: Clock;
  /** Is shown every request to connect, before it is answered. */
  saw?(request: Pick<IncomingMessage, 'url' | 'headers'>): void;
}

export interface DemoServer {
  /** `ws://127.0.0.1:PORT/v1/realtime`, or `wss:`; the client adds `?model=`. */
  readonly url: string;
  readonly port: number;
  /** For connections from now on. */
  setScenario(scenario: Scenario): void;
  /** For connections from now on and for those that are open. What can only happen at a handshake breaks these. */
  misbehave(scenario: Scenario): void;
  /** All sessions have reached their 60 minutes, now. */
  expire(): void;
  /** How many connections are open, WebSocket or not yet. */
  readonly connections: number;
  /** Cuts all connections and stops listening. */
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';
const MOST_CONNECTIONS = 64;
/** Bytes of one client message. */
const MAX_PAYLOAD = 16 * 1024 * 1024;

const SOCKET_OPTIONS = {
  noServer: true,
  maxPayload: MAX_PAYLOAD,
  handleProtocols: (protocols: Set<string>) => (protocols.has('realtime') ? 'realtime' : false),
} as const;

/** Listens on loopback. Rejects with the system's error if the port cannot be had. */
export async function startDemoServer(options: DemoServerOptions): Promise<DemoServer> {
  let scenario = options.scenario;
  let times = options.times ?? Infinity;
  const { certificate } = options;
  const http =
    certificate === null
      ? createHttpServer()
      : createHttpsServer({ cert: certificate.cert, key: certificate.key });
  const sockets = new WebSocketServer(SOCKET_OPTIONS);
  const pongless = new WebSocketServer({ ...SOCKET_OPTIONS, autoPong: false });
  const live = new Set<LiveConnection>();
  /** Connections before the upgrade too, that `stop` leaves none behind. */
  const open = new Set<Duplex>();
  /** Handshakes that a scenario holds back. */
  const waiting = new Set<() => void>();

  http.on('connection', (socket: Duplex) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  http.on('request', (_request, response) => {
    const { status, body } = refusal(
      426,
      'upgrade_required',
      'This is a WebSocket server. Connect to /v1/realtime.',
    );
    response.writeHead(status, {
      'content-type': 'application/json',
      connection: 'close',
      upgrade: 'websocket',
    });
    response.end(JSON.stringify(body));
  });
  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // A client that goes away during the handshake is none of our business.
    socket.on('error', () => socket.destroy());
    options.saw?.(request);
    const current = times > 0 ? scenario : CALM;
    times -= 1;
    const accept = (): void => {
      if (socket.destroyed) return;
      const admission = admit(request, options.key, sameKey);
      if (admission.kind === 'refused') refuse(socket, admission.refusal);
      else if (current.refusal !== undefined) refuse(socket, current.refusal);
      else if (current.answer !== undefined) answerOnce(socket, current.answer);
      else if (live.size >= MOST_CONNECTIONS) {
        refuse(socket, refusal(503, 'overloaded', 'Too many connections.'));
      } else {
        const server = current.answersPings === false ? pongless : sockets;
        server.handleUpgrade(request, socket, head, (client) => {
          const connection = serveConnection(client, socket, admission, current, { ...options, newId });
          live.add(connection);
          client.on('close', () => live.delete(connection));
        });
      }
    };
    if (current.handshakeDelayMs === undefined) accept();
    else {
      const cancel = options.clock.after(current.handshakeDelayMs, () => {
        waiting.delete(cancel);
        accept();
      });
      waiting.add(cancel);
      // Read meanwhile, or nobody would see the client give up; it has nothing to say before it is let in.
      socket.resume();
      socket.once('end', () => socket.destroy());
      socket.once('close', () => {
        cancel();
        waiting.delete(cancel);
      });
    }
  });

  const port = await new Promise<number>((resolve, reject) => {
    http.once('error', reject);
    http.listen(options.port, HOST, () => {
      http.off('error', reject);
      const address = http.address();
      resolve(typeof address === 'object' && address !== null ? address.port : options.port);
    });
  });
  return {
    url: `${certificate === null ? 'ws' : 'wss'}://${HOST}:${port}/v1/realtime`,
    port,
    get connections() {
      return open.size;
    },
    setScenario: (next) => {
      scenario = next;
    },
    misbehave: (next) => {
      scenario = next;
      for (const connection of [...live]) connection.misbehave(next);
    },
    expire: () => {
      for (const connection of [...live]) connection.expire();
    },
    stop: async () => {
      for (const cancel of waiting) cancel();
      for (const client of [...sockets.clients, ...pongless.clients]) client.terminate();
      for (const socket of open) socket.destroy();
      await new Promise<void>((resolve) => http.close(() => resolve()));
    },
  };
}

/** Nothing to say is said by breaking the connection. */
function answerOnce(socket: Duplex, answer: string): void {
  if (answer === '') socket.destroy();
  else socket.end(answer);
}

function sameKey(given: string, wanted: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(wanted);
  return a.length === b.length && timingSafeEqual(a, b);
}

function newId(prefix: string): string {
  return `${prefix}_${randomBytes(12).toString('hex')}`;
}
