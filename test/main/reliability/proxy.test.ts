import { afterAll, expect, it } from 'vitest';
import type { Direction, Harm } from '../../fakes/tcp-proxy';
import { Census } from './census';
import { judged, nothingLeft, recover } from './examine';
import { openStage } from './stage';

const PROMPT = 'Count to 20';
/** Bytes into a connection: in the handshake of TLS, in the upgrade, in the session, in the sound. */
const PLACES: Record<Direction, readonly number[]> = {
  'to-client': [0, 60, 900, 1_700, 2_600, 4_000, 9_000, 40_000, 120_000],
  'to-server': [0, 120, 400, 800, 1_300, 1_900, 2_400],
};
const KINDS = ['cut', 'corrupt', 'hang'] as const;

interface Case {
  secure: boolean;
  direction: Direction;
  harm: Harm;
}

const cases: Case[] = [false, true].flatMap((secure) =>
  (['to-client', 'to-server'] as const).flatMap((direction) => [
    ...KINDS.flatMap((kind) => PLACES[direction].map((at) => ({ secure, direction, harm: { kind, at } }))),
    { secure, direction, harm: { kind: 'crawl', size: 1_500, ms: 2 } as const },
  ]),
);

const census = new Census();
afterAll(() => census.end());

/** A prompt over a harmed network, another one, and then the network is well again. */
async function tryOut({ secure, direction, harm }: Case): Promise<{ outcome: string; wrong: string[] }> {
  const stage = await openStage({ secure, proxied: true });
  const { app, proxy } = stage;
  const wrong: string[] = [];
  proxy?.harm(direction, harm);
  app.assistant.ask(PROMPT);
  const outcome = await judged(stage, PROMPT, 'at first', wrong);
  app.assistant.ask('Count to 3');
  await judged(stage, 'Count to 3', 'once more', wrong);
  proxy?.harm(direction, { kind: 'none' });
  await recover(stage, wrong);
  stage.close();
  wrong.push(...app.faults.map((fault) => `sound: ${fault}`));
  // Sockets of a line that hangs end with the proxy alone.
  await proxy?.stop();
  await nothingLeft(stage, wrong);
  await stage.server.stop();
  return { outcome, wrong };
}

it('cuts, corrupts, delays and swallows bytes at every step, under TLS too', {
  timeout: 120_000,
}, async () => {
  const outcomes = new Map<string, number>();
  const bad: string[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let each = cases[next++]; each !== undefined; each = cases[next++]) {
      const { outcome, wrong } = await tryOut(each);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      if (wrong.length > 0) bad.push(`${JSON.stringify(each)}: ${wrong.join('; ')}`);
    }
  };
  await Promise.all(Array.from({ length: 24 }, worker));
  const seen = [...outcomes].map(([outcome, count]) => `${count} ${outcome}`).sort();
  process.stdout.write(
    `The proxy: ${cases.length} cases, ${bad.length} of them wrong: ${seen.join(', ')}.\n`,
  );
  expect(bad).toEqual([]);
  expect(outcomes.get('answered')).toBeGreaterThan(0);
  expect(outcomes.get('answered')).toBeLessThan(cases.length);
});

it('leaves nothing behind', async () => {
  expect(await census.leftovers()).toEqual([]);
});
