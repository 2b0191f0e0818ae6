import type { ConnectionFaults, Scenario, Wire } from '../faults';
import { isRecord } from '../protocol/events';
import { isOptional, speechExceeds } from './events';

/** Scenarios in which the stream of events is not as a client expects it, although the connection is well. */
export const STREAM_SCENARIOS: readonly Scenario[] = [
  {
    name: 'garbage',
    description: 'Text that is no JSON, binary frames, and JSON that is no event, among the rest.',
    connect: garbage,
  },
  {
    name: 'wrong-types',
    description: 'Copies of events whose fields have wrong types, before the right ones.',
    connect: wrongTypes,
  },
  { name: 'unknown-events', description: 'Events and fields that no client knows.', connect: unknownEvents },
  {
    name: 'event-flood',
    description: 'Three thousand unknown events in the middle of an answer.',
    connect: flood,
  },
  {
    name: 'huge-frame',
    description: 'An unknown event of 24 MB in the middle of an answer.',
    connect: hugeFrame,
  },
  {
    name: 'minimal-events',
    description: 'Only what is needed: no event_id, usage, rate limits or item life cycle.',
    connect: minimal,
  },
  {
    name: 'fragments',
    description: 'Every message in several frames of a few bytes.',
    connect: fragments,
  },
  {
    name: 'answers-of-strangers',
    description: 'A whole answer that nobody asked for, before the right one.',
    connect: strangers,
  },
];

const GARBAGE: readonly (string | Uint8Array)[] = [
  '<html>502 Bad Gateway</html>',
  '{"type":"response.output_audio.delta","delta":',
  'null',
  '[]',
  '42',
  '{"no":"type"}',
  '{"type":17}',
  new Uint8Array([0, 255, 1, 254]),
];

function garbage(): ConnectionFaults {
  let count = 0;
  return {
    outgoing: (event, wire) => {
      const frame = GARBAGE[count++ % GARBAGE.length];
      if (frame !== undefined) wire.sendRaw(frame);
      wire.send(event);
    },
  };
}

const MISFITS: readonly unknown[] = [null, 0, '', [], {}, true];

function wrongTypes(): ConnectionFaults {
  let count = 0;
  return {
    outgoing: (event, wire) => {
      // A response.done that means nothing would end nothing; copies of it are left out, as the real one follows anyway.
      if (event.type !== 'response.done') {
        const misfit = MISFITS[count++ % MISFITS.length];
        const fields = Object.keys(event).filter((key) => key !== 'type');
        wire.send({ ...Object.fromEntries(fields.map((key) => [key, misfit])), type: event.type });
      }
      wire.send(event);
    },
  };
}

function unknownEvents(): ConnectionFaults {
  return {
    outgoing: (event, wire) => {
      wire.send({
        type: 'response.future.delta',
        response_id: 'resp_future',
        delta: 'x',
        nested: { deep: [1, 2, 3] },
      });
      wire.send({ ...event, x_future: { anything: true } });
    },
  };
}

/** Calls `fault` once, after 500 ms of speech. */
function midAnswer(fault: (wire: Wire) => void): ConnectionFaults {
  const reached = speechExceeds(500);
  let done = false;
  return {
    outgoing: (event, wire) => {
      wire.send(event);
      if (done || !reached(event)) return;
      done = true;
      fault(wire);
    },
  };
}

function flood(): ConnectionFaults {
  return midAnswer((wire) => {
    for (let i = 0; i < 3_000; i++) wire.send({ type: 'debug.noise', i });
  });
}

/** Made when it is first needed: it is much work. */
let hugeEvent: string | undefined;

function hugeFrame(): ConnectionFaults {
  return midAnswer((wire) => {
    hugeEvent ??= JSON.stringify({ type: 'debug.noise', text: 'x'.repeat(24 * 1024 * 1024) });
    wire.sendRaw(hugeEvent);
  });
}

const OPTIONAL_FIELDS = new Set([
  'event_id',
  'usage',
  'previous_item_id',
  'output_index',
  'content_index',
  'status_details',
  'metadata',
  'output',
  'conversation_id',
  'expires_at',
]);

function minimal(): ConnectionFaults {
  return {
    outgoing: (event, wire) => {
      if (!isOptional(event)) wire.send({ ...withoutOptional(event), type: event.type });
    },
  };
}

function withoutOptional(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([key]) => !OPTIONAL_FIELDS.has(key))
      .map(([key, value]) => [key, key === 'response' && isRecord(value) ? withoutOptional(value) : value]),
  );
}

/** A third, a third and the rest, the first two of at most a few bytes. */
function fragments(): ConnectionFaults {
  return {
    outgoing: (event, wire) => {
      const text = JSON.stringify(event);
      const cut = Math.min(5, Math.floor(text.length / 3));
      wire.sendFragments([text.slice(0, cut), text.slice(cut, 2 * cut), text.slice(2 * cut)]);
    },
  };
}

function strangers(): ConnectionFaults {
  return {
    outgoing: (event, wire) => {
      if (event.type === 'response.created') {
        const id = {
          response_id: 'resp_stranger',
          item_id: 'item_stranger',
          output_index: 0,
          content_index: 0,
        };
        const response = { id: 'resp_stranger', object: 'realtime.response', output: [] };
        wire.send({ type: 'response.created', response: { ...response, status: 'in_progress' } });
        wire.send({
          type: 'response.output_audio_transcript.delta',
          ...id,
          delta: 'Nobody asked for this. ',
        });
        wire.send({ type: 'response.output_audio.delta', ...id, delta: '/38AgP9/AIA=' });
        wire.send({ type: 'response.done', response: { ...response, status: 'completed' } });
      }
      wire.send(event);
    },
  };
}
