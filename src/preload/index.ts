import type { IpcRendererEvent } from 'electron';
import { contextBridge, ipcRenderer } from 'electron';
import type {
  AloudApi,
  AudioPortChannel,
  AudioPortMessage,
  InvocationChannel,
  Invocations,
  NotificationChannel,
  Notifications,
} from './contract';

const AUDIO_PORT_CHANNEL: AudioPortChannel = 'audio-port';
const AUDIO_PORT_MESSAGE: AudioPortMessage = 'aloud:audio-port';

function invoke<C extends InvocationChannel>(
  channel: C,
  ...args: Parameters<Invocations[C]>
): Promise<ReturnType<Invocations[C]>> {
  return ipcRenderer.invoke(channel, ...args);
}

/** The page gets the message alone: Electron's event would hand it the way to every channel. */
function subscriber<C extends NotificationChannel>(channel: C) {
  return (listener: (message: Notifications[C]) => void): (() => void) => {
    const relay = (_event: IpcRendererEvent, message: Notifications[C]): void => listener(message);
    ipcRenderer.on(channel, relay);
    return () => {
      ipcRenderer.removeListener(channel, relay);
    };
  };
}

// Each call is named, and takes just its own arguments: there is no way to a channel that is not in the contract.
const api: AloudApi = {
  getSnapshot: () => invoke('getSnapshot'),
  ask: (prompt) => invoke('ask', prompt),
  stop: () => invoke('stop'),
  retry: () => invoke('retry'),
  newConversation: () => invoke('newConversation'),
  hide: () => invoke('hide'),
  getDraft: () => invoke('getDraft'),
  setDraft: (text) => invoke('setDraft', text),
  reportPainted: () => invoke('reportPainted'),
  setKey: (key, remember) => invoke('setKey', key, remember),
  useDemo: () => invoke('useDemo'),
  setPaused: (paused) => invoke('setPaused', paused),
  replay: () => invoke('replay'),
  setMuted: (muted) => invoke('setMuted', muted),
  setVolume: (volume) => invoke('setVolume', volume),
  setOutput: (id) => invoke('setOutput', id),
  dismissProblem: () => invoke('dismissProblem'),
  openLog: () => invoke('openLog'),
  openSettings: (section) => invoke('openSettings', section),
  setContentHeight: (height) => invoke('setContentHeight', height),
  requestAudioPort: () => invoke('requestAudioPort'),
  reportAudioDevice: (state) => invoke('reportAudioDevice', state),
  reportOutputs: (devices) => invoke('reportOutputs', devices),
  getAbout: () => invoke('getAbout'),
  openAbout: () => invoke('openAbout'),
  openChromiumLicences: () => invoke('openChromiumLicences'),
  closeAbout: () => invoke('closeAbout'),
  getSettings: () => invoke('getSettings'),
  changeSettings: (change) => invoke('changeSettings', change),
  resetSettings: () => invoke('resetSettings'),
  useProfile: (id) => invoke('useProfile', id),
  addProfile: (draft) => invoke('addProfile', draft),
  changeProfile: (id, change) => invoke('changeProfile', id, change),
  removeProfile: (id) => invoke('removeProfile', id),
  checkKey: () => invoke('checkKey'),
  removeKey: () => invoke('removeKey'),
  playVoiceSample: () => invoke('playVoiceSample'),
  playTestTone: () => invoke('playTestTone'),
  lookForUpdates: () => invoke('lookForUpdates'),
  installUpdate: () => invoke('installUpdate'),
  revealLogs: () => invoke('revealLogs'),
  closeSettings: () => invoke('closeSettings'),
  onSnapshot: subscriber('snapshot'),
  recordHotkey: (recording) => invoke('recordHotkey', recording),
  changeHotkey: (accelerator, sure) => invoke('changeHotkey', accelerator, sure),
  proveHotkey: (waiting) => invoke('proveHotkey', waiting),
  onSettings: subscriber('settings'),
  onHotkeyPressed: subscriber('hotkeyPressed'),
  onLanguage: subscriber('language'),
  onSection: subscriber('section'),
  onShown: subscriber('shown'),
  onHidden: subscriber('hidden'),
};

contextBridge.exposeInMainWorld('aloud', api);

// A port cannot cross the context bridge; a message of the window takes it into the page. It can only arrive in this
// very document, which cannot navigate, so there is no other origin to keep it from.
ipcRenderer.on(AUDIO_PORT_CHANNEL, (event) => {
  window.postMessage(AUDIO_PORT_MESSAGE, '*', event.ports);
});
