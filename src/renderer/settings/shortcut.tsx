import { useId } from 'preact/hooks';
import type { SettingsSnapshot } from '../../preload/settings-contract';
import { acceleratorKeys, acceleratorText } from '../ui/accelerator';
import { Keys } from '../ui/controls';
import { useTexts } from '../ui/texts';
import { Group, Note, Row, rowIds } from './parts/row';
import { useWords } from './words';

/** The keys that open Aloud. */
export function Shortcut({ snapshot }: { snapshot: SettingsSnapshot }) {
  const { keyNames } = useTexts();
  const text = useWords().shortcut;
  const ids = rowIds(useId());
  const { hotkey, platform } = snapshot;
  if (hotkey === null) return null;
  const wanted = acceleratorText(hotkey.wanted, platform, keyNames);
  if (hotkey.kind === 'unavailable') return <Note>{text.none(wanted)}</Note>;
  return (
    <Group>
      <Row
        ids={ids}
        label={text.title}
        hint={hotkey.accelerator === hotkey.wanted ? text.works : text.moved(wanted)}
        group
      >
        <Keys keys={acceleratorKeys(hotkey.accelerator, platform, keyNames)} />
      </Row>
    </Group>
  );
}
