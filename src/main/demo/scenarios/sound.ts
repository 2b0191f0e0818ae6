import type { ConnectionFaults, Scenario } from '../faults';
import type { WireEvent } from '../protocol/events';
import { audioBytes, isAudioDelta, isAudioDone, withAudio } from './events';

/** Scenarios that deliver the sound itself in unusual ways. What is heard must be the same, unless they say otherwise. */
export const SOUND_SCENARIOS: readonly Scenario[] = [
  { name: 'burst', description: 'A whole answer at once.', pace: Number.POSITIVE_INFINITY },
  { name: 'trickle', description: 'Sound exactly as fast as it plays.', pace: 1 },
  { name: 'starve', description: 'Sound slower than it plays: every player runs dry.', pace: 0.6 },
  {
    name: 'jitter',
    description: 'Everything in bursts, with stalls of 300 ms between them.',
    connect: jitter,
  },
  { name: 'odd-bytes', description: 'Deltas that end in the middle of a sample.', connect: oddBytes },
  { name: 'tiny-chunks', description: 'Deltas of 5 ms.', connect: tinyChunks },
  { name: 'one-chunk', description: 'The sound of an answer in a single delta.', connect: oneChunk },
  { name: 'empty-deltas', description: 'An empty delta before each one.', connect: emptyDeltas },
  {
    name: 'bad-base64',
    description: 'Every fifth delta is no base64; its sound is lost.',
    connect: badBase64,
  },
];

const STALL_MS = 300;

function jitter(): ConnectionFaults {
  let held: WireEvent[] = [];
  return {
    outgoing: (event, wire) => {
      held.push(event);
      if (held.length > 1) return;
      wire.later(STALL_MS, () => {
        const burst = held;
        held = [];
        for (const each of burst) wire.send(each);
      });
    },
  };
}

/** Re-cuts the sound: `cut` gives the pieces to send now and the bytes to hold until the next delta. */
function recut(cut: (bytes: Buffer) => { pieces: Buffer[]; held: Buffer }): ConnectionFaults {
  let held: Buffer = Buffer.alloc(0);
  let last: WireEvent | null = null;
  return {
    outgoing: (event, wire) => {
      if (isAudioDelta(event)) {
        last = event;
        const { pieces, held: rest } = cut(Buffer.concat([held, audioBytes(event)]));
        held = rest;
        for (const piece of pieces) wire.send(withAudio(event, piece));
        return;
      }
      if (isAudioDone(event) && last !== null) {
        if (held.length > 0) wire.send(withAudio(last, held));
        held = Buffer.alloc(0);
        last = null;
      }
      wire.send(event);
    },
  };
}

function oddBytes(): ConnectionFaults {
  return recut((bytes) => {
    const cut = bytes.length % 2 === 0 ? bytes.length - 1 : bytes.length;
    return { pieces: [bytes.subarray(0, cut)], held: bytes.subarray(cut) };
  });
}

function tinyChunks(): ConnectionFaults {
  const size = 240;
  return recut((bytes) => {
    const pieces: Buffer[] = [];
    for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
    return { pieces, held: Buffer.alloc(0) };
  });
}

function oneChunk(): ConnectionFaults {
  return recut((bytes) => ({ pieces: [], held: bytes }));
}

function emptyDeltas(): ConnectionFaults {
  return {
    outgoing: (event, wire) => {
      if (isAudioDelta(event)) wire.send({ ...event, delta: '' });
      wire.send(event);
    },
  };
}

function badBase64(): ConnectionFaults {
  let count = 0;
  return {
    outgoing: (event, wire) => {
      if (isAudioDelta(event) && ++count % 5 === 0)
        wire.send({ ...event, delta: `%%%${event.delta.slice(3)}` });
      else wire.send(event);
    },
  };
}
