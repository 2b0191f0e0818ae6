import type { FieldProblem, ProfileDraft } from '../../preload/settings-contract';
import type { SettingsTexts } from '../../texts/texts';
import { problemSentences } from './words';

/** What stands in the form of a new service. */
export interface ServiceForm {
  kind: ProfileDraft['kind'];
  name: string;
  /** The address, of whichever kind. */
  address: string;
  model: string;
}

export function emptyForm(kind: ProfileDraft['kind'], { services }: SettingsTexts): ServiceForm {
  return { kind, name: services.kinds[kind], address: '', model: '' };
}

/** The service that the form describes (pure). What it does not ask for can be changed afterwards. */
export function draftOf({ kind, name, address, model }: ServiceForm): ProfileDraft {
  const common = { name, model: model.trim() || null };
  switch (kind) {
    case 'openai':
      return { ...common, kind };
    case 'azure':
      return { ...common, kind, resource: address, apiVersion: null };
    case 'compatible':
      return { ...common, kind, url: address, dialect: 'auto', insecureKey: false };
    default:
      return kind satisfies never;
  }
}

/** What is wrong with each field of the form (pure). */
export function formProblems(
  problems: readonly FieldProblem[],
  words: SettingsTexts,
): Partial<Record<keyof ServiceForm, string>> {
  const found: Partial<Record<keyof ServiceForm, string>> = {};
  for (const problem of problems) {
    const field = problem.field === 'resource' || problem.field === 'url' ? 'address' : problem.field;
    if (field === 'address' || field === 'name' || field === 'model')
      found[field] = problemSentences([problem], words);
  }
  return found;
}
