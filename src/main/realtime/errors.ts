import type { RealtimeErrorCode } from '../../preload/problem-contract';

export type { RealtimeErrorCode };

/**
 * A failure with ids and codes only: never the content of a message, never a key, so it may be logged and shown.
 * `details` is built from status numbers, close codes, error codes and event ids.
 */
export class RealtimeError extends Error {
  override readonly name = 'RealtimeError';
  readonly code: RealtimeErrorCode;
  readonly details: string | null;
  /** How long the other end wants to be left alone, ms; null where it did not say. */
  readonly retryAfterMs: number | null;
  /** The address of the proxy that wants a password, without one; null where none does, or it is not known. */
  readonly proxy: string | null;

  constructor(
    code: RealtimeErrorCode,
    details: string | null = null,
    retryAfterMs: number | null = null,
    proxy: string | null = null,
  ) {
    super(details === null ? code : `${code}: ${details}`);
    this.code = code;
    this.details = details;
    this.retryAfterMs = retryAfterMs;
    this.proxy = proxy;
  }
}
