import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { WebSocket } from 'ws';
import { watchPulse } from '../../../src/main/realtime/pulse';
import { FakeClock } from '../../fakes/clock';

class FakeSocket extends EventEmitter {
  readyState = 1;
  readonly ping = vi.fn();
}

let socket: FakeSocket;
let time: FakeClock;
let dead: number;
let pulse: ReturnType<typeof watchPulse>;

beforeEach(() => {
  socket = new FakeSocket();
  time = new FakeClock();
  dead = 0;
  pulse = watchPulse(socket as unknown as WebSocket, {
    schedule: time.schedule,
    pingIntervalMs: 20_000,
    pongTimeoutMs: 10_000,
    onDead: () => {
      dead += 1;
    },
  });
});

describe('the pulse of a connection', () => {
  it('is felt every twenty seconds, and a connection that answers lives', () => {
    socket.ping.mockImplementation(() => socket.emit('pong'));
    pulse.start();
    time.advance(100_000);
    expect(socket.ping).toHaveBeenCalledTimes(5);
    expect(dead).toBe(0);
  });

  it('finds a connection that answers no more', () => {
    pulse.start();
    time.advance(29_999);
    expect(dead).toBe(0);
    time.advance(1);
    expect(dead).toBe(1);
  });

  it.each(['message', 'ping', 'pong'])('takes any %s for a sign of life', (event) => {
    pulse.start();
    time.advance(25_000);
    socket.emit(event);
    time.advance(14_999);
    expect(dead).toBe(0);
  });

  it('can be felt at once, over and over, without more time than one ping has', () => {
    pulse.start();
    for (let i = 0; i < 4; i += 1) {
      pulse.probe();
      time.advance(2_500);
    }
    expect(dead).toBe(1);
  });

  it('feels nothing before the connection is open, and sets no timer after its end', () => {
    socket.readyState = 0;
    pulse.probe();
    expect(socket.ping).not.toHaveBeenCalled();
    socket.readyState = 1;
    pulse.start();
    pulse.probe();
    pulse.stop();
    expect(time.waiting).toBe(0);
  });
});
