import type { Snapshot } from '../../preload/contract';
import { outputChoices } from './output-menu';

/** What a click in the menu asks for. It says what was read there, so that a click that comes late does nothing else. */
export type TrayCommand =
  | { kind: 'ask' }
  | { kind: 'stop' }
  | { kind: 'pause'; paused: boolean }
  | { kind: 'replay' }
  | { kind: 'new-conversation' }
  | { kind: 'mute'; muted: boolean }
  /** 0 to 1. */
  | { kind: 'volume'; volume: number }
  /** Null follows the system. */
  | { kind: 'output'; id: string | null }
  | { kind: 'key' }
  | { kind: 'demo' }
  | { kind: 'log' }
  | { kind: 'about' }
  | { kind: 'quit' };

/** Ids are unique in the whole menu. */
export type TrayItem =
  | { kind: 'separator' }
  | {
      kind: 'action';
      id: string;
      label: string;
      enabled: boolean;
      /** Shown beside the label, or null. */
      accelerator: string | null;
      command: TrayCommand;
    }
  | { kind: 'check'; id: string; label: string; checked: boolean; command: TrayCommand }
  | { kind: 'choice'; id: string; label: string; options: TrayOption[] };

/** One of several of which exactly one holds. `command` is null where it can not be chosen now. */
export interface TrayOption {
  id: string;
  label: string;
  checked: boolean;
  command: TrayCommand | null;
}

export type TrayState = 'idle' | 'connecting' | 'speaking' | 'paused' | 'error';

/** What of the snapshot the tray draws. */
export type TrayModel = Pick<
  Snapshot,
  | 'answer'
  | 'connection'
  | 'problem'
  | 'source'
  | 'muted'
  | 'volume'
  | 'output'
  | 'paused'
  | 'canReplay'
  | 'hotkey'
  | 'key'
>;

/** Per cent, loudest first. */
const VOLUMES = [100, 75, 50, 25] as const;

/** The tray's state (pure). Speech goes before everything: it is what the user wants to stop, or to hear go on. */
export function trayState(model: TrayModel): TrayState {
  if (model.paused) return 'paused';
  const phase = model.answer?.phase;
  if (phase === 'speaking') return 'speaking';
  const { connection } = model;
  if (model.problem !== null || connection === 'failed' || connection === 'offline') return 'error';
  if (connection === 'connecting' || connection === 'retrying' || phase === 'waiting') return 'connecting';
  return 'idle';
}

/** The menu (pure). Every action of the tray is in it: on Linux a click on the icon may do nothing else. */
export function trayMenu(model: TrayModel): TrayItem[] {
  const { hotkey, muted, paused } = model;
  const phase = model.answer?.phase;
  const sounding = phase === 'speaking' || phase === 'waiting';
  const action = (
    command: TrayCommand,
    label: string,
    enabled = true,
    accelerator: string | null = null,
  ): TrayItem => ({ kind: 'action', id: command.kind, label, enabled, accelerator, command });
  const check = (command: TrayCommand, label: string, checked: boolean): TrayItem => ({
    kind: 'check',
    id: command.kind,
    label,
    checked,
    command,
  });
  return [
    action({ kind: 'ask' }, 'Ask…', true, hotkey?.kind === 'active' ? hotkey.accelerator : null),
    action({ kind: 'pause', paused: !paused }, paused ? 'Resume' : 'Pause', sounding),
    action({ kind: 'stop' }, 'Stop speaking', sounding),
    action({ kind: 'replay' }, 'Hear the last answer again', model.canReplay),
    action({ kind: 'new-conversation' }, 'New conversation', model.answer !== null),
    { kind: 'separator' },
    check({ kind: 'mute', muted: !muted }, 'Mute', muted),
    { kind: 'choice', id: 'volume', label: 'Volume', options: volumeOptions(model.volume) },
    { kind: 'choice', id: 'output', label: 'Output', options: outputOptions(model.output) },
    { kind: 'separator' },
    action({ kind: 'key' }, model.key.kind === 'none' ? 'API key…' : 'Change API key…'),
    check({ kind: 'demo' }, 'Use demo voice', model.source === 'demo'),
    { kind: 'separator' },
    action({ kind: 'log' }, 'Open log'),
    action({ kind: 'about' }, 'About Aloud'),
    { kind: 'separator' },
    action({ kind: 'quit' }, 'Quit Aloud'),
  ];
}

/** The nearest one is checked; the louder of two that are equally near. */
function volumeOptions(volume: number): TrayOption[] {
  const distance = (percent: number): number => Math.abs(percent - volume * 100);
  const nearest = VOLUMES.reduce((best, each) => (distance(each) < distance(best) ? each : best));
  return VOLUMES.map((percent) => ({
    id: `volume-${percent}`,
    label: `${percent} %`,
    checked: percent === nearest,
    command: { kind: 'volume', volume: percent / 100 },
  }));
}

/** Devices are numbered: their own ids may be anything. */
function outputOptions(output: Snapshot['output']): TrayOption[] {
  return outputChoices(output).map(({ label, checked, id }, index) => ({
    id: `output-${index}`,
    label,
    checked,
    command: id === undefined ? null : { kind: 'output', id },
  }));
}

/** The text beside the icon (pure). Never a word of a prompt or an answer: others may look on. */
export function trayTooltip(model: TrayModel): string {
  const state = trayState(model);
  switch (state) {
    case 'idle':
      return model.muted ? 'Aloud (muted)' : 'Aloud';
    case 'connecting':
      return 'Aloud: connecting';
    case 'speaking':
      return model.muted ? 'Aloud: speaking (muted)' : 'Aloud: speaking';
    case 'paused':
      return 'Aloud: paused';
    case 'error':
      if (model.problem !== null) return `Aloud: ${model.problem.title}`;
      return model.connection === 'offline' ? 'Aloud: no network' : 'Aloud: not connected';
    default:
      return state satisfies never;
  }
}
