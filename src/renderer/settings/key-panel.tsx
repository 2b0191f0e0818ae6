import { useState } from 'preact/hooks';
import type { ProfileView, SettingsSnapshot } from '../../preload/settings-contract';
import { Button } from '../ui/controls';
import { AlertIcon, CheckIcon, ForNowIcon, LockIcon } from '../ui/icons';
import { KeyEntry } from './key-entry';
import { Confirm } from './parts/confirm';
import { ProblemWords } from './parts/problem-words';
import { Group } from './parts/row';
import type { CheckState, SettingsModel } from './settings-model';
import { useWords } from './words';

interface KeyPanelProps {
  model: SettingsModel;
  snapshot: SettingsSnapshot;
  profile: ProfileView;
}

/** Where the key of the service in use is kept, and what the service says of it. */
export function KeyPanel({ model, snapshot, profile }: KeyPanelProps) {
  const [entering, setEntering] = useState(false);
  const [stillStored, setStillStored] = useState(false);
  const text = useWords().key;
  const { key } = snapshot;
  const mayNeedNone = profile.kind === 'compatible';
  const shown = entering || key.kind === 'none';
  return (
    <Group title={text.of(profile.name)}>
      <div class="key-now" data-kind={key.kind}>
        <KeyIcon kind={key.kind} />
        <p class="key-where">{key.kind === 'none' ? text.none[profile.kind] : text.now[key.kind]}</p>
        {(key.kind !== 'none' || mayNeedNone) && (
          <Button onClick={model.checkKey}>{key.kind === 'none' ? text.checkServer : text.check}</Button>
        )}
        {key.kind !== 'none' && !entering && (
          <Button onClick={() => setEntering(true)}>{text.replace}</Button>
        )}
        {(key.kind === 'stored' || key.kind === 'this-run') && !entering && (
          <Confirm
            label={text.remove}
            question={text.removeQuestion}
            yes={text.removeIt}
            onYes={() => void model.removeKey().then((removed) => setStillStored(!removed))}
          />
        )}
      </div>
      <p class="row-problem key-problem" role="alert">
        {stillStored && text.stillStored}
      </p>
      <CheckOutcome state={model.check.value} service={profile.name} />
      {shown && (
        <KeyEntry
          canEncrypt={snapshot.canEncrypt}
          takesFocus={entering}
          onKeep={model.keepKey}
          onDone={() => setEntering(false)}
          onCancel={key.kind === 'none' ? null : () => setEntering(false)}
        />
      )}
    </Group>
  );
}

function KeyIcon({ kind }: { kind: SettingsSnapshot['key']['kind'] }) {
  switch (kind) {
    case 'stored':
      return <LockIcon />;
    case 'this-run':
    case 'environment':
      return <ForNowIcon />;
    case 'none':
      return <AlertIcon />;
    default:
      return kind satisfies never;
  }
}

/** What the service said. A screen reader is told. */
function CheckOutcome({ state, service }: { state: CheckState; service: string }) {
  const text = useWords().key;
  return (
    <div class="outcome" role="status">
      {state.kind === 'asking' && <p class="outcome-busy">{text.checking(service)}</p>}
      {state.kind === 'told' && state.check.kind === 'works' && (
        <p class="outcome-good">
          <CheckIcon />
          {text.works[state.check.how](service, state.check.model)}
        </p>
      )}
      {state.kind === 'told' && state.check.kind === 'failed' && (
        <ProblemWords problem={state.check.problem} />
      )}
    </div>
  );
}
