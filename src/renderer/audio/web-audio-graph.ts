import type { Buffering, OpenGraph, Sink } from './graph';
import type { FromProcessor, ToProcessor } from './worklet/messages';
// Its own file, not a blob: the page's Content-Security-Policy allows scripts of its own origin only.
import processorUrl from './worklet/processor.ts?worker&url';

const SAMPLE_RATE = 24_000;
/** Time constant of the way to a new volume: mute is nearly complete after three of them. */
const VOLUME_SECONDS = 0.015;
/** The meter looks at the last 43 ms. */
const METER_FRAMES = 1_024;

/**
 * What is asked of the device. Seconds are a wish, which a system follows as far as it can: 5 ms make the first sound,
 * and the silence after a stop, some 5 ms earlier than Chromium's own choice (docs/audio.md).
 */
const LATENCY_HINT: Readonly<Record<Buffering, AudioContextLatencyCategory | number>> = {
  least: 0.005,
  safe: 'interactive',
};

interface SinkOptions {
  type: 'none';
}

/** `setSinkId` is not in the DOM types yet. */
interface SinkSelection {
  setSinkId(sink: string | SinkOptions): Promise<void>;
}

function selectsSink(context: AudioContext): context is AudioContext & SinkSelection {
  return 'setSinkId' in context;
}

/** The default device's id is the empty one: `'default'` may be refused. */
function sinkId(sink: Sink): string | SinkOptions {
  switch (sink.kind) {
    case 'default':
      return '';
    case 'none':
      return { type: 'none' };
    case 'device':
      return sink.id;
  }
}

/** Neither is `playbackStats`. */
interface PlaybackStatistics {
  readonly playbackStats: { readonly underrunEvents: number };
}

function countsGlitches(context: AudioContext): context is AudioContext & PlaybackStatistics {
  return 'playbackStats' in context;
}

/** Builds worklet → gain → meter → device, suspended or running as the system likes. Rejects if there is no way. */
export const openGraph: OpenGraph = async (events, buffering) => {
  const context = new AudioContext({ sampleRate: SAMPLE_RATE, latencyHint: LATENCY_HINT[buffering] });
  try {
    await context.audioWorklet.addModule(processorUrl);
  } catch (error) {
    await context.close();
    throw error;
  }
  const node = new AudioWorkletNode(context, 'aloud-player', {
    numberOfInputs: 0,
    numberOfOutputs: 1,
    outputChannelCount: [1],
  });
  const gain = context.createGain();
  const meter = new AnalyserNode(context, { fftSize: METER_FRAMES });
  const samples = new Float32Array(METER_FRAMES);
  node.connect(gain).connect(meter).connect(context.destination);

  const send = (message: ToProcessor, transfer: Transferable[] = []) =>
    node.port.postMessage(message, transfer);
  node.port.onmessage = (event: MessageEvent<FromProcessor>) => events.active(event.data.active);
  node.onprocessorerror = () => events.broken('processor');
  context.addEventListener('error', () => events.suspect());
  context.onstatechange = () => events.stateChanged();

  return {
    get state() {
      return context.state === 'running' || context.state === 'closed' ? context.state : 'suspended';
    },
    get currentTime() {
      return context.currentTime;
    },
    get outputLatencyMs() {
      return context.outputLatency * 1_000;
    },
    get glitches() {
      return countsGlitches(context) ? context.playbackStats.underrunEvents : 0;
    },
    resume: () => context.resume(),
    suspend: () => context.suspend(),
    setSink: async (sink) => {
      if (selectsSink(context)) await context.setSinkId(sinkId(sink));
    },
    sendPort: (port) => send({ type: 'port', port }, [port]),
    sendLatency: (latencyMs) => send({ type: 'latency', latencyMs }),
    hold: (held) => send({ type: 'hold', held }),
    hush: (hushed) => send({ type: 'hush', hushed }),
    abandon: () => send({ type: 'abandon' }),
    setVolume: (volume) => gain.gain.setTargetAtTime(volume, context.currentTime, VOLUME_SECONDS),
    level: () => {
      if (context.state !== 'running') return 0;
      meter.getFloatTimeDomainData(samples);
      return Math.min(
        1,
        samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0),
      );
    },
    close: () => {
      node.onprocessorerror = null;
      context.onstatechange = null;
      node.port.onmessage = null;
      send({ type: 'dispose' });
      node.disconnect();
      // Rejects only if it is closed already.
      context.close().catch(() => undefined);
    },
  };
};
