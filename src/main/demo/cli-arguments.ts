import { parseArgs } from 'node:util';
import type { Scenario } from './faults';
import { CALM, findScenario } from './scenarios/scenarios';

export type CliCommand =
  | {
      kind: 'serve';
      port: number;
      tls: boolean;
      key: string | null;
      pace: number;
      scenario: Scenario;
      times: number;
      expireAfterMs: number | null;
    }
  | { kind: 'list-scenarios' }
  | { kind: 'help' }
  /** `reason` is a sentence for the terminal. */
  | { kind: 'mistake'; reason: string };

/** Times faster than speech; the real service is about as fast. */
export const DEFAULT_PACE = 6;

export const USAGE = `Usage: npm run demo-server -- [options]

A realtime server that speaks, on this machine only. Its first line of output is JSON with its url.

  --port N             port to listen on (default: any free one)
  --tls                wss:// with a self-signed certificate; the first line then has its PEM as cert
  --require-key KEY    admit only this key (default: any key or none)
  --pace X             send speech X times faster than it plays; 0 for all at once (default: ${DEFAULT_PACE})
  --scenario NAME      misbehave on purpose (docs/demo-server.md)
  --times N            only to the first N connections
  --expire-after S     every S seconds all sessions reach their 60 minutes
  --list-scenarios     the scenarios, and what each does
  --help               this text
`;

/** `args` without the program's own name. */
export function parseCliArguments(args: readonly string[]): CliCommand {
  let values: ReturnType<typeof parse>['values'];
  try {
    ({ values } = parse(args));
  } catch (error) {
    return mistake(
      error instanceof Error
        ? `${firstSentence(error.message)} Try --help.`
        : 'These arguments are not understood.',
    );
  }
  if (values.help) return { kind: 'help' };
  if (values['list-scenarios']) return { kind: 'list-scenarios' };
  const port = values.port === undefined ? 0 : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535 || values.port === '') {
    return mistake(`The port must be a number from 0 to 65535, not "${values.port}".`);
  }
  const pace = values.pace === undefined ? DEFAULT_PACE : Number(values.pace);
  if (!(pace >= 0) || values.pace === '') return mistake(`The pace must be a number, not "${values.pace}".`);
  const key = values['require-key'] ?? null;
  if (key === '') return mistake('The required key must not be empty.');
  const scenario = values.scenario === undefined ? CALM : findScenario(values.scenario);
  if (scenario === null) return mistake(`There is no scenario "${values.scenario}". Try --list-scenarios.`);
  const times = values.times === undefined ? Infinity : Number(values.times);
  if (!(times >= 0) || values.times === '')
    return mistake(`The times must be a number, not "${values.times}".`);
  const expiry = values['expire-after'];
  const expireAfterMs = expiry === undefined ? null : Number(expiry) * 1000;
  if (expireAfterMs !== null && !(expireAfterMs > 0)) {
    return mistake(`The time to expire must be a number of seconds, not "${expiry}".`);
  }
  return {
    kind: 'serve',
    port,
    tls: values.tls ?? false,
    key,
    pace: pace === 0 ? Infinity : pace,
    scenario,
    times,
    expireAfterMs,
  };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      tls: { type: 'boolean' },
      'require-key': { type: 'string' },
      pace: { type: 'string' },
      scenario: { type: 'string' },
      times: { type: 'string' },
      'expire-after': { type: 'string' },
      'list-scenarios': { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
}

function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? `${text}.`;
}

function mistake(reason: string): CliCommand {
  return { kind: 'mistake', reason };
}
