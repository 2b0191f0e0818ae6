/** What stands in the place of something secret. */
export const REDACTED = '[redacted]';

/** Shapes of secrets. Each keeps its first group, if it has one, and loses the rest. */
const SHAPES: readonly RegExp[] = [
  // OpenAI's keys (sk-…, sk-proj-…) and short-lived client secrets (ek_…).
  /()\b(?:sk-|ek_)[A-Za-z0-9_-]{6,}/gu,
  // Authorization headers, in whatever object or line they were printed.
  /(\bbearer\s+)[^\s'",;]+/giu,
  // `api-key: …`, `"api_key":"…"`, `apiKey=…`, `?token=…`, `client_secret: '…'`.
  /((?:api[-_]?key|client[-_]?secret|access[-_]?token|\btoken)["']?\s*[:=]\s*["']?)[^\s"',;&}]+/giu,
];

/** The shortest text that is taken for a secret by name: shorter ones would blot out ordinary words. */
const SHORTEST_SECRET = 6;

/**
 * Takes everything out of a text that looks like a key, and the `secrets` themselves, which need not look like one
 * (pure).
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  let clean = text;
  for (const secret of secrets) {
    if (secret.length >= SHORTEST_SECRET) clean = clean.replaceAll(secret, REDACTED);
  }
  for (const shape of SHAPES) {
    clean = clean.replace(shape, (_all, kept: string) => `${kept}${REDACTED}`);
  }
  return clean;
}
