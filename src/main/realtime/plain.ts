import type { RawData } from 'ws';
import { WebSocket } from 'ws';
import { isLoopback, isSendableKey, readAddress } from './address';
import type { Connect, Connection, Endpoint, ServerEvent } from './connection';
import { RealtimeError } from './errors';
import type { TransportOptions } from './socket';
import { DEFAULT_LIMITS, headersFor, stillborn, supervise } from './socket';

/**
 * Connects over `ws` alone: to `ws:` servers on this machine or network, and to any server that wants no key. A key
 * goes over `ws:` to this machine only, unless the user has said otherwise.
 */
export function plainConnect(options: TransportOptions = {}): Connect {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  return (endpoint, listener) => {
    const { key } = endpoint;
    const address = readAddress(endpoint.url, endpoint.model);
    if (address.kind === 'bad') return stillborn(listener, address.error);
    const { url } = address;
    if (key !== null && url.protocol === 'ws:' && !isLoopback(url) && endpoint.insecureKey !== true) {
      return stillborn(listener, new RealtimeError('insecure-key'));
    }
    if (key !== null && !isSendableKey(key)) {
      return stillborn(listener, new RealtimeError('bad-key', 'not a header value'));
    }
    const socket = new WebSocket(url, {
      followRedirects: false,
      perMessageDeflate: false,
      maxPayload: limits.maxPayload,
      headers: {
        ...headersFor(endpoint.dialect),
        ...(key !== null && authorization(endpoint.auth, key)),
      },
      ...(options.ca !== undefined && { ca: options.ca }),
      ...(options.agent !== undefined && { agent: options.agent }),
    });

    const supervised = supervise(socket, listener, key, limits);
    socket.on('message', (data, isBinary) => {
      if (supervised.isOver()) return;
      const event = isBinary ? null : eventIn(data);
      if (event === null)
        listener.malformed(new RealtimeError('garbage', isBinary ? 'binary frame' : 'no event'));
      else listener.received(event);
    });
    return supervised satisfies Connection;
  };
}

function authorization(auth: Endpoint['auth'], key: string): Record<string, string> {
  return auth === 'api-key' ? { 'api-key': key } : { Authorization: `Bearer ${key}` };
}

/** The event in a text frame, or null. What stood in it is not told. */
function eventIn(data: RawData): ServerEvent | null {
  try {
    const parsed: unknown = JSON.parse(data.toString());
    return isServerEvent(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

function isServerEvent(value: unknown): value is ServerEvent {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
