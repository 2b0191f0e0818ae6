import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ProfileView, SettingsSection, SettingsSnapshot } from '../../preload/settings-contract';
import type { SettingsTexts, Texts } from '../../texts/texts';
import { isCommand } from '../ui/command-key';
import { KeyboardIcon, PersonIcon, SettingsIcon, SpeakerIcon, VoiceIcon } from '../ui/icons';
import type { ReadLanguage } from '../ui/language';
import { Mark } from '../ui/mark';
import { TextsProvider, useTexts } from '../ui/texts';
import { Account } from './account';
import { General } from './general';
import { Note } from './parts/row';
import { SECTIONS, sectionAfterKey } from './sections';
import type { SettingsModel } from './settings-model';
import { Shortcut } from './shortcut';
import { Sound } from './sound';
import { Voice } from './voice';
import { useWords, WordsProvider } from './words';

/** All that the window says. */
export type AllTexts = Texts & { settings: SettingsTexts };

const ICONS: Readonly<Record<SettingsSection, ComponentChildren>> = {
  account: <PersonIcon />,
  voice: <VoiceIcon />,
  sound: <SpeakerIcon volume={1} />,
  shortcut: <KeyboardIcon />,
  general: <SettingsIcon />,
};

interface SettingsProps {
  model: SettingsModel;
  /** Null until the texts are there. */
  language: ReadonlySignal<ReadLanguage<AllTexts> | null>;
}

/** Nothing is drawn before both are there. */
export function Settings({ model, language }: SettingsProps) {
  const snapshot = model.snapshot.value;
  const read = language.value;
  if (snapshot === null || read === null) return null;
  return (
    <TextsProvider value={read.texts}>
      <WordsProvider value={read.texts.settings}>
        <Page model={model} snapshot={snapshot} />
      </WordsProvider>
    </TextsProvider>
  );
}

function Page({ model, snapshot }: { model: SettingsModel; snapshot: SettingsSnapshot }) {
  const texts = useTexts();
  const words = useWords();
  const remark = model.remark.value;
  const section = model.section.value;
  const pane = useRef<HTMLElement>(null);

  useEffect(() => {
    if (pane.current !== null) pane.current.scrollTop = 0;
  }, [section]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!isCommand(event, 'w', snapshot.platform)) return;
      event.preventDefault();
      model.close();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [model, snapshot.platform]);

  return (
    <div class="settings">
      <nav class="nav">
        <header class="nav-head">
          <Mark mood="calm" />
          <h1>{words.title}</h1>
        </header>
        <Tabs section={section} onShow={model.show} />
      </nav>
      <main ref={pane} class="pane">
        <div class="pane-content" role="tabpanel" id="pane" aria-labelledby={`tab-${section}`}>
          <header class="pane-head">
            <h2>{words.sections[section]}</h2>
            <p>{words.lead[section]}</p>
          </header>
          <div role="status">
            {remark !== null && <Note>{remark === 'lost' ? texts.failed : words.general.wasReset}</Note>}
          </div>
          <Section model={model} snapshot={snapshot} section={section} />
        </div>
      </main>
    </div>
  );
}

interface TabsProps {
  section: SettingsSection;
  onShow: (section: SettingsSection) => void;
}

/** One of them is in the order of Tab; the arrow keys go to the others and show them. */
function Tabs({ section, onShow }: TabsProps) {
  const words = useWords();
  const list = useRef<HTMLDivElement>(null);
  return (
    <div ref={list} class="tabs" role="tablist" aria-orientation="vertical" aria-label={words.title}>
      {SECTIONS.map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          id={`tab-${each}`}
          class="tab"
          aria-selected={each === section}
          aria-controls="pane"
          tabIndex={each === section ? 0 : -1}
          onClick={() => onShow(each)}
          onKeyDown={(event) => {
            const next = sectionAfterKey(section, event.key);
            if (next === null) return;
            event.preventDefault();
            onShow(next);
            list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
          }}
        >
          {ICONS[each]}
          {words.sections[each]}
        </button>
      ))}
    </div>
  );
}

interface SectionProps {
  model: SettingsModel;
  snapshot: SettingsSnapshot;
  section: SettingsSection;
}

function Section({ model, snapshot, section }: SectionProps) {
  const profile = profileInUse(snapshot);
  switch (section) {
    case 'account':
      return profile && <Account model={model} snapshot={snapshot} profile={profile} />;
    case 'voice':
      return profile && <Voice model={model} snapshot={snapshot} profile={profile} />;
    case 'sound':
      return <Sound model={model} snapshot={snapshot} />;
    case 'shortcut':
      return <Shortcut model={model} snapshot={snapshot} />;
    case 'general':
      return <General model={model} snapshot={snapshot} />;
    default:
      return section satisfies never;
  }
}

function profileInUse({ profiles, profile }: SettingsSnapshot): ProfileView | null {
  return profiles.find(({ id }) => id === profile) ?? null;
}
