import { wordsToDigits } from './numbers';

/** An arithmetic question in words or signs, answered in a sentence; null if `prompt` is none. Never evaluates code. */
export function answerSum(prompt: string): string | null {
  const expression = normalise(prompt);
  const tokens = tokenize(expression);
  if (
    tokens === null ||
    !tokens.some((token) => typeof token === 'string' && token !== '(' && token !== ')')
  ) {
    return null;
  }
  if (tokens.length > LONGEST) return 'That sum is too long for me. Give me a shorter one.';
  const parser = new Parser(tokens);
  const value = parser.parse();
  if (value === null) return null;
  if (parser.dividedByZero) return 'Nothing can be divided by zero.';
  if (!Number.isFinite(value)) return 'The result is too large for me.';
  return `${sentenceCase(
    tokens
      .map(spell)
      .join(' ')
      .replace(/(?<=\() | (?=\))/g, ''),
  )} is ${formatNumber(value)}.`;
}

type Operator = '+' | '-' | '*' | '/' | '^' | '%' | 'sqrt';
type Token = number | Operator | '(' | ')';

/** Tokens. */
const LONGEST = 60;

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bmultiplied by\b|\btimes\b|[×⋅]|(?<=\d)\s*x\s*(?=\d)/g, ' * '],
  [/\bdivided by\b|\bover\b|÷/g, ' / '],
  [/\bto the power of\b|\braised to\b|\*\*/g, ' ^ '],
  [/\b(?:the )?square root of\b|√/g, ' sqrt '],
  [/\bsquared\b/g, ' ^ 2 '],
  [/\bcubed\b/g, ' ^ 3 '],
  [/\bplus\b|\band\b|\badded to\b/g, ' + '],
  [/\bminus\b|\bless\b|[−–]/g, ' - '],
  [/\bpercent of\b|%\s*of\b/g, ' % * '],
  [/\bpercent\b/g, ' % '],
];

function normalise(prompt: string): string {
  let text = wordsToDigits(
    prompt
      .toLowerCase()
      .replace(/[?!=]+\s*$/g, '')
      .replace(/[\s.]+$/g, '')
      .replace(
        /^\s*(?:(?:hey|ok|okay|please|so|now|and|aloud|could you|can you|tell me|,)\s+)*(?:what is|what's|whats|what are|how much is|how much are|calculate|compute|work out|solve|evaluate|add up|add)?\s*/,
        '',
      ),
  );
  for (const [words, sign] of WORDS) text = text.replace(words, sign);
  return text.replace(/(\d),(?=\d{3}\b)/g, '$1').replace(/\bplease\b/g, '');
}

function tokenize(expression: string): Token[] | null {
  const tokens: Token[] = [];
  let rest = expression.trim();
  while (rest !== '') {
    const match = /^(?:(\d+(?:\.\d+)?|\.\d+)|(sqrt|[-+*/^%()]))\s*/.exec(rest);
    if (match === null) return null;
    if (match[1] !== undefined) tokens.push(Number(match[1]));
    else tokens.push(match[2] as Exclude<Token, number>);
    rest = rest.slice(match[0].length);
  }
  return tokens;
}

/** Recursive descent over a bounded list of tokens. `parse` is null when they are not one whole expression. */
class Parser {
  dividedByZero = false;
  #at = 0;
  readonly #tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  parse(): number | null {
    const value = this.#sum();
    return this.#at === this.#tokens.length ? value : null;
  }

  #take(...wanted: readonly Token[]): Token | null {
    const token = this.#tokens[this.#at];
    if (token === undefined || !wanted.includes(token)) return null;
    this.#at++;
    return token;
  }

  #sum(): number | null {
    let left = this.#product();
    for (let sign = this.#take('+', '-'); sign !== null; sign = this.#take('+', '-')) {
      const right = this.#product();
      if (left === null || right === null) return null;
      left = sign === '+' ? left + right : left - right;
    }
    return left;
  }

  #product(): number | null {
    let left = this.#signed();
    for (let sign = this.#take('*', '/'); sign !== null; sign = this.#take('*', '/')) {
      const right = this.#signed();
      if (left === null || right === null) return null;
      if (sign === '/' && right === 0) this.dividedByZero = true;
      left = sign === '*' ? left * right : left / right;
    }
    return left;
  }

  #signed(): number | null {
    if (this.#take('-') !== null) {
      const value = this.#signed();
      return value === null ? null : -value;
    }
    return this.#power();
  }

  #power(): number | null {
    let base = this.#atom();
    while (base !== null && this.#take('%') !== null) base /= 100;
    if (base === null || this.#take('^') === null) return base;
    const exponent = this.#signed();
    return exponent === null ? null : base ** exponent;
  }

  #atom(): number | null {
    if (this.#take('sqrt') !== null) {
      const value = this.#signed();
      return value === null || value < 0 ? null : Math.sqrt(value);
    }
    if (this.#take('(') !== null) {
      const value = this.#sum();
      return this.#take(')') === null ? null : value;
    }
    const token = this.#tokens[this.#at];
    if (typeof token !== 'number') return null;
    this.#at++;
    return token;
  }
}

const SPELLED: Record<Exclude<Token, number>, string> = {
  '+': 'plus',
  '-': 'minus',
  '*': 'times',
  '/': 'divided by',
  '^': 'to the power of',
  '%': 'percent',
  sqrt: 'the square root of',
  '(': '(',
  ')': ')',
};

function spell(token: Token): string {
  return typeof token === 'number' ? formatNumber(token) : SPELLED[token];
}

/** A number as a voice reads it: no exponent, no float noise, "minus" for the sign. */
export function formatNumber(value: number): string {
  const sign = value < 0 ? 'minus ' : '';
  const size = Math.abs(value);
  if (size >= 1e15) {
    const power = Math.floor(Math.log10(size));
    return `${sign}about ${(size / 10 ** power).toFixed(2)} times ten to the power of ${power}`;
  }
  if (size > 0 && size < 1e-6) return `${sign}almost zero`;
  const rounded = Number(size.toPrecision(12));
  const text = rounded.toLocaleString('en-US', { maximumFractionDigits: 6 });
  return Math.abs(Number(rounded.toFixed(6)) - size) > 1e-9 * Math.max(1, size)
    ? `${sign}about ${text}`
    : `${sign}${text}`;
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
