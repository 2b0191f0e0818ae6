import type { PopupView, Snapshot } from '../../preload/contract';
import { IconButton, Keys } from '../ui/controls';
import { SpeakerIcon, SpeakerOffIcon } from '../ui/icons';
import { texts } from '../ui/texts';
import { connectionTone, isAnswering } from './status';

interface StatusBarProps {
  snapshot: Snapshot;
  view: PopupView;
  onMuted: (muted: boolean) => void;
}

/** The line at the bottom: connection, whose voice, how fast it was; the keys; the mute button. */
export function StatusBar({ snapshot, view, onMuted }: StatusBarProps) {
  const { connection, source, muted, answer, platform, recentPrompts } = snapshot;
  const firstSoundMs = answer?.firstSoundMs ?? null;
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
        <Hint keys={[platform === 'darwin' ? '↩' : 'Enter']} does={texts.hints.ask} />
        <Hint keys={['Esc']} does={escapeHint(view, isAnswering(answer))} />
        {recentPrompts.length > 0 && <Hint keys={['↑']} does={texts.hints.earlier} />}
      </p>
      <IconButton label={texts.controls.mute} pressed={muted} onClick={() => onMuted(!muted)}>
        {muted ? <SpeakerOffIcon /> : <SpeakerIcon />}
      </IconButton>
    </footer>
  );
}

function escapeHint(view: PopupView, answering: boolean): string {
  if (view === 'key') return texts.hints.back;
  return answering ? texts.hints.stop : texts.hints.hide;
}

function Hint({ keys, does }: { keys: readonly string[]; does: string }) {
  return (
    <span class="hint">
      <Keys keys={keys} /> {does}
    </span>
  );
}
