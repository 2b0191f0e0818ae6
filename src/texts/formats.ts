/** A word in the forms that a number wants, by the names of `Intl.PluralRules`. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

type Unit = 'millisecond' | 'second' | 'minute' | 'hour';

export interface Formats {
  /** A whole number: `3,200`. */
  count(n: number): string;
  /** At most so many digits after the point: `1.25`. */
  decimal(n: number, digits: number): string;
  /** A day, of which `iso` is e.g. `2027-01-20`: `Jan 20, 2027`. */
  date(iso: string): string;
  /** `percent` from 0 to 100: `75%`. */
  percent(percent: number): string;
  /** The form that goes with `n`; the number itself is not in it. */
  plural(n: number, forms: Forms): string;
  /** A whole number with its unit, short: `8 sec`. */
  short(n: number, unit: Unit): string;
  /** How long something took, ms: `180 ms`, `1.4 sec`, `12 sec`. */
  duration(ms: number): string;
  /** How long something is still to be waited for, ms, rounded up: `91 seconds`, `2 minutes`. */
  wait(ms: number): string;
}

/** Numbers and what hangs on them, as they are written in one language. Formatters are made when first wanted. */
export function formats(locale: string): Formats {
  const number = keeping((options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options));
  const days = keeping((options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options));
  const rules = keeping((options: Intl.PluralRulesOptions) => new Intl.PluralRules(locale, options));

  const measure = (n: number, unit: Unit, unitDisplay: 'short' | 'long', digits = 0): string =>
    number({
      style: 'unit',
      unit,
      unitDisplay,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(n);

  return {
    count: (n) => number({}).format(n),
    decimal: (n, digits) => number({ maximumFractionDigits: digits }).format(n),
    date: (iso) => days({ dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(iso)),
    percent: (percent) => number({ style: 'percent' }).format(percent / 100),
    plural: (n, forms) => forms[rules({}).select(n)] ?? forms.other,
    short: (n, unit) => measure(n, unit, 'short'),
    duration(ms) {
      if (ms < 995) return measure(ms, 'millisecond', 'short');
      const seconds = ms / 1_000;
      return measure(seconds, 'second', 'short', seconds < 9.95 ? 1 : 0);
    },
    wait(ms) {
      // To come a second late is better than to be refused again.
      const seconds = Math.max(1, Math.ceil(ms / 1_000));
      if (seconds < 120) return measure(seconds, 'second', 'long');
      const minutes = Math.ceil(seconds / 60);
      return minutes < 120
        ? measure(minutes, 'minute', 'long')
        : measure(Math.ceil(minutes / 60), 'hour', 'long');
    },
  };
}

/** Makes each formatter once: making one costs more than all that it formats. */
function keeping<O extends object, F>(make: (options: O) => F): (options: O) => F {
  const made = new Map<string, F>();
  return (options) => {
    const key = JSON.stringify(options);
    const known = made.get(key) ?? make(options);
    made.set(key, known);
    return known;
  };
}
