import type { AloudApi } from '../../preload/contract';

/** What silences: a new question, Stop and a new conversation. */
type Silencing = Pick<AloudApi, 'ask' | 'stop' | 'newConversation'>;

/**
 * The same calls, with silence at once: the sound fades while main is still being told. Where main finds nothing to
 * silence, or is not reached, what sounds goes on.
 */
export function hushing(api: Silencing, hush: (hushed: boolean) => void): Silencing {
  const meanwhile = async <T>(call: Promise<T>, isMeant: (result: T) => boolean): Promise<T> => {
    hush(true);
    let meant = false;
    try {
      const result = await call;
      meant = isMeant(result);
      return result;
    } finally {
      if (!meant) hush(false);
    }
  };
  return {
    ask: (prompt) => meanwhile(api.ask(prompt), ({ kind }) => kind === 'asked'),
    stop: () => meanwhile(api.stop(), (stopped) => stopped),
    newConversation: () => meanwhile(api.newConversation(), () => true),
  };
}
