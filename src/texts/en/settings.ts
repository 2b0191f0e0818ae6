import type { KeyView } from '../../preload/contract';
import type { FieldFault, SettingsSection } from '../../preload/settings-contract';
import { foreign } from '../foreign';
import { formats } from '../formats';
import { desktop, shortcut } from './shortcut';

const { count, plural, date, decimal } = formats('en');

/** All that the settings window says, in English: its page alone fetches it. */
export const settings = {
  windowTitle: 'Aloud Settings',
  title: 'Settings',
  sections: {
    account: 'Account',
    voice: 'Voice',
    sound: 'Sound',
    shortcut: 'Shortcut',
    general: 'General',
  } satisfies Record<SettingsSection, string>,
  lead: {
    account: 'Who answers, and the key for it.',
    voice: 'How the answers sound, and how they are given.',
    sound: 'Where Aloud is heard, and how loud.',
    shortcut: 'The keys that open Aloud, wherever you are.',
    general: 'How Aloud looks and behaves.',
  } satisfies Record<SettingsSection, string>,
  cancel: 'Cancel',
  /** What is wrong with what was typed, at its field. A bound is a number, or null where it is not known. */
  faults: {
    missing: () => 'This cannot be empty.',
    'too-long': (limit: number | null) =>
      limit === null ? 'This is too long.' : `This is too long: ${count(limit)} characters is the limit.`,
    'too-large': (limit: number | null) =>
      limit === null ? 'This is too much.' : `At most ${decimal(limit, 2)}.`,
    'too-small': (limit: number | null) =>
      limit === null ? 'This is too little.' : `At least ${decimal(limit, 2)}.`,
    'not-whole': () => 'This must be a whole number.',
    'bad-address': () =>
      'This is no address that Aloud can use: it names a server, without a user name or password.',
    'bad-version': () => 'Azure writes versions like 2024-10-01-preview.',
    wrong: () => 'This cannot be used here.',
  } satisfies Record<FieldFault, (limit: number | null) => string>,

  services: {
    title: 'Who answers',
    demo: 'Demo voice',
    demoHint: 'Speaks on this computer, without key or internet. It knows little.',
    kinds: { openai: 'OpenAI', azure: 'Azure OpenAI', compatible: 'Another server' },
    custom:
      'For this run ALOUD_REALTIME_URL names the server. What you choose here takes its place at once, and holds from the next start on.',
    demoNeedsNothing: 'The demo voice needs no key. Choose a service above for real answers, or add one.',
    add: 'Add a service',
    addTitle: 'A new service',
    kind: 'Service',
    addIt: 'Add',
    remove: 'Remove this service…',
    removeQuestion: (name: string) => `Remove “${foreign(name)}” and its key?`,
    removeIt: 'Remove',
    full: (limit: number) => `Aloud keeps at most ${count(limit)} services.`,
    stillStored:
      'The stored key could not be removed, so nothing was. Check that Aloud’s folder can be written to.',
    name: 'Name',
    resource: 'Resource',
    resourceHint: 'Its address, as the Azure portal shows it.',
    resourceExample: 'https://my-resource.openai.azure.com',
    deployment: 'Deployment',
    deploymentHint: 'The name that you gave the model when you deployed it.',
    apiVersion: 'API version',
    apiVersionHint: 'Only for a resource that still speaks the preview.',
    apiVersionNone: 'today’s',
    url: 'Address',
    urlHint: 'Of a server that speaks the Realtime protocol.',
    urlExample: 'wss://server.example/v1/realtime',
    dialect: 'Protocol',
    dialects: { auto: 'As the server speaks', ga: 'Today’s', beta: 'The preview’s' },
    insecureKey: 'Send the key unencrypted',
    insecureKeyHint:
      'To a ws:// server on another computer, anybody on the network between could read it. Off, it is not sent there.',
  },

  key: {
    title: 'Key',
    label: 'API key',
    of: (service: string) => `Key for ${foreign(service)}`,
    placeholder: 'Paste the key here',
    show: 'Show the key',
    hide: 'Hide the key',
    now: {
      none: 'No key yet.',
      stored: 'Kept on this computer, encrypted by the system.',
      'this-run': 'Kept in memory until you quit Aloud. It is written nowhere.',
      environment: 'From OPENAI_API_KEY, for this run. It is written nowhere.',
    } satisfies Record<KeyView['kind'], string>,
    none: {
      openai: 'You find or make one at platform.openai.com, under “API keys”.',
      azure: 'You find it in the Azure portal, under “Keys and Endpoint” of the resource.',
      compatible: 'This server may want none. If it does, paste it here.',
    },
    remember: 'Keep it on this computer, encrypted',
    forget: 'Off, Aloud forgets it when you quit.',
    thisRunOnly:
      'This computer offers no safe place for a key: what it calls encryption anybody could undo. So Aloud keeps it in memory for this run only, and asks again at the next start.',
    unknown: 'Aloud keeps it encrypted where this computer allows that, and otherwise only until you quit.',
    save: 'Keep this key',
    saving: 'Keeping…',
    replace: 'Replace…',
    remove: 'Remove…',
    removeQuestion: 'Remove the key from this computer?',
    removeIt: 'Remove',
    stillStored: 'The stored key could not be removed. Check that Aloud’s folder can be written to.',
    check: 'Check',
    checkServer: 'Check the connection',
    checking: (service: string) => `Asking ${foreign(service)}…`,
    works: {
      models: (service: string, model: string) =>
        `${foreign(service)} takes the key, and it may use ${foreign(model)}.`,
      session: (service: string, model: string) =>
        `${foreign(service)} let Aloud in, and ${foreign(model)} is ready to answer.`,
    },
  },

  voice: {
    ofDemo:
      'The demo voice answers now. It follows voice and speed; the rest is for the service that you choose.',
    title: 'Voice',
    voice: 'Voice',
    voiceHint: 'Or type the name of another.',
    sample: 'Hear it',
    sampleStop: 'Stop',
    sampleWaits: 'Asking for a sentence…',
    speed: 'Speed',
    times: (speed: number) => `${decimal(speed, 2)}×`,
    natural: 'natural',
    answers: 'Answers',
    model: 'Model',
    modelHint: 'Or type the name of another.',
    recommended: (name: string) => `${name} (default)`,
    recommendedNote: 'recommended',
    notes: { best: 'best answers', cheaper: 'cheaper' },
    ends: (iso: string) => `ends ${date(iso)}`,
    suggestions: (field: string) => `Suggestions for ${field}`,
    length: 'Longest answer',
    lengthHint:
      'An answer that reaches it is cut off. How long it wants to be is a matter of the instructions.',
    lengths: {
      none: 'No limit',
      seconds: (n: number) => `About ${count(n)} seconds`,
      minutes: (n: number) => plural(n, { one: 'About a minute', other: `About ${count(n)} minutes` }),
      tokens: (n: number) => `${count(n)} tokens`,
    },
    instructions: 'Instructions',
    instructionsHint:
      'What the voice is told before every conversation. Empty: Aloud’s own, which ask for short, spoken answers.',
    instructionsExample: 'Answer like a patient teacher. Explain every foreign word.',
  },

  sound: {
    title: 'Output',
    device: 'Play on',
    volume: 'Volume',
    muted: 'Aloud is muted: nothing is heard.',
    tone: 'Test sound',
    toneHint: 'Two notes, on the way that answers take.',
    play: 'Play',
    stop: 'Stop',
    heard: 'Played to the end.',
  },

  shortcut,
  desktop,

  starting: {
    title: 'Start and updates',
    atLogin: 'Start at login',
    atLoginHint: 'Aloud then waits in the tray.',
    heldBack: {
      win32: 'Windows holds Aloud back: switch it on in the Task Manager, under “Startup apps”.',
      darwin: 'macOS holds Aloud back: allow it in the System Settings, under “General”, “Login Items”.',
    },
    notInstalled: 'Only an installed Aloud can be started at login.',
    /** `code` is the system's. */
    failed: (path: string, code: string) =>
      `${foreign(path)} could not be changed (${code}). See that you may write there, and try again.`,
    updates: 'Look for updates',
    updatesHint: 'Once a day, and never while Aloud speaks. It asks GitHub, which sees your address.',
    newer: 'Newer version',
    notYet: 'Not looked yet.',
    look: 'Look now',
  },

  general: {
    look: 'Look',
    theme: 'Theme',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    language: 'Language',
    systemLanguage: 'As the system',
    popup: 'Popup',
    position: 'Opens',
    positions: { cursor: 'Where the pointer is', last: 'Where it was last' },
    keepOnTop: 'Stay open on top',
    keepOnTopHint: 'It stays above other windows when you click elsewhere. Esc or the shortcut hides it.',
    connection: 'Connection',
    idle: 'Hang up after',
    idleHint: 'An unused connection is closed then. The next question opens it again.',
    minutes: (n: number) => plural(n, { one: 'minute', other: 'minutes' }),
    help: 'Help',
    log: 'Log',
    logHint: 'What Aloud did, with codes and times: for a bug report. No key and no word of yours is in it.',
    reveal: 'Show in folder',
    reset: 'Reset',
    resetHint: 'Everything in this window as it was at first. Services and keys stay.',
    resetAll: 'Reset…',
    resetQuestion: 'Reset all settings but services and keys?',
    resetIt: 'Reset',
    wasReset: 'All settings are as they were at first.',
    aboutHint: 'Versions for a bug report, and the licences of all that ships.',
  },
};
