import { complaints, nameOf, type Outcome, outcomeIn } from './outcome';
import type { Stage } from './stage';

/** Attempts by itself after which it counts as trying for ever. */
const ENOUGH_ATTEMPTS = 3;
/** Presses of a button that a user may need once the server is well again. */
const MOST_RETRIES = 2;
/** Within which a server finds out that its other end is gone, ms of hurried time. */
const FAREWELL_MS = 60_000;

/** What became of `prompt`, in a word; adds to `wrong` what must not be. */
export async function judged(stage: Stage, prompt: string, when: string, wrong: string[]): Promise<string> {
  const outcome = await settle(stage);
  if (outcome === null) {
    const { answer, connection } = stage.app.snapshot;
    wrong.push(`${when}: it hangs, ${answer?.phase} and ${connection}`);
    return 'hangs';
  }
  wrong.push(
    ...complaints(stage.app.snapshot, prompt, stage.app.endpoint.key ?? '').map(
      (complaint) => `${when}: ${complaint}`,
    ),
  );
  return nameOf(outcome);
}

/** Waits for what becomes of the present prompt; null if nothing does. */
async function settle({ app, patience }: Stage): Promise<Outcome | null> {
  let attempts = 0;
  let former = app.snapshot.connection;
  let outcome: Outcome | null = null;
  await app.until((snapshot) => {
    if (snapshot.connection === 'connecting' && former !== 'connecting') attempts += 1;
    former = snapshot.connection;
    outcome = attempts >= ENOUGH_ATTEMPTS ? { kind: 'retrying' } : outcomeIn(snapshot);
    return outcome !== null;
  }, patience);
  return outcome;
}

/** The server is well again: what waits goes out by itself, what failed with the press of a button. */
export async function recover(stage: Stage, wrong: string[]): Promise<void> {
  const { app } = stage;
  for (let presses = 0; presses <= MOST_RETRIES; presses++) {
    const outcome = await settle(stage);
    if (outcome?.kind === 'answered' && presses > 0) return;
    if (outcome?.kind === 'answered') app.assistant.ask('Count to 2');
    else if (app.snapshot.answer?.phase === 'failed') app.assistant.retry();
    else break;
  }
  const { answer, connection, problem } = app.snapshot;
  wrong.push(`no answer from a server that is well: ${answer?.phase}, ${connection}, ${problem?.code}`);
}

/** Adds what is left of an app that was closed: timers, sockets, listeners. */
export async function nothingLeft({ app, server, time }: Stage, wrong: string[]): Promise<void> {
  const left = (): string[] => [
    ...(time.waiting > 0 ? [`${time.waiting} timers are left`] : []),
    ...(server.connections > 0 ? [`${server.connections} sockets are left`] : []),
    ...(app.subscriptions > 0 ? [`${app.subscriptions} listeners are left`] : []),
  ];
  const until = performance.now() + time.real(FAREWELL_MS);
  while (left().length > 0 && performance.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 10));
  wrong.push(...left());
}
