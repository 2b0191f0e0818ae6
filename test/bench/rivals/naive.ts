/** The way of most tutorials: an AudioBuffer for each delta, scheduled where the last one ends. */
import { type Heard, type RivalPlayer, run } from './page';

const SAMPLE_RATE = 24_000;
const context = new AudioContext({ sampleRate: SAMPLE_RATE });
const playing = new Set<AudioBufferSourceNode>();
const interrupted = new Set<string>();
let next = 0;
let current: { item: string; startedAt: number } | null = null;

const rival: RivalPlayer = {
  connect: () => context.resume(),
  add(item, bytes) {
    if (interrupted.has(item)) return;
    const pcm = new Int16Array(bytes);
    const buffer = context.createBuffer(1, pcm.length, SAMPLE_RATE);
    const samples = buffer.getChannelData(0);
    for (let i = 0; i < pcm.length; i++) samples[i] = (pcm[i] ?? 0) / 32_768;

    const source = context.createBufferSource();
    source.buffer = buffer;
    source.connect(context.destination);
    const at = Math.max(context.currentTime, next);
    source.start(at);
    next = at + buffer.duration;
    if (current?.item !== item) current = { item, startedAt: at };
    playing.add(source);
    source.addEventListener('ended', () => playing.delete(source));
  },
  async interrupt(): Promise<Heard | null> {
    for (const source of playing) source.stop();
    playing.clear();
    next = 0;
    if (!current) return null;
    const { item, startedAt } = current;
    current = null;
    interrupted.add(item);
    return { item, ms: Math.max(0, context.currentTime - startedAt) * 1000 };
  },
};

void run(rival);
