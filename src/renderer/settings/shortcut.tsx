import { useEffect, useId } from 'preact/hooks';
import type { HotkeyView } from '../../preload/contract';
import type { SettingsSnapshot } from '../../preload/settings-contract';
import { acceleratorKeys, acceleratorText } from '../ui/accelerator';
import { Button, Keys } from '../ui/controls';
import { useTexts } from '../ui/texts';
import { DesktopCommands } from './desktop-commands';
import { Group, Row, rowIds } from './parts/row';
import { Proof } from './proof';
import { Recorder } from './recorder';
import type { SettingsModel } from './settings-model';
import { useWords } from './words';

/** The keys that open Aloud: which they are, others in their place, and whether they really do. */
export function Shortcut({ model, snapshot }: { model: SettingsModel; snapshot: SettingsSnapshot }) {
  const ids = rowIds(useId());
  const text = useWords().shortcut;
  const { hotkey, platform, desktopShortcuts } = snapshot;
  const standing = useStanding(hotkey, platform);
  const { shortcut } = model;
  const state = shortcut.state.value;

  // Whoever goes elsewhere records nothing and waits for nothing.
  useEffect(() => shortcut.leave, [shortcut]);

  return (
    <>
      <Group>
        {state.kind === 'recording' ? (
          <Recorder model={shortcut} state={state} platform={platform} />
        ) : (
          <Row ids={ids} label={text.title} hint={standing} group>
            <ActiveKeys hotkey={hotkey} platform={platform} />
            <Button onClick={shortcut.record}>{text.change}</Button>
          </Row>
        )}
        {hotkey?.kind === 'active' && state.kind !== 'recording' && (
          <Proof
            model={shortcut}
            state={state}
            accelerator={hotkey.accelerator}
            platform={platform}
            desktop={desktopShortcuts}
          />
        )}
      </Group>
      {desktopShortcuts !== null && <DesktopCommands shortcuts={desktopShortcuts} />}
    </>
  );
}

function ActiveKeys({
  hotkey,
  platform,
}: {
  hotkey: HotkeyView | null;
  platform: SettingsSnapshot['platform'];
}) {
  const { keyNames } = useTexts();
  if (hotkey?.kind !== 'active') return null;
  return (
    <span class="chord">
      <Keys keys={acceleratorKeys(hotkey.accelerator, platform, keyNames)} />
    </span>
  );
}

/** What there is to say of the present shortcut. */
function useStanding(hotkey: HotkeyView | null, platform: SettingsSnapshot['platform']): string {
  const text = useWords().shortcut;
  const { keyNames } = useTexts();
  if (hotkey === null) return text.works;
  const wanted = acceleratorText(hotkey.wanted, platform, keyNames);
  switch (hotkey.kind) {
    case 'active':
      return hotkey.accelerator === hotkey.wanted ? text.works : text.moved(wanted);
    case 'unavailable':
      return text.none(wanted);
    default:
      return hotkey satisfies never;
  }
}
