import type { ToPlayer } from '../../preload/audio-contract';

/** Our end of the port to the player. Messages are copied when posted and arrive in order. */
export interface AudioPort {
  postMessage(message: ToPlayer): void;
  /** At most one listener; what comes from the page is not to be trusted. */
  onMessage(listener: (message: unknown) => void): void;
  /** The other end is gone: the page was closed, reloaded or has crashed. */
  onClose(listener: () => void): void;
  close(): void;
}
