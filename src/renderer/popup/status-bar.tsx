import type { PopupView, Snapshot } from '../../preload/contract';
import { Keys } from '../ui/controls';
import { texts } from '../ui/texts';
import { hintKey, hints } from './hints';
import { connectionTone, isAnswering } from './status';
import { VolumeControl } from './volume-control';

interface StatusBarProps {
  snapshot: Snapshot;
  view: PopupView;
  /** What stands in the prompt field. */
  draft: string;
  /** 0 to 1, as the slider shows it. */
  volume: number;
  onVolume: (volume: number) => void;
  onMuted: (muted: boolean) => void;
}

/** The line at the bottom: connection, whose voice, how fast it was; the keys; the volume. */
export function StatusBar({ snapshot, view, draft, volume, onVolume, onMuted }: StatusBarProps) {
  const { connection, source, muted, paused, answer, platform, recentPrompts } = snapshot;
  const firstSoundMs = answer?.firstSoundMs ?? null;
  const told = hints({
    view,
    answering: isAnswering(answer),
    paused,
    draft,
    hasEarlier: recentPrompts.length > 0,
  });
  return (
    <footer class="status">
      <p class="status-words">
        <span class="dot" data-tone={connectionTone(connection)} aria-hidden="true" />
        <span class="status-connection">{texts.connection[connection]}</span>
        <span class="status-source">{texts.source[source]}</span>
        {muted && <span>{texts.controls.muted}</span>}
        {firstSoundMs !== null && <span class="status-speed">{texts.answer.firstSound(firstSoundMs)}</span>}
      </p>
      <p class="status-hints">
        {told.map((hint) => (
          <span class="hint" key={hint}>
            <Keys keys={[hintKey(hint, platform)]} /> {texts.hints[hint]}
          </span>
        ))}
      </p>
      <VolumeControl volume={volume} muted={muted} onVolume={onVolume} onMuted={onMuted} />
    </footer>
  );
}
