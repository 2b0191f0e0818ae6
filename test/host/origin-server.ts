import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import type { OriginMap } from './origins';
import { createOriginMap } from './origins';
import type { PortHub } from './port-hub';

export type SchemeHandler = (request: Request) => Response | Promise<Response>;

export interface OriginServer {
  origins: OriginMap;
  /** Only requests with this cookie are answered: nobody else on the machine reads the app's pages. */
  cookie: { name: string; value: string };
  close(): void;
}

export interface OriginServerOptions {
  schemes: ReadonlySet<string>;
  /** The handler that the app gave to `protocol.handle`. */
  handlerOf(scheme: string): SchemeHandler | undefined;
  ports: PortHub;
  portWorker: string;
  problem(sentence: string): void;
}

const COOKIE = 'aloud-host';
// The bridge may connect where the page may not.
const WORKER_POLICY = "default-src 'none'; connect-src 'self'";

/** Answers the browser's requests for the app's own URLs from the app's handlers. Loopback, any free port. */
export async function startOriginServer(options: OriginServerOptions): Promise<OriginServer> {
  const secret = randomBytes(32).toString('hex');
  const server = createServer();
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const origins = createOriginMap(options.schemes, port);

  server.on('request', (request, response) => {
    if (!hasSecret(request, secret)) {
      response.writeHead(403).end();
      return;
    }
    answer(request, response).catch((error: unknown) => {
      options.problem(`The app's protocol handler failed: ${String(error)}`);
      response.destroy();
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === '/__host__/port-bridge.js') {
      response.writeHead(200, {
        'Content-Type': 'text/javascript',
        'Content-Security-Policy': WORKER_POLICY,
        'Cross-Origin-Resource-Policy': 'same-origin',
      });
      response.end(options.portWorker);
      return;
    }
    if (request.url === '/favicon.ico') {
      // A browser asks for it by itself, Electron does not: the app never hears of it.
      response.writeHead(204).end();
      return;
    }
    const appUrl = origins.toApp(`http://${request.headers.host}${request.url}`);
    const handler = options.handlerOf(new URL(appUrl).protocol.slice(0, -1));
    if (handler === undefined) {
      response.writeHead(404).end();
      return;
    }
    const answered = await handler(appRequest(appUrl, request));
    response.writeHead(answered.status, Object.fromEntries(answered.headers));
    response.end(Buffer.from(await answered.arrayBuffer()));
  }

  server.on('upgrade', (request, socket, head) => {
    if (!hasSecret(request, secret) || request.url !== '/__host__/ports') {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (connection) => options.ports.connected(connection));
  });

  return {
    origins,
    cookie: { name: COOKIE, value: secret },
    close() {
      for (const connection of sockets.clients) connection.terminate();
      server.closeAllConnections();
      server.close();
    },
  };
}

function hasSecret(request: IncomingMessage, secret: string): boolean {
  const given = /(?:^|; )aloud-host=([0-9a-f]*)(?:;|$)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  return given.length === secret.length && timingSafeEqual(Buffer.from(given), Buffer.from(secret));
}

/** The request as the app's handler sees it in Electron: its own URL, and nothing of the host's cookie. */
function appRequest(url: string, request: IncomingMessage): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (['cookie', 'host', 'connection'].includes(name) || value === undefined) continue;
    headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return new Request(url, { method: request.method ?? 'GET', headers });
}
