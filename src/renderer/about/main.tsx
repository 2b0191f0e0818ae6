import '../ui/styles.css';
import '../ui/field.css';
import './about.css';
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import type { AboutView } from '../../preload/about-contract';
import type { AloudApi, Language } from '../../preload/contract';
import { loadTexts } from '../../texts/load';
import { followLanguage, markDocument } from '../ui/language';
import { About } from './about';

declare global {
  interface Window {
    readonly aloud: AloudApi;
  }
}

const { aloud } = window;
const view = signal<AboutView | null>(null);
const wanted = signal<Language | null>(null);
const language = followLanguage(wanted, loadTexts);
aloud.onLanguage((next) => {
  wanted.value = next;
});
effect(() => {
  if (language.value === null) return;
  markDocument(document, language.value.language);
  // The window's, too.
  document.title = language.value.texts.windows.about;
});

const root = document.querySelector('#app');
if (root !== null) {
  render(
    <About
      view={view}
      language={language}
      onChromiumLicences={() => void aloud.openChromiumLicences()}
      onClose={() => void aloud.closeAbout()}
    />,
    root,
  );
}
void aloud.getAbout().then((first) => {
  view.value = first;
  // A language that was told meanwhile is newer than the one asked for.
  wanted.value ??= first.language;
});
