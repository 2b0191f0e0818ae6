import type { ServerEvent } from './events';

export interface ErrorDetail {
  code: string | null;
  message: string;
  /** The path of the field at fault. */
  param?: string;
  type?: 'invalid_request_error' | 'server_error';
}

/** A client event that the server refuses. It becomes an `error` event; the session goes on. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly detail: ErrorDetail;

  constructor(detail: ErrorDetail) {
    super(detail.message);
    this.detail = detail;
  }
}

/** `eventId` is the `event_id` of the client event at fault, if it had one. */
export function errorEvent(detail: ErrorDetail, eventId: string | null): ServerEvent {
  return {
    type: 'error',
    error: {
      type: detail.type ?? 'invalid_request_error',
      code: detail.code,
      message: detail.message,
      param: detail.param ?? null,
      event_id: eventId,
    },
  };
}
