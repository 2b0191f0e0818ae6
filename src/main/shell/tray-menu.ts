import type { Snapshot } from '../../preload/contract';
import type { UpdateView } from '../../preload/update-contract';
import { problemText } from '../../texts/problem-text';
import type { Texts } from '../../texts/texts';
import type { VoiceChoice } from './tray-choices';
import { outputOptions, recentOptions, voiceOptions, volumeOptions } from './tray-choices';

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
  | { kind: 'voice'; voice: string }
  /** An earlier prompt. */
  | { kind: 'ask-again'; prompt: string }
  | { kind: 'key' }
  | { kind: 'demo' }
  | { kind: 'settings' }
  | { kind: 'log' }
  | { kind: 'look-for-updates' }
  | { kind: 'install-update' }
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
  /** Without options it cannot be opened. */
  | { kind: 'choice'; id: string; label: string; options: TrayOption[] };

/** One of several. `command` is null where it can not be chosen now. */
export interface TrayOption {
  id: string;
  label: string;
  /** Whether it is the one that holds; null where none does. */
  checked: boolean | null;
  command: TrayCommand | null;
}

export type TrayState = 'idle' | 'connecting' | 'speaking' | 'paused' | 'error';

/** What of the snapshot the tray draws. */
export type TrayModel = Pick<
  Snapshot,
  | 'language'
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
  | 'update'
  | 'recentPrompts'
> & { voice: VoiceChoice };

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
export function trayMenu(model: TrayModel, { tray: texts, output, updates }: Texts): TrayItem[] {
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
  const choice = (id: string, label: string, options: TrayOption[]): TrayItem => ({
    kind: 'choice',
    id,
    label,
    options,
  });
  return [
    action({ kind: 'ask' }, texts.ask, true, hotkey?.kind === 'active' ? hotkey.accelerator : null),
    action({ kind: 'stop' }, texts.stop, sounding),
    action({ kind: 'pause', paused: !paused }, paused ? texts.resume : texts.pause, sounding),
    action({ kind: 'replay' }, texts.replay, model.canReplay),
    { kind: 'separator' },
    check({ kind: 'mute', muted: !muted }, texts.mute, muted),
    choice('volume', texts.volume, volumeOptions(model.volume, texts)),
    choice('output', texts.output, outputOptions(model.output, output)),
    choice('voice', texts.voice, voiceOptions(model.voice)),
    { kind: 'separator' },
    choice('recent', texts.recent, recentOptions(model.recentPrompts)),
    action({ kind: 'new-conversation' }, texts.newConversation, model.answer !== null),
    { kind: 'separator' },
    action({ kind: 'key' }, model.key.kind === 'none' ? texts.enterKey : texts.changeKey),
    check({ kind: 'demo' }, texts.demo, model.source === 'demo'),
    { kind: 'separator' },
    action({ kind: 'settings' }, texts.settings, true, 'CommandOrControl+,'),
    updateItem(model.update, sounding, updates),
    action({ kind: 'log' }, texts.log),
    action({ kind: 'about' }, texts.about),
    { kind: 'separator' },
    action({ kind: 'quit' }, texts.quit),
  ];
}

/** What can be done about updates; what is being done, where nothing can. Nothing starts anew while Aloud speaks. */
function updateItem(update: UpdateView, sounding: boolean, texts: Texts['updates']): TrayItem {
  const item = (command: TrayCommand, label: string, enabled: boolean): TrayItem => ({
    kind: 'action',
    id: 'update',
    label,
    enabled,
    accelerator: null,
    command,
  });
  switch (update.kind) {
    case 'idle':
    case 'none':
    case 'failed':
    case 'unavailable':
      return item({ kind: 'look-for-updates' }, texts.look, true);
    case 'waiting':
      return item({ kind: 'look-for-updates' }, texts.waiting, false);
    case 'looking':
      return item({ kind: 'look-for-updates' }, texts.looking, false);
    case 'downloading':
      return item({ kind: 'look-for-updates' }, texts.fetching(update.version, update.percent), false);
    case 'ready':
      return item({ kind: 'install-update' }, texts.install(update.version), !sounding);
    default:
      return update satisfies never;
  }
}

/** The text beside the icon (pure). Never a word of a prompt or an answer: others may look on. */
export function trayTooltip(model: TrayModel, { tray: { tip }, sentences }: Texts): string {
  const state = trayState(model);
  switch (state) {
    case 'idle':
      return model.muted ? tip.muted : tip.idle;
    case 'connecting':
      return tip.connecting;
    case 'speaking':
      return model.muted ? tip.speakingMuted : tip.speaking;
    case 'paused':
      return tip.paused;
    case 'error':
      if (model.problem !== null) return tip.problem(problemText(model.problem, sentences).title);
      return model.connection === 'offline' ? tip.offline : tip.notConnected;
    default:
      return state satisfies never;
  }
}
