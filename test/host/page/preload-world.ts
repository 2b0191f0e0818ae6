/**
 * The isolated world in which the app's preload runs: `require('electron')` with just contextBridge and ipcRenderer.
 * `hostConfig` and `hostPreload` are put before this by the host (page-scripts.ts).
 */
import { decodeText, encodeText } from '../codec';
import type { PageConfig } from './config';
import type { FromPreload, ToPreload } from './wire';
import { createWorldBridge } from './world-bridge';

declare const hostConfig: PageConfig;
declare function hostPreload(
  require: (name: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
  process: PageConfig['process'],
): void;
/** Its `TrustedScriptURL` stands where the compiler's DOM knows but a string. */
declare const trustedTypes: {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
};

type Listener = (event: unknown, ...args: unknown[]) => void;
interface World {
  /** Chromium's binding into the host; there until this script took it. */
  aloudHostSend?: (text: string) => void;
  aloudHostReceive?: (text: string) => void;
}

const world: World & typeof globalThis = globalThis;
const bindingSend = world.aloudHostSend;
delete world.aloudHostSend;

const send = (message: FromPreload) => bindingSend?.(encodeText(message));
const listeners = new Map<string, { listener: Listener; once: boolean }[]>();
const pending = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
let nextCall = 1;
/** The page's policy may demand Trusted Types, and holds for this world, too. */
const policy = trustedTypes.createPolicy('host', { createScriptURL: (url) => url });
let portWorker: Worker | null = null;

/** A real MessagePort for the page; its other end goes to the worker that carries it to the host. */
function openPort(id: number): MessagePort {
  portWorker ??= new Worker(policy.createScriptURL('/__host__/port-bridge.js'));
  const { port1, port2 } = new MessageChannel();
  portWorker.postMessage(id, [port2]);
  return port1;
}

function add(channel: string, listener: Listener, once: boolean) {
  listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, once }]);
  return ipcRenderer;
}

function remove(channel: string, listener: Listener) {
  const kept = (listeners.get(channel) ?? []).filter((entry) => entry.listener !== listener);
  listeners.set(channel, kept);
  return ipcRenderer;
}

function emit(channel: string, ports: MessagePort[], args: unknown[]): void {
  for (const { listener, once } of listeners.get(channel) ?? []) {
    if (once) remove(channel, listener);
    try {
      listener({ sender: ipcRenderer, ports }, ...args);
    } catch (error) {
      reportError(error);
    }
  }
}

const ipcRenderer = refuseUnknown('ipcRenderer', {
  invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = nextCall++;
      send({ kind: 'invoke', id, channel, args });
      pending.set(id, {
        resolve,
        reject: ({ message }) => reject(new Error(`Error invoking remote method '${channel}': ${message}`)),
      });
    });
  },
  send: (channel: string, ...args: unknown[]) => void send({ kind: 'send', channel, args }),
  on: (channel: string, listener: Listener) => add(channel, listener, false),
  addListener: (channel: string, listener: Listener) => add(channel, listener, false),
  once: (channel: string, listener: Listener) => add(channel, listener, true),
  off: remove,
  removeListener: remove,
  removeAllListeners(channel: string) {
    listeners.delete(channel);
    return ipcRenderer;
  },
});

const bridge = createWorldBridge(hostConfig.toPage, hostConfig.toPreload);
const contextBridge = refuseUnknown('contextBridge', {
  exposeInMainWorld: (key: string, api: unknown) => bridge.expose(key, api),
});

function refuseUnknown<T extends object>(name: string, members: T): T {
  return new Proxy(members, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key === 'then' || key === 'toJSON' || Reflect.has(target, key)) {
        return Reflect.get(target, key, receiver);
      }
      throw new Error(`Aloud's host does not implement electron.${name}.${key}`);
    },
  });
}

world.aloudHostReceive = (text) => {
  const message = decodeText(text) as ToPreload;
  if (message.kind === 'event') {
    emit(message.channel, message.ports.map(openPort), message.args);
    return;
  }
  const call = pending.get(message.id);
  pending.delete(message.id);
  if (message.ok) call?.resolve(message.value);
  else call?.reject(new Error(message.message));
};

function require(name: string): unknown {
  if (name === 'electron') return refuseUnknown('(preload)', { contextBridge, ipcRenderer });
  throw new Error(`module not found: ${name}. A sandboxed preload may require only electron.`);
}

try {
  const module = { exports: {} };
  hostPreload(require, module, module.exports, hostConfig.process);
} catch (error) {
  send({ kind: 'preload-failed', message: error instanceof Error ? String(error.stack) : String(error) });
  throw error;
}
