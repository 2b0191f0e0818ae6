import type { Endpoint } from '../realtime/connection';
import type { ChosenEndpoint } from './endpoint';
import type { Trouble } from './trouble';
import { troubleOf } from './trouble';

export interface EndpointDeps {
  /** Whom to connect to now; asked before every connection, since key and source change. */
  choose(): Promise<ChosenEndpoint>;
  /** The embedded server, started on the first use. Rejects when it cannot run. */
  startDemo(): Promise<Endpoint>;
  log: { warn(message: string): void };
}

export type FoundEndpoint = { kind: 'found'; endpoint: Endpoint } | { kind: 'none'; trouble: Trouble };

/** Whom to connect to now, with the demo voice's server started if it is that. Never rejects. */
export async function findEndpoint({ choose, startDemo, log }: EndpointDeps): Promise<FoundEndpoint> {
  const chosen = await choose();
  switch (chosen.kind) {
    case 'endpoint':
      return { kind: 'found', endpoint: chosen.endpoint };
    case 'no-key':
    case 'key-of-other-host':
    case 'bad-server-url':
      return { kind: 'none', trouble: troubleOf(chosen.kind) };
    case 'demo':
      try {
        return { kind: 'found', endpoint: await startDemo() };
      } catch (error) {
        const why = error instanceof Error ? error.message : 'unknown';
        log.warn(`the demo voice did not start: ${why}`);
        return { kind: 'none', trouble: troubleOf('demo-broken') };
      }
    default:
      return chosen satisfies never;
  }
}
