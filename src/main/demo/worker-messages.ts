/** What the launcher and the server's worker tell each other. */
export interface WorkerSettings {
  /** The key that the server admits. */
  token: string;
}

export type ToWorker =
  /** The answer to `need-voice`. */
  | { type: 'voice'; wasm: Uint8Array<ArrayBuffer> }
  | { type: 'no-voice'; reason: string }
  /** Ends the server; the worker then exits by itself. */
  | { type: 'stop' };

export type FromWorker =
  | { type: 'listening'; url: string }
  | { type: 'failed'; reason: string }
  /** The synthesiser's program is wanted. It is asked for late, that starting stays light. */
  | { type: 'need-voice' };
