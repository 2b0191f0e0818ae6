import type { OutputDevice } from '../../preload/audio-contract';
import type { AnswerPhase, AnswerView, Problem, ReplayPhase, Snapshot } from '../../preload/contract';
import { outputView } from './output';
import type { Transcript } from './transcript';
import { heardLength } from './transcript';

/** One prompt and its answer. */
export interface TurnState {
  turn: number;
  prompt: string;
  /** When Enter was pressed, ms on the assistant's clock. */
  askedAt: number;
  transcript: Transcript;
  /** Frames of the whole answer that the server has sent, and that the device was given. */
  receivedFrames: number;
  playedFrames: number;
  firstSoundMs: number | null;
  /** `ended`: no more sound or words will come; `failed` likewise, after a failure. */
  generation: 'running' | 'ended' | 'failed';
  phase: AnswerPhase;
  /** Why it failed, or null. */
  problem: Problem | null;
  /** Whether what was heard of it is still in memory. */
  kept: boolean;
  replay: ReplayState;
}

/** Whether it is heard once more; `playedFrames`: how much of it so far. */
export type ReplayState =
  | { kind: Exclude<ReplayPhase, 'sounding'> }
  | { kind: 'sounding'; playedFrames: number };

/** All that Aloud is at a moment: what is seen of it, and the bookkeeping of the turn. Immutable; holds no key. */
export interface AppState extends Omit<Snapshot, 'answer' | 'canReplay'> {
  /** There is no network, and whoever answers is beyond it. What is known of the connection is older than that. */
  offline: boolean;
  /** The code of the problem that the user has dismissed: the same cause is not told again. Null where there is none. */
  dismissed: string | null;
  /** What starts Aloud in a terminal: a name, or an absolute path. */
  program: string;
  turn: TurnState | null;
}

export function initialState(
  given: Pick<
    AppState,
    | 'language'
    | 'source'
    | 'muted'
    | 'volume'
    | 'firstRun'
    | 'recentPrompts'
    | 'platform'
    | 'program'
    | 'notices'
  > & {
    /** The chosen output device; null follows the system. */
    output: OutputDevice | null;
  },
): AppState {
  return {
    ...given,
    output: outputView([], given.output),
    paused: false,
    connection: 'idle',
    retryAt: null,
    offline: false,
    dismissed: null,
    turn: null,
    problem: null,
    key: { kind: 'none' },
    canEncrypt: null,
    hotkey: null,
    update: { kind: 'idle' },
    audio: { kind: 'starting' },
  };
}

/** Whether an answer is on its way or sounding: what Esc and a new prompt interrupt. */
export function isAlive(turn: TurnState | null): turn is TurnState {
  return turn !== null && (turn.phase === 'waiting' || turn.phase === 'speaking');
}

/** Whether something sounds or is about to: what can be paused and stopped. */
export function isSounding(turn: TurnState | null): turn is TurnState {
  return turn !== null && (turn.replay.kind === 'sounding' || isAlive(turn));
}

/** Whether the last answer, or what was heard of it, can be heard once more. */
export function canReplay(turn: TurnState | null): turn is TurnState {
  return turn?.kept === true && turn.playedFrames > 0 && !isSounding(turn);
}

/** What windows and tray see of the state. */
export function toSnapshot({ turn, offline, dismissed: _, program: __, ...rest }: AppState): Snapshot {
  return {
    ...rest,
    ...(offline && rest.connection !== 'idle' && { connection: 'offline', retryAt: null }),
    canReplay: canReplay(turn),
    answer: turn === null ? null : answerView(turn),
  };
}

function answerView(turn: TurnState): AnswerView {
  const { transcript, receivedFrames, generation, replay } = turn;
  return {
    turn: turn.turn,
    prompt: turn.prompt,
    text: transcript.text,
    heardLength: heardLength(
      transcript,
      replay.kind === 'sounding' ? replay.playedFrames : turn.playedFrames,
      receivedFrames,
      generation !== 'running',
    ),
    phase: replay.kind === 'sounding' ? 'speaking' : turn.phase,
    firstSoundMs: turn.firstSoundMs,
    replay: replay.kind,
    cutOff: generation === 'failed' && (receivedFrames > 0 || transcript.text !== ''),
  };
}
