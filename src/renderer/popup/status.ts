import type { AnswerView, ConnectionView, OutputView, Problem, Snapshot } from '../../preload/contract';
import { acceleratorText } from '../ui/accelerator';
import type { MarkMood } from '../ui/mark';
import { deviceText, texts } from '../ui/texts';

export type Tone = 'calm' | 'busy' | 'good' | 'bad';

/** The colour of the dot beside the connection's words. */
export function connectionTone(connection: ConnectionView): Tone {
  switch (connection) {
    case 'idle':
      return 'calm';
    case 'connecting':
    case 'retrying':
      return 'busy';
    case 'ready':
      return 'good';
    case 'offline':
    case 'failed':
      return 'bad';
  }
}

/** An answer that Esc would stop. */
export function isAnswering(answer: AnswerView | null): boolean {
  return answer !== null && (answer.phase === 'waiting' || answer.phase === 'speaking');
}

/** False for an answer that failed before its first word: its prompt is back in the field, and the problem says why. */
export function isShown(answer: AnswerView): boolean {
  return answer.phase !== 'failed' || answer.text !== '';
}

export function markMood(snapshot: Snapshot): MarkMood {
  if (snapshot.paused) return 'calm';
  if (snapshot.answer?.phase === 'speaking') return 'speaking';
  if (snapshot.answer?.phase === 'waiting' || snapshot.connection === 'connecting') return 'busy';
  return snapshot.problem === null && connectionTone(snapshot.connection) !== 'bad' ? 'calm' : 'bad';
}

/** What stands where the words will be, until they come; null when there are words or none will come. */
export function waitingText(answer: AnswerView, connection: ConnectionView): string | null {
  if (answer.text !== '' || !isAnswering(answer)) return null;
  switch (connection) {
    case 'ready':
      return texts.answer.waiting;
    case 'retrying':
      return texts.answer.reconnecting;
    case 'offline':
      return texts.answer.offline;
    case 'idle':
    case 'connecting':
    case 'failed':
      return texts.answer.connecting;
  }
}

/** What is said of the answer beside its words, or null. */
export function answerState(answer: AnswerView, paused: boolean): string | null {
  if (paused) return texts.answer.paused;
  if (answer.replaying) return texts.answer.replaying;
  if (answer.cutOff) return texts.answer.cutOff;
  return answer.phase === 'stopped' ? texts.answer.stopped : null;
}

/** Whether an answer that was cut off offers to ask its question again: once is enough. */
export function offersAskAgain({ answer, problem }: Snapshot): boolean {
  return answer?.cutOff === true && !retries(problem);
}

/**
 * Whether the wait for the next attempt to connect offers to cut it short. Not where a question failed: to try again
 * would be to ask it again, which is offered where it stands.
 */
export function offersTryNow({ answer, problem }: Snapshot): boolean {
  const failed = answer !== null && (answer.phase === 'failed' || answer.cutOff);
  return !failed && !retries(problem);
}

function retries(problem: Problem | null): boolean {
  return problem?.actions.some((action) => action === 'retry' || action === 'ask-again') ?? false;
}

/** What the popup remarks on besides the answer: lasting circumstances that are no failure of a question. */
export function notices(snapshot: Snapshot): string[] {
  const { notice, hotkey, platform } = snapshot;
  return [
    notice,
    // Where nothing is heard at all, it does not matter which device is away.
    deviceText(snapshot.audio) ?? outputNotice(snapshot.output),
    hotkey === null ? null : hotkeyNotice(hotkey, platform),
  ].filter((text) => text !== null);
}

/** The chosen device is away. Before the devices were listed, nobody knows. */
function outputNotice({ devices, chosen, active }: OutputView): string | null {
  if (chosen === null || active !== null || devices.length === 0) return null;
  return texts.device.away(chosen.name.trim());
}

function hotkeyNotice(
  hotkey: NonNullable<Snapshot['hotkey']>,
  platform: Snapshot['platform'],
): string | null {
  const wanted = acceleratorText(hotkey.wanted, platform);
  switch (hotkey.kind) {
    case 'unavailable':
      return texts.hotkey.unavailable(wanted);
    case 'active':
      return hotkey.accelerator === hotkey.wanted
        ? null
        : texts.hotkey.moved(wanted, acceleratorText(hotkey.accelerator, platform));
  }
}
