import { createSession, type SessionDeps } from '../../../src/main/realtime/session';
import type { Session, SessionEvent } from '../../../src/main/realtime/session-events';
import { FakeClock } from '../../fakes/clock';
import { type FakeConnection, FakeNetwork } from '../../fakes/fake-connection';
import { says } from '../../fakes/server-says';

export const CONFIG = { instructions: 'Be brief.', voice: 'marin', speed: 1 };

export interface Harness {
  session: Session;
  connection: FakeConnection;
  timers: FakeClock;
  /** All that the session told, oldest first. */
  told: SessionEvent[];
  /** Those of one type, oldest first. */
  of<T extends SessionEvent['type']>(type: T): Extract<SessionEvent, { type: T }>[];
}

/** A session on a scripted connection that has not opened yet. */
export function start(deps: Partial<SessionDeps> = {}): Harness {
  const network = new FakeNetwork();
  const timers = new FakeClock();
  const told: SessionEvent[] = [];
  const session = createSession({
    connect: network.connect,
    endpoint: { url: 'wss://example.test/v1/realtime', key: 'sk-very-secret', model: 'gpt-realtime-2.1' },
    config: CONFIG,
    schedule: timers.schedule,
    ...deps,
    onEvent: (event) => {
      told.push(event);
      deps.onEvent?.(event);
    },
  });
  return {
    session,
    connection: network.newest,
    timers,
    told,
    of: <T extends SessionEvent['type']>(type: T) =>
      told.filter((event): event is Extract<SessionEvent, { type: T }> => event.type === type),
  };
}

/** A session that is configured and has nothing to do. */
export function startReady(deps: Partial<SessionDeps> = {}): Harness {
  const harness = start(deps);
  harness.connection.open();
  harness.connection.receive(says.sessionCreated(), says.sessionUpdated());
  harness.connection.take();
  harness.told.length = 0;
  return harness;
}
