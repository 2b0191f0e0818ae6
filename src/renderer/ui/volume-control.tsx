import type { TargetedKeyboardEvent } from 'preact';
import { IconButton } from './controls';
import { SpeakerIcon, SpeakerOffIcon } from './icons';
import { useTexts } from './texts';
import { volumeAfterKey } from './volume';

interface VolumeControlProps {
  /** 0 to 1. */
  volume: number;
  muted: boolean;
  onVolume: (volume: number) => void;
  onMuted: (muted: boolean) => void;
}

/** The mute button and the slider. */
export function VolumeControl({ volume, muted, onVolume, onMuted }: VolumeControlProps) {
  const texts = useTexts();
  const percent = Math.round(volume * 100);
  const onKey = (event: TargetedKeyboardEvent<HTMLInputElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const next = volumeAfterKey(event.key, percent, isRtl);
    if (next === null) return;
    event.preventDefault();
    onVolume(next / 100);
  };
  return (
    <div class="volume" data-muted={muted}>
      <IconButton label={texts.controls.mute} pressed={muted} onClick={() => onMuted(!muted)}>
        {muted ? <SpeakerOffIcon /> : <SpeakerIcon volume={volume} />}
      </IconButton>
      <input
        type="range"
        class="slider"
        min={0}
        max={100}
        step={1}
        value={percent}
        style={{ '--filled': volume }}
        aria-label={texts.controls.volume}
        aria-valuetext={texts.controls.percent(percent)}
        title={texts.controls.valued(texts.controls.volume, texts.controls.percent(percent))}
        onInput={(event) => onVolume(event.currentTarget.valueAsNumber / 100)}
        onKeyDown={onKey}
      />
    </div>
  );
}
