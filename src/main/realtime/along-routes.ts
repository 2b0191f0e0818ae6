import type { Schedule } from '../schedule';
import type { Connection, ConnectionListener } from './connection';
import { RealtimeError } from './errors';
import { type OpenRoute, openRoute } from './proxy-agent';
import type { Route } from './route';

export interface Journey {
  /** In the order in which they are tried; at least one. */
  routes: readonly Route[];
  /** Whom to trust, PEM; undefined for Node's own. */
  ca: string[] | undefined;
  /** How long a proxy may say nothing while there is another way, ms. */
  patienceMs: number;
  schedule: Schedule;
  listener: ConnectionListener;
  /** Connects through an agent, or directly. */
  start(agent: OpenRoute['agent'], listener: ConnectionListener): Connection;
  /** That way led nowhere, and the next one is tried. */
  passedOver(route: Route): void;
}

/** Connects along the first way that leads anywhere: a proxy that is not there is passed over, as browsers do. */
export function alongRoutes(journey: Journey): Connection {
  const { routes, ca, listener } = journey;
  let current: Connection | null = null;
  let isClosed = false;

  const take = async (index: number): Promise<void> => {
    const route = routes[index];
    if (route === undefined) throw new Error('there is no way at all');
    const way = await openRoute(route, ca);
    // Nobody is called whom nobody wants any more.
    if (isClosed) return;
    const isLast = index === routes.length - 1;
    const leave = (): void => {
      journey.passedOver(route);
      setOut(index + 1);
    };
    current = attempt(journey, way, isLast ? null : leave);
  };
  const setOut = (index: number): void => {
    take(index).catch(() => {
      if (!isClosed) listener.ended(new RealtimeError('closed', 'transport not started'));
    });
  };
  setOut(0);
  return {
    send: (event) => current?.send(event),
    probe: () => current?.probe(),
    close() {
      isClosed = true;
      current?.close();
    },
  };
}

/** `leave`: what to do where the way leads nowhere; null if there is no other. */
function attempt(
  { listener, start, schedule, patienceMs }: Journey,
  way: OpenRoute,
  leave: (() => void) | null,
): Connection {
  let isLeft = false;
  let wasOpen = false;
  const impatient = (): void => {
    if (isLeft || wasOpen || way.hasAnswered()) return;
    isLeft = true;
    connection.close();
    leave?.();
  };
  const cancel = leave === null ? () => {} : schedule(patienceMs, impatient);
  const connection = start(way.agent, {
    received: (event) => listener.received(event),
    malformed: (error) => listener.malformed(error),
    opened() {
      wasOpen = true;
      cancel();
      listener.opened();
    },
    ended(error) {
      cancel();
      if (isLeft) return;
      const { reason, ledNowhere } = way.explain(error, wasOpen);
      if (leave === null || !ledNowhere) return listener.ended(reason);
      isLeft = true;
      leave();
    },
  });
  return {
    ...connection,
    close() {
      isLeft = true;
      cancel();
      connection.close();
    },
  };
}
