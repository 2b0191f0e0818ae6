import { useId } from 'preact/hooks';
import type { LanguageChoice, Preferences, SettingsSnapshot } from '../../preload/settings-contract';
import { LANGUAGE_TAGS, LANGUAGES } from '../../texts/languages';
import { Button } from '../ui/controls';
import { useTexts } from '../ui/texts';
import { type Option, Segments, Select, Switch } from './parts/choices';
import { Confirm } from './parts/confirm';
import { NumberField } from './parts/number-field';
import { Group, Row, rowIds } from './parts/row';
import type { SettingsModel } from './settings-model';
import { Starting } from './starting';
import { useWords } from './words';

/** Each by its own name: whoever looks for it reads that. */
const languages = LANGUAGE_TAGS.map(
  (value): Option<LanguageChoice> => ({ value, label: LANGUAGES[value].name }),
);

/** How Aloud looks and behaves. */
export function General({ model, snapshot }: { model: SettingsModel; snapshot: SettingsSnapshot }) {
  const words = useWords();
  const logIds = rowIds(useId());
  const resetIds = rowIds(useId());
  const aboutIds = rowIds(useId());
  const { about, windows } = useTexts();
  const { preferences } = snapshot;
  const text = words.general;
  const choose = (change: Partial<Preferences>) => void model.change(change);
  return (
    <>
      <Group title={text.look}>
        <Segments
          label={text.theme}
          value={preferences.theme}
          options={[
            { value: 'system', label: text.themes.system },
            { value: 'light', label: text.themes.light },
            { value: 'dark', label: text.themes.dark },
          ]}
          onChoose={(theme) => choose({ theme })}
        />
        <Select
          label={text.language}
          value={preferences.language}
          options={[{ value: 'system', label: text.systemLanguage }, ...languages]}
          onChoose={(language) => choose({ language })}
        />
      </Group>
      <Group title={text.popup}>
        {snapshot.desktopShortcuts?.wayland !== true && (
          <Segments
            label={text.position}
            value={preferences.popupPosition}
            options={[
              { value: 'cursor', label: text.positions.cursor },
              { value: 'last', label: text.positions.last },
            ]}
            onChoose={(popupPosition) => choose({ popupPosition })}
          />
        )}
        <Switch
          label={text.keepOnTop}
          hint={text.keepOnTopHint}
          checked={preferences.keepOnTop}
          onChange={(keepOnTop) => choose({ keepOnTop })}
        />
      </Group>
      <Group title={text.connection}>
        <NumberField
          label={text.idle}
          hint={text.idleHint}
          value={preferences.idleMinutes}
          unit={text.minutes(preferences.idleMinutes)}
          onCommit={(idleMinutes) => model.change({ idleMinutes })}
        />
      </Group>
      <Starting model={model} snapshot={snapshot} />
      <Group title={text.help}>
        <Row ids={logIds} label={text.log} hint={text.logHint} group>
          <Button onClick={model.revealLogs}>{text.reveal}</Button>
        </Row>
        <Row ids={resetIds} label={text.reset} hint={text.resetHint} group>
          <Confirm
            label={text.resetAll}
            question={text.resetQuestion}
            yes={text.resetIt}
            onYes={() => void model.reset()}
          />
        </Row>
        <Row ids={aboutIds} label={about.version(snapshot.version)} hint={text.aboutHint} group>
          <Button onClick={model.openAbout}>{windows.about}</Button>
        </Row>
      </Group>
    </>
  );
}
