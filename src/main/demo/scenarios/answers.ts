import type { Scenario } from '../faults';
import type { Ending } from '../response-shape';
import { MIDDLE } from './events';

const NO_MONEY = 'You exceeded your current quota, please check your plan and billing details.';
const FAULT = 'The server had an error while processing your request.';

/** Scenarios in which the server itself ends an answer, by its `response.done`. */
export const ANSWER_SCENARIOS: readonly Scenario[] = [
  failing('quota', 'Every answer fails at once: insufficient_quota.', 0, 'insufficient_quota', NO_MONEY),
  failing(
    'quota-mid-answer',
    'Every answer fails in its middle: insufficient_quota.',
    MIDDLE,
    'insufficient_quota',
    NO_MONEY,
  ),
  failing(
    'rate-limited',
    'Every answer fails at once: rate_limit_exceeded.',
    0,
    'rate_limit_exceeded',
    'Rate limit reached. Please try again in 7.2s.',
  ),
  failing('server-error', 'Every answer fails in its middle: server_error.', MIDDLE, 'server_error', FAULT),
  failing('server-error-at-once', 'Every answer fails at once: server_error.', 0, 'server_error', FAULT),
  failing(
    'failure-of-the-future',
    'Every answer fails at once, with a code that no client knows.',
    0,
    'failure_of_the_future',
    FAULT,
  ),
  ending('content-filter', 'Every answer is cut off by the content filter.', MIDDLE, {
    status: 'incomplete',
    reason: 'content_filter',
  }),
  ending('content-filter-at-once', 'Every answer is withheld by the content filter.', 0, {
    status: 'incomplete',
    reason: 'content_filter',
  }),
  ending('max-tokens', 'Every answer is cut off by its length.', MIDDLE, {
    status: 'incomplete',
    reason: 'max_output_tokens',
  }),
  ending('turn-detected', 'Every answer is cancelled by the server itself.', MIDDLE, {
    status: 'cancelled',
    reason: 'turn_detected',
  }),
  ending('empty-answer', 'Every answer is complete and holds nothing.', 0, { status: 'completed' }),
];

function ending(name: string, description: string, afterMs: number, how: Ending): Scenario {
  return { name, description, planned: { afterMs, ending: how } };
}

function failing(
  name: string,
  description: string,
  afterMs: number,
  code: string,
  message: string,
): Scenario {
  return ending(name, description, afterMs, { status: 'failed', error: { type: code, code, message } });
}
