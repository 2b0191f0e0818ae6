import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Certificate } from '../../src/main/demo/certificate';

export interface HttpProxyOptions {
  /** Where everything goes, whatever it is called: a port of this machine. */
  target: number;
  /** `name:password`; left out: whoever comes is let through. */
  password?: string;
  /** A proxy that is itself spoken to under TLS. */
  certificate?: Certificate;
}

export interface HttpProxy {
  /** `http://127.0.0.1:PORT` or `https://127.0.0.1:PORT`. */
  readonly url: string;
  /** The CONNECT requests that came, oldest first. */
  readonly asked: IncomingMessage[];
  /** What it answers instead, e.g. `403 Forbidden`; an empty one is nothing at all. */
  answer: string | null;
  stop(): Promise<void>;
}

/** A proxy on loopback that lets through by CONNECT, as those of companies do. */
export async function startHttpProxy({
  target,
  password,
  certificate,
}: HttpProxyOptions): Promise<HttpProxy> {
  const server = certificate === undefined ? createServer() : createSecureServer(certificate);
  const sockets = new Set<Duplex>();
  const keep = (socket: Duplex): void => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  };
  const proxy: HttpProxy = {
    url: '',
    asked: [],
    answer: null,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  server.on('connection', keep);
  server.on('secureConnection', keep);
  server.on('connect', (request: IncomingMessage, socket: Duplex) => {
    proxy.asked.push(request);
    const wanted = password === undefined ? undefined : `Basic ${Buffer.from(password).toString('base64')}`;
    const isWelcome = wanted === undefined || request.headers['proxy-authorization'] === wanted;
    const answer = isWelcome
      ? proxy.answer
      : '407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="work"';
    if (answer === '') return;
    if (answer !== null) {
      socket.end(`HTTP/1.1 ${answer}\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    const onward: Socket = connect(target, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    keep(onward);
    socket.on('close', () => onward.destroy());
    onward.on('close', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return Object.assign(proxy, { url: `${certificate === undefined ? 'http' : 'https'}://127.0.0.1:${port}` });
}
