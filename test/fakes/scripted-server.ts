import { createServer as createHttpServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { certificateFor } from './certificate';

/** What a test's server does with an upgrade: takes it, or writes raw HTTP of its own. */
export interface UpgradeScript {
  accept?(socket: WebSocket, request: IncomingMessage): void;
  refuse?(socket: Socket, request: IncomingMessage): void;
}

export interface ScriptedServer {
  /** `ws://127.0.0.1:PORT` or `wss://localhost:PORT`. */
  readonly url: string;
  /** Authority of the certificate, PEM; for `wss:` alone. */
  readonly ca: string;
  /** The upgrades that came, oldest first. */
  readonly requests: IncomingMessage[];
  script: UpgradeScript;
  close(): Promise<void>;
}

/** A real WebSocket server on loopback whose every answer is the test's. */
export async function startScriptedServer(secure: boolean): Promise<ScriptedServer> {
  const keys = secure ? await certificateFor('localhost') : null;
  const http: Server = keys === null ? createHttpServer() : createHttpsServer(keys);
  const sockets = new Set<Socket>();
  http.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const upgrades = new WebSocketServer({ noServer: true });
  const server: ScriptedServer = {
    url: '',
    ca: keys?.cert ?? '',
    requests: [],
    script: {},
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        http.close(() => resolve());
      }),
  };
  http.on('upgrade', (request, socket: Socket, head) => {
    server.requests.push(request);
    socket.on('error', () => {});
    const { accept, refuse } = server.script;
    if (refuse !== undefined) refuse(socket, request);
    else upgrades.handleUpgrade(request, socket, head, (ws) => accept?.(ws, request));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  return Object.assign(server, { url: secure ? `wss://localhost:${port}` : `ws://127.0.0.1:${port}` });
}

/** Writes an HTTP answer and ends, as a server does that refuses an upgrade. */
export function answerHttp(socket: Socket, status: string, body: string, headers: string[] = []): void {
  const head = [`HTTP/1.1 ${status}`, `Content-Length: ${Buffer.byteLength(body)}`, ...headers];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
