/** What the environment says for this run. */
export interface Environment {
  /** OPENAI_API_KEY. */
  key: string | null;
  /** ALOUD_REALTIME_URL: another server. */
  realtimeUrl: string | null;
  /** The desktop speaks Wayland, which tells no program where its windows are. */
  wayland: boolean;
  /** The desktop by its own names, e.g. `ubuntu:GNOME`. */
  desktopNames: string | null;
}

/**
 * Reads the environment, and takes the key out of it: children inherit the rest, and none needs the key. A blank
 * variable counts as none.
 */
export function takeEnvironment(variables: Record<string, string | undefined>): Environment {
  const read = (name: string): string | null => variables[name]?.trim() || null;
  const environment = {
    key: read('OPENAI_API_KEY'),
    realtimeUrl: read('ALOUD_REALTIME_URL'),
    wayland: read('XDG_SESSION_TYPE')?.toLowerCase() === 'wayland',
    desktopNames: read('XDG_CURRENT_DESKTOP'),
  };
  delete variables.OPENAI_API_KEY;
  return environment;
}
