import type { ConnectionFaults, Scenario } from '../faults';
import type { WireEvent } from '../protocol/events';
import { errorEvent } from '../protocol/request-error';
import { EXPIRY_REASON, MIDDLE, speechExceeds } from './events';

/** Codes that servers are known to send, and two that they are not. */
const CODES: readonly (readonly [code: string, message: string])[] = [
  ['conversation_already_has_active_response', 'Conversation already has an active response in progress.'],
  ['session_expired', EXPIRY_REASON],
  ['insufficient_quota', 'You exceeded your current quota.'],
  ['billing_not_active', 'Your account is not active, please check your billing details.'],
  ['billing_hard_limit_reached', 'Billing hard limit has been reached.'],
  ['invalid_api_key', 'Incorrect API key provided.'],
  ['account_deactivated', 'This account has been deactivated.'],
  ['permission_denied', 'You do not have access to this resource.'],
  ['unsupported_country_region_territory', 'Country, region, or territory not supported.'],
  ['model_not_found', 'The model does not exist or you do not have access to it.'],
  ['beta_api_shape_disabled', 'The Realtime Beta API is no longer supported.'],
  ['rate_limit_exceeded', 'Rate limit reached. Please try again in 7.2s.'],
  ['too_many_requests', 'Too many requests.'],
  ['content_filter', 'The response was filtered.'],
  ['content_policy_violation', 'The request was rejected by the safety system.'],
  ['server_error', 'The server had an error while processing your request.'],
  ['internal_error', 'An internal error occurred.'],
  ['service_unavailable', 'The service is currently unavailable.'],
  ['response_cancel_not_active', 'Cancellation failed: no active response found'],
  ['item_not_found', 'The item does not exist.'],
  ['context_length_exceeded', 'The conversation is longer than the model’s context.'],
  ['unknown_parameter', "Unknown parameter: 'response.audio'."],
  ['invalid_value', 'Invalid value.'],
  ['error_of_the_future', 'Something that no client knows.'],
];

/** Scenarios with `error` events: each code in answer to `response.create`, and errors at other places. */
export const ERROR_SCENARIOS: readonly Scenario[] = [
  ...CODES.map(([code, message]) => ({
    name: `error-${code.replaceAll('_', '-')}`,
    description: `response.create is answered by the error ${code}.`,
    connect: () => refusing('response.create', code, message),
  })),
  {
    name: 'error-unnamed',
    description: 'response.create is answered by an error that does not name the event.',
    connect: () => ({
      incoming: (event, wire) => {
        if (event.type !== 'response.create') return 'pass';
        wire.send(errorEvent({ code: 'invalid_value', message: 'Invalid value.' }, null));
        return 'drop';
      },
    }),
  },
  {
    name: 'error-bare',
    description: 'response.create is answered by an error that holds nothing at all.',
    connect: () => ({
      incoming: (event, wire) => {
        if (event.type !== 'response.create') return 'pass';
        wire.send({ type: 'error', error: null });
        return 'drop';
      },
    }),
  },
  {
    name: 'error-first',
    description: 'An error in place of session.created.',
    connect: () => ({
      outgoing: (event, wire) => {
        const error = errorEvent({ code: 'server_error', type: 'server_error', message: 'No.' }, null);
        wire.send(event.type === 'session.created' ? error : event);
      },
    }),
  },
  {
    name: 'error-on-update',
    description: 'Every session.update is refused: invalid_value.',
    connect: () => refusing('session.update', 'invalid_value', "Invalid value: 'marin'."),
  },
  { name: 'error-on-full-update', description: 'Refuses session.update if it has tracing.', connect: picky },
  {
    name: 'error-on-item',
    description: 'Every prompt is refused: invalid_value.',
    connect: () => refusing('conversation.item.create', 'invalid_value', 'Invalid item.'),
  },
  {
    name: 'error-mid-answer',
    description: 'An error of nobody in the middle of an answer, which goes on.',
    connect: strayError,
  },
  {
    name: 'error-on-truncate',
    description: 'What was heard is never accepted: every truncate and delete is refused.',
    connect: () => {
      const truncate = refusing('conversation.item.truncate', 'invalid_value', 'Audio is already shorter.');
      const remove = refusing('conversation.item.delete', 'item_not_found', 'The item does not exist.');
      return {
        incoming: (event, wire) =>
          truncate.incoming(event, wire) === 'drop' ? 'drop' : remove.incoming(event, wire),
      };
    },
  },
];

function refusing(type: string, code: string, message: string) {
  return {
    incoming: (event, wire) => {
      if (event.type !== type) return 'pass';
      const kind = /^(?:server|internal)_error$/.test(code) ? 'server_error' : 'invalid_request_error';
      wire.send(errorEvent({ type: kind, code, message }, eventIdOf(event)));
      return 'drop';
    },
  } satisfies ConnectionFaults;
}

function picky(): ConnectionFaults {
  return {
    incoming: (event, wire) => {
      if (event.type !== 'session.update' || !JSON.stringify(event).includes('"tracing"')) return 'pass';
      const detail = { code: 'unknown_parameter', message: "Unknown parameter: 'session.tracing'." };
      wire.send(errorEvent(detail, eventIdOf(event)));
      return 'drop';
    },
  };
}

function strayError(): ConnectionFaults {
  const reached = speechExceeds(MIDDLE);
  let sent = false;
  return {
    outgoing: (event, wire) => {
      wire.send(event);
      if (sent || !reached(event)) return;
      sent = true;
      wire.send(errorEvent({ code: 'invalid_value', message: 'Of something else.' }, 'evt_of_nobody'));
    },
  };
}

function eventIdOf(event: WireEvent): string | null {
  return typeof event.event_id === 'string' ? event.event_id : null;
}
