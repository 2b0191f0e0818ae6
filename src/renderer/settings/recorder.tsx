import { useLayoutEffect, useRef } from 'preact/hooks';
import type { SettingsSnapshot } from '../../preload/settings-contract';
import { acceleratorKeys, acceleratorText } from '../ui/accelerator';
import { Button, Keys } from '../ui/controls';
import { AlertIcon } from '../ui/icons';
import { useTexts } from '../ui/texts';
import { chordOf } from './chord';
import type { Objection, ShortcutModel, ShortcutState } from './shortcut-model';
import { useWords } from './words';

interface RecorderProps {
  model: ShortcutModel;
  state: Extract<ShortcutState, { kind: 'recording' }>;
  platform: SettingsSnapshot['platform'];
}

/** Shows what is pressed, in the platform's own signs. Every key is its own but Escape alone, which leaves. */
export function Recorder({ model, state, platform }: RecorderProps) {
  const { keyNames } = useTexts();
  const text = useWords().shortcut;
  const box = useRef<HTMLButtonElement>(null);
  const { pressed, objection } = state;
  // What was not taken stays to be seen until the next press.
  const shown = objection?.accelerator ?? pressed;

  // Before the next key, and so not only when it is painted: a window that is covered paints once a second.
  useLayoutEffect(() => box.current?.focus(), []);

  const onKey = (event: KeyboardEvent): void => {
    // The window's own shortcuts would be carried out, and Tab would go away.
    event.preventDefault();
    event.stopPropagation();
    const { key, code, ctrlKey: ctrl, altKey: alt, shiftKey: shift, metaKey: meta } = event;
    const isAlone = !ctrl && !alt && !shift && !meta;
    if (event.type === 'keydown' && key === 'Escape' && isAlone) {
      model.leave();
      return;
    }
    const chord = chordOf({ key, code, ctrl, alt, shift, meta }, platform);
    if (event.type === 'keyup') model.release(chord.kind === 'partial' ? chord.accelerator : '');
    else if (!event.repeat) model.press(chord);
  };

  return (
    <div class="recorder">
      <button ref={box} type="button" class="recorder-box" onKeyDown={onKey} onKeyUp={onKey}>
        {shown === '' ? (
          <span class="recorder-wait">{text.record}</span>
        ) : (
          <span class="chord">
            <span class="told">{text.record}</span>
            <Keys keys={acceleratorKeys(shown, platform, keyNames)} />
          </span>
        )}
      </button>
      <div role="status">
        {objection !== null && <ObjectionWords objection={objection} model={model} platform={platform} />}
      </div>
      <div class="form-end">
        <p class="row-hint recorder-hint">{text.recordHint}</p>
        <Button onClick={model.leave}>{text.keep}</Button>
      </div>
    </div>
  );
}

interface ObjectionWordsProps {
  objection: Objection;
  model: ShortcutModel;
  platform: SettingsSnapshot['platform'];
}

/** Why it was not taken, and what can be done. */
function ObjectionWords({ objection: { accelerator, result }, model, platform }: ObjectionWordsProps) {
  const { keyNames } = useTexts();
  const text = useWords().shortcut;
  const chord = acceleratorText(accelerator, platform, keyNames);
  switch (result.kind) {
    case 'refused':
      return (
        <p class="objection" data-kind="refused">
          <AlertIcon /> {text.faults[result.why]}
        </p>
      );
    case 'taken':
      return (
        <p class="objection" data-kind="refused">
          <AlertIcon /> {text.taken(chord)}
        </p>
      );
    case 'used':
      return (
        <div class="objection" data-kind="used">
          <AlertIcon />
          <p class="objection-words">{text.used(chord, result.by)}</p>
          <Button onClick={model.insist}>{text.insist}</Button>
        </div>
      );
    default:
      return result satisfies never;
  }
}
