import { batch, signal } from '@preact/signals';
import type { AloudApi } from '../../preload/contract';
import type { HotkeyResult } from '../../preload/hotkey-contract';
import type { Chord } from './chord';

export type ShortcutApi = Pick<AloudApi, 'recordHotkey' | 'changeHotkey' | 'proveHotkey'>;

/** What main said of a combination that was not set, and which it was. */
export interface Objection {
  accelerator: string;
  result: Exclude<HotkeyResult, { kind: 'set' }>;
}

export type ShortcutState =
  | { kind: 'rest' }
  /** `pressed`: what is held down now. */
  | { kind: 'recording'; pressed: string; objection: Objection | null }
  /** "Press it now". `late`: nothing came for a while. */
  | { kind: 'proving'; late: boolean }
  /** It came. */
  | { kind: 'proved' };

/** A press that does not come within this time, ms, will hardly come. */
export const PROOF_MS = 8_000;

export type ShortcutModel = ReturnType<typeof createShortcutModel>;

/**
 * Records a shortcut and proves it. `lost` is called where main was not reached; `after` runs something once, later, and
 * returns how to take that back.
 */
export function createShortcutModel(
  api: ShortcutApi,
  lost: () => void,
  after: (ms: number, run: () => void) => () => void,
) {
  const state = signal<ShortcutState>({ kind: 'rest' });
  let cancelWait = (): void => {};

  const send = (call: Promise<unknown>): void => {
    call.catch(lost);
  };
  const enter = (next: ShortcutState): void => {
    const former = state.peek().kind;
    batch(() => {
      cancelWait();
      cancelWait = () => {};
      state.value = next;
    });
    if (former === 'recording' && next.kind !== 'recording') send(api.recordHotkey(false));
    if (former === 'proving' && next.kind !== 'proving') send(api.proveHotkey(false));
  };

  function prove(): void {
    enter({ kind: 'proving', late: false });
    send(api.proveHotkey(true));
    cancelWait = after(PROOF_MS, () => {
      if (state.peek().kind === 'proving') state.value = { kind: 'proving', late: true };
    });
  }

  async function take(accelerator: string, sure: boolean): Promise<void> {
    let result: HotkeyResult;
    try {
      result = await api.changeHotkey(accelerator, sure);
    } catch {
      enter({ kind: 'rest' });
      lost();
      return;
    }
    if (state.peek().kind !== 'recording') return;
    if (result.kind === 'set') prove();
    else state.value = { kind: 'recording', pressed: '', objection: { accelerator, result } };
  }

  return {
    state,
    record(): void {
      enter({ kind: 'recording', pressed: '', objection: null });
      send(api.recordHotkey(true));
    },
    /** What is held down now. The first whole combination is tried. */
    press(chord: Chord): void {
      const now = state.peek();
      if (now.kind !== 'recording') return;
      switch (chord.kind) {
        case 'partial':
          state.value = { kind: 'recording', pressed: chord.accelerator, objection: null };
          return;
        case 'unknown':
          state.value = {
            kind: 'recording',
            pressed: '',
            objection: { accelerator: chord.accelerator, result: { kind: 'refused', why: 'no-key' } },
          };
          return;
        case 'whole':
          state.value = { kind: 'recording', pressed: chord.accelerator, objection: null };
          void take(chord.accelerator, false);
          return;
        default:
          chord satisfies never;
      }
    },
    /** A key was let go; these are still held down. What was said of the last combination stays to be read. */
    release(held: string): void {
      const now = state.peek();
      if (now.kind === 'recording') state.value = { ...now, pressed: held };
    },
    /** Takes the one that something uses already. */
    insist(): void {
      const now = state.peek();
      if (now.kind === 'recording' && now.objection !== null) void take(now.objection.accelerator, true);
    },
    prove,
    /** Main says that it was pressed. */
    pressed(): void {
      if (state.peek().kind === 'proving') enter({ kind: 'proved' });
    },
    /** Back to rest, with the shortcut as it is. */
    leave(): void {
      if (state.peek().kind !== 'rest') enter({ kind: 'rest' });
    },
  };
}
