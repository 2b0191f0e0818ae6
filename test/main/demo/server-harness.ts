import { once } from 'node:events';
import { type ClientOptions, WebSocket } from 'ws';
import { systemClock } from '../../../src/main/demo/clock';
import type { WireEvent } from '../../../src/main/demo/protocol/events';
import { CALM, findScenario } from '../../../src/main/demo/scenarios/scenarios';
import { type DemoServer, type DemoServerOptions, startDemoServer } from '../../../src/main/demo/server';
import { rampVoice } from './fakes';

export function startServer(options: Partial<DemoServerOptions> = {}): Promise<DemoServer> {
  return startDemoServer({
    port: 0,
    key: null,
    pace: 50,
    scenario: CALM,
    certificate: null,
    voice: rampVoice,
    clock: systemClock,
    ...options,
  });
}

/** Starts a server that misbehaves by name. */
export function startScenario(name: string): Promise<DemoServer> {
  const scenario = findScenario(name);
  if (scenario === null) throw new Error(`no scenario ${name}`);
  return startServer({ scenario });
}

/** A plain client that keeps what it was told. */
export class Client {
  readonly events: WireEvent[] = [];
  /** Frames that are no events. */
  readonly strays: string[] = [];
  readonly socket: WebSocket;
  /** The close code, once it closed. */
  readonly closed: Promise<{ code: number; reason: string }>;
  #waiting: (() => void)[] = [];

  constructor(url: string, options: ClientOptions = {}, protocols: string[] = []) {
    this.socket = new WebSocket(`${url}?model=test`, protocols, options);
    this.socket.on('error', () => {});
    // Not events.once: it would reject on the error that precedes a broken connection's close.
    this.closed = new Promise((resolve) => {
      this.socket.once('close', (code, reason) => resolve({ code, reason: String(reason) }));
    });
    void this.closed.then(() => this.#wake());
    this.socket.on('message', (data, binary) => {
      const text = data.toString();
      const event = binary ? null : toEvent(text);
      if (event === null) this.strays.push(text);
      else this.events.push(event);
      this.#wake();
    });
  }

  send(event: Record<string, unknown>): void {
    this.socket.send(JSON.stringify(event));
  }

  /** The first event of a type; waits for it. Rejects if the connection closes first. */
  async until(type: string): Promise<WireEvent> {
    for (;;) {
      const event = this.events.find((each) => each.type === type);
      if (event !== undefined) return event;
      if (this.socket.readyState === this.socket.CLOSED) throw new Error(`closed before ${type}`);
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  async ask(text: string): Promise<void> {
    await this.until('session.created');
    this.send({
      type: 'conversation.item.create',
      item: { type: 'message', role: 'user', content: [{ type: 'input_text', text }] },
    });
    this.send({ type: 'response.create', event_id: 'ask' });
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

/** What a request to connect is refused with. */
export async function refusalOf(
  url: string,
  options: ClientOptions = {},
): Promise<{ status: number; headers: Record<string, unknown>; body: string }> {
  const socket = new WebSocket(`${url}?model=test`, options);
  socket.on('error', () => {});
  const opened = once(socket, 'open').then(() => Promise.reject(new Error('the connection was not refused')));
  const [, response] = await Promise.race([once(socket, 'unexpected-response'), opened]);
  let body = '';
  for await (const chunk of response) body += String(chunk);
  socket.terminate();
  return { status: response.statusCode, headers: response.headers, body };
}

function toEvent(text: string): WireEvent | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
      ? (value as WireEvent)
      : null;
  } catch {
    return null;
  }
}
