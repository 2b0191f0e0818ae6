import type { Driver } from './driver';

/** Test → host, over the child process' IPC. */
export interface ControlRequest {
  id: number;
  method: string;
  args: unknown[];
}

/** Host → test. */
export type ControlMessage =
  | { kind: 'ready' }
  | { kind: 'answer'; id: number; ok: true; value: unknown }
  | { kind: 'answer'; id: number; ok: false; message: string };

/** Lets the parent process drive this host. Does nothing if there is no such parent. */
export function serveControl(driver: Driver): void {
  const send = process.send?.bind(process);
  if (send === undefined) return;
  const methods = new Map<string, unknown>(Object.entries(driver));
  process.on('message', async ({ id, method, args }: ControlRequest) => {
    try {
      const call = methods.get(method);
      if (typeof call !== 'function') throw new Error(`The driver has no ${method}`);
      const value: unknown = await Reflect.apply(call, undefined, args);
      send({ kind: 'answer', id, ok: true, value } satisfies ControlMessage);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      send({ kind: 'answer', id, ok: false, message } satisfies ControlMessage);
    }
  });
  process.on('disconnect', driver.quit);
  send({ kind: 'ready' } satisfies ControlMessage);
}
