import type { ConnectionFaults, Scenario } from '../faults';
import { isRecord } from '../protocol/events';
import { isAudioDelta, isAudioDone, isTranscript } from './events';

/** Scenarios in which the session is not the one that was asked for. */
export const SESSION_SCENARIOS: readonly Scenario[] = [
  {
    name: 'wrong-format',
    description: 'The session answers in G.711 whatever was asked.',
    connect: () => wrongFormat('audio/pcmu', 8_000),
  },
  {
    name: 'wrong-rate',
    description: 'The session answers in PCM at 16 kHz whatever was asked.',
    connect: () => wrongFormat('audio/pcm', 16_000),
  },
  {
    name: 'wrong-format-answer',
    description: 'The session is as asked, but each answer is announced in G.711.',
    connect: wrongAnswerFormat,
  },
  {
    name: 'text-only',
    description: 'Answers in text alone, although speech was asked for.',
    connect: textOnly,
  },
  { name: 'beta-only', description: 'Speaks the beta dialect alone.', dialects: ['beta'] },
  {
    name: 'ga-only',
    description: 'Refuses the beta dialect, closing with 4000, as OpenAI does.',
    dialects: ['ga'],
  },
];

function wrongFormat(type: string, rate: number): ConnectionFaults {
  return {
    outgoing: (event, wire) => {
      const { session } = event;
      if (!isRecord(session)) wire.send(event);
      else if (isRecord(session.audio) && isRecord(session.audio.output)) {
        const output = { ...session.audio.output, format: { type, rate } };
        wire.send({ ...event, session: { ...session, audio: { ...session.audio, output } } });
      } else {
        const format = type === 'audio/pcm' ? `pcm16_${rate}` : 'g711_ulaw';
        wire.send({ ...event, session: { ...session, output_audio_format: format } });
      }
    },
  };
}

function wrongAnswerFormat(): ConnectionFaults {
  return {
    outgoing: (event, wire) => {
      const { response } = event;
      if (event.type !== 'response.created' || !isRecord(response)) wire.send(event);
      else if ('output_audio_format' in response)
        wire.send({ ...event, response: { ...response, output_audio_format: 'g711_ulaw' } });
      else wire.send({ ...event, response: { ...response, audio: { output: { format: G711 } } } });
    },
  };
}

const G711 = { type: 'audio/pcmu', rate: 8_000 };

function textOnly(): ConnectionFaults {
  return {
    outgoing: (event, wire) => {
      if (isAudioDelta(event) || isAudioDone(event)) return;
      if (!isTranscript(event)) wire.send(event);
      else {
        const { transcript, ...rest } = event;
        const type = event.type.replace('audio_transcript', 'text');
        wire.send({ ...rest, ...(transcript !== undefined && { text: transcript }), type });
      }
    },
  };
}
