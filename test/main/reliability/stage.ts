import { type Certificate, createCertificate } from '../../../src/main/demo/certificate';
import type { DemoServer } from '../../../src/main/demo/server';
import { createConnect } from '../../../src/main/realtime/connect';
import type { SessionTimeouts } from '../../../src/main/realtime/session-timeouts';
import type { SocketLimits } from '../../../src/main/realtime/socket';
import { Haste } from '../../fakes/haste';
import { startTcpProxy, type TcpProxy } from '../../fakes/tcp-proxy';
import { runDevice, WholeApp } from '../../fakes/whole-app';
import { startServer } from '../demo/server-harness';

/** Times faster than life, if nothing else is said. */
const FACTOR = 10;
/** Within which every prompt has its outcome: more than three times what the longest waits take, ms of hurried time. */
const PATIENCE = 120_000;
/** Shorter than in life, in the same proportions, ms: a case shall not be one long wait. */
const TIMEOUTS = { firstEvent: 6_000, configure: 6_000, turnSilence: 12_000 };
/** Timed by the sockets themselves, ms of hurried time. */
const LIMITS = { handshakeTimeoutMs: 8_000, pingIntervalMs: 8_000, pongTimeoutMs: 4_000 };
const KEY = 'sk-key-of-the-stage';

/** All of Aloud but Electron in front of the embedded server, with real sockets between them, in hurried time. */
export interface Stage {
  app: WholeApp;
  server: DemoServer;
  time: Haste;
  /** Real ms that any wait may take. */
  patience: number;
  /** What lies between them, if anything. */
  proxy: TcpProxy | null;
  /** Ends the app; the server lives until `stop`. */
  close(): void;
  stop(): Promise<void>;
}

export interface StageOptions {
  /** `wss:`, and so the SDK. */
  secure?: boolean;
  /** With a proxy between app and server. */
  proxied?: boolean;
  /** Times faster than life. */
  factor?: number;
  /** Instead of those of this page, ms of hurried time. */
  timeouts?: Partial<SessionTimeouts>;
  limits?: Pick<SocketLimits, keyof typeof LIMITS>;
  /** How long an unused connection is kept, ms of hurried time. */
  idleCloseMs?: number;
  /** That any wait may take, ms of hurried time. */
  patience?: number;
}

export async function openStage({
  secure = false,
  proxied = false,
  factor = FACTOR,
  timeouts = TIMEOUTS,
  limits = LIMITS,
  idleCloseMs,
  patience = PATIENCE,
}: StageOptions = {}): Promise<Stage> {
  const certificate = secure ? await certificateOfTests() : null;
  const time = new Haste(factor);
  const server = await startServer({ pace: 2, clock: new Haste(factor).clock, certificate });
  const proxy = proxied ? await startTcpProxy(server.port) : null;
  const url = new URL(server.url);
  if (proxy !== null) url.port = String(proxy.port);
  const app = new WholeApp({
    endpoint: { url: url.href, key: KEY, model: 'test' },
    connect: createConnect({
      limits: {
        handshakeTimeoutMs: time.real(limits.handshakeTimeoutMs),
        pingIntervalMs: time.real(limits.pingIntervalMs),
        pongTimeoutMs: time.real(limits.pongTimeoutMs),
      },
      ...(certificate !== null && { authorities: () => [certificate.cert] }),
    }),
    time,
    timeouts,
    ...(idleCloseMs !== undefined && { idleCloseMs }),
  });
  const stopDevice = runDevice(app, time);
  return {
    app,
    server,
    time,
    patience: time.real(patience),
    proxy,
    close() {
      app.close();
      stopDevice();
    },
    async stop() {
      await proxy?.stop();
      await server.stop();
    },
  };
}

let made: Promise<Certificate> | undefined;

/** One for all: to make it takes longer than a case. */
function certificateOfTests(): Promise<Certificate> {
  made ??= createCertificate(new Date());
  return made;
}
