import { beforeEach, describe, expect, it } from 'vitest';
import { Epoch } from '../../../src/main/audio/epoch';
import { FRAMES_PER_MS } from '../../../src/main/audio/frames';
import { Line } from '../../../src/main/audio/line';
import { Outbox, QUEUE_TARGET_FRAMES } from '../../../src/main/audio/outbox';
import { PcmDecoder } from '../../../src/main/audio/pcm';
import { Pump } from '../../../src/main/audio/pump';
import type { ToPlayer } from '../../../src/preload/audio-contract';
import { FakeClock } from '../../fakes/clock';

let time: FakeClock;
let outbox: Outbox;
let line: Line;
let epoch: Epoch;
let pump: Pump;
let sent: ToPlayer[];

/** Lengths of the chunks that were sent, in ms. */
const chunksMs = () =>
  sent.flatMap((message) => (message.type === 'chunk' ? [message.pcm.byteLength / 2 / FRAMES_PER_MS] : []));

function queue(ms: number): void {
  const frames = new Int16Array(ms * FRAMES_PER_MS);
  outbox.add('i', frames);
  epoch.received('i', frames.length, new PcmDecoder());
}

/** A player with room for twelve seconds. */
function playerComes(): void {
  let tell: (message: unknown) => void = () => undefined;
  line.attach({
    postMessage: (message) => sent.push(message),
    onMessage: (listener) => {
      tell = listener;
    },
    onClose: () => undefined,
    close: () => undefined,
  });
  tell({ type: 'hello', capacityFrames: 12_000 * FRAMES_PER_MS });
}

beforeEach(() => {
  time = new FakeClock();
  outbox = new Outbox();
  line = new Line({ received: () => undefined, malformed: () => undefined, lost: () => undefined });
  epoch = new Epoch(3);
  sent = [];
  pump = new Pump({ outbox, line, schedule: time.schedule, epoch: () => epoch });
});

describe('Pump', () => {
  it('sends nothing while there is no player, and waits for none', () => {
    queue(50);
    pump.run(true);
    expect(sent).toEqual([]);
    expect(time.waiting).toBe(0);
  });

  it('fills the player as far as it should be, in messages that are not too long', () => {
    playerComes();
    queue(10_000);
    pump.run(false);
    const all = chunksMs();
    expect(all.reduce((sum, ms) => sum + ms, 0) * FRAMES_PER_MS).toBe(QUEUE_TARGET_FRAMES);
    expect(Math.max(...all)).toBe(100);
    expect(epoch.ledger.inFlight).toBe(QUEUE_TARGET_FRAMES);
    expect(time.waiting).toBe(0);
  });

  it('names the epoch, and ends an item after its last frame', () => {
    playerComes();
    queue(10);
    outbox.end('i');
    pump.run(false);
    expect(sent.map(({ type }) => type)).toEqual(['chunk', 'end']);
    expect(sent.map((message) => ('epoch' in message ? message.epoch : null))).toEqual([3, 3]);
  });

  it('sends short chunks at once while the player has little, later together', () => {
    playerComes();
    queue(5);
    pump.run(false);
    queue(5);
    pump.run(false);
    expect(chunksMs()).toEqual([5, 5]);
    queue(300);
    pump.run(false);
    sent.length = 0;
    queue(5);
    pump.run(false);
    queue(5);
    pump.run(false);
    expect(sent).toEqual([]);
    time.advance(20);
    expect(chunksMs()).toEqual([10]);
  });

  it('sends what waits with the next message that does not', () => {
    playerComes();
    queue(300);
    pump.run(false);
    sent.length = 0;
    queue(5);
    pump.run(false);
    pump.rest();
    expect(time.waiting).toBe(0);
    pump.run(true);
    expect(chunksMs()).toEqual([5]);
  });
});
