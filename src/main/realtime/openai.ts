import { AzureOpenAI } from 'openai';
import { OpenAIRealtimeWS } from 'openai/realtime/ws';
import { isSendableKey, readAddress } from './address';
import type { Connect, Connection, ConnectionListener, Endpoint } from './connection';
import { deferred } from './deferred';
import { RealtimeError } from './errors';
import type { SocketLimits, TransportOptions } from './socket';
import { DEFAULT_LIMITS, headersFor, stillborn, supervise } from './socket';

/** The SDK wants one, and puts it into no address that we give it. */
const ANY_VERSION = 'v1';

/**
 * Connects through OpenAI's own SDK, which only speaks `wss:`. Its reconnecting stays off (the policy is ours), and so
 * do its defaults where they are missing: a frame's size and the handshake's time are limited here.
 */
export function openaiConnect(options: TransportOptions = {}): Connect {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  return (endpoint, listener) => {
    const { key, model } = endpoint;
    const address = readAddress(endpoint.url, model);
    if (address.kind === 'bad') return stillborn(listener, address.error);
    const { url } = address;
    if (url.protocol !== 'wss:')
      return stillborn(listener, new RealtimeError('insecure-key', 'not a wss: address'));
    // Without one the SDK would send `Bearer null`.
    if (key === null) return stillborn(listener, new RealtimeError('bad-key', 'no key'));
    if (!isSendableKey(key)) return stillborn(listener, new RealtimeError('bad-key', 'not a header value'));

    const props = {
      buildRealtimeURL: () => url,
      options: {
        followRedirects: false,
        perMessageDeflate: false,
        maxPayload: limits.maxPayload,
        headers: headersFor(endpoint.dialect),
        ...(options.ca !== undefined && { ca: options.ca }),
        ...(options.agent !== undefined && { agent: options.agent }),
      },
    };
    if (endpoint.auth === 'api-key') {
      return deferred(listener, async () => {
        const deploymentName = deploymentOf(url) ?? model;
        const realtime = await OpenAIRealtimeWS.azure(azureClient(url, key), { ...props, deploymentName });
        return join(realtime, listener, endpoint, limits);
      });
    }
    // Not a whole client: that would take organisation, project and log level from the environment.
    const client = { apiKey: key, baseURL: url.href };
    return join(new OpenAIRealtimeWS({ ...props, model }, client), listener, endpoint, limits);
  };
}

/** Everything is said here: what is left out the SDK would take from the environment. */
function azureClient(url: URL, apiKey: string): AzureOpenAI {
  return new AzureOpenAI({
    apiKey,
    apiVersion: ANY_VERSION,
    baseURL: `https://${url.host}/openai`,
    organization: null,
    project: null,
    logLevel: 'off',
  });
}

function deploymentOf(url: URL): string | null {
  return url.searchParams.get('model') ?? url.searchParams.get('deployment');
}

function join(
  realtime: OpenAIRealtimeWS,
  listener: ConnectionListener,
  { key }: Endpoint,
  limits: SocketLimits,
): Connection {
  const supervised = supervise(realtime.socket, listener, key, limits);
  realtime.on('event', (event) => {
    if (!supervised.isOver()) listener.received({ ...event });
  });
  realtime.on('error', (error) => {
    // Events of type `error` came as events already, and the socket's own failures are the supervisor's.
    const isUnreadableFrame = error.cause instanceof SyntaxError || error.cause instanceof TypeError;
    if (isUnreadableFrame && !supervised.isOver())
      listener.malformed(new RealtimeError('garbage', 'no event'));
  });
  return supervised;
}
