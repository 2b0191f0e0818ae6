import type { z } from 'zod';
import type { FieldFault, FieldProblem } from '../../preload/settings-contract';

type Issue = z.core.$ZodIssue;

/** What is wrong with which field, by the schema's own words (pure). A field is told once, by its first problem. */
export function fieldProblems(error: z.core.$ZodError): FieldProblem[] {
  const problems = new Map<string, FieldProblem>();
  for (const issue of error.issues.flatMap(spread)) {
    const field = String(issue.path[0] ?? '');
    if (!problems.has(field)) problems.set(field, { field, ...faultOf(issue) });
  }
  return [...problems.values()];
}

/** Fields that are not known are one issue of the whole object. */
function spread(issue: Issue): Issue[] {
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ ...issue, path: [key] })) : [issue];
}

function faultOf(issue: Issue): { fault: FieldFault; limit: number | null } {
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string') return { fault: 'missing', limit: null };
      return { fault: 'too-small', limit: Number(issue.minimum) };
    case 'too_big':
      return {
        fault: issue.origin === 'string' ? 'too-long' : 'too-large',
        limit: Number(issue.maximum),
      };
    case 'invalid_type':
      return { fault: issue.expected === 'int' ? 'not-whole' : 'wrong', limit: null };
    default:
      return { fault: issue.path[0] === 'apiVersion' ? 'bad-version' : 'wrong', limit: null };
  }
}
