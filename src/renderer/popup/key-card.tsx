import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Snapshot, VoiceSource } from '../../preload/contract';
import type { Texts } from '../../texts/texts';
import { Button, IconButton } from '../ui/controls';
import { EyeIcon, EyeOffIcon } from '../ui/icons';
import { useTexts } from '../ui/texts';
import type { KeyRefusal } from './popup-model';

interface KeyCardProps {
  now: Snapshot['key'];
  source: VoiceSource;
  canEncrypt: boolean | null;
  /** Grows whenever the field should take the focus. */
  focusWanted: number;
  /** Null: it is kept. */
  onSave: (key: string, remember: boolean) => Promise<KeyRefusal | null>;
  onDemo: () => void;
  onBack: () => void;
}

type Saving = { kind: 'no' } | { kind: 'asking' } | { kind: 'refused'; why: KeyRefusal };

/**
 * Where the OpenAI key is entered. It stands in the field alone, is handed to main, and is gone from the page with this
 * card.
 */
export function KeyCard(props: KeyCardProps) {
  const texts = useTexts();
  const { now, source, canEncrypt, focusWanted, onSave, onDemo, onBack } = props;
  const field = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState(false);
  const [remember, setRemember] = useState(true);
  const [saving, setSaving] = useState<Saving>({ kind: 'no' });

  useEffect(() => field.current?.focus(), [focusWanted]);
  useLayoutEffect(() => {
    if (field.current !== null) field.current.type = shown ? 'text' : 'password';
  }, [shown]);

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    if (saving.kind === 'asking') return;
    const key = field.current?.value.trim() ?? '';
    if (key === '') {
      setSaving({ kind: 'refused', why: 'empty' });
      field.current?.focus();
      return;
    }
    setSaving({ kind: 'asking' });
    const why = await onSave(key, remember && canEncrypt !== false);
    setSaving(why === null ? { kind: 'no' } : { kind: 'refused', why });
  }

  return (
    <form class="card key" aria-labelledby="key-title" onSubmit={save}>
      <div class="card-body">
        <h2 class="card-title" id="key-title">
          {texts.key.title}
        </h2>
        <p class="card-text">{now.kind === 'none' ? texts.key.whence : texts.key.now[now.kind]}</p>
        <div class="key-row">
          <input
            ref={field}
            class="key-field"
            type="password"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            aria-label={texts.key.label}
            aria-describedby="key-refused key-keeping"
            aria-invalid={saving.kind === 'refused'}
            placeholder={texts.key.placeholder}
            onInput={() => saving.kind === 'refused' && setSaving({ kind: 'no' })}
          />
          <IconButton label={shown ? texts.key.hide : texts.key.show} onClick={() => setShown(!shown)}>
            {shown ? <EyeOffIcon /> : <EyeIcon />}
          </IconButton>
        </div>
        <p class="key-refused" id="key-refused" role="alert">
          {saving.kind === 'refused' && refusalText(saving.why, texts)}
        </p>
        <KeepingChoice canEncrypt={canEncrypt} remember={remember} onRemember={setRemember} />
        <div class="card-actions">
          <button type="submit" class="button" data-kind="primary" aria-disabled={saving.kind === 'asking'}>
            {saving.kind === 'asking' ? texts.key.saving : texts.key.save}
          </button>
          {source !== 'demo' && <Button onClick={onDemo}>{texts.key.demo}</Button>}
          <Button onClick={onBack}>{texts.controls.back}</Button>
        </div>
      </div>
    </form>
  );
}

function refusalText(why: KeyRefusal, { key }: Texts): string {
  return why === 'not-taken' ? key.notTaken : key.refused[why];
}

interface KeepingChoiceProps {
  canEncrypt: boolean | null;
  remember: boolean;
  onRemember: (remember: boolean) => void;
}

/** Offers to keep the key only where it can really be kept safe, and says what happens where it cannot. */
function KeepingChoice({ canEncrypt, remember, onRemember }: KeepingChoiceProps) {
  const texts = useTexts();
  if (canEncrypt !== true) {
    return (
      <p class="card-text" id="key-keeping">
        {canEncrypt === null ? texts.key.unknown : texts.key.thisRunOnly}
      </p>
    );
  }
  return (
    <label class="check" id="key-keeping">
      <input
        type="checkbox"
        checked={remember}
        onChange={(event) => onRemember(event.currentTarget.checked)}
      />
      {texts.key.encrypt}
    </label>
  );
}
