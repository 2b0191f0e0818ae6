import type { DesktopShortcuts } from '../../preload/hotkey-contract';
import type { SettingsSnapshot } from '../../preload/settings-contract';
import { acceleratorText } from '../ui/accelerator';
import { Button } from '../ui/controls';
import { CheckIcon } from '../ui/icons';
import { useTexts } from '../ui/texts';
import type { ShortcutModel, ShortcutState } from './shortcut-model';
import { useWords } from './words';

interface ProofProps {
  model: ShortcutModel;
  state: Exclude<ShortcutState, { kind: 'recording' }>;
  accelerator: string;
  platform: SettingsSnapshot['platform'];
  desktop: DesktopShortcuts | null;
}

/** "Press it now": a system may promise a shortcut and never tell of it, so only a press proves it. */
export function Proof({ model, state, accelerator, platform, desktop }: ProofProps) {
  const { keyNames } = useTexts();
  const text = useWords().shortcut;
  const chord = acceleratorText(accelerator, platform, keyNames);
  return (
    <div class="proof" data-state={state.kind} role="status">
      {state.kind === 'rest' && (
        <>
          <p>{text.proof}</p>
          <Button onClick={model.prove}>{text.prove}</Button>
        </>
      )}
      {state.kind === 'proving' && (
        <>
          <span class="proof-pulse" aria-hidden="true" />
          <div class="proof-words">
            <p>
              <strong>{text.pressNow(chord)}</strong>
            </p>
            {state.late && <p>{desktop?.wayland === true ? text.lateOnWayland : text.late}</p>}
          </div>
          <Button onClick={model.leave}>{text.proofEnds}</Button>
        </>
      )}
      {state.kind === 'proved' && (
        <>
          <CheckIcon />
          <p class="proof-words">{text.proved(chord)}</p>
        </>
      )}
    </div>
  );
}
