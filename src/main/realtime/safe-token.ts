/** What servers use as error codes, types and formats: `insufficient_quota`, `invalid_request_error.session_expired`. */
const TOKEN = /^[a-z][a-z0-9_]*(?:[./][a-z0-9_]+)*$/u;
const LONGEST = 64;
/** A key shorter than this is a word like any other. */
const SHORTEST_SECRET = 4;

/**
 * `value` if it is certain to be a code and not content, else null: errors are logged and shown, and a server may
 * write anything into them, the key that it was sent included. `secret` is that key.
 */
export function safeToken(value: unknown, secret: string | null): string | null {
  if (typeof value !== 'string' || value.length > LONGEST || !TOKEN.test(value)) return null;
  if (secret !== null && secret.length >= SHORTEST_SECRET && value.includes(secret.toLowerCase()))
    return null;
  return value;
}
