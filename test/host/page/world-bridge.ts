/**
 * Joins the preload's isolated world with the page's own, as Electron's contextBridge does: values are copied, functions
 * become proxies, promises settle on the other side, prototypes and symbols do not pass. Runs once in each world; the two
 * share only the DOM, so they speak by synchronous events on `window` whose names the page cannot guess.
 */
type Bridged =
  | { kind: 'value'; value: unknown }
  | { kind: 'function'; id: number }
  | { kind: 'promise'; id: number }
  | { kind: 'error'; name: string; message: string }
  | { kind: 'array'; items: Bridged[] }
  | { kind: 'object'; members: [string, Bridged][] };

type BridgeMessage =
  | { op: 'expose'; key: string; value: Bridged }
  | { op: 'call'; id: number; args: Bridged[] }
  | { op: 'returned'; ok: boolean; value: Bridged }
  | { op: 'settled'; id: number; ok: boolean; value: Bridged };

export interface WorldBridge {
  /** Defines `window[key]` in the other world. @throws Error if it is already there or cannot be copied. */
  expose(key: string, api: unknown): void;
}

/** `send` and `receive` name the events; the other world is given them the other way round. */
export function createWorldBridge(send: string, receive: string): WorldBridge {
  const functions: ((...args: unknown[]) => unknown)[] = [];
  const promises = new Map<number, { resolve(value: unknown): void; reject(reason: unknown): void }>();
  // Calls are synchronous and nest: the last one sent is the first one answered.
  const answers: (BridgeMessage & { op: 'returned' })[] = [];
  let nextPromise = 0;

  const post = (message: BridgeMessage) => window.dispatchEvent(new CustomEvent(send, { detail: message }));

  function wrap(value: unknown, depth = 0): Bridged {
    if (depth > 100) throw new Error('contextBridge: the value is nested too deeply or holds a cycle');
    if (typeof value === 'function') {
      return { kind: 'function', id: functions.push((...args) => Reflect.apply(value, undefined, args)) - 1 };
    }
    if (typeof value === 'symbol') throw new Error('An object could not be cloned.');
    if (typeof value !== 'object' || value === null) return { kind: 'value', value };
    if (value instanceof Promise) return wrapPromise(value);
    if (value instanceof Error) return { kind: 'error', name: value.name, message: value.message };
    if (Array.isArray(value))
      return { kind: 'array', items: value.map((item: unknown) => wrap(item, depth + 1)) };
    if (value instanceof Node) throw new Error('contextBridge: the host passes no DOM nodes');
    if (isCloneable(value)) return { kind: 'value', value };
    return { kind: 'object', members: Object.entries(value).map(([k, v]) => [k, wrap(v, depth + 1)]) };
  }

  function wrapPromise(promise: Promise<unknown>): Bridged {
    const id = nextPromise++;
    promise.then(
      (value) => post({ op: 'settled', id, ok: true, value: wrap(value) }),
      (reason) => post({ op: 'settled', id, ok: false, value: wrap(reason) }),
    );
    return { kind: 'promise', id };
  }

  function unwrap(bridged: Bridged): unknown {
    switch (bridged.kind) {
      case 'value':
        return bridged.value;
      case 'function':
        return (...args: unknown[]) => callOther(bridged.id, args);
      case 'promise':
        return new Promise((resolve, reject) => promises.set(bridged.id, { resolve, reject }));
      case 'error':
        return Object.assign(new Error(bridged.message), { name: bridged.name });
      case 'array':
        return bridged.items.map(unwrap);
      case 'object':
        return Object.fromEntries(bridged.members.map(([key, member]) => [key, unwrap(member)]));
    }
  }

  function callOther(id: number, args: unknown[]): unknown {
    post({ op: 'call', id, args: args.map((arg) => wrap(arg)) });
    const answer = answers.pop();
    if (answer === undefined) throw new Error('contextBridge: the other world did not answer');
    if (!answer.ok) throw unwrap(answer.value);
    return unwrap(answer.value);
  }

  function answerCall(id: number, args: Bridged[]): BridgeMessage {
    try {
      const value = functions[id]?.(...args.map(unwrap));
      return { op: 'returned', ok: true, value: wrap(value) };
    } catch (error) {
      return { op: 'returned', ok: false, value: wrap(error) };
    }
  }

  window.addEventListener(receive, (event) => {
    const message: BridgeMessage | null = event instanceof CustomEvent ? event.detail : null;
    switch (message?.op) {
      case 'expose':
        Object.defineProperty(window, message.key, { value: unwrap(message.value), enumerable: true });
        break;
      case 'call':
        post(answerCall(message.id, message.args));
        break;
      case 'returned':
        answers.push(message);
        break;
      case 'settled': {
        const promise = promises.get(message.id);
        promises.delete(message.id);
        promise?.[message.ok ? 'resolve' : 'reject'](unwrap(message.value));
        break;
      }
    }
  });

  const exposed = new Set<string>();
  return {
    expose(key, api) {
      if (exposed.has(key))
        throw new Error(`Cannot bind an API on top of an existing property on the window object`);
      exposed.add(key);
      post({ op: 'expose', key, value: wrap(api) });
    },
  };
}

/** What the browser itself copies between the worlds. */
function isCloneable(value: object): boolean {
  return (
    value instanceof ArrayBuffer ||
    ArrayBuffer.isView(value) ||
    value instanceof Date ||
    value instanceof Map ||
    value instanceof Set ||
    value instanceof Blob
  );
}
