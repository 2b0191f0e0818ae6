import { ROTATE_AFTER_MS, ROTATE_SPREAD_MS } from '../../../src/main/assistant/rotation';
import type { Scenario } from '../../../src/main/demo/faults';
import { CALM, SCENARIOS } from '../../../src/main/demo/scenarios/scenarios';
import type { Snapshot } from '../../../src/preload/contract';
import { reached } from '../../fakes/reached';
import { judged } from './examine';
import type { Stage } from './stage';

/** Twenty turns of a long life, by what befalls them; then they come again. */
const COURSE = [
  'heard whole',
  'meets a fault',
  'interrupted',
  'meets a fault in mid-speech',
  'after a rotation',
  'meets a fault',
  'stopped',
  'heard whole',
  'paused',
  'meets a fault',
  'after sleep',
  'interrupted',
  'heard once more',
  'meets a fault',
  'after the session’s hour',
  'interrupted',
  'after another network',
  'heard whole',
  'after the connection was closed',
  'in a new conversation',
] as const;
export type Lot = (typeof COURSE)[number];
/** Each kind of turn once. */
export const LOTS: readonly Lot[] = [...new Set(COURSE)];

/** Prompts are all different, and long: what is kept of one is seen in the memory. */
const ASIDE = ' and while you are at it, think of all the whales in the sea'.repeat(6);

/** Of “Try now” in a row, to a server that is well. */
const MOST_PRESSES = 3;

/** One app that is used for long, in front of a server that is well only most of the time. */
export class Life {
  readonly stage: Stage;
  /** The turns that were lived through, by kind. */
  readonly lived = new Map<Lot, number>();
  /** What became of them. */
  readonly outcomes = new Map<string, number>();
  readonly faults = new Set<string>();
  readonly wrong: string[] = [];
  readonly #name: string;
  #turns = 0;
  #prompts = 0;
  #nextFault: number;

  /** `firstFault`: where in the list of scenarios it begins to meet them. */
  constructor(name: string, stage: Stage, firstFault: number) {
    this.#name = name;
    this.stage = stage;
    this.#nextFault = firstFault;
  }

  async live(turns: number): Promise<void> {
    for (let i = 0; i < turns; i++) {
      const lot = COURSE[this.#turns % COURSE.length] ?? 'heard whole';
      this.#turns += 1;
      this.lived.set(lot, (this.lived.get(lot) ?? 0) + 1);
      await this.#turn(lot);
    }
  }

  /** One more answer, so that the last that is kept is always of one length, and then what an idle app does. */
  async rest(): Promise<void> {
    const { app, server, time, patience } = this.stage;
    await this.#hear();
    app.assistant.close();
    const left = (): string[] => [
      ...(server.connections > 0 ? [`${server.connections} sockets`] : []),
      ...(app.sessions.living > 0 ? [`${app.sessions.living} sessions`] : []),
      ...(time.waiting > 0 ? [`${time.waiting} timers`] : []),
      ...(app.subscriptions > 0 ? [`${app.subscriptions} listeners`] : []),
    ];
    if (!(await reached(() => left().length === 0, patience)))
      this.#complain(`at rest: ${left().join(', ')}`);
  }

  async #turn(lot: Lot): Promise<void> {
    const { app, server } = this.stage;
    const { assistant } = app;
    switch (lot) {
      case 'heard whole':
        return this.#hear();
      case 'meets a fault':
        server.misbehave(this.#fault());
        await this.#judge(this.#ask('Count to 5'));
        server.misbehave(CALM);
        return;
      case 'interrupted':
        await this.#speaks(this.#ask('Count to 20'));
        return;
      case 'meets a fault in mid-speech': {
        const prompt = this.#ask('Count to 20');
        await this.#speaks(prompt);
        server.misbehave(this.#fault());
        await this.#judge(prompt);
        server.misbehave(CALM);
        return;
      }
      case 'stopped':
        await this.#speaks(this.#ask('Count to 20'));
        assistant.stop();
        return;
      case 'paused': {
        const prompt = this.#ask('Count to 20');
        await this.#speaks(prompt);
        assistant.setPaused(true);
        await this.stage.time.pass(300);
        assistant.setPaused(false);
        return this.#judge(prompt);
      }
      case 'heard once more':
        await this.#hear();
        assistant.replay();
        return;
      case 'after a rotation':
        await this.#rotate();
        return this.#hear();
      case 'after the session’s hour':
        await this.#ready();
        server.expire();
        return this.#hear();
      case 'after sleep':
        assistant.suspend();
        assistant.resume();
        return this.#hear();
      case 'after another network':
        assistant.setOnline(false);
        assistant.setOnline(true);
        assistant.networkChanged();
        return this.#hear();
      case 'after the connection was closed':
        assistant.close();
        return this.#hear();
      case 'in a new conversation':
        assistant.newConversation();
        return this.#hear();
      default:
        return lot satisfies never;
    }
  }

  /** The next of all scenarios. */
  #fault(): Scenario {
    const scenario = SCENARIOS[this.#nextFault % SCENARIOS.length] ?? CALM;
    this.#nextFault += 1;
    this.faults.add(scenario.name);
    return scenario;
  }

  #ask(what: string): string {
    this.#prompts += 1;
    const prompt = `${what}. This is question ${this.#prompts} of ${this.#name}${ASIDE}.`;
    this.stage.app.assistant.ask(prompt);
    return prompt;
  }

  #hear(): Promise<void> {
    return this.#judge(this.#ask('Count to 3'));
  }

  async #judge(prompt: string): Promise<void> {
    const wrong: string[] = [];
    const outcome = await judged(this.stage, prompt, `turn ${this.#turns}`, wrong);
    for (const each of wrong) this.#complain(each);
    this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1);
  }

  /** Until the answer sounds, or something else has become of it. */
  async #speaks(prompt: string): Promise<void> {
    const isNoLongerWaiting = ({ answer }: Snapshot): boolean => answer?.phase !== 'waiting';
    if (!(await this.stage.app.until(isNoLongerWaiting, this.stage.patience)))
      this.#complain(`hangs: ${prompt}`);
  }

  async #ready(): Promise<void> {
    const { app, patience } = this.stage;
    app.assistant.stop();
    // An attempt that is under way may yet meet the fault that was: then the user presses once more.
    for (let presses = 0; presses < MOST_PRESSES; presses++) {
      app.assistant.retry();
      await app.until(({ connection }) => connection === 'ready' || connection === 'failed', patience);
      if (app.snapshot.connection === 'ready') return;
    }
    this.#complain(`turn ${this.#turns}: no connection to a server that is well`);
  }

  /** The session grows old while nobody asks, and another one takes its place. */
  async #rotate(): Promise<void> {
    await this.#ready();
    const { app, time, patience } = this.stage;
    const { opened } = app.sessions;
    time.leap(ROTATE_AFTER_MS + ROTATE_SPREAD_MS);
    const isReplaced = (): boolean => app.sessions.opened > opened && app.sessions.living === 1;
    if (!(await reached(isReplaced, patience))) this.#complain(`turn ${this.#turns}: no rotation`);
  }

  #complain(what: string): void {
    this.wrong.push(`${this.#name}, ${what}`);
  }
}
