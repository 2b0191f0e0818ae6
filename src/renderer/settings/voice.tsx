import { useId } from 'preact/hooks';
import type { ProfileView, SettingsSnapshot } from '../../preload/settings-contract';
import { Select } from './parts/choices';
import { ComboField } from './parts/combo';
import { Group, Note, Row, rowIds } from './parts/row';
import { TextField } from './parts/text-field';
import { TrialButton, TrialOutcome } from './parts/trial';
import type { SettingsModel } from './settings-model';
import { chosenLength, lengthOptions, modelSuggestions, voiceSuggestions } from './voice-options';
import { useWords } from './words';

interface VoiceProps {
  model: SettingsModel;
  snapshot: SettingsSnapshot;
  profile: ProfileView;
}

/** How the profile in use answers. */
export function Voice({ model, snapshot, profile }: VoiceProps) {
  const words = useWords();
  const { offer } = snapshot;
  const text = words.voice;
  const orNone = (typed: string): string | null => typed.trim() || null;
  return (
    <>
      {snapshot.source === 'demo' && <Note>{text.ofDemo}</Note>}
      <Group title={text.title}>
        <ComboField
          label={text.voice}
          hint={text.voiceHint}
          value={profile.voice ?? ''}
          placeholder={text.recommended(offer.defaultVoice)}
          suggestions={voiceSuggestions(offer, text)}
          onCommit={(voice) => model.changeProfile({ voice: orNone(voice) })}
        >
          <TrialButton
            state={model.trial.value}
            name="voice"
            play={text.sample}
            stop={text.sampleStop}
            onToggle={() => model.toggleTrial('voice')}
          />
        </ComboField>
        <Speed key={profile.id} model={model} speed={profile.speed} {...offer.speed} />
        <TrialOutcome state={model.trial.value} name="voice" />
      </Group>
      <Group title={text.answers}>
        <ComboField
          label={profile.kind === 'azure' ? words.services.deployment : text.model}
          hint={profile.kind === 'azure' ? words.services.deploymentHint : text.modelHint}
          value={profile.model ?? ''}
          placeholder={text.recommended(offer.defaultModel)}
          suggestions={modelSuggestions(offer, text)}
          onCommit={(chosen) => model.changeProfile({ model: orNone(chosen) })}
        />
        <Select
          label={text.length}
          hint={text.lengthHint}
          value={String(profile.maxOutputTokens ?? '')}
          options={lengthOptions(profile.maxOutputTokens, text)}
          onChoose={(value) => void model.changeProfile({ maxOutputTokens: chosenLength(value) })}
        />
        <TextField
          key={profile.id}
          label={text.instructions}
          hint={text.instructionsHint}
          value={profile.instructions ?? ''}
          placeholder={text.instructionsExample}
          lines={4}
          onCommit={(instructions) => model.changeProfile({ instructions: orNone(instructions) })}
        />
      </Group>
    </>
  );
}

interface SpeedProps {
  model: SettingsModel;
  speed: number;
  min: number;
  max: number;
}

/** It is applied when the slider is let go: each change of the speed opens a new session. */
function Speed({ model, speed, min, max }: SpeedProps) {
  const ids = rowIds(useId());
  const shown = model.draggedSpeed.value ?? speed;
  const text = useWords().voice;
  const { times, natural } = text;
  return (
    <Row ids={ids} label={text.speed}>
      <input
        id={ids.control}
        type="range"
        class="slider slider-long"
        min={min}
        max={max}
        step={0.05}
        value={shown}
        style={{ '--filled': (shown - min) / (max - min) }}
        aria-valuetext={times(shown)}
        onInput={(event) => model.dragSpeed(event.currentTarget.valueAsNumber)}
        onChange={(event) => model.dropSpeed(event.currentTarget.valueAsNumber)}
      />
      <output class="amount" for={ids.control}>
        {shown === 1 ? natural : times(shown)}
      </output>
    </Row>
  );
}
