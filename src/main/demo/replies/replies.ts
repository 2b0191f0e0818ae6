import { ABILITIES, ABOUT, HELLO, HOW_TO_ADD_A_KEY, NO_PICTURES, NO_WORDS, OTHER_LANGUAGE } from './about';
import { answerClock } from './clock';
import { answerCounting } from './counting';
import { joke, LONG_STORY } from './story';
import { answerSum } from './sums';

export interface Turn {
  role: 'user' | 'assistant' | 'system';
  text: string;
}

export interface ReplyContext {
  /** The conversation, oldest first; the last `user` turn is the prompt. */
  turns: readonly Turn[];
  now: Date;
}

/** UTF-16 code units of a prompt that are said back. */
const LONGEST_ECHO = 200;

/** What the demo says to a conversation. Deterministic, in English, never empty. */
export function replyTo({ turns, now }: ReplyContext): string {
  const last = turns.findLastIndex((turn) => turn.role === 'user');
  const prompt = turns[last]?.text.trim() ?? '';
  if (prompt === '') return last === -1 ? HELLO : NO_PICTURES;
  if (!/[\p{L}\p{N}]/u.test(prompt)) return NO_WORDS;
  const earlier = turns.slice(0, last);
  return (
    dictated(prompt) ??
    recall(prompt, earlier) ??
    answerCounting(prompt) ??
    answerClock(prompt, now) ??
    answerSum(prompt) ??
    smallTalk(prompt, last) ??
    (isReadable(prompt) ? heard(prompt) : OTHER_LANGUAGE)
  );
}

/** What it is asked to say, word for word: `Say just this: “…”`. */
function dictated(prompt: string): string | null {
  const words = /^say\b[^:“"]*: *[“"]([^“”"]+)[”"]\W*$/iu.exec(prompt)?.[1]?.trim() ?? '';
  return isReadable(words) && /\p{L}/u.test(words) ? words : null;
}

/** What was said before in this conversation. */
function recall(prompt: string, earlier: readonly Turn[]): string | null {
  const text = prompt.toLowerCase();
  const said = (role: Turn['role']): string | null =>
    earlier.findLast((turn) => turn.role === role && turn.text.trim() !== '')?.text.trim() ?? null;
  if (
    /\bwhat (?:did|have) i (?:just )?(?:say|said|ask|asked|type|typed)\b|\bmy last (?:question|message)\b/.test(
      text,
    )
  ) {
    const mine = said('user');
    return mine === null ? 'You have not said anything before that.' : `You said: ${quote(mine)}`;
  }
  if (
    /\b(?:repeat (?:that|it)|say (?:that|it) again|what did you (?:just )?say|come again|pardon)\b/.test(text)
  ) {
    return said('assistant') ?? 'I have not said anything yet.';
  }
  if (/\bwhat(?:'s| is) my name\b|\bwho am i\b/.test(text)) {
    const name = earlier
      .map((turn) => (turn.role === 'user' ? nameIn(turn.text) : null))
      .findLast((n) => n !== null);
    return name
      ? `Your name is ${name}.`
      : 'You have not told me your name. Say: my name is, and then your name.';
  }
  const name = nameIn(prompt);
  return name === null ? null : `Nice to meet you, ${name}. I will remember your name in this conversation.`;
}

function nameIn(text: string): string | null {
  return /\bmy name(?:'s| is) (\p{L}[\p{L}'-]{0,30}(?: \p{Lu}[\p{L}'-]{0,30})?)/iu.exec(text)?.[1] ?? null;
}

const TALK: readonly (readonly [RegExp, string | ((turn: number) => string)])[] = [
  [/\b(?:long )?(?:story|stories|tale)\b|\btalk for a (?:while|long time)\b/, LONG_STORY],
  [/\bjokes?\b|\bmake me laugh\b/, joke],
  [
    /\bwhat (?:can|do) you do\b|\bwhat are you able\b|\byour (?:abilities|features)\b|^\s*help\b|\bhelp me\b/,
    ABILITIES,
  ],
  [/\b(?:api |openai |open ai |secret )?key\b|\bopen ?ai\b|\bsign (?:in|up)\b/, HOW_TO_ADD_A_KEY],
  [
    /\bwho are you\b|\bwhat are you\b|\baloud\b.*\?|\bwhat(?:'s| is) (?:aloud|this)\b|\babout (?:yourself|you|aloud)\b/,
    ABOUT,
  ],
  [
    /\bhow are you\b|\bhow do you do\b|\bhow(?:'s| is) it going\b/,
    'I am well, thank you. What would you like to hear?',
  ],
  [/\bthanks?\b|\bthank you\b|\bthx\b/, 'You are welcome.'],
  [/\b(?:good ?bye|bye|see you|good night)\b/, 'Goodbye! Press the hotkey whenever you need me.'],
  [/\bgood (?:morning|afternoon|evening)\b|^\W*(?:hi|hello|hey|hiya|howdy|greetings|yo)\b/, HELLO],
  [/\b(?:test|testing)\b|\bcan you hear me\b|\bdo you hear me\b/, 'Loud and clear. The sound works.'],
];

function smallTalk(prompt: string, turn: number): string | null {
  const text = prompt.toLowerCase();
  for (const [pattern, reply] of TALK) {
    if (pattern.test(text)) return typeof reply === 'string' ? reply : reply(turn);
  }
  return null;
}

/** Whether an English voice can make something of it: at least half of the letters are Latin. */
function isReadable(prompt: string): boolean {
  const letters = prompt.match(/\p{L}/gu)?.length ?? 0;
  const latin = prompt.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return latin * 2 >= letters;
}

function heard(prompt: string): string {
  return (
    `I heard you say: ${quote(prompt)} ` +
    'I am only the demo voice, so I do not know the answer. ' +
    'Add an OpenAI key in the tray menu, under API key, and I will. Or ask me: what can you do?'
  );
}

/** The words of `text` on one line, cut after a word, and ended by a stop. */
function quote(text: string): string {
  const line = text
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= LONGEST_ECHO) return /[.!?]$/.test(line) ? line : `${line}.`;
  const cut = line.slice(0, LONGEST_ECHO).replace(/[\ud800-\udbff]$/, '');
  return `${cut.replace(/\s+\S*$/, '')}, and so on.`;
}
