import type { ConnectionFaults, Scenario } from '../faults';
import { isRecord, type WireEvent } from '../protocol/events';
import { audioBytes, isAudioDelta, isAudioDone, isOptional, isTranscript, withAudio } from './events';

/** Scenarios in which events come in another order, too often, too late, or under the wrong name. */
export const ORDER_SCENARIOS: readonly Scenario[] = [
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
  {
    name: 'any-order',
    description: 'The events of an answer in an order that no server keeps; only the sound stays in its own.',
    connect: anyOrder,
  },
  {
    name: 'created-late',
    description: 'response.created only after some of the sound.',
    connect: createdLate,
  },
  { name: 'created-never', description: 'No response.created at all.', connect: createdNever },
  {
    name: 'done-early',
    description: 'response.done before the last of the sound and words.',
    connect: doneEarly,
  },
  {
    name: 'updated-first',
    description: 'session.updated before session.created, unasked.',
    connect: updatedFirst,
  },
  {
    name: 'same-ids',
    description: 'All answers have one id, and so have all their items.',
    connect: sameIds,
  },
];

function lateWords(): ConnectionFaults {
  let held: WireEvent[] | null = null;
  return {
    outgoing: (event, wire) => {
      if (event.type === 'response.created') held = [];
      const holds = isTranscript(event) || isOptional(event);
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

/** Holds an answer and gives it out by halves, each backwards; sound keeps its order, and response.done ends it. */
function anyOrder(): ConnectionFaults {
  let held: WireEvent[] | null = null;
  return {
    outgoing: (event, wire) => {
      if (event.type === 'response.created') held = [];
      if (held === null) {
        wire.send(event);
        return;
      }
      held.push(event);
      if (event.type !== 'response.done' && held.length < 24) return;
      const batch = held;
      held = event.type === 'response.done' ? null : [];
      const last = event.type === 'response.done' ? batch.pop() : undefined;
      const sound = batch.filter(isAudioDelta);
      for (const each of batch.toReversed()) wire.send(isAudioDelta(each) ? (sound.shift() ?? each) : each);
      if (last !== undefined) wire.send(last);
    },
  };
}

function createdLate(): ConnectionFaults {
  let created: WireEvent | null = null;
  let deltas = 0;
  return {
    outgoing: (event, wire) => {
      if (event.type === 'response.created') {
        created = event;
        deltas = 0;
        return;
      }
      if (event.type === 'response.done' && created !== null) {
        wire.send(created);
        created = null;
      }
      wire.send(event);
      if (isAudioDelta(event) && ++deltas === 3 && created !== null) {
        wire.send(created);
        created = null;
      }
    },
  };
}

function createdNever(): ConnectionFaults {
  return {
    outgoing: (event, wire) => {
      if (event.type !== 'response.created') wire.send(event);
    },
  };
}

function doneEarly(): ConnectionFaults {
  let tail: WireEvent[] = [];
  return {
    outgoing: (event, wire) => {
      if (event.type === 'response.done') {
        wire.send(event);
        for (const each of tail) wire.send(each);
        tail = [];
      } else if (event.type.startsWith('response.') && event.type !== 'response.created') {
        tail.push(event);
        // All that ends an answer, and some of its sound.
        while (tail.length > 12) {
          const oldest = tail.shift();
          if (oldest !== undefined) wire.send(oldest);
        }
      } else wire.send(event);
    },
  };
}

function updatedFirst(): ConnectionFaults {
  return {
    outgoing: (event, wire) => {
      if (event.type === 'session.created') wire.send({ ...event, type: 'session.updated' });
      wire.send(event);
    },
  };
}

function sameIds(): ConnectionFaults {
  return {
    outgoing: (event, wire) => {
      if (!event.type.startsWith('response.')) wire.send(event);
      else wire.send({ ...(renamed(event) as WireEvent), type: event.type });
    },
  };
}

/** Everything that has the id of a response or of an item, with one id each. */
function renamed(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/^(resp|item)_.+$/, '$1_same');
  if (Array.isArray(value)) return value.map(renamed);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, renamed(inner)]));
}
