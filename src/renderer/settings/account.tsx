import type { ProfileView, SettingsSnapshot } from '../../preload/settings-contract';
import { KeyPanel } from './key-panel';
import { Note } from './parts/row';
import { ServiceDetails } from './service-details';
import { ServiceList } from './service-list';
import type { SettingsModel } from './settings-model';
import { useWords } from './words';

interface AccountProps {
  model: SettingsModel;
  snapshot: SettingsSnapshot;
  profile: ProfileView;
}

/** Who answers, and the key for it. */
export function Account({ model, snapshot, profile }: AccountProps) {
  const words = useWords();
  return (
    <>
      {snapshot.source === 'custom' && <Note>{words.services.custom}</Note>}
      <ServiceList model={model} snapshot={snapshot} />
      {snapshot.source === 'demo' ? (
        <Note>{words.services.demoNeedsNothing}</Note>
      ) : (
        <>
          <KeyPanel key={profile.id} model={model} snapshot={snapshot} profile={profile} />
          <ServiceDetails
            key={`details of ${profile.id}`}
            model={model}
            profile={profile}
            isOnly={snapshot.profiles.length === 1}
          />
        </>
      )}
    </>
  );
}
