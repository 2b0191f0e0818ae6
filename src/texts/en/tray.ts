import { formats } from '../formats';

const { percent } = formats('en');

export const tray = {
  ask: 'Ask…',
  pause: 'Pause',
  resume: 'Resume',
  stop: 'Stop speaking',
  replay: 'Hear the last answer again',
  newConversation: 'New conversation',
  mute: 'Mute',
  volume: 'Volume',
  /** 0 to 100. */
  percent,
  output: 'Output',
  voice: 'Voice',
  /** Earlier questions, to be asked again. */
  recent: 'Recent',
  enterKey: 'API key…',
  changeKey: 'Change API key…',
  demo: 'Use demo voice',
  settings: 'Settings…',
  log: 'Open log',
  about: 'About Aloud',
  quit: 'Quit Aloud',
  /** Beside the icon. */
  tip: {
    idle: 'Aloud',
    muted: 'Aloud (muted)',
    connecting: 'Aloud: connecting',
    speaking: 'Aloud: speaking',
    speakingMuted: 'Aloud: speaking (muted)',
    paused: 'Aloud: paused',
    offline: 'Aloud: no network',
    notConnected: 'Aloud: not connected',
    problem: (title: string) => `Aloud: ${title}`,
  },
};

/** The list of output devices. */
export const output = {
  system: 'System’s own',
  away: (name: string) => `${name} (not connected)`,
  unnamed: 'Unnamed device',
  /** One of several that have the same name. */
  numbered: (name: string, number: number) => `${name} (${number})`,
};
