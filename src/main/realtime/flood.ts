import type { Connect, Connection } from './connection';
import { RealtimeError } from './errors';

/**
 * Events of a server that are worked on within a second. The fastest answers have some hundreds; beyond this the whole
 * program would do nothing but read.
 */
export const MOST_EVENTS_PER_SECOND = 20_000;

/** Ends connections whose server sends more than can be right. `now` is monotonic, ms. */
export function againstFloods(connect: Connect, now: () => number): Connect {
  return (endpoint, listener) => {
    let since = now();
    let count = 0;
    let isOver = false;
    /** Whether there is still room for one more. */
    const counts = (): boolean => {
      if (now() - since >= 1_000) {
        since = now();
        count = 0;
      }
      count += 1;
      if (count > MOST_EVENTS_PER_SECOND && !isOver) {
        isOver = true;
        connection.close();
        listener.ended(new RealtimeError('flood', `${MOST_EVENTS_PER_SECOND} events`));
      }
      return !isOver;
    };
    const connection: Connection = connect(endpoint, {
      opened: () => listener.opened(),
      received: (event) => {
        if (counts()) listener.received(event);
      },
      malformed: (error) => {
        if (counts()) listener.malformed(error);
      },
      ended: (reason) => {
        if (!isOver) listener.ended(reason);
      },
    });
    return connection;
  };
}
