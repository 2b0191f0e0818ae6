import type { Schedule } from '../schedule';
import type { Connect, Endpoint } from './connection';
import type { SessionConfig } from './dialect';
import { RealtimeError } from './errors';
import type { HttpGet } from './models-list';
import { createSession } from './session';

export type ServiceCheck =
  /** `how`: it listed its models, the wanted one among them; or a session got ready. */
  { kind: 'works'; how: 'models' | 'session' } | { kind: 'failed'; error: RealtimeError };

export interface ServiceCheckDeps {
  connect: Connect;
  get: HttpGet;
  schedule: Schedule;
  /** Wall clock, ms since 1970. */
  wallNow(): number;
}

/** What is checked: the very endpoint that answers would come from. */
export interface ServiceToCheck {
  endpoint: Endpoint;
  config: SessionConfig;
  /** Where the service lists its models, e.g. `https://api.openai.com/v1`; null where no list tells of the model. */
  listUrl: string | null;
}

/**
 * Whether the service takes the key and has the model. A list of models is asked where there is one that tells; what it
 * leaves open, and every other service, is put to the proof by opening a session, in which nothing is asked and so
 * nothing billed. Never rejects.
 */
export async function checkService(service: ServiceToCheck, deps: ServiceCheckDeps): Promise<ServiceCheck> {
  const { endpoint, listUrl } = service;
  if (listUrl === null || endpoint.key === null) return openSession(service, deps);
  const { listModels } = await import('./models-list');
  const listed = await listModels({ baseUrl: listUrl, key: endpoint.key }, deps.get, deps.wallNow());
  switch (listed.kind) {
    case 'listed':
      return listed.ids.includes(endpoint.model)
        ? { kind: 'works', how: 'models' }
        : openSession(service, deps);
    case 'refused':
      return mayStillSpeak(listed.error)
        ? openSession(service, deps)
        : { kind: 'failed', error: listed.error };
    default:
      return listed satisfies never;
  }
}

/**
 * A key may be allowed to speak and not to list: whoever is refused for that is asked in the other way. So is whom a proxy
 * wants to sign in: lists are fetched by Chromium, which knows no password, and a session has the one of the environment.
 */
function mayStillSpeak({ code }: RealtimeError): boolean {
  return ['bad-key', 'forbidden', 'not-found', 'rejected', 'proxy-auth'].includes(code);
}

function openSession(
  { endpoint, config }: ServiceToCheck,
  { connect, schedule }: ServiceCheckDeps,
): Promise<ServiceCheck> {
  return new Promise((resolve) => {
    const session = createSession({
      connect,
      endpoint,
      config,
      schedule,
      onEvent(event) {
        if (event.type !== 'state') return;
        switch (event.state.kind) {
          case 'connecting':
          case 'configuring':
            return;
          case 'ready':
            resolve({ kind: 'works', how: 'session' });
            session.close();
            return;
          case 'closed':
            resolve({ kind: 'failed', error: event.state.reason ?? new RealtimeError('closed') });
            return;
          default:
            event.state satisfies never;
        }
      },
    });
  });
}
