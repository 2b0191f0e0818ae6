import type { z } from 'zod';
import { RequestError } from './request-error';

/**
 * `value` as `schema` describes it. Throws a {@link RequestError} worded like OpenAI's for the first fault;
 * `root` is the path of `value` within its event, e.g. `session`, or '' for the event itself.
 */
export function check<T>(schema: z.ZodType<T>, value: unknown, root: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw refusal(result.error.issues, value, root);
}

function refusal(issues: readonly z.core.$ZodIssue[], value: unknown, root: string): RequestError {
  const issue = issues[0];
  if (issue === undefined)
    return new RequestError({ code: 'invalid_value', message: 'Invalid value.', param: root });
  if (issue.code === 'invalid_union') return unionRefusal(issue, value, root);
  const param = pathText(root, issue.path);
  const given = valueAt(value, issue.path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const unknown = pathText(param, [issue.keys[0] ?? '']);
      return new RequestError({
        code: 'unknown_parameter',
        message: `Unknown parameter: '${unknown}'.`,
        param: unknown,
      });
    }
    case 'invalid_type':
      if (given === undefined) return missing(param);
      return new RequestError({
        code: 'invalid_type',
        message: `Invalid type for '${param}': expected ${article(issue.expected)}, but got ${article(kindOf(given))} instead.`,
        param,
      });
    case 'invalid_value':
      if (given === undefined) return missing(param);
      return new RequestError({
        code: 'invalid_value',
        message: `Invalid value: ${quote(given)}. Supported values are: ${list(issue.values.map(quote))}.`,
        param,
      });
    case 'too_small':
    case 'too_big': {
      const [bound, limit, word] =
        issue.code === 'too_small'
          ? ['minimum', issue.minimum, 'below']
          : ['maximum', issue.maximum, 'above'];
      const what =
        issue.origin === 'string' ? 'string length' : issue.origin === 'array' ? 'array length' : 'value';
      return new RequestError({
        code: `${issue.origin === 'string' || issue.origin === 'array' ? issue.origin : 'decimal'}_${word}_${bound === 'minimum' ? 'min' : 'max'}_${what === 'value' ? 'value' : 'length'}`,
        message: `Invalid '${param}': ${what} ${word} ${bound}. Expected ${bound} ${limit}.`,
        param,
      });
    }
    default:
      return new RequestError({
        code: 'invalid_value',
        message: `Invalid '${param}': ${issue.message}.`,
        param,
      });
  }
}

/** A union failed: what its best member has against the value, the one that got deepest into it. */
function unionRefusal(issue: z.core.$ZodIssueInvalidUnion, value: unknown, root: string): RequestError {
  const param = pathText(root, issue.path);
  const given = valueAt(value, issue.path);
  const branches = issue.errors.filter((branch) => branch.length > 0);
  const depth = (branch: readonly z.core.$ZodIssue[]): number =>
    Math.max(...branch.map((each) => each.path.length));
  const best = branches.toSorted((a, b) => depth(b) - depth(a))[0];
  if (given === undefined) return missing(param);
  if (best !== undefined && (depth(best) > 0 || best[0]?.code === 'unrecognized_keys'))
    return refusal(best, given, param);
  return new RequestError({
    code: 'invalid_value',
    message: `Invalid value for '${param}': ${quote(given)}.`,
    param,
  });
}

export function missing(param: string): RequestError {
  return new RequestError({
    code: 'missing_required_parameter',
    message: `Missing required parameter: '${param}'.`,
    param,
  });
}

/** A path as OpenAI writes it: `session.tools[0].name`. */
function pathText(root: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, root);
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let inner = value;
  for (const key of path) {
    if (typeof inner !== 'object' || inner === null) return undefined;
    inner = (inner as Record<PropertyKey, unknown>)[key];
  }
  return inner;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function article(kind: string): string {
  const name = kind === 'int' ? 'integer' : kind === 'record' ? 'object' : kind;
  if (name === 'null') return 'null';
  return /^[aeiou]/.test(name) ? `an ${name}` : `a ${name}`;
}

/** Bounded, that an error is never larger than what caused it by much. */
function quote(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return `'${text.length > 80 ? `${text.slice(0, 80)}…` : text}'`;
}

function list(values: readonly string[]): string {
  if (values.length < 2) return values.join('');
  return `${values.slice(0, -1).join(', ')} and ${values.at(-1)}`;
}
