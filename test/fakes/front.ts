import { connect, createServer, type Socket } from 'node:net';
import { createServer as createSecureServer } from 'node:tls';
import type { Certificate } from '../../src/main/demo/certificate';

export interface Front {
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * Stands before a server of this machine that answers to its own name alone, and lets it be reached by any: as the front
 * of a provider does, it is what TLS is spoken to, and it writes the name anew.
 */
export async function startFront(target: number, certificate: Certificate | null): Promise<Front> {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  };
  const serve = (client: Socket): void => {
    keep(client);
    // The request of a client that connects comes in one piece.
    client.once('data', (request: Buffer) => {
      const upstream = connect(target, '127.0.0.1', () => {
        upstream.write(
          request.toString('latin1').replace(/^host: .*$/imu, `Host: 127.0.0.1:${target}`),
          'latin1',
        );
        upstream.pipe(client).pipe(upstream);
      });
      keep(upstream);
      client.on('close', () => upstream.destroy());
      upstream.on('close', () => client.destroy());
    });
  };
  const server = certificate === null ? createServer(serve) : createSecureServer(certificate, serve);
  // Clients that do not trust the certificate.
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
