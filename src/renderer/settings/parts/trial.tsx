import { PlayIcon, StopIcon } from '../../ui/icons';
import type { TrialName, TrialState } from '../settings-model';
import { ProblemWords } from './problem-words';

interface TrialButtonProps {
  state: TrialState;
  name: TrialName;
  play: string;
  stop: string;
  onToggle: () => void;
}

/** Plays a sound that is only to be tried, or stops it. */
export function TrialButton({ state, name, play, stop, onToggle }: TrialButtonProps) {
  const running = state.kind === 'running' && state.name === name;
  return (
    <button type="button" class="button button-icon" onClick={onToggle}>
      {running ? <StopIcon /> : <PlayIcon />}
      {running ? stop : play}
    </button>
  );
}

interface TrialOutcomeProps {
  state: TrialState;
  name: TrialName;
  /** Said when it was heard to its end; null says nothing. */
  heard?: string | null;
}

/** What became of it; nothing while it plays. */
export function TrialOutcome({ state, name, heard = null }: TrialOutcomeProps) {
  const mine = state.kind !== 'none' && state.name === name ? state : null;
  return (
    <div class="outcome" role="status">
      {mine?.kind === 'failed' && <ProblemWords problem={mine.problem} />}
      {mine?.kind === 'heard' && heard !== null && <p class="outcome-good">{heard}</p>}
    </div>
  );
}
