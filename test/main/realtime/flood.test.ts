import { expect, it } from 'vitest';
import { againstFloods, MOST_EVENTS_PER_SECOND } from '../../../src/main/realtime/flood';
import { FakeNetwork } from '../../fakes/fake-connection';

function start() {
  const network = new FakeNetwork();
  const told: string[] = [];
  let now = 0;
  againstFloods(network.connect, () => now)(
    { url: 'wss://example.test', key: null, model: 'm' },
    {
      opened: () => told.push('opened'),
      received: () => told.push('event'),
      malformed: () => told.push('malformed'),
      ended: ({ code }) => told.push(code),
    },
  );
  network.newest.open();
  const send = (count: number) => {
    for (let i = 0; i < count; i += 1) network.newest.receive({ type: 'x' });
  };
  return { network, told, send, pass: (ms: number) => (now += ms) };
}

it('takes as many events in each second as an answer can have', () => {
  const { told, send, pass } = start();
  for (let i = 0; i < 3; i += 1) {
    send(MOST_EVENTS_PER_SECOND);
    pass(1_000);
  }
  expect(told).toHaveLength(1 + 3 * MOST_EVENTS_PER_SECOND);
});

it('ends a connection that floods, once, and hears nothing of it any more', () => {
  const { network, told, send } = start();
  send(MOST_EVENTS_PER_SECOND + 1_000);
  network.newest.end();
  expect(told.slice(MOST_EVENTS_PER_SECOND)).toEqual(['event', 'flood']);
  expect(network.newest.isOver).toBe(true);
});
