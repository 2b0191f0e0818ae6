/** wavtools' WavStreamPlayer, used as OpenAI's realtime console uses it. */
import { WavStreamPlayer } from 'wavtools';
import { type RivalPlayer, run } from './page';

const SAMPLE_RATE = 24_000;
const player = new WavStreamPlayer({ sampleRate: SAMPLE_RATE });

const rival: RivalPlayer = {
  connect: async () => {
    await player.connect();
  },
  add: (item, pcm) => {
    player.add16BitPCM(pcm, item);
  },
  interrupt: async () => {
    const offset = await player.interrupt();
    if (!offset?.trackId) return null;
    return { item: offset.trackId, ms: (offset.offset / SAMPLE_RATE) * 1000 };
  },
};

void run(rival);
