import type { Snapshot } from '../../preload/contract';

/** What a click in the menu asks for. */
export type TrayCommand = 'ask' | 'stop' | 'mute' | 'key' | 'demo' | 'log' | 'about' | 'quit';

export type TrayItem =
  | { kind: 'separator' }
  | {
      kind: 'action';
      id: TrayCommand;
      label: string;
      enabled: boolean;
      /** Shown beside the label, or null. */
      accelerator: string | null;
    }
  | { kind: 'check'; id: TrayCommand; label: string; checked: boolean };

export type TrayState = 'idle' | 'connecting' | 'speaking' | 'error';

/** What of the snapshot the tray draws. */
export type TrayModel = Pick<
  Snapshot,
  'answer' | 'connection' | 'problem' | 'source' | 'muted' | 'hotkey' | 'key'
>;

/** The tray's state (pure). Speech goes before everything: it is what the user wants to stop. */
export function trayState(model: TrayModel): TrayState {
  const phase = model.answer?.phase;
  if (phase === 'speaking') return 'speaking';
  if (model.problem !== null || model.connection === 'failed') return 'error';
  if (model.connection === 'connecting' || phase === 'waiting') return 'connecting';
  return 'idle';
}

/** The menu (pure). Every action of the tray is in it: on Linux a click on the icon may do nothing else. */
export function trayMenu(model: TrayModel): TrayItem[] {
  const phase = model.answer?.phase;
  const { hotkey } = model;
  const action = (
    id: TrayCommand,
    label: string,
    enabled = true,
    accelerator: string | null = null,
  ): TrayItem => ({ kind: 'action', id, label, enabled, accelerator });
  return [
    action('ask', 'Ask…', true, hotkey?.kind === 'active' ? hotkey.accelerator : null),
    action('stop', 'Stop speaking', phase === 'speaking' || phase === 'waiting'),
    { kind: 'check', id: 'mute', label: 'Mute', checked: model.muted },
    { kind: 'separator' },
    action('key', model.key.kind === 'none' ? 'API key…' : 'Change API key…'),
    { kind: 'check', id: 'demo', label: 'Use demo voice', checked: model.source === 'demo' },
    { kind: 'separator' },
    action('log', 'Open log'),
    action('about', 'About Aloud'),
    { kind: 'separator' },
    action('quit', 'Quit Aloud'),
  ];
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
    case 'error':
      return model.problem === null ? 'Aloud: not connected' : `Aloud: ${model.problem.title}`;
    default:
      return state satisfies never;
  }
}
