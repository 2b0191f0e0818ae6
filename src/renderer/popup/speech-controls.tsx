import { IconButton } from '../ui/controls';
import { PauseIcon, PlayIcon } from '../ui/icons';
import { useTexts } from '../ui/texts';
import { Meter } from './meter';

interface SpeechControlsProps {
  /** The present peak of the sound, 0 to 1. */
  level: () => number;
  /** Sound leaves the device, and can be seen. */
  running: boolean;
  paused: boolean;
  onPause: () => void;
  onStop: () => void;
}

/** What is there while something sounds: the sound itself, or that it is held, and what holds and ends it. */
export function SpeechControls({ level, running, paused, onPause, onStop }: SpeechControlsProps) {
  const texts = useTexts();
  return (
    <div class="speech">
      <div class="speech-sound">
        {paused ? (
          <p class="speech-paused">{texts.controls.paused}</p>
        ) : (
          <Meter level={level} running={running} />
        )}
      </div>
      <IconButton
        label={texts.controls.pause}
        tip={paused ? texts.controls.resume : texts.controls.pause}
        pressed={paused}
        onClick={onPause}
      >
        {paused ? <PlayIcon /> : <PauseIcon />}
      </IconButton>
      <button type="button" class="stop" aria-label={texts.controls.stopLabel} onClick={onStop}>
        <span class="stop-square" aria-hidden="true" />
        {texts.controls.stop}
      </button>
    </div>
  );
}
