import type { AnswerPhase, Problem, Snapshot } from '../../preload/contract';
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
}

/** All that Aloud is at a moment: what is seen of it, and the bookkeeping of the turn. Immutable; holds no key. */
export interface AppState extends Omit<Snapshot, 'answer'> {
  turn: TurnState | null;
}

export function initialState(
  given: Pick<AppState, 'source' | 'muted' | 'firstRun' | 'recentPrompts' | 'platform' | 'notice'>,
): AppState {
  return {
    ...given,
    connection: 'idle',
    turn: null,
    problem: null,
    key: { kind: 'none' },
    canEncrypt: null,
    hotkey: null,
    audio: { kind: 'starting' },
  };
}

/** Whether an answer is on its way or sounding: what Esc and a new prompt interrupt. */
export function isAlive(turn: TurnState | null): turn is TurnState {
  return turn !== null && (turn.phase === 'waiting' || turn.phase === 'speaking');
}

/** What windows and tray see of the state. */
export function toSnapshot({ turn, ...rest }: AppState): Snapshot {
  return {
    ...rest,
    answer:
      turn === null
        ? null
        : {
            turn: turn.turn,
            prompt: turn.prompt,
            text: turn.transcript.text,
            heardLength: heardLength(
              turn.transcript,
              turn.playedFrames,
              turn.receivedFrames,
              turn.generation !== 'running',
            ),
            phase: turn.phase,
            firstSoundMs: turn.firstSoundMs,
          },
  };
}
