/** Host → preload world. Each travels as one text, see `encodeText`. */
export type ToPreload =
  | { kind: 'reply'; id: number; ok: true; value: unknown }
  | { kind: 'reply'; id: number; ok: false; message: string }
  /** `ports`: numbers of message ports at the host. */
  | { kind: 'event'; channel: string; args: unknown[]; ports: number[] };

/** Preload world → host. */
export type FromPreload =
  | { kind: 'invoke'; id: number; channel: string; args: unknown[] }
  | { kind: 'send'; channel: string; args: unknown[] }
  | { kind: 'preload-failed'; message: string };
