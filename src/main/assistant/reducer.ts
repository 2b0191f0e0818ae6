import type { AudioDeviceState } from '../../preload/audio-contract';
import type { ConnectionView, HotkeyView, KeyView, Problem, VoiceSource } from '../../preload/contract';
import { remember } from './history';
import type { AppState, TurnState } from './state';
import { isAlive } from './state';
import { addWords, emptyTranscript } from './transcript';

/** Everything that can change the state. Times are ms on the assistant's clock, lengths of sound are frames. */
export type Action =
  | { type: 'asked'; turn: number; prompt: string; at: number }
  | { type: 'words'; turn: number; delta: string }
  /** Totals of the whole answer so far. */
  | { type: 'received'; turn: number; frames: number }
  | { type: 'played'; turn: number; frames: number }
  /** The first frame left the device at `at`. */
  | { type: 'sounded'; turn: number; at: number }
  | { type: 'generated'; turn: number }
  | { type: 'turn-failed'; turn: number; problem: Problem }
  | { type: 'stopped'; turn: number }
  | { type: 'connection'; connection: ConnectionView }
  | { type: 'problem'; problem: Problem | null }
  | { type: 'notice'; notice: string | null }
  | { type: 'source'; source: VoiceSource }
  | { type: 'key'; key: KeyView }
  | { type: 'can-encrypt'; canEncrypt: boolean }
  | { type: 'hotkey'; hotkey: HotkeyView }
  | { type: 'audio'; audio: AudioDeviceState }
  | { type: 'muted'; muted: boolean };

export function reduce(state: AppState, action: Action): AppState {
  switch (action.type) {
    case 'asked':
      return {
        ...state,
        problem: null,
        recentPrompts: remember(state.recentPrompts, action.prompt),
        turn: newTurn(action.turn, action.prompt, action.at),
      };
    case 'words':
      return onTurn(state, action.turn, (turn) => ({
        ...turn,
        transcript: addWords(turn.transcript, action.delta, turn.receivedFrames),
      }));
    case 'received':
      return onTurn(state, action.turn, (turn) => ({ ...turn, receivedFrames: action.frames }));
    case 'played':
      return onTurn(state, action.turn, (turn) => settle({ ...turn, playedFrames: action.frames }));
    case 'sounded':
      return onTurn(state, action.turn, (turn) => ({
        ...turn,
        phase: turn.phase === 'waiting' ? 'speaking' : turn.phase,
        firstSoundMs: turn.firstSoundMs ?? Math.max(0, Math.round(action.at - turn.askedAt)),
      }));
    case 'generated':
      // The end of an answer that was given up is still its failure.
      return onTurn(state, action.turn, (turn) =>
        settle({ ...turn, generation: turn.generation === 'failed' ? 'failed' : 'ended' }),
      );
    case 'turn-failed':
      return onTurn({ ...state, problem: action.problem }, action.turn, (turn) =>
        settle({ ...turn, generation: 'failed', problem: action.problem }),
      );
    case 'stopped':
      return onTurn(state, action.turn, (turn) =>
        isAlive(turn) ? { ...turn, phase: turn.generation === 'failed' ? 'failed' : 'stopped' } : turn,
      );
    case 'connection':
      return { ...state, connection: action.connection };
    case 'problem':
      return { ...state, problem: action.problem };
    case 'notice':
      return { ...state, notice: action.notice };
    case 'source':
      return { ...state, source: action.source, firstRun: false };
    case 'key':
      return { ...state, key: action.key };
    case 'can-encrypt':
      return { ...state, canEncrypt: action.canEncrypt };
    case 'hotkey':
      return { ...state, hotkey: action.hotkey };
    case 'audio':
      return { ...state, audio: action.audio };
    case 'muted':
      return { ...state, muted: action.muted };
    default:
      return assertNever(action);
  }
}

function newTurn(turn: number, prompt: string, askedAt: number): TurnState {
  return {
    turn,
    prompt,
    askedAt,
    transcript: emptyTranscript,
    receivedFrames: 0,
    playedFrames: 0,
    firstSoundMs: null,
    generation: 'running',
    phase: 'waiting',
    problem: null,
  };
}

/** What comes late, of a turn that is no longer the present one, changes nothing. */
function onTurn(state: AppState, turn: number, change: (turn: TurnState) => TurnState): AppState {
  return state.turn?.turn === turn ? { ...state, turn: change(state.turn) } : state;
}

/** An answer is over when nothing more will come and all of it was played: also after a failure what came is heard. */
function settle(turn: TurnState): TurnState {
  if (!isAlive(turn) || turn.generation === 'running' || turn.playedFrames < turn.receivedFrames) return turn;
  return { ...turn, phase: turn.generation === 'failed' ? 'failed' : 'done' };
}

function assertNever(action: never): never {
  throw new Error(`Unknown action ${JSON.stringify(action)}`);
}
