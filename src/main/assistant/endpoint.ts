import type { VoiceSource } from '../../preload/contract';
import type { Endpoint } from '../realtime/connection';

/** Where OpenAI's Realtime service is. */
export const OPENAI_REALTIME_URL = 'wss://api.openai.com/v1/realtime';

/** What decides whom to connect to. */
export interface EndpointChoice {
  source: VoiceSource;
  /** From ALOUD_REALTIME_URL: the address of the `custom` source. */
  customUrl: string | null;
  /** The key that the user entered for OpenAI. */
  enteredKey: string | null;
  /** OPENAI_API_KEY: goes before the entered one, for this run. */
  environmentKey: string | null;
  model: string;
}

export type ChosenEndpoint =
  | { kind: 'demo' }
  | { kind: 'endpoint'; endpoint: Endpoint }
  | { kind: 'no-key' }
  | { kind: 'bad-server-url' };

/**
 * Chooses whom to connect to (pure). A server from the environment gets the key from the environment alone: the one
 * entered for OpenAI is never sent to anybody else.
 */
export function chooseEndpoint(choice: EndpointChoice): ChosenEndpoint {
  const { source, customUrl, enteredKey, environmentKey, model } = choice;
  switch (source) {
    case 'demo':
      return { kind: 'demo' };
    case 'openai': {
      const key = environmentKey ?? enteredKey;
      return key === null
        ? { kind: 'no-key' }
        : { kind: 'endpoint', endpoint: { url: OPENAI_REALTIME_URL, key, model } };
    }
    case 'custom':
      return customUrl !== null && isRealtimeUrl(customUrl)
        ? { kind: 'endpoint', endpoint: { url: customUrl, key: environmentKey, model } }
        : { kind: 'bad-server-url' };
    default:
      return source satisfies never;
  }
}

function isRealtimeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return (protocol === 'wss:' || protocol === 'ws:') && username === '' && password === '';
}
