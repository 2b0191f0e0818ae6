import type { ConnectionFaults, Scenario, Wire } from '../faults';
import type { WireEvent } from '../protocol/events';
import { errorEvent } from '../protocol/request-error';
import type { Ending } from '../response-shape';
import { isAudioDelta, speechExceeds } from './events';

/** Scenarios in which something ends, or never comes. */

/** Milliseconds of speech after which an answer is in its middle. */
const MIDDLE = 800;
const EXPIRY_REASON = 'Your session hit the maximum duration of 60 minutes.';

const STALLS: readonly Scenario[] = [
  stall('stall-before-session', 'Opens and never says a word.', () => () => true),
  stall(
    'stall-before-updated',
    'Never answers session.update.',
    () => (event) => event.type === 'session.updated',
  ),
  stall(
    'stall-before-response',
    'Never begins an answer.',
    () => (event) => event.type === 'response.created',
  ),
  stall('stall-before-audio', 'Begins an answer and sends no sound.', () => isAudioDelta),
  stall('stall-mid-audio', 'Falls silent in the middle of an answer.', () => speechExceeds(MIDDLE)),
  stall(
    'stall-before-done',
    'All of the answer, but never response.done.',
    () => (event) => event.type === 'response.done',
  ),
];

const CLOSES: readonly Scenario[] = [
  {
    name: 'close-at-once',
    description: 'Opens and closes with 1000.',
    connect: () => ({ opened: (wire) => wire.close(1000, '') }),
  },
  midAnswer('close-mid-answer', 'Closes with 1011 in the middle of an answer.', (wire) =>
    wire.close(1011, 'Internal error'),
  ),
  midAnswer('close-normally-mid-answer', 'Closes with 1000 in the middle of an answer.', (wire) =>
    wire.close(1000, ''),
  ),
  midAnswer('close-4000-mid-answer', 'Closes with 4000 in the middle of an answer.', (wire) =>
    wire.close(4000, 'server_error'),
  ),
  midAnswer('reset-mid-answer', 'The connection breaks in the middle of an answer: 1006.', (wire) =>
    wire.reset(false),
  ),
  midAnswer('reset-mid-frame', 'The connection breaks in the middle of a frame: 1006.', (wire) =>
    wire.reset(true),
  ),
  midAnswer('half-open', 'In the middle of an answer the other end is gone without a trace.', (wire) =>
    wire.freeze(),
  ),
  {
    name: 'half-open-idle',
    description: 'After the session is set up the other end is gone without a trace.',
    connect: halfOpenIdle,
  },
  midAnswer('expire', 'The session expires in the middle of an answer: 1001.', expire),
  {
    name: 'expire-idle',
    description: 'The session expires half a second after an answer: 1001.',
    connect: expireIdle,
  },
  {
    name: 'expire-on-ask',
    description: 'The session has expired when an answer is asked for: 1001.',
    connect: expireOnAsk,
  },
];

const RESPONSES: readonly Scenario[] = [
  failing(
    'quota',
    'Every answer fails at once: insufficient_quota.',
    0,
    'insufficient_quota',
    'You exceeded your current quota, please check your plan and billing details.',
  ),
  failing(
    'quota-mid-answer',
    'Every answer fails in its middle: insufficient_quota.',
    MIDDLE,
    'insufficient_quota',
    'You exceeded your current quota, please check your plan and billing details.',
  ),
  failing(
    'rate-limited',
    'Every answer fails at once: rate_limit_exceeded.',
    0,
    'rate_limit_exceeded',
    'Rate limit reached. Please try again in 7.2s.',
  ),
  failing(
    'server-error',
    'Every answer fails in its middle: server_error.',
    MIDDLE,
    'server_error',
    'The server had an error while processing your request.',
  ),
  ending('content-filter', 'Every answer is cut off by the content filter.', MIDDLE, {
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

/** Answers to `response.create`, by code. */
const ERRORS: readonly Scenario[] = [
  refusing(
    'conversation_already_has_active_response',
    'Conversation already has an active response in progress.',
  ),
  refusing('session_expired', EXPIRY_REASON),
  refusing('insufficient_quota', 'You exceeded your current quota.'),
  refusing('invalid_api_key', 'Incorrect API key provided.'),
  refusing('rate_limit_exceeded', 'Rate limit reached. Please try again in 7.2s.'),
  refusing('server_error', 'The server had an error while processing your request.'),
  refusing('unknown_parameter', "Unknown parameter: 'response.audio'."),
  refusing('error_of_the_future', 'Something that no client knows.'),
];

export const ENDING_SCENARIOS: readonly Scenario[] = [...STALLS, ...CLOSES, ...RESPONSES, ...ERRORS];

/** From the first event on for which `starts` is true, nothing is sent. */
function stall(name: string, description: string, starts: () => (event: WireEvent) => boolean): Scenario {
  return {
    name,
    description,
    connect: () => {
      const begins = starts();
      let stalled = false;
      return {
        outgoing: (event, wire) => {
          stalled ||= begins(event);
          if (!stalled) wire.send(event);
        },
      };
    },
  };
}

function midAnswer(name: string, description: string, end: (wire: Wire) => void): Scenario {
  return {
    name,
    description,
    connect: () => {
      const reached = speechExceeds(MIDDLE);
      let ended = false;
      return {
        outgoing: (event, wire) => {
          if (ended) return;
          wire.send(event);
          ended = reached(event);
          if (ended) end(wire);
        },
      };
    },
  };
}

function halfOpenIdle(): ConnectionFaults {
  return {
    outgoing: (event, wire) => {
      wire.send(event);
      if (event.type === 'session.updated') wire.later(200, () => wire.freeze());
    },
  };
}

function expire(wire: Wire): void {
  wire.send(errorEvent({ code: 'session_expired', message: EXPIRY_REASON }, null));
  wire.close(1001, EXPIRY_REASON);
}

function expireIdle(): ConnectionFaults {
  return {
    outgoing: (event, wire) => {
      wire.send(event);
      if (event.type === 'response.done') wire.later(500, () => expire(wire));
    },
  };
}

function expireOnAsk(): ConnectionFaults {
  return {
    incoming: (event, wire) => {
      if (event.type !== 'response.create') return 'pass';
      expire(wire);
      return 'drop';
    },
  };
}

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

function refusing(code: string, message: string): Scenario {
  return {
    name: `error-${code.replaceAll('_', '-')}`,
    description: `response.create is answered by the error ${code}.`,
    connect: () => ({
      incoming: (event, wire) => {
        if (event.type !== 'response.create') return 'pass';
        const type = code === 'server_error' ? 'server_error' : 'invalid_request_error';
        wire.send(
          errorEvent({ type, code, message }, typeof event.event_id === 'string' ? event.event_id : null),
        );
        return 'drop';
      },
    }),
  };
}
