import '../ui/styles.css';
import './popup.css';
import './answer.css';
import './cards.css';
import './status.css';
import { computed, effect } from '@preact/signals';
import { render } from 'preact';
import type { AloudApi, AudioPortMessage } from '../../preload/contract';
import { loadTexts } from '../../texts/load';
import { after } from '../audio/after';
import { createOutput } from '../audio/output';
import { followLanguage, markDocument } from '../ui/language';
import { afterPaint } from './after-paint';
import { createDraftKeeper } from './draft-keeper';
import { hushing } from './hush';
import { Popup } from './popup';
import { createPopupModel } from './popup-model';
import { unfinished } from './prompt-history';

declare global {
  interface Window {
    readonly aloud: AloudApi;
  }
}

const AUDIO_PORT: AudioPortMessage = 'aloud:audio-port';
const { aloud } = window;

const output = createOutput({
  requestPort: () => void aloud.requestAudioPort(),
  onDeviceState: (state) => void aloud.reportAudioDevice(state),
  onDevices: (devices) => void aloud.reportOutputs(devices),
});
const draftKeeper = createDraftKeeper(aloud.setDraft, after);
const model = createPopupModel({ ...aloud, ...hushing(aloud, output.hush) }, output.wake);

// Before anything is asked of main: the port must not come unheard.
window.addEventListener('message', ({ source, data, ports: [port] }) => {
  if (source === window && data === AUDIO_PORT && port !== undefined) output.attachPort(port);
});
aloud.onSnapshot(model.receive);
aloud.onShown(({ view }) => {
  model.shown(view);
  afterPaint(() => void aloud.reportPainted());
});
aloud.onHidden(() => {
  model.hidden();
  draftKeeper.flush();
});
effect(() => output.setVolume(model.snapshot.value?.volume ?? 1, model.snapshot.value?.muted ?? false));
effect(() => output.setOutput(model.snapshot.value?.output.active?.id ?? null));

const language = followLanguage(
  computed(() => model.snapshot.value?.language ?? null),
  loadTexts,
);
effect(() => {
  if (language.value !== null) markDocument(document, language.value.language);
});

const root = document.querySelector('#app');
if (root !== null) {
  render(
    <Popup
      model={model}
      language={language}
      level={output.level}
      onHeight={(height) => void aloud.setContentHeight(height)}
    />,
    root,
  );
}
void aloud.getDraft().then(model.restore);
effect(() => draftKeeper.changed(unfinished(model.history.value)));
// A snapshot that was pushed meanwhile is newer than the one asked for.
void aloud.getSnapshot().then((first) => {
  if (model.snapshot.peek() === null) model.receive(first);
});
