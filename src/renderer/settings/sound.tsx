import { useId } from 'preact/hooks';
import type { SettingsSnapshot } from '../../preload/settings-contract';
import { deviceText } from '../ui/device-text';
import { useTexts } from '../ui/texts';
import { VolumeControl } from '../ui/volume-control';
import { type Option, Select } from './parts/choices';
import { Group, Note, Row, rowIds } from './parts/row';
import { TrialButton, TrialOutcome } from './parts/trial';
import type { SettingsModel } from './settings-model';
import { useWords } from './words';

/** The choice of the system's own device. No device has this id: theirs are prefixed. */
const SYSTEM = 'system';
const AWAY = 'away';

/** Where Aloud is heard. */
export function Sound({ model, snapshot }: { model: SettingsModel; snapshot: SettingsSnapshot }) {
  const ids = rowIds(useId());
  const toneIds = rowIds(useId());
  const texts = useTexts();
  const text = useWords().sound;
  const wrong = deviceText(snapshot.audio, texts);
  const options = snapshot.outputs.map(
    ({ label, id, isAway }): Option<string> => ({
      value: isAway ? AWAY : id === null ? SYSTEM : `device:${id}`,
      label,
      disabled: isAway,
    }),
  );
  const chosen = snapshot.outputs.findIndex(({ checked }) => checked);
  return (
    <>
      {wrong !== null && <Note>{wrong}</Note>}
      <Group title={text.title}>
        <Select
          label={text.device}
          value={options[chosen]?.value ?? SYSTEM}
          options={options}
          onChoose={(value) => model.setOutput(value === SYSTEM ? null : value.slice('device:'.length))}
        />
        <Row ids={ids} label={text.volume} group>
          <VolumeControl
            volume={model.volume.value}
            muted={snapshot.muted}
            onVolume={model.setVolume}
            onMuted={model.setMuted}
          />
          <span class="amount" aria-hidden="true">
            {texts.controls.percent(Math.round(model.volume.value * 100))}
          </span>
        </Row>
        <Row ids={toneIds} label={text.tone} hint={text.toneHint} group>
          <TrialButton
            state={model.trial.value}
            name="tone"
            play={text.play}
            stop={text.stop}
            onToggle={() => model.toggleTrial('tone')}
          />
        </Row>
        <TrialOutcome
          state={model.trial.value}
          name="tone"
          heard={snapshot.muted ? text.muted : text.heard}
        />
      </Group>
    </>
  );
}
