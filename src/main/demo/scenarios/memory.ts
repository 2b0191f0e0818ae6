import type { ConnectionFaults, Scenario, Wire } from '../faults';
import { isRecord, type WireEvent } from '../protocol/events';
import { errorEvent } from '../protocol/request-error';

/**
 * Scenarios with a server that does not let itself be told what was said in an earlier session. It ends each session
 * half a second after an answer, that clients come back and try.
 */
export const MEMORY_SCENARIOS: readonly Scenario[] = [
  {
    name: 'close-on-memory',
    description: 'Closes after each answer, and with 1008 when it is told what an assistant said before.',
    connect: () => forgetful(isOfAssistant, (wire) => wire.close(1008, 'policy')),
  },
  {
    name: 'error-on-memory',
    description:
      'Closes after each answer; what an assistant said before is answered by an error that names nothing.',
    connect: () =>
      forgetful(isOfAssistant, (wire) =>
        wire.send(errorEvent({ code: 'invalid_value', message: 'Invalid value.' }, null)),
      ),
  },
  {
    name: 'reset-on-memory',
    description:
      'Closes after each answer, acknowledges no message, and breaks off at one that is no prompt.',
    connect: () => {
      const faults = forgetful(isNoPrompt(), (wire) => wire.reset(false));
      return {
        ...faults,
        outgoing: (event, wire) => {
          if (!event.type.startsWith('conversation.item.')) faults.outgoing(event, wire);
        },
      };
    },
  },
];

/** Closes half a second after an answer unless another is asked for, and does `fault` in place of `refused` events. */
function forgetful(refused: (event: WireEvent) => boolean, fault: (wire: Wire) => void) {
  let asked = 0;
  return {
    outgoing: (event, wire) => {
      wire.send(event);
      const answered = asked;
      if (event.type === 'response.done')
        wire.later(500, () => {
          if (asked === answered) wire.close(1000, '');
        });
    },
    incoming: (event, wire) => {
      if (event.type === 'response.create') asked += 1;
      if (!refused(event)) return 'pass';
      fault(wire);
      return 'drop';
    },
  } satisfies ConnectionFaults;
}

function isOfAssistant({ type, item }: WireEvent): boolean {
  return type === 'conversation.item.create' && isRecord(item) && item.role === 'assistant';
}

/** A prompt is what an answer is asked for at once: the message before it was none. */
function isNoPrompt(): (event: WireEvent) => boolean {
  let messages = 0;
  return ({ type }) => {
    if (type === 'response.create') messages = 0;
    if (type === 'conversation.item.create') messages += 1;
    return messages > 1;
  };
}
