import type { ConnectionFaults, Scenario, Wire } from '../faults';
import { expireWire, MIDDLE, speechExceeds } from './events';

/** Scenarios in which the connection ends, or its other end is gone. */
export const CLOSE_SCENARIOS: readonly Scenario[] = [
  {
    name: 'close-at-once',
    description: 'Opens and closes with 1000.',
    connect: () => ({ opened: (wire) => wire.close(1000, '') }),
  },
  {
    name: 'reset-at-once',
    description: 'Opens and breaks the connection: 1006.',
    connect: () => ({ opened: (wire) => wire.reset(false) }),
  },
  onUpdate('close-on-update', 'Closes with 1011 instead of answering session.update.', (wire) =>
    wire.close(1011, 'Internal error'),
  ),
  onAsk('close-on-ask', 'Closes with 1011 when an answer is asked for.', (wire) =>
    wire.close(1011, 'Internal error'),
  ),
  onAsk('reset-on-ask', 'The connection breaks when an answer is asked for: 1006.', (wire) =>
    wire.reset(false),
  ),
  beforeSound('close-before-sound', 'Closes with 1011 after an answer has begun, before its sound.', (wire) =>
    wire.close(1011, 'Internal error'),
  ),
  beforeSound(
    'reset-before-sound',
    'The connection breaks after an answer has begun, before its sound: 1006.',
    (wire) => wire.reset(false),
  ),
  midAnswer('close-mid-answer', 'Closes with 1011 in the middle of an answer.', (wire) =>
    wire.close(1011, 'Internal error'),
  ),
  midAnswer('close-normally-mid-answer', 'Closes with 1000 in the middle of an answer.', (wire) =>
    wire.close(1000, ''),
  ),
  midAnswer(
    'going-away-mid-answer',
    'Closes with 1001 and no reason in the middle of an answer, as a server that shuts down.',
    (wire) => wire.close(1001, ''),
  ),
  midAnswer('policy-mid-answer', 'Closes with 1008 in the middle of an answer.', (wire) =>
    wire.close(1008, 'policy'),
  ),
  midAnswer('restart-mid-answer', 'Closes with 1012 in the middle of an answer.', (wire) =>
    wire.close(1012, 'restart'),
  ),
  midAnswer('overload-mid-answer', 'Closes with 1013 in the middle of an answer.', (wire) =>
    wire.close(1013, 'try again later'),
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
  afterAnswer('close-idle', 'Closes with 1000 half a second after an answer.', (wire) =>
    wire.close(1000, ''),
  ),
  afterAnswer('reset-idle', 'The connection breaks half a second after an answer: 1006.', (wire) =>
    wire.reset(false),
  ),
  {
    name: 'half-open-at-once',
    description: 'Opens, and its other end is gone without a trace.',
    connect: () => ({ opened: (wire) => wire.freeze(false) }),
  },
  {
    name: 'half-open-idle',
    description: 'After the session is set up the other end is gone without a trace.',
    connect: halfOpenIdle,
  },
  onAsk('half-open-on-ask', 'When an answer is asked for the other end is gone without a trace.', (wire) =>
    wire.freeze(false),
  ),
  midAnswer('half-open', 'In the middle of an answer the other end is gone without a trace.', (wire) =>
    wire.freeze(false),
  ),
  midAnswer(
    'half-open-mid-frame',
    'In the middle of a frame the other end is gone without a trace.',
    (wire) => wire.freeze(true),
  ),
  {
    name: 'no-pong',
    description: 'Never answers a ping; all else is well.',
    answersPings: false,
  },
  midAnswer('expire', 'The session expires in the middle of an answer: 1001.', expireWire),
  afterAnswer('expire-idle', 'The session expires half a second after an answer: 1001.', expireWire),
  onAsk('expire-on-ask', 'The session has expired when an answer is asked for: 1001.', expireWire),
];

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

function beforeSound(name: string, description: string, end: (wire: Wire) => void): Scenario {
  return {
    name,
    description,
    connect: () => {
      let ended = false;
      return {
        outgoing: (event, wire) => {
          if (ended) return;
          wire.send(event);
          ended = event.type === 'response.created';
          if (ended) end(wire);
        },
      };
    },
  };
}

function afterAnswer(name: string, description: string, end: (wire: Wire) => void): Scenario {
  return {
    name,
    description,
    connect: () => ({
      outgoing: (event, wire) => {
        wire.send(event);
        if (event.type === 'response.done') wire.later(500, () => end(wire));
      },
    }),
  };
}

function onUpdate(name: string, description: string, end: (wire: Wire) => void): Scenario {
  return { name, description, connect: () => instead('session.update', end) };
}

function onAsk(name: string, description: string, end: (wire: Wire) => void): Scenario {
  return { name, description, connect: () => instead('response.create', end) };
}

/** `end` in place of what a client's event would bring about. */
function instead(type: string, end: (wire: Wire) => void): ConnectionFaults {
  return {
    incoming: (event, wire) => {
      if (event.type !== type) return 'pass';
      end(wire);
      return 'drop';
    },
  };
}

function halfOpenIdle(): ConnectionFaults {
  return {
    outgoing: (event, wire) => {
      wire.send(event);
      if (event.type === 'session.updated') wire.later(200, () => wire.freeze(false));
    },
  };
}
