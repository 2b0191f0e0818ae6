import { useState } from 'preact/hooks';
import type { ProfileView } from '../../preload/settings-contract';
import { Select, Switch } from './parts/choices';
import { Confirm } from './parts/confirm';
import { Group } from './parts/row';
import { TextField } from './parts/text-field';
import type { SettingsModel } from './settings-model';
import { useWords } from './words';

interface ServiceDetailsProps {
  model: SettingsModel;
  profile: ProfileView;
  /** The last service stays. */
  isOnly: boolean;
}

/** What the service in use is called, and where it is. */
export function ServiceDetails({ model, profile, isOnly }: ServiceDetailsProps) {
  const [stillStored, setStillStored] = useState(false);
  const text = useWords().services;
  // OpenAI alone, as it is at first, has nothing to be changed.
  if (profile.kind === 'openai' && isOnly) return null;
  return (
    <Group title={text.kinds[profile.kind]}>
      <TextField label={text.name} value={profile.name} onCommit={(name) => model.changeProfile({ name })} />
      {profile.kind === 'azure' && (
        <>
          <TextField
            label={text.resource}
            hint={text.resourceHint}
            placeholder={text.resourceExample}
            value={profile.resource}
            code
            onCommit={(resource) => model.changeProfile({ resource })}
          />
          <TextField
            label={text.apiVersion}
            hint={text.apiVersionHint}
            placeholder={text.apiVersionNone}
            value={profile.apiVersion ?? ''}
            code
            onCommit={(version) => model.changeProfile({ apiVersion: version.trim() || null })}
          />
        </>
      )}
      {profile.kind === 'compatible' && (
        <>
          <TextField
            label={text.url}
            hint={text.urlHint}
            placeholder={text.urlExample}
            value={profile.url}
            code
            onCommit={(url) => model.changeProfile({ url })}
          />
          <Select
            label={text.dialect}
            value={profile.dialect}
            options={[
              { value: 'auto', label: text.dialects.auto },
              { value: 'ga', label: text.dialects.ga },
              { value: 'beta', label: text.dialects.beta },
            ]}
            onChoose={(dialect) => void model.changeProfile({ dialect })}
          />
          <Switch
            label={text.insecureKey}
            hint={text.insecureKeyHint}
            checked={profile.insecureKey}
            onChange={(insecureKey) => void model.changeProfile({ insecureKey })}
          />
        </>
      )}
      {!isOnly && (
        <div class="form-end">
          <p class="row-problem" role="alert">
            {stillStored && text.stillStored}
          </p>
          <Confirm
            label={text.remove}
            question={text.removeQuestion(profile.name)}
            yes={text.removeIt}
            onYes={() => void model.removeProfile().then((removed) => setStillStored(!removed))}
          />
        </div>
      )}
    </Group>
  );
}
