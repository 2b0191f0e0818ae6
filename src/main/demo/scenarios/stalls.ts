import type { Scenario } from '../faults';
import type { WireEvent } from '../protocol/events';
import { isAudioDelta, isTranscript, MIDDLE, speechExceeds } from './events';

/** Scenarios in which something never comes, although the connection stays open: a stall at every step. */
export const STALL_SCENARIOS: readonly Scenario[] = [
  stall('stall-before-session', 'Opens and never says a word.', () => () => true),
  stall(
    'stall-before-updated',
    'Never answers session.update.',
    () => (event) => event.type === 'session.updated',
  ),
  stall(
    'stall-before-item',
    'Never acknowledges the prompt, nor anything after it.',
    () => (event) => event.type.startsWith('conversation.item.'),
  ),
  stall(
    'stall-before-response',
    'Never begins an answer.',
    () => (event) => event.type === 'response.created',
  ),
  stall(
    'stall-after-response',
    'Begins an answer and sends nothing of it.',
    () => (event) => event.type.startsWith('response.') && event.type !== 'response.created',
  ),
  stall('stall-before-audio', 'Begins an answer and sends no sound.', () => isAudioDelta),
  stall('stall-mid-audio', 'Falls silent in the middle of an answer.', () => speechExceeds(MIDDLE)),
  stall(
    'stall-before-words-done',
    'All of the sound, but not the end of the words, nor anything after it.',
    () => (event) => isTranscript(event) && event.type.endsWith('.done'),
  ),
  stall(
    'stall-before-done',
    'All of the answer, but never response.done.',
    () => (event) => event.type === 'response.done',
  ),
  {
    name: 'stall-after-cancel',
    description: 'Falls silent for ever when an answer is cancelled.',
    connect: () => {
      let stalled = false;
      return {
        incoming: (event) => {
          stalled ||= event.type === 'response.cancel';
          return stalled ? 'drop' : 'pass';
        },
        outgoing: (event, wire) => {
          if (!stalled) wire.send(event);
        },
      };
    },
  },
  {
    name: 'stall-second-answer',
    description: 'Answers once, and never again.',
    connect: () => {
      let answered = false;
      return {
        outgoing: (event, wire) => {
          if (!answered) wire.send(event);
          answered ||= event.type === 'response.done';
        },
      };
    },
  },
];

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
