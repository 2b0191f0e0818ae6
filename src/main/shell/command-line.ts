import { z } from 'zod';
import type { PromptLimit } from '../../preload/contract';

const PROMPT_LIMIT: PromptLimit = 32_000;

const intentSchema = z.discriminatedUnion('kind', [
  /** Started without a command. */
  z.strictObject({ kind: z.literal('run') }),
  z.strictObject({ kind: z.literal('toggle') }),
  z.strictObject({ kind: z.literal('show') }),
  z.strictObject({ kind: z.literal('hide') }),
  z.strictObject({ kind: z.literal('ask'), prompt: z.string().min(1).max(PROMPT_LIMIT) }),
  z.strictObject({ kind: z.literal('stop') }),
  z.strictObject({ kind: z.literal('quit') }),
]);

/** What a start of the program wants, of this instance or of the one that runs already. */
export type Intent = z.output<typeof intentSchema>;

export interface CommandLine {
  intent: Intent;
  /** The embedded voice for this run, whatever the settings say. */
  demo: boolean;
  /** Quit once the answer to `--ask` was heard. */
  quitAfterAnswer: boolean;
}

export type ParsedCommandLine =
  | { kind: 'ok'; commandLine: CommandLine }
  /** `--help`: {@link USAGE} is all that is wanted. */
  | { kind: 'help' }
  /** `message` is a sentence for the user. */
  | { kind: 'error'; message: string };

export const USAGE = `Usage: aloud [command] [--demo]

Type a question anywhere, press Enter, hear the answer. A second start drives the Aloud that runs already.

  --ask "…"              ask at once
  --toggle               show or hide the popup: for a shortcut of your desktop
  --show, --hide         show or hide it; --hide starts Aloud in the tray alone
  --stop                 stop speaking
  --quit                 end Aloud
  --demo                 the demo voice for this run: no key, no internet
  --quit-after-answer    with --ask: print the answer's words as they are heard, and end after it
  --help                 this text
`;

/**
 * Reads the arguments (pure). What is not ours is ignored: Electron, Chromium and the desktop add their own switches,
 * and a developer's start has the program's folder among them.
 */
export function parseCommandLine(args: readonly string[]): ParsedCommandLine {
  const intents: Intent[] = [];
  let demo = false;
  let quitAfterAnswer = false;
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (arg === '--help') return { kind: 'help' };
    if (arg === '--demo') demo = true;
    else if (arg === '--quit-after-answer') quitAfterAnswer = true;
    else if (arg === '--ask' || arg.startsWith('--ask=')) {
      const prompt = arg === '--ask' ? args[at + 1] : arg.slice('--ask='.length);
      // A question that really begins with dashes is written --ask="--…".
      if (prompt === undefined || (arg === '--ask' && prompt.startsWith('--'))) {
        return failed('--ask needs a question after it, for example: --ask "What can you do?"');
      }
      if (prompt.trim() === '') return failed('The question after --ask is blank.');
      if (prompt.length > PROMPT_LIMIT) {
        return failed(`The question after --ask is too long: ${PROMPT_LIMIT} characters is the limit.`);
      }
      if (arg === '--ask') at += 1;
      intents.push({ kind: 'ask', prompt });
    } else {
      const command = simpleIntent(arg);
      if (command !== null) intents.push(command);
    }
  }
  const [intent = { kind: 'run' as const }, ...others] = intents;
  if (others.length > 0)
    return failed('Give one command at a time: --ask, --toggle, --show, --hide, --stop or --quit.');
  if (quitAfterAnswer && intent.kind !== 'ask') return failed('--quit-after-answer goes with --ask "…".');
  return { kind: 'ok', commandLine: { intent, demo, quitAfterAnswer } };
}

/** What another instance sent, if it is an intent at all (pure): it crossed from another process. */
export function parseIntent(data: unknown): Intent | null {
  const parsed = intentSchema.safeParse(data);
  return parsed.success ? parsed.data : null;
}

function simpleIntent(arg: string): Intent | null {
  switch (arg) {
    case '--toggle':
    case '--show':
    case '--hide':
    case '--stop':
    case '--quit':
      return { kind: arg.slice(2) as 'toggle' | 'show' | 'hide' | 'stop' | 'quit' };
    default:
      return null;
  }
}

function failed(message: string): ParsedCommandLine {
  return { kind: 'error', message };
}
