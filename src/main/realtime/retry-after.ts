/** A wait longer than this is no answer to "when", ms. */
const LONGEST_MS = 24 * 60 * 60_000;

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * How long the other end wants to be left alone, ms, or null (pure): `Retry-After` in seconds or as a date, or else the
 * reset time of the limit that is used up, as OpenAI and Azure write it.
 */
export function retryAfterMs(headers: Headers, wallNow: number): number | null {
  return (
    milliseconds(headers['retry-after-ms']) ??
    secondsOrDate(headers['retry-after'], wallNow) ??
    latest([
      exhausted(headers, 'requests') ? duration(headers['x-ratelimit-reset-requests']) : null,
      exhausted(headers, 'tokens') ? duration(headers['x-ratelimit-reset-tokens']) : null,
    ])
  );
}

type Value = Headers[string];

function milliseconds(value: Value): number | null {
  return typeof value === 'string' && /^\d+(?:\.\d+)?$/u.test(value) ? bounded(Number(value)) : null;
}

function secondsOrDate(value: Value, wallNow: number): number | null {
  if (typeof value !== 'string') return null;
  if (/^\d+(?:\.\d+)?$/u.test(value)) return bounded(Number(value) * 1000);
  // Only the form of HTTP: `Date.parse` takes almost anything for a date.
  if (!/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/u.test(value)) return null;
  return bounded(Date.parse(value) - wallNow);
}

function exhausted(headers: Headers, kind: 'requests' | 'tokens'): boolean {
  return headers[`x-ratelimit-remaining-${kind}`] === '0';
}

const UNITS: ReadonlyMap<string, number> = new Map([
  ['ms', 1],
  ['s', 1_000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
]);

/** `6m0s`, `1.5s`, `20ms`. */
function duration(value: Value): number | null {
  if (typeof value !== 'string' || !/^(?:\d+(?:\.\d+)?(?:ms|[smhd]))+$/u.test(value)) return null;
  let ms = 0;
  for (const [, count, unit] of value.matchAll(/(\d+(?:\.\d+)?)(ms|[smhd])/gu)) {
    ms += Number(count) * (UNITS.get(unit ?? '') ?? 0);
  }
  return bounded(ms);
}

function latest(waits: readonly (number | null)[]): number | null {
  const known = waits.filter((wait) => wait !== null);
  return known.length === 0 ? null : Math.max(...known);
}

function bounded(ms: number): number | null {
  return Number.isFinite(ms) && ms > 0 && ms <= LONGEST_MS ? Math.ceil(ms) : null;
}
