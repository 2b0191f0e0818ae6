import type { TrayModel } from '../../src/main/shell/tray-menu';
import type { Snapshot } from '../../src/preload/contract';

/** The snapshot of an app at rest, with the given fields in place of its own. */
export function snapshot(changes: Partial<Snapshot> = {}): Snapshot {
  return {
    language: 'en',
    source: 'demo',
    connection: 'idle',
    retryAt: null,
    answer: null,
    problem: null,
    notices: [],
    key: { kind: 'none' },
    canEncrypt: null,
    hotkey: null,
    update: { kind: 'idle' },
    audio: { kind: 'starting' },
    output: { devices: [], chosen: null, active: null },
    muted: false,
    volume: 1,
    paused: false,
    canReplay: false,
    firstRun: false,
    recentPrompts: [],
    platform: 'linux',
    ...changes,
  };
}

/** The same for the tray. */
export function trayModel(changes: Partial<TrayModel> = {}): TrayModel {
  return { ...snapshot(), voice: { names: ['marin', 'cedar'], chosen: 'marin' }, ...changes };
}
