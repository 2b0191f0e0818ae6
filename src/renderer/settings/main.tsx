import '../ui/styles.css';
import '../ui/field.css';
import './settings.css';
import './fields.css';
import './combo.css';
import './account.css';
import './shortcut.css';
import { computed, effect } from '@preact/signals';
import { render } from 'preact';
import type { AloudApi, Language } from '../../preload/contract';
import { loadTexts } from '../../texts/load';
import { loadSettingsTexts } from '../../texts/load-settings';
import { followLanguage, markDocument } from '../ui/language';
import { type AllTexts, Settings } from './settings';
import { createSettingsModel } from './settings-model';

declare global {
  interface Window {
    readonly aloud: AloudApi;
  }
}

const { aloud } = window;
const model = createSettingsModel(aloud, (ms, run) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
});
aloud.onSettings(model.receive);
aloud.onSection(model.show);
aloud.onHotkeyPressed(model.shortcut.pressed);

async function load(wanted: Language): Promise<AllTexts> {
  const [texts, settings] = await Promise.all([loadTexts(wanted), loadSettingsTexts(wanted)]);
  return { ...texts, settings };
}
const language = followLanguage(
  computed(() => model.snapshot.value?.language ?? null),
  load,
);
effect(() => {
  if (language.value === null) return;
  markDocument(document, language.value.language);
  // The window's, too.
  document.title = language.value.texts.windows.settings;
});

const root = document.querySelector('#app');
if (root !== null) render(<Settings model={model} language={language} />, root);
// A state that was pushed meanwhile is newer than the one asked for.
void aloud.getSettings().then((first) => {
  if (model.snapshot.peek() === null) model.receive(first);
});
