import { useId, useState } from 'preact/hooks';
import type { SettingsSnapshot } from '../../preload/settings-contract';
import { PlusIcon } from '../ui/icons';
import { NewService } from './new-service';
import { Group } from './parts/row';
import { serverName } from './server-name';
import type { SettingsModel } from './settings-model';
import { useWords } from './words';

/** All that can answer: choosing one is using it. */
export function ServiceList({ model, snapshot }: { model: SettingsModel; snapshot: SettingsSnapshot }) {
  const name = useId();
  const [adding, setAdding] = useState(false);
  const { profiles } = snapshot;
  const chosen = model.service.value;
  const text = useWords().services;
  return (
    <Group title={text.title}>
      <div role="radiogroup" aria-label={text.title}>
        <Choice
          name={name}
          label={text.demo}
          hint={text.demoHint}
          checked={chosen?.kind === 'demo'}
          onChoose={model.useDemo}
        />
        {profiles.map((each) => (
          <Choice
            key={each.id}
            name={name}
            label={each.name}
            hint={
              each.kind === 'openai' ? serverName(each) : `${text.kinds[each.kind]} · ${serverName(each)}`
            }
            checked={chosen?.kind === 'profile' && chosen.id === each.id}
            onChoose={() => model.useProfile(each.id)}
          />
        ))}
      </div>
      {adding ? (
        <NewService model={model} onClose={() => setAdding(false)} />
      ) : (
        <button type="button" class="add" onClick={() => setAdding(true)}>
          <PlusIcon />
          {text.add}
        </button>
      )}
    </Group>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  hint: string;
  checked: boolean;
  onChoose: () => void;
}

function Choice({ name, label, hint, checked, onChoose }: ChoiceProps) {
  const hintId = useId();
  return (
    <label class="choice">
      <input
        type="radio"
        name={name}
        checked={checked}
        aria-label={label}
        aria-describedby={hintId}
        onChange={onChoose}
      />
      <span class="choice-words">
        <span class="row-label">{label}</span>
        <span class="row-hint" id={hintId}>
          {hint}
        </span>
      </span>
    </label>
  );
}
