import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export interface SocksProxyOptions {
  /** Where everything goes, whatever it is called: a port of this machine. */
  target: number;
  /** `name:password`; left out: whoever comes is let through. */
  password?: string;
  /** Where it listens. */
  host?: '127.0.0.1' | '::1';
}

export interface SocksProxy {
  readonly port: number;
  /** What it was asked for, as `host:port`, oldest first. */
  readonly asked: string[];
  /** The reply to a request (RFC 1928, 6): 0 lets through, 2 is not allowed, 4 is a host that cannot be reached. */
  reply: number;
  stop(): Promise<void>;
}

const VERSION = 5;
const NO_PASSWORD = 0;
const PASSWORD = 2;
const NO_WAY_IN = 0xff;

/** A SOCKS5 proxy on loopback (RFC 1928, with the password of RFC 1929), for `connect` alone. */
export async function startSocksProxy({
  target,
  password,
  host = '127.0.0.1',
}: SocksProxyOptions): Promise<SocksProxy> {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  };
  const serve = async (socket: Socket): Promise<void> => {
    if (!(await isWelcome(socket, password))) return;
    proxy.asked.push(await readRequest(socket));
    const answer = Buffer.from([VERSION, proxy.reply, 0, 1, 127, 0, 0, 1, 0, 0]);
    if (proxy.reply !== 0) {
      socket.end(answer);
      return;
    }
    const onward = connect(target, '127.0.0.1', () => {
      socket.write(answer);
      onward.pipe(socket).pipe(onward);
    });
    keep(onward);
    socket.on('close', () => onward.destroy());
    onward.on('close', () => socket.destroy());
  };
  const server = createServer((socket) => {
    keep(socket);
    serve(socket).catch(() => socket.destroy());
  });
  const proxy: SocksProxy = {
    port: 0,
    asked: [],
    reply: 0,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const address = server.address();
  return Object.assign(proxy, { port: typeof address === 'object' && address !== null ? address.port : 0 });
}

/** The greeting, and the password if there is one. */
async function isWelcome(socket: Socket, password: string | undefined): Promise<boolean> {
  const [, count = 0] = await take(socket, 2);
  const offered = await take(socket, count);
  const wanted = password === undefined ? NO_PASSWORD : PASSWORD;
  if (!offered.includes(wanted)) {
    socket.end(Buffer.from([VERSION, NO_WAY_IN]));
    return false;
  }
  socket.write(Buffer.from([VERSION, wanted]));
  if (password === undefined) return true;
  await take(socket, 1);
  const name = await takeText(socket);
  const isRight = `${name}:${await takeText(socket)}` === password;
  socket.write(Buffer.from([1, isRight ? 0 : 1]));
  if (!isRight) socket.end();
  return isRight;
}

async function readRequest(socket: Socket): Promise<string> {
  const [, , , kind] = await take(socket, 4);
  const host = await readHost(socket, kind);
  return `${host}:${(await take(socket, 2)).readUInt16BE()}`;
}

async function readHost(socket: Socket, kind: number | undefined): Promise<string> {
  switch (kind) {
    case 1:
      return (await take(socket, 4)).join('.');
    case 3:
      return takeText(socket);
    case 4:
      return (await take(socket, 16)).toString('hex');
    default:
      throw new Error('no kind of address');
  }
}

/** A text after its length. */
async function takeText(socket: Socket): Promise<string> {
  const [length = 0] = await take(socket, 1);
  return (await take(socket, length)).toString();
}

/** So many bytes, once they are here. Rejects at the end of the connection. */
async function take(socket: Socket, size: number): Promise<Buffer> {
  if (size === 0) return Buffer.alloc(0);
  for (;;) {
    const bytes: unknown = socket.read(size);
    if (bytes instanceof Buffer && bytes.length === size) return bytes;
    if (socket.readableEnded || socket.destroyed) throw new Error('it ended too early');
    await once(socket, 'readable');
  }
}
