import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button } from '../ui/controls';
import { useTexts } from '../ui/texts';
import { draftOf, emptyForm, formProblems, type ServiceForm } from './draft-service';
import { SelectBox } from './parts/choices';
import { describedBy, Row, rowIds } from './parts/row';
import type { SettingsModel } from './settings-model';
import { useWords } from './words';

type Problems = ReturnType<typeof formProblems>;

/** The form for a new service. Nothing of it holds before it is added; Escape leaves it. */
export function NewService({ model, onClose }: { model: SettingsModel; onClose: () => void }) {
  const texts = useTexts();
  const words = useWords();
  const kindIds = rowIds(useId());
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<ServiceForm>(() => emptyForm('azure', words));
  const [problems, setProblems] = useState<Problems>({});
  const [remark, setRemark] = useState<string | null>(null);
  const text = words.services;

  useEffect(() => form.current?.querySelector('select')?.focus(), []);

  const set = (change: Partial<ServiceForm>): void => {
    setDraft({ ...draft, ...change });
    setProblems({});
    setRemark(null);
  };
  async function add(event: Event): Promise<void> {
    event.preventDefault();
    const added = await model.addProfile(draftOf(draft));
    switch (added.kind) {
      case 'done':
        onClose();
        return;
      case 'refused':
        setProblems(formProblems(added.problems, words));
        return;
      case 'full':
        setRemark(text.full(added.limit));
        return;
      case 'lost':
        setRemark(texts.failed);
        return;
      default:
        added satisfies never;
    }
  }

  return (
    <form
      ref={form}
      class="new-service"
      aria-label={text.addTitle}
      onSubmit={add}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
    >
      <Row ids={kindIds} label={text.kind}>
        <SelectBox
          id={kindIds.control}
          value={draft.kind}
          options={[
            { value: 'azure', label: text.kinds.azure },
            { value: 'compatible', label: text.kinds.compatible },
            { value: 'openai', label: text.kinds.openai },
          ]}
          onChoose={(kind) => set({ ...emptyForm(kind, words), address: draft.address })}
        />
      </Row>
      <FormField
        label={text.name}
        value={draft.name}
        problem={problems.name}
        onInput={(name) => set({ name })}
      />
      {draft.kind !== 'openai' && (
        <FormField
          label={draft.kind === 'azure' ? text.resource : text.url}
          hint={draft.kind === 'azure' ? text.resourceHint : text.urlHint}
          placeholder={draft.kind === 'azure' ? text.resourceExample : text.urlExample}
          value={draft.address}
          problem={problems.address}
          onInput={(address) => set({ address })}
        />
      )}
      {draft.kind === 'azure' && (
        <FormField
          label={text.deployment}
          hint={text.deploymentHint}
          value={draft.model}
          problem={problems.model}
          onInput={(deployment) => set({ model: deployment })}
        />
      )}
      <div class="form-end">
        <p class="row-problem" role="alert">
          {remark}
        </p>
        <Button onClick={onClose}>{words.cancel}</Button>
        <button type="submit" class="button" data-kind="primary">
          {text.addIt}
        </button>
      </div>
    </form>
  );
}

interface FormFieldProps {
  label: string;
  hint?: string;
  placeholder?: string;
  value: string;
  problem: string | undefined;
  onInput: (value: string) => void;
}

function FormField({ label, hint, placeholder, value, problem, onInput }: FormFieldProps) {
  const ids = rowIds(useId());
  return (
    <Row ids={ids} label={label} hint={hint} problem={problem ?? null}>
      <input
        id={ids.control}
        class="field"
        type="text"
        autocomplete="off"
        spellcheck={false}
        value={value}
        placeholder={placeholder}
        aria-invalid={problem !== undefined}
        aria-describedby={describedBy(ids, { hint: hint !== undefined, problem: problem !== undefined })}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </Row>
  );
}
