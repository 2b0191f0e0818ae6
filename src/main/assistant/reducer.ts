import type { AudioDeviceState, OutputDevice } from '../../preload/audio-contract';
import type {
  ConnectionView,
  HotkeyView,
  KeyView,
  Language,
  Problem,
  VoiceSource,
} from '../../preload/contract';
import type { Notice } from '../../preload/problem-contract';
import type { UpdateView } from '../../preload/update-contract';
import { remember } from './history';
import { outputView } from './output';
import type { AppState, TurnState } from './state';
import { canReplay, isAlive, isSounding } from './state';
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
  /** It can not be heard again: it was too long to be kept. */
  | { type: 'not-kept'; turn: number }
  | { type: 'replay-started'; turn: number }
  | { type: 'replay-played'; turn: number; frames: number }
  | { type: 'replay-ended'; turn: number; how: 'finished' | 'stopped' }
  | { type: 'paused'; paused: boolean }
  /** `retryAt`: ms since 1970, of a connection that is waited for. */
  | { type: 'connection'; connection: ConnectionView; retryAt?: number }
  | { type: 'offline'; offline: boolean }
  /** The conversation begins anew. */
  | { type: 'forgotten' }
  | { type: 'problem'; problem: Problem | null }
  /** The user has read the problem, and what is remarked, and wants it away. */
  | { type: 'dismissed' }
  /** The user wants it tried again, now. */
  | { type: 'tried-again' }
  /** One more thing is remarked. */
  | { type: 'notice'; notice: Notice }
  /** What was remarked holds no longer. */
  | { type: 'notice-over'; kind: Notice['kind'] }
  | { type: 'language'; language: Language }
  | { type: 'source'; source: VoiceSource }
  | { type: 'key'; key: KeyView }
  | { type: 'can-encrypt'; canEncrypt: boolean }
  | { type: 'hotkey'; hotkey: HotkeyView }
  | { type: 'update'; update: UpdateView }
  | { type: 'audio'; audio: AudioDeviceState }
  | { type: 'muted'; muted: boolean }
  | { type: 'volume'; volume: number }
  /** The devices that there are. */
  | { type: 'outputs'; devices: readonly OutputDevice[] }
  /** The user's choice; null follows the system. */
  | { type: 'output'; chosen: OutputDevice | null };

export function reduce(state: AppState, action: Action): AppState {
  const next = change(state, action);
  // What does not sound cannot be held: the next answer must not begin in silence.
  return next.paused && !isSounding(next.turn) ? { ...next, paused: false } : next;
}

function change(state: AppState, action: Action): AppState {
  switch (action.type) {
    case 'asked':
      return {
        ...state,
        problem: null,
        dismissed: null,
        paused: false,
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
      return onTurn({ ...state, problem: action.problem, dismissed: null }, action.turn, (turn) =>
        settle({ ...turn, generation: 'failed', problem: action.problem }),
      );
    case 'stopped':
      return onTurn(state, action.turn, (turn) =>
        isAlive(turn) ? { ...turn, phase: turn.generation === 'failed' ? 'failed' : 'stopped' } : turn,
      );
    case 'not-kept':
      return onTurn(state, action.turn, (turn) => ({ ...turn, kept: false }));
    case 'replay-started':
      return onTurn({ ...state, problem: null, paused: false }, action.turn, (turn) =>
        canReplay(turn) ? { ...turn, replay: { kind: 'sounding', playedFrames: 0 } } : turn,
      );
    case 'replay-played':
      return onTurn(state, action.turn, (turn) =>
        turn.replay.kind === 'sounding'
          ? { ...turn, replay: { kind: 'sounding', playedFrames: action.frames } }
          : turn,
      );
    case 'replay-ended':
      return onTurn(state, action.turn, (turn) => ({ ...turn, replay: { kind: action.how } }));
    case 'paused':
      return { ...state, paused: action.paused };
    case 'connection':
      return { ...state, connection: action.connection, retryAt: action.retryAt ?? null };
    case 'offline':
      // A network that was there meanwhile is missed anew.
      return {
        ...state,
        offline: action.offline,
        dismissed: !action.offline && state.dismissed === 'offline' ? null : state.dismissed,
      };
    case 'forgotten':
      return { ...state, turn: null, problem: null };
    case 'problem':
      return {
        ...state,
        problem: action.problem,
        dismissed: action.problem === null ? state.dismissed : null,
      };
    case 'dismissed':
      return { ...state, problem: null, notices: [], dismissed: state.problem?.code ?? state.dismissed };
    case 'tried-again':
      return { ...state, problem: null, dismissed: null };
    case 'notice':
      return { ...state, notices: [...state.notices, action.notice] };
    case 'notice-over':
      return withoutNotice(state, action.kind);
    case 'language':
      return { ...state, language: action.language };
    case 'source':
      return { ...state, source: action.source, firstRun: false, dismissed: null };
    case 'key':
      return { ...state, key: action.key };
    case 'can-encrypt':
      return { ...state, canEncrypt: action.canEncrypt };
    case 'hotkey':
      return { ...state, hotkey: action.hotkey };
    case 'update':
      return { ...state, update: action.update };
    case 'audio':
      return { ...state, audio: action.audio };
    case 'muted':
      return { ...state, muted: action.muted };
    case 'volume':
      return { ...state, volume: action.volume };
    case 'outputs':
      return { ...state, output: outputView(action.devices, state.output.chosen) };
    case 'output':
      return { ...state, output: outputView(state.output.devices, action.chosen) };
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
    kept: true,
    replay: { kind: 'none' },
  };
}

function withoutNotice(state: AppState, over: Notice['kind']): AppState {
  const notices = state.notices.filter(({ kind }) => kind !== over);
  return notices.length === state.notices.length ? state : { ...state, notices };
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
