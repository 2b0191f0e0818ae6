import { connect as connectTo, createServer, type Socket } from 'node:net';

export type Direction = 'to-client' | 'to-server';

/** What happens to the bytes of one direction of a connection, from its `at`th byte on. */
export type Harm =
  | { kind: 'none' }
  /** Both ends lose the connection. */
  | { kind: 'cut'; at: number }
  /** One byte arrives changed. */
  | { kind: 'corrupt'; at: number }
  /** Nothing goes through any more, in either direction, and nobody is told. */
  | { kind: 'hang'; at: number }
  /** Every piece of `size` bytes waits `ms`. */
  | { kind: 'crawl'; size: number; ms: number };

export interface TcpProxy {
  readonly port: number;
  /** Connections that came so far. */
  readonly count: number;
  /** For connections from now on. */
  harm(direction: Direction, harm: Harm): void;
  /** Only the first so many connections from now on are harmed. */
  times: number;
  /** Cuts all connections and listens no more. */
  stop(): Promise<void>;
}

const WELL: Harm = { kind: 'none' };

/** A TCP proxy on loopback that does to bytes what networks do, whatever they mean: it works under TLS, too. */
export async function startTcpProxy(target: number): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  const harms: Record<Direction, Harm> = { 'to-client': WELL, 'to-server': WELL };
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    return socket;
  };
  let count = 0;
  const server = createServer((client) => {
    count += 1;
    const isHarmed = proxy.times > 0;
    proxy.times -= 1;
    keep(client);
    const upstream = keep(connectTo(target, '127.0.0.1'));
    client.setNoDelay(true);
    upstream.setNoDelay(true);
    const line: Line = { ends: [client, upstream], isHung: false };
    carry(upstream, client, isHarmed ? harms['to-client'] : WELL, line);
    carry(client, upstream, isHarmed ? harms['to-server'] : WELL, line);
  });
  const proxy = {
    port: 0,
    times: Number.POSITIVE_INFINITY,
    get count() {
      return count;
    },
    harm(direction: Direction, harm: Harm) {
      harms[direction] = harm;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  proxy.port = typeof address === 'object' && address !== null ? address.port : 0;
  return proxy;
}

interface Line {
  ends: readonly Socket[];
  isHung: boolean;
}

function carry(from: Socket, to: Socket, harm: Harm, line: Line): void {
  let passed = 0;
  let last: Promise<void> = Promise.resolve();
  from.on('data', (bytes: Buffer) => {
    if (line.isHung) return;
    const start = passed;
    passed += bytes.length;
    switch (harm.kind) {
      case 'none':
        to.write(bytes);
        return;
      case 'cut':
        to.write(bytes.subarray(0, Math.max(0, harm.at - start)));
        if (passed > harm.at) for (const end of line.ends) end.destroy();
        return;
      case 'corrupt': {
        const place = harm.at - start;
        const changed = Buffer.from(bytes);
        if (place >= 0 && place < changed.length) changed.writeUInt8(changed.readUInt8(place) ^ 0x15, place);
        to.write(changed);
        return;
      }
      case 'hang':
        to.write(bytes.subarray(0, Math.max(0, harm.at - start)));
        line.isHung = passed > harm.at;
        return;
      case 'crawl':
        for (let at = 0; at < bytes.length; at += harm.size) {
          const piece = bytes.subarray(at, at + harm.size);
          last = last
            .then(() => new Promise((resolve) => setTimeout(resolve, harm.ms)))
            .then(() => void to.write(piece));
        }
        return;
      default:
        harm satisfies never;
    }
  });
  // A line that hangs tells nobody of its end, either.
  from.on('close', () => {
    if (!line.isHung) void last.then(() => to.destroy());
  });
}
