/** One prompt and what was heard of its answer; `heard` is empty where nothing was. */
export interface Exchange {
  readonly turn: number;
  readonly prompt: string;
  readonly heard: string;
}

/** All that a new session would have to be told, oldest first. */
export type Conversation = readonly Exchange[];

/** What one new session is told at most, in tokens as {@link estimateTokens} counts them. */
export const TOKEN_BUDGET = 6_000;
/** Role, ids and frame of one message. */
const TOKENS_PER_MESSAGE = 6;
const BYTES_PER_TOKEN = 3;

/**
 * How many tokens a text has, rather too many than too few: three bytes of UTF-8 are one, which counts a Chinese character
 * as one and an English word as two.
 */
export function estimateTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / BYTES_PER_TOKEN);
}

/** Keeps an exchange, in place of what was known of the same turn, and forgets the oldest beyond the budget (pure). */
export function keep(conversation: Conversation, exchange: Exchange, budget = TOKEN_BUDGET): Conversation {
  const others = conversation.filter(({ turn }) => turn !== exchange.turn);
  return withinBudget(
    [...others, exchange].sort((a, b) => a.turn - b.turn),
    budget,
  );
}

/** Whether a part of what was known is forgotten when the exchange is kept (pure). */
export function outgrows(conversation: Conversation, exchange: Exchange, budget = TOKEN_BUDGET): boolean {
  const others = conversation.filter(({ turn }) => turn !== exchange.turn);
  return [...others, exchange].reduce((sum, each) => sum + tokensOf(each), 0) > budget;
}

/** The newest exchanges that the budget has room for; of one that is too long by itself, its beginning. */
function withinBudget(conversation: Conversation, budget: number): Conversation {
  let left = budget;
  const kept: Exchange[] = [];
  for (const exchange of conversation.toReversed()) {
    const cost = tokensOf(exchange);
    if (cost > left) {
      if (kept.length === 0) kept.push(shortened(exchange, budget));
      break;
    }
    left -= cost;
    kept.push(exchange);
  }
  return kept.reverse();
}

export function tokensOf({ prompt, heard }: Exchange): number {
  return (
    TOKENS_PER_MESSAGE +
    estimateTokens(prompt) +
    (heard === '' ? 0 : TOKENS_PER_MESSAGE + estimateTokens(heard))
  );
}

function shortened({ turn, prompt, heard }: Exchange, budget: number): Exchange {
  const room = Math.max(0, Math.floor((budget - 2 * TOKENS_PER_MESSAGE) / 2));
  return { turn, prompt: beginning(prompt, room), heard: beginning(heard, room) };
}

/** As much of the text as so many tokens hold, no character cut in two. */
function beginning(text: string, tokens: number): string {
  if (estimateTokens(text) <= tokens) return text;
  let bytes = BYTES_PER_TOKEN * Math.max(0, tokens - 1);
  let end = 0;
  for (const character of text) {
    bytes -= Buffer.byteLength(character);
    if (bytes < 0) break;
    end += character.length;
  }
  return `${text.slice(0, end)}…`;
}
