/** What the settings window may ask about the global hotkey. Types only. Accelerators are written as Electron does. */

/** Why a combination cannot open Aloud. */
export type HotkeyFault =
  /** It would take a key that is typed with. */
  | 'no-modifier'
  /** Shift alone is how capitals are typed. */
  | 'shift-alone'
  /** None that can be a global hotkey. */
  | 'no-key'
  /** The system keeps it: no program ever gets it. */
  | 'never-arrives'
  /** Every program would lose what it is edited with: copying, pasting, undoing. */
  | 'editing';

/** What a combination does already, in the system or in most programs. */
export type HotkeyUse =
  | 'switch-windows'
  | 'close-window'
  | 'quit'
  | 'search'
  | 'input-source'
  | 'screenshot'
  | 'show-desktop'
  | 'window-menu'
  | 'task-manager'
  | 'start-menu'
  | 'characters'
  | 'emoji'
  | 'run'
  | 'terminal'
  | 'lock'
  | 'dock'
  | 'workspaces'
  /** Windows keeps most combinations with its own key. */
  | 'windows-key'
  /** Many desktops of Linux keep those with their own key. */
  | 'super-key'
  /** Most programs mean something by it. */
  | 'programs';

/** What can be said of a combination before anybody has tried it. */
export type HotkeyVerdict =
  | { kind: 'fine' }
  | { kind: 'refused'; why: HotkeyFault }
  | { kind: 'used'; by: HotkeyUse };

export type HotkeyResult =
  | { kind: 'set' }
  /** Another program holds it. The former one stays. */
  | { kind: 'taken' }
  | Exclude<HotkeyVerdict, { kind: 'fine' }>;

/** A desktop of Linux with shortcuts of its own. */
export type DesktopName = 'gnome' | 'kde' | 'hyprland' | 'sway';

/** A line for a terminal that lets a desktop run `aloud --toggle` at the hotkey. */
export interface DesktopCommand {
  desktop: DesktopName;
  command: string;
}

/** Linux: who else can run a program at a key. */
export interface DesktopShortcuts {
  /** There the hotkey goes through the desktop's portal, which may promise it and never tell. */
  wayland: boolean;
  /** The running one, or null where it is none of those. */
  desktop: DesktopName | null;
  /** The running one first. */
  commands: readonly DesktopCommand[];
}

export interface HotkeyInvocations {
  /** While keys are recorded, no hotkey is registered: the page sees them all. */
  recordHotkey: (recording: boolean) => void;
  /** `sure`: also where something uses it. */
  changeHotkey: (accelerator: string, sure: boolean) => HotkeyResult;
  /** While a press is waited for, the hotkey opens nothing, and `hotkeyPressed` tells of it. */
  proveHotkey: (waiting: boolean) => void;
}
