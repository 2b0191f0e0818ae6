import { EventEmitter } from 'node:events';
import type { IpcMain, IpcMainInvokeEvent, MessageEvent, MessagePortMain, Protocol } from 'electron';
import { vi } from 'vitest';

type InvokeHandler = Parameters<IpcMain['handle']>[1];

/** What the door reads of a caller. */
export interface FakeCaller {
  sender: object;
  senderFrame: { parent: object | null; origin: string; url: string } | null;
}

/** Like the real one, it refuses a channel that nobody handles, and a second handler for one. */
class FakeIpcMain {
  readonly handlers = new Map<string, InvokeHandler>();

  handle(channel: string, handler: InvokeHandler): void {
    if (this.handlers.has(channel)) throw new Error(`A second handler for ${channel}`);
    this.handlers.set(channel, handler);
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel);
  }

  /** Calls as a page would. */
  async invoke(channel: string, caller: FakeCaller, ...args: unknown[]): Promise<unknown> {
    const handler = this.handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    return handler(caller as unknown as IpcMainInvokeEvent, ...args);
  }
}

/** One end of a channel; what is posted arrives at the other end once that is started, in order. */
export class FakePort
  extends EventEmitter
  implements Pick<MessagePortMain, 'postMessage' | 'start' | 'close'>
{
  other: FakePort | null = null;
  #started = false;
  readonly #waiting: unknown[] = [];

  postMessage(message: unknown): void {
    this.other?.deliver(structuredClone(message));
  }

  deliver(data: unknown): void {
    if (this.#started) this.emit('message', { data, ports: [] } satisfies MessageEvent);
    else this.#waiting.push(data);
  }

  start(): void {
    this.#started = true;
    for (const data of this.#waiting.splice(0)) this.deliver(data);
  }

  close(): void {
    const { other } = this;
    this.other = null;
    if (other === null) return;
    other.other = null;
    other.emit('close');
  }
}

export class MessageChannelMain {
  readonly port1 = new FakePort();
  readonly port2 = new FakePort();

  constructor() {
    this.port1.other = this.port2;
    this.port2.other = this.port1;
  }
}

export const ipcMain = new FakeIpcMain();
export const protocol = {
  registerSchemesAsPrivileged: vi.fn<Protocol['registerSchemesAsPrivileged']>(),
  handle: vi.fn<Protocol['handle']>(),
};
