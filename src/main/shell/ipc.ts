import type { IpcMainInvokeEvent } from 'electron';
import { ipcMain } from 'electron';
import type { InvocationChannel, Invocations } from '../../preload/contract';
import type { Refusal, Sender } from './ipc-check';
import { checkInvocation, refusalSentence } from './ipc-check';
import { ARGUMENT_SCHEMAS } from './ipc-schemas';
import type { Log } from './log';
import type { RateLimit } from './rate-limit';
import { TokenBucket } from './rate-limit';

/** What is written of refused calls: a page that is not ours any more must not fill the disk. */
const LOG_LIMIT: RateLimit = { burst: 30, perSecond: 0.1 };

/** Twice what a page that follows its content's height on every frame needs. */
const RATE_LIMIT: RateLimit = { burst: 240, perSecond: 120 };

/** Main's answer to every call. Unlike the page's view of it, each may be a promise. */
export type InvocationHandlers = {
  readonly [C in InvocationChannel]: (
    ...args: Parameters<Invocations[C]>
  ) => ReturnType<Invocations[C]> | Promise<ReturnType<Invocations[C]>>;
};

export interface IpcOptions {
  log: Log;
  /** Monotonic, ms. */
  now: () => number;
  rateLimit?: RateLimit;
}

/**
 * The one door between the pages and main: nothing else uses `ipcMain`. A call passes when our own page sent it and
 * its arguments are right; otherwise the page's promise is rejected with a plain sentence. A channel that is not in
 * the contract has no handler here, and Electron itself refuses it. Returns how to close the door.
 */
export function registerIpc(handlers: InvocationHandlers, options: IpcOptions): () => void {
  const { log, now, rateLimit = RATE_LIMIT } = options;
  const buckets = new WeakMap<IpcMainInvokeEvent['sender'], TokenBucket>();
  const admit = (event: IpcMainInvokeEvent): boolean => {
    const bucket = buckets.get(event.sender) ?? new TokenBucket(rateLimit, now());
    buckets.set(event.sender, bucket);
    return bucket.take(now());
  };

  const logged = new TokenBucket(LOG_LIMIT, now());
  let unlogged = 0;
  const logRefusal = (channel: InvocationChannel, refusal: Refusal, where: string | null): void => {
    if (!logged.take(now())) {
      unlogged += 1;
      return;
    }
    log.warn('A call was refused', { channel, refusal, where, unlogged });
    unlogged = 0;
  };

  const register = <C extends InvocationChannel>(channel: C): void => {
    const handler: InvocationHandlers[C] = handlers[channel];
    ipcMain.handle(channel, async (event, ...args: unknown[]) => {
      const checked = checkInvocation(channel, senderOf(event), args, () => admit(event));
      switch (checked.kind) {
        case 'refused':
          logRefusal(channel, checked.refusal, checked.where);
          throw new Error(refusalSentence(checked.refusal));
        case 'accepted':
          return answer(channel, () => handler(...checked.args), log);
        default:
          return checked satisfies never;
      }
    });
  };

  const channels = Object.keys(ARGUMENT_SCHEMAS) as InvocationChannel[];
  for (const channel of channels) register(channel);
  return () => {
    for (const channel of channels) ipcMain.removeHandler(channel);
  };
}

function senderOf(event: IpcMainInvokeEvent): Sender | null {
  // Null when the frame is gone already, or has been navigated since it called.
  const frame = event.senderFrame;
  if (frame === null) return null;
  return { isTopFrame: frame.parent === null, origin: frame.origin, url: frame.url };
}

/** A handler's own failure is for the log; the page learns no more than that there was one. */
async function answer<T>(channel: InvocationChannel, handle: () => T | Promise<T>, log: Log): Promise<T> {
  try {
    return await handle();
  } catch (error) {
    log.error(`The call ${channel} failed`, error);
    throw new Error('Aloud could not do this. The log says more.');
  }
}
