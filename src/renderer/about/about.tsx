import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { AboutView } from '../../preload/about-contract';
import { Button } from '../ui/controls';
import { CopyButton } from '../ui/copy-button';
import type { ReadLanguage } from '../ui/language';
import { Mark } from '../ui/mark';
import { TextsProvider, useTexts } from '../ui/texts';
import { aboutKey } from './keys';
import { Licences } from './licences';
import { runtimeVersions, versionReport } from './versions';

interface AboutActions {
  onChromiumLicences: () => void;
  onClose: () => void;
}

interface AboutProps extends AboutActions {
  /** Null until main has told it. */
  view: ReadonlySignal<AboutView | null>;
  /** Null until the texts are there. */
  language: ReadonlySignal<ReadLanguage | null>;
}

/** What Aloud is, what it runs on, and what it is made of. Nothing is drawn before both are there. */
export function About({ view, language, ...actions }: AboutProps) {
  if (view.value === null || language.value === null) return null;
  return (
    <TextsProvider value={language.value.texts}>
      <Page view={view.value} {...actions} />
    </TextsProvider>
  );
}

function Page({ view, onChromiumLicences, onClose }: AboutActions & { view: AboutView }) {
  const { about: texts } = useTexts();
  const [query, setQuery] = useState('');
  const search = useRef<HTMLInputElement>(null);
  const { platform, runtime } = view;

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const searching = event.target === search.current && query !== '';
      const key = aboutKey(event, { platform, searching });
      if (key === null) return;
      event.preventDefault();
      switch (key) {
        case 'close':
          onClose();
          return;
        case 'clear':
          setQuery('');
          return;
        case 'search':
          search.current?.focus();
          search.current?.select();
          return;
        default:
          key satisfies never;
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [platform, query, onClose]);

  return (
    <main class="about">
      <header class="about-head">
        <Mark mood="calm" />
        <div>
          <h1>{texts.version(view.version)}</h1>
          <p>{texts.credits}</p>
          <p class="about-licence">{texts.licence}</p>
        </div>
      </header>
      <section aria-labelledby="versions">
        <header class="section-head">
          <h2 id="versions">{texts.versions}</h2>
          <CopyButton text={versionReport(view)} label={texts.copyVersions} />
        </header>
        <dl class="versions">
          {[...runtimeVersions(view), [texts.system, runtime.system]].map(([name, version]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <bdi>{version}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <Licences parts={view.parts} query={query} onQuery={setQuery} search={search}>
        {view.hasChromiumLicences && <Button onClick={onChromiumLicences}>{texts.chromiumLicences}</Button>}
      </Licences>
    </main>
  );
}
