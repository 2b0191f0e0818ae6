import { beforeEach, expect, it } from 'vitest';
import { NETWORK_INTERVAL_MS, NetworkWatch } from '../../../src/main/assistant/network-watch';
import { FakeClock } from '../../fakes/clock';

let time: FakeClock;
let wanted: boolean;
let online: boolean;
let addresses: string[];
let told: string[];
let watch: NetworkWatch;

beforeEach(() => {
  time = new FakeClock();
  wanted = true;
  online = true;
  addresses = ['192.168.1.2', 'fe80::1'];
  told = [];
  watch = new NetworkWatch({
    isOnline: () => online,
    addresses: () => addresses,
    isWanted: () => wanted,
    schedule: time.schedule,
    online: (now) => told.push(now ? 'online' : 'offline'),
    changed: () => told.push('changed'),
  });
});

it('tells at once that there is no network, and that it is back', () => {
  online = false;
  watch.begin();
  time.advance(0);
  expect(told).toEqual(['offline']);
  online = true;
  time.advance(NETWORK_INTERVAL_MS);
  time.advance(NETWORK_INTERVAL_MS);
  expect(told).toEqual(['offline', 'online']);
});

it('tells another network by its addresses, in whatever order they are named', () => {
  watch.begin();
  time.advance(NETWORK_INTERVAL_MS);
  addresses = ['fe80::1', '192.168.1.2'];
  time.advance(NETWORK_INTERVAL_MS);
  expect(told).toEqual([]);
  addresses = ['10.0.0.7'];
  time.advance(NETWORK_INTERVAL_MS);
  expect(told).toEqual(['changed']);
});

it('looks at nothing, and sets no timer, while nobody wants a connection', () => {
  wanted = false;
  watch.begin();
  expect(time.waiting).toBe(0);
  wanted = true;
  watch.begin();
  watch.begin();
  expect(time.waiting).toBe(1);
  wanted = false;
  time.advance(2 * NETWORK_INTERVAL_MS);
  expect(time.waiting).toBe(0);
  wanted = true;
  watch.begin();
  watch.end();
  expect(time.waiting).toBe(0);
});
