import type { VoiceSource } from '../../preload/contract';
import type { Endpoint } from '../realtime/connection';
import { OFFER } from '../realtime/models';
import type { Profile } from '../settings/profile';
import type { BoundKey } from './keys';

/** Where OpenAI's Realtime service is. */
export const OPENAI_REALTIME_URL = 'wss://api.openai.com/v1/realtime';
/** Where its other calls are. */
export const OPENAI_API_URL = 'https://api.openai.com/v1';

/** What decides whom to connect to. */
export interface EndpointChoice {
  source: VoiceSource;
  /** From ALOUD_REALTIME_URL: the address of the `custom` source. */
  customUrl: string | null;
  /** The profile in use. */
  profile: Profile;
  /** The key that the user entered for that profile, and for the host that it named then. */
  enteredKey: BoundKey | null;
  /** OPENAI_API_KEY: goes before the entered one to OpenAI and to the server of the environment, for this run. */
  environmentKey: string | null;
}

export type ChosenEndpoint =
  | { kind: 'demo' }
  | { kind: 'endpoint'; endpoint: Endpoint }
  | { kind: 'no-key' }
  /** The profile names another host than when its key was entered. */
  | { kind: 'key-of-other-host' }
  | { kind: 'bad-server-url' };

/**
 * Chooses whom to connect to (pure). A key goes to the one host that it was given for: a server from the environment
 * gets the key from the environment alone, a profile its own, and that only as long as its host is the same.
 */
export function chooseEndpoint(choice: EndpointChoice): ChosenEndpoint {
  const { source, customUrl, profile, enteredKey, environmentKey } = choice;
  const model = profile.model ?? OFFER.defaultModel;
  switch (source) {
    case 'demo':
      return { kind: 'demo' };
    case 'openai': {
      // For one run the environment may ask for OpenAI while another profile is in use.
      if (environmentKey !== null) {
        return { kind: 'endpoint', endpoint: { url: OPENAI_REALTIME_URL, key: environmentKey, model } };
      }
      return profile.kind === 'openai' ? ofProfile(profile, enteredKey, model) : { kind: 'no-key' };
    }
    case 'profile':
      return ofProfile(profile, enteredKey, model);
    case 'custom':
      return customUrl !== null && isRealtimeUrl(customUrl)
        ? { kind: 'endpoint', endpoint: { url: customUrl, key: environmentKey, model } }
        : { kind: 'bad-server-url' };
    default:
      return source satisfies never;
  }
}

/** Whose voice a profile is. */
export function sourceOf({ kind }: Profile): 'openai' | 'profile' {
  return kind === 'openai' ? 'openai' : 'profile';
}

/** The server that a profile names: scheme, host and port; null if its address is none (pure). */
export function originOf(profile: Profile): string | null {
  const url = addressOf(profile);
  return isRealtimeUrl(url) ? new URL(url).origin : null;
}

function addressOf(profile: Profile): string {
  switch (profile.kind) {
    case 'openai':
      return OPENAI_REALTIME_URL;
    case 'azure':
      return azureUrl(profile.resource, profile.apiVersion, profile.model ?? OFFER.defaultModel);
    case 'compatible':
      return profile.url;
    default:
      return profile satisfies never;
  }
}

function ofProfile(profile: Profile, entered: BoundKey | null, model: string): ChosenEndpoint {
  if (entered === null && profile.kind !== 'compatible') return { kind: 'no-key' };
  const url = addressOf(profile);
  const origin = originOf(profile);
  if (entered !== null && origin !== null && boundTo(entered) !== origin) {
    return { kind: 'key-of-other-host' };
  }
  // Connecting refuses an address that is none, with a sentence; it needs no key for that.
  const key = origin === null ? null : (entered?.key ?? null);
  switch (profile.kind) {
    case 'openai':
      return { kind: 'endpoint', endpoint: { url, key, model } };
    case 'azure': {
      const dialect = profile.apiVersion === null ? {} : ({ dialect: 'beta' } as const);
      return { kind: 'endpoint', endpoint: { url, key, model, auth: 'api-key', ...dialect } };
    }
    case 'compatible': {
      const { dialect, insecureKey } = profile;
      return {
        kind: 'endpoint',
        endpoint: { url, key, model, insecureKey, ...(dialect !== 'auto' && { dialect }) },
      };
    }
    default:
      return profile satisfies never;
  }
}

function boundTo({ origin }: BoundKey): string {
  return origin ?? new URL(OPENAI_REALTIME_URL).origin;
}

/** Both forms of Azure's address (pure). One that is none is passed on as it is: connecting refuses it with a sentence. */
export function azureUrl(resource: string, apiVersion: string | null, deployment: string): string {
  const given = resource.includes('://') ? resource : `https://${resource}`;
  if (!URL.canParse(given)) return resource;
  // Only the host is Azure's to name: people paste the addresses of its examples, with a path and a query.
  const { host, protocol, username, password } = new URL(given);
  if ((protocol !== 'https:' && protocol !== 'wss:') || username !== '' || password !== '') return resource;
  const url = new URL(`wss://${host}`);
  if (apiVersion === null) {
    url.pathname = '/openai/v1/realtime';
    url.searchParams.set('model', deployment);
  } else {
    url.pathname = '/openai/realtime';
    url.searchParams.set('api-version', apiVersion);
    url.searchParams.set('deployment', deployment);
  }
  return url.href;
}

function isRealtimeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return (protocol === 'wss:' || protocol === 'ws:') && username === '' && password === '';
}
