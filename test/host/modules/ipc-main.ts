import { EventEmitter } from 'node:events';
import type { IpcMain } from 'electron';
import type { FromPreload, ToPreload } from '../page/wire';

/** Who sent it, as `event.sender` and `event.senderFrame` tell the app. */
export interface IpcSender {
  sender: object;
  senderFrame: { url: string; origin: string; parent: object | null; top: object | null } | null;
}

type Handler = (event: IpcSender, ...args: unknown[]) => unknown;

/** electron.ipcMain. Its events are the app's own channels, so that any name may be listened to. */
export class HostIpcMain
  extends EventEmitter
  implements Pick<IpcMain, 'handle' | 'handleOnce' | 'removeHandler'>
{
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, handler: (event: never, ...args: never[]) => unknown): void {
    if (this.#handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    this.#handlers.set(channel, handler as Handler);
  }

  handleOnce(channel: string, handler: (event: never, ...args: never[]) => unknown): void {
    this.handle(channel, ((event: IpcSender, ...args: unknown[]) => {
      this.removeHandler(channel);
      return (handler as Handler)(event, ...args);
    }) as Handler);
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** Host only: a call of a page. Never rejects; the reply holds the error as Electron words it. */
  async invoked(call: FromPreload & { kind: 'invoke' }, sender: IpcSender): Promise<ToPreload> {
    const { id, channel, args } = call;
    try {
      const handler = this.#handlers.get(channel);
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
      return { kind: 'reply', id, ok: true, value: await handler(sender, ...args) };
    } catch (error) {
      return { kind: 'reply', id, ok: false, message: String(error) };
    }
  }
}
