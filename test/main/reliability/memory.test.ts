import { afterEach, beforeEach, expect, it } from 'vitest';
import { findScenario } from '../../../src/main/demo/scenarios/scenarios';
import type { Problem, Snapshot } from '../../../src/preload/contract';
import { openStage, type Stage } from './stage';

let stage: Stage;
/** Every problem that was shown at any time. */
let problems: Problem[];

beforeEach(async () => {
  // Not so fast that a machine with much else to do takes longer than a question waits.
  stage = await openStage({ factor: 4 });
  problems = [];
  stage.app.store.subscribe(() => {
    const { problem } = stage.app.snapshot;
    if (problem !== null) problems.push(problem);
  });
});

afterEach(async () => {
  stage.close();
  await stage.stop();
});

async function reach(is: (snapshot: Snapshot) => boolean): Promise<void> {
  if (!(await stage.app.until(is, stage.patience))) expect.fail(JSON.stringify(stage.app.snapshot));
}

async function ask(prompt: string): Promise<string> {
  stage.app.assistant.ask(prompt);
  await reach(({ answer }) => answer?.phase === 'done' || answer?.phase === 'failed');
  const { answer } = stage.app.snapshot;
  return answer?.phase === 'done' ? answer.text : 'failed';
}

/** Until the session has ended after an answer, as the server does it. */
async function isAlone(): Promise<void> {
  await reach(({ connection }) => connection !== 'ready');
}

function misbehave(name: string): void {
  stage.server.misbehave(findScenario(name) ?? expect.fail(name));
}

it.each(['close-on-memory', 'error-on-memory'])(
  'goes on unnoticed, and knows what was said, with %s',
  async (scenario) => {
    misbehave(scenario);
    expect(await ask('My name is Ada')).toContain('Ada');
    for (let i = 0; i < 3; i++) {
      await isAlone();
      expect(await ask('What is my name?')).toBe('Your name is Ada.');
    }
    expect(problems).toEqual([]);
    expect(stage.app.snapshot.notices).toEqual([]);
  },
);

it('goes on without what was said where the server takes nothing, and says so once', async () => {
  misbehave('reset-on-memory');
  expect(await ask('My name is Ada')).toContain('Ada');
  await isAlone();
  expect(await ask('What is my name?')).toContain('You have not told me your name.');
  expect(stage.app.snapshot.notices).toEqual([{ kind: 'untold' }]);
  for (let i = 0; i < 2; i++) {
    await isAlone();
    expect(await ask('Count to 3')).toBe('One, two, three.');
  }
  expect(problems).toEqual([]);
  stage.app.assistant.newConversation();
  expect(stage.app.snapshot.notices).toEqual([]);
});

it('tells in the user’s words what was answered, to a server that takes no other', async () => {
  misbehave('close-on-memory');
  await ask('Count to 3');
  await isAlone();
  const told: string[] = [];
  stage.app.onSend = ({ type, item }) => {
    if (type === 'conversation.item.create') told.push(JSON.stringify(item));
  };
  await ask('Count to 5');
  expect(told.filter((item) => item.includes('"assistant"'))).toHaveLength(2);
  const [retold, prompt] = told.slice(-2);
  expect(retold).toMatch(/"user".*Count to 3.*One, two, three\./u);
  expect(prompt).toContain('Count to 5');
});

it('keeps the whole memory of a conversation where the connection breaks for another reason', async () => {
  await ask('Count to 3');
  for (const scenario of ['reset-idle', 'close-idle']) {
    misbehave(scenario);
    await ask('Count to 4');
    await isAlone();
    misbehave('calm');
  }
  const told: string[] = [];
  stage.app.onSend = ({ type, item }) => {
    if (type === 'conversation.item.create') told.push(JSON.stringify(item));
  };
  expect(await ask('What did you say?')).toBe('One, two, three, four.');
  expect(told.filter((item) => item.includes('"assistant"'))).toHaveLength(3);
});
