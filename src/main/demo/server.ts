import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer as createHttpServer, type IncomingMessage } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Certificate } from './certificate';
import type { Clock } from './clock';
import { serveConnection } from './connection';
import type { Scenario } from './faults';
import { admit, type Refusal, refusal } from './upgrade';
import type { Voice } from './voice/voice';

export interface DemoServerOptions {
  /** 0 takes any free port. */
  port: number;
  /** The one key that is admitted; null admits any and none. */
  key: string | null;
  /** How many times faster than speech answers are sent; Infinity for all at once. */
  pace: number;
  scenario: Scenario;
  certificate: Certificate | null;
  voice: Voice;
  clock: Clock;
}

export interface DemoServer {
  /** `ws://127.0.0.1:PORT/v1/realtime`, or `wss:`; the client adds `?model=`. */
  readonly url: string;
  readonly port: number;
  /** For connections from now on. */
  setScenario(scenario: Scenario): void;
  /** Cuts all connections and stops listening. */
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';
const MOST_CONNECTIONS = 64;
/** Bytes of one client message. */
const MAX_PAYLOAD = 16 * 1024 * 1024;

/** Listens on loopback. Rejects with the system's error if the port cannot be had. */
export async function startDemoServer(options: DemoServerOptions): Promise<DemoServer> {
  let scenario = options.scenario;
  const { certificate } = options;
  const http =
    certificate === null
      ? createHttpServer()
      : createHttpsServer({ cert: certificate.cert, key: certificate.key });
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_PAYLOAD,
    handleProtocols: (protocols) => (protocols.has('realtime') ? 'realtime' : false),
  });
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
    const current = scenario;
    const accept = (): void => {
      if (socket.destroyed) return;
      const admission = admit(request, options.key, sameKey);
      if (admission.kind === 'refused') refuse(socket, admission.refusal);
      else if (current.refusal !== undefined) refuse(socket, current.refusal);
      else if (sockets.clients.size >= MOST_CONNECTIONS) {
        refuse(socket, refusal(503, 'overloaded', 'Too many connections.'));
      } else {
        sockets.handleUpgrade(request, socket, head, (client) => {
          serveConnection(client, socket, admission, current, { ...options, newId });
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
    setScenario: (next) => {
      scenario = next;
    },
    stop: async () => {
      for (const cancel of waiting) cancel();
      for (const client of sockets.clients) client.terminate();
      for (const socket of open) socket.destroy();
      await new Promise<void>((resolve) => http.close(() => resolve()));
    },
  };
}

function refuse(socket: Duplex, { status, headers, body }: Refusal): void {
  const page = typeof body === 'string';
  const text = page ? body : JSON.stringify(body);
  const lines = [
    `HTTP/1.1 ${status} ${REASONS[status] ?? 'Refused'}`,
    `Content-Type: ${page ? 'text/html' : 'application/json'}`,
    `Content-Length: ${Buffer.byteLength(text)}`,
    'Connection: close',
    ...Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value}`),
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${text}`);
}

const REASONS: Readonly<Record<number, string>> = {
  302: 'Found',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
};

function sameKey(given: string, wanted: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(wanted);
  return a.length === b.length && timingSafeEqual(a, b);
}

function newId(prefix: string): string {
  return `${prefix}_${randomBytes(12).toString('hex')}`;
}
