import type { PopupView, Snapshot } from '../../preload/contract';
import { acceleratorText } from '../ui/accelerator';
import { IconButton, Keys } from '../ui/controls';
import { NewIcon, SettingsIcon } from '../ui/icons';
import { useTexts } from '../ui/texts';
import { VolumeControl } from '../ui/volume-control';
import { hintKeys, hints, NEW_CONVERSATION, SETTINGS } from './hints';
import { RetryWait } from './retry-wait';
import { connectionTone, isAnswering, offersTryNow } from './status';

interface StatusBarProps {
  snapshot: Snapshot;
  view: PopupView;
  /** What stands in the prompt field. */
  draft: string;
  /** The popup can be seen. */
  visible: boolean;
  /** 0 to 1, as the slider shows it. */
  volume: number;
  /** Connects now, without waiting. */
  onTry: () => void;
  onNewConversation: () => void;
  onSettings: () => void;
  onVolume: (volume: number) => void;
  onMuted: (muted: boolean) => void;
}

/** The line at the bottom: connection, whose voice, how fast it was; the keys; a new conversation; the volume. */
export function StatusBar({ snapshot, view, draft, visible, volume, ...on }: StatusBarProps) {
  const texts = useTexts();
  const { connection, retryAt, source, muted, paused, answer, platform, recentPrompts } = snapshot;
  const firstSoundMs = answer?.firstSoundMs ?? null;
  const told = hints({
    view,
    answering: isAnswering(answer),
    paused,
    draft,
    hasEarlier: recentPrompts.length > 0,
    hasAnswer: answer !== null,
  });
  return (
    <footer class="status">
      <p class="status-words">
        <span class="status-connection">
          <span class="dot" data-tone={connectionTone(connection)} aria-hidden="true" />
          {texts.connection.is[connection]}
        </span>
        <span class="status-source">{texts.source[source]}</span>
        {muted && <span>{texts.controls.muted}</span>}
        {/* Last, for it appears late. How fast it was concerns nobody while there is no connection. */}
        {retryAt !== null ? (
          <RetryWait retryAt={retryAt} visible={visible} onTry={offersTryNow(snapshot) ? on.onTry : null} />
        ) : (
          firstSoundMs !== null && <span class="status-speed">{texts.answer.firstSound(firstSoundMs)}</span>
        )}
      </p>
      <p class="status-hints">
        {told.map((hint) => (
          <span class="hint" key={hint}>
            <Keys keys={hintKeys(hint, platform, texts.keyNames)} /> {texts.hints[hint]}
          </span>
        ))}
      </p>
      <div class="status-controls">
        {answer !== null && (
          <IconButton
            label={texts.controls.newConversation}
            tip={texts.controls.withKey(
              texts.controls.newConversation,
              acceleratorText(NEW_CONVERSATION, platform, texts.keyNames),
            )}
            onClick={on.onNewConversation}
          >
            <NewIcon />
          </IconButton>
        )}
        <VolumeControl volume={volume} muted={muted} onVolume={on.onVolume} onMuted={on.onMuted} />
        <IconButton
          label={texts.controls.settings}
          tip={texts.controls.withKey(
            texts.controls.settings,
            acceleratorText(SETTINGS, platform, texts.keyNames),
          )}
          onClick={on.onSettings}
        >
          <SettingsIcon />
        </IconButton>
      </div>
    </footer>
  );
}
