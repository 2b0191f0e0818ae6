import type { PopupView } from '../../preload/contract';
import type { TrayCommand } from '../shell/tray-menu';
import type { Commands } from './commands';

export interface TrayCommandDeps {
  commands: Pick<
    Commands,
    | 'ask'
    | 'stop'
    | 'setPaused'
    | 'replay'
    | 'newConversation'
    | 'setMuted'
    | 'setVolume'
    | 'setOutput'
    | 'useDemo'
    | 'leaveDemo'
  >;
  /** Lets another voice speak. */
  setVoice: (voice: string) => void;
  /** Whether the demo voice answers now. */
  isDemo: () => boolean;
  /** Opens the popup. */
  show: (view: PopupView) => void;
  openSettings: () => void;
  openLog: () => void;
  lookForUpdates: () => void;
  /** Starts Aloud anew with the update that is ready. */
  installUpdate: () => void;
  showAbout: () => void;
  quit: () => void;
}

/** Does what was clicked in the tray's menu. */
export function obeyTray(deps: TrayCommandDeps): (command: TrayCommand) => void {
  const { commands, setVoice, isDemo, show, openSettings, openLog } = deps;
  const { lookForUpdates, installUpdate, showAbout, quit } = deps;
  return (command) => {
    switch (command.kind) {
      case 'ask':
        return show('ask');
      case 'stop':
        commands.stop();
        return;
      case 'pause':
        return commands.setPaused(command.paused);
      case 'replay':
        return commands.replay();
      case 'new-conversation':
        return commands.newConversation();
      case 'mute':
        return commands.setMuted(command.muted);
      case 'volume':
        commands.setVolume(command.volume);
        // Whoever chooses how loud it is wants to hear it.
        return commands.setMuted(false);
      case 'output':
        return commands.setOutput(command.id);
      case 'voice':
        return setVoice(command.voice);
      case 'ask-again':
        show('ask');
        commands.ask(command.prompt);
        return;
      case 'key':
        return show('key');
      case 'demo':
        if (!isDemo()) return commands.useDemo();
        // Without a key for another voice, the key is what is missing.
        if (!commands.leaveDemo()) show('key');
        return;
      case 'settings':
        return openSettings();
      case 'log':
        return openLog();
      case 'look-for-updates':
        return lookForUpdates();
      case 'install-update':
        return installUpdate();
      case 'about':
        return showAbout();
      case 'quit':
        return quit();
      default:
        command satisfies never;
    }
  };
}
