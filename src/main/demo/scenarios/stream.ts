import type { ConnectionFaults, Scenario, Wire } from '../faults';
import { isRecord, type WireEvent } from '../protocol/events';
import { audioBytes, isAudioDelta, isAudioDone, isTranscript, speechExceeds, withAudio } from './events';

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
    name: 'late-words',
    description: 'The words and the life cycle only after all of the sound.',
    connect: lateWords,
  },
  { name: 'duplicates', description: 'Every event but the sound and words twice.', connect: duplicates },
  {
    name: 'foreign-ids',
    description: 'Loud sound of a response and an item that nobody asked for.',
    connect: foreignIds,
  },
  {
    name: 'late-deltas',
    description: 'Sound and words of a cancelled answer after its end.',
    connect: lateDeltas,
  },
  {
    name: 'deaf-to-cancel',
    description: 'response.cancel is ignored: the answer goes on.',
    connect: deafToCancel,
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

function hugeFrame(): ConnectionFaults {
  return midAnswer((wire) => wire.send({ type: 'debug.noise', text: 'x'.repeat(24 * 1024 * 1024) }));
}

const OPTIONAL_EVENTS = /^(rate_limits\.|conversation\.|response\.(output_item|content_part)\.)/;
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
      if (!OPTIONAL_EVENTS.test(event.type)) wire.send({ ...withoutOptional(event), type: event.type });
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

function lateWords(): ConnectionFaults {
  let held: WireEvent[] | null = null;
  return {
    outgoing: (event, wire) => {
      if (event.type === 'response.created') held = [];
      const holds = isTranscript(event) || OPTIONAL_EVENTS.test(event.type);
      if (held !== null && holds) {
        held.push(event);
        return;
      }
      if (event.type === 'response.done' && held !== null) {
        for (const each of held) wire.send(each);
        held = null;
      }
      wire.send(event);
    },
  };
}

function duplicates(): ConnectionFaults {
  return {
    outgoing: (event, wire) => {
      wire.send(event);
      if (!event.type.endsWith('.delta')) wire.send(event);
    },
  };
}

function foreignIds(): ConnectionFaults {
  return {
    outgoing: (event, wire) => {
      if (isAudioDelta(event)) {
        const noise = audioBytes(event).map((_, index) =>
          index % 2 === 0 ? 0xff : index % 4 === 1 ? 0x7f : 0x80,
        );
        wire.send({ ...withAudio(event, noise), response_id: 'resp_foreign', item_id: 'item_foreign' });
      }
      if (isAudioDone(event)) wire.send({ ...event, response_id: 'resp_foreign', item_id: 'item_foreign' });
      wire.send(event);
    },
  };
}

function lateDeltas(): ConnectionFaults {
  let recent: WireEvent[] = [];
  return {
    outgoing: (event, wire) => {
      if (event.type === 'response.created') recent = [];
      if (event.type.endsWith('.delta')) recent = [...recent, event].slice(-6);
      wire.send(event);
      if (
        event.type !== 'response.done' ||
        !isRecord(event.response) ||
        event.response.status !== 'cancelled'
      )
        return;
      const late = recent;
      for (const each of late) wire.send(each);
      wire.later(150, () => {
        for (const each of late) wire.send(each);
      });
    },
  };
}

function deafToCancel(): ConnectionFaults {
  return { incoming: (event) => (event.type === 'response.cancel' ? 'drop' : 'pass') };
}
