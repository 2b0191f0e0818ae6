import { useId } from 'preact/hooks';
import type { SettingsSnapshot } from '../../preload/settings-contract';
import type { UpdateView } from '../../preload/update-contract';
import type { SettingsTexts, Texts } from '../../texts/texts';
import { Button } from '../ui/controls';
import { useTexts } from '../ui/texts';
import { Switch } from './parts/choices';
import { Group, Row, rowIds } from './parts/row';
import type { SettingsModel } from './settings-model';
import { useWords } from './words';

/** When Aloud starts, and how it becomes a newer one. */
export function Starting({ model, snapshot }: { model: SettingsModel; snapshot: SettingsSnapshot }) {
  const { starting: words } = useWords();
  const { updates: texts } = useTexts();
  const { preferences, launchAtLogin, update } = snapshot;
  const isUnavailable = update.kind === 'unavailable';
  return (
    <Group title={words.title}>
      <Switch
        label={words.atLogin}
        hint={loginHint(snapshot, words)}
        checked={preferences.launchAtLogin}
        disabled={launchAtLogin.kind === 'not-installed'}
        onChange={(on) => void model.change({ launchAtLogin: on })}
      />
      <Switch
        label={words.updates}
        hint={isUnavailable ? texts.unavailable[update.obstacle] : words.updatesHint}
        checked={preferences.updates && !isUnavailable}
        disabled={isUnavailable}
        onChange={(updates) => void model.change({ updates })}
      />
      {!isUnavailable && <Update model={model} update={update} version={snapshot.version} />}
    </Group>
  );
}

/** What is known of a newer Aloud, and the one thing that can be done about it now. */
function Update({ model, update, version }: { model: SettingsModel; update: UpdateView; version: string }) {
  const { starting: words } = useWords();
  const { updates: texts } = useTexts();
  const ids = rowIds(useId());
  const isBusy = update.kind === 'waiting' || update.kind === 'looking' || update.kind === 'downloading';
  return (
    <Row ids={ids} label={words.newer} hint={updateStatus(update, version, words, texts)} group>
      {update.kind === 'ready' ? (
        <Button kind="primary" onClick={model.installUpdate}>
          {texts.ready.install}
        </Button>
      ) : (
        <Button disabled={isBusy} onClick={model.lookForUpdates}>
          {words.look}
        </Button>
      )}
    </Row>
  );
}

function loginHint({ launchAtLogin, platform }: SettingsSnapshot, words: SettingsTexts['starting']): string {
  switch (launchAtLogin.kind) {
    case 'on':
    case 'off':
      return words.atLoginHint;
    case 'held-back':
      return platform === 'darwin' ? words.heldBack.darwin : words.heldBack.win32;
    case 'not-installed':
      return words.notInstalled;
    case 'failed':
      return words.failed(launchAtLogin.path, launchAtLogin.code);
    default:
      return launchAtLogin satisfies never;
  }
}

function updateStatus(
  update: UpdateView,
  version: string,
  words: SettingsTexts['starting'],
  texts: Texts['updates'],
): string {
  switch (update.kind) {
    case 'idle':
      return words.notYet;
    case 'waiting':
      return texts.waiting;
    case 'looking':
      return texts.looking;
    case 'downloading':
      return texts.fetching(update.version, update.percent);
    case 'ready':
      return `${texts.ready.title(update.version)} ${texts.ready.detail}`;
    case 'none':
      return texts.newest.detail(version);
    case 'failed':
      return texts.failed[update.failure];
    case 'unavailable':
      return texts.unavailable[update.obstacle];
    default:
      return update satisfies never;
  }
}
