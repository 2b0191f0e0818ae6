import { describe, expect, it } from 'vitest';
import type { AudioDeviceState, OutputDevice } from '../../../src/preload/audio-contract';
import type { Outputs } from '../../../src/renderer/audio/devices';
import type { Buffering, Graph, GraphEvents, Sink } from '../../../src/renderer/audio/graph';
import { Supervisor } from '../../../src/renderer/audio/supervisor';
import { FakeClock } from '../../fakes/clock';

type World = ReturnType<typeof world>;

/** A graph whose clock goes with virtual time while it runs on a working sink. */
class FakeGraph implements Graph {
  state: Graph['state'] = 'suspended';
  outputLatencyMs = 32;
  ports: MessagePort[] = [];
  volume = -1;
  latencyMs = -1;
  sink = 'default';
  glitches = 0;
  /** Every change of hold and sink, in order. */
  readonly did: string[] = [];
  hushed = false;
  readonly events: GraphEvents;
  readonly #world: World;

  readonly buffering: Buffering;

  constructor(events: GraphEvents, buffering: Buffering, ofWorld: World) {
    this.events = events;
    this.buffering = buffering;
    this.#world = ofWorld;
  }

  get currentTime(): number {
    const works = this.sink === 'none' || this.#world.deviceWorks;
    return this.state === 'running' && works ? this.#world.time.now() / 1_000 : 0;
  }

  async resume(): Promise<void> {
    if (!this.#world.mayRun) return new Promise(() => undefined);
    this.state = 'running';
    this.events.stateChanged();
  }

  async suspend(): Promise<void> {
    this.state = 'suspended';
    this.events.stateChanged();
  }

  async setSink(sink: Sink): Promise<void> {
    if (this.#world.refuses && sink.kind === 'device') throw new Error('not allowed');
    this.sink = sink.kind === 'device' ? sink.id : sink.kind;
    this.did.push(this.sink);
  }

  hold(held: boolean): void {
    this.did.push(held ? 'hold' : 'go on');
  }

  abandon(): void {
    this.did.push('abandon');
  }

  hush(hushed: boolean): void {
    this.hushed = hushed;
  }

  sendPort(port: MessagePort): void {
    this.ports.push(port);
  }

  sendLatency(latencyMs: number): void {
    this.latencyMs = latencyMs;
  }

  setVolume(volume: number): void {
    this.volume = volume;
  }

  level(): number {
    return 0.5;
  }

  close(): void {
    this.state = 'closed';
  }
}

function world() {
  return {
    time: new FakeClock(),
    graphs: [] as FakeGraph[],
    states: [] as AudioDeviceState[],
    requests: 0,
    opens: 0,
    mayOpen: true,
    mayRun: true,
    outputs: { any: true, devices: [] } as Outputs,
    told: [] as (readonly OutputDevice[])[],
    refuses: false,
    deviceWorks: true,
  };
}

async function setup(change: Partial<World> = {}) {
  const w = Object.assign(world(), change);
  const supervisor = new Supervisor({
    open: async (events, buffering) => {
      w.opens++;
      if (!w.mayOpen) throw new Error('no way');
      const graph = new FakeGraph(events, buffering, w);
      w.graphs.push(graph);
      return graph;
    },
    after: w.time.schedule,
    outputs: async () => w.outputs,
    requestPort: () => w.requests++,
    onDeviceState: (state) => w.states.push(state),
    onDevices: (devices) => w.told.push(devices),
  });
  /** Lets time pass in small steps, with the promises between them. */
  const pass = async (ms: number) => {
    for (let at = 0; at < ms; at += 100) {
      await new Promise(setImmediate);
      w.time.advance(100);
    }
    await new Promise(setImmediate);
  };
  await pass(0);
  const graph = () => {
    const last = w.graphs.at(-1);
    if (!last) throw new Error('no graph');
    return last;
  };
  const kinds = () => w.states.map((state) => state.kind);
  return { w, supervisor, pass, graph, kinds };
}

const HEADSET: OutputDevice = { id: 'h', name: 'Headset' };
const NOTHING: Outputs = { any: false, devices: [] };
const SPEAKERS: Outputs = { any: true, devices: [{ id: 's', name: 'Speakers' }] };
const BOTH: Outputs = { any: true, devices: [...SPEAKERS.devices, HEADSET] };

/** Stands for a port; it is only handed on. */
const somePort = () => new MessageChannel().port1 as unknown as MessagePort;

describe('Supervisor', () => {
  it('builds, asks for a port, hands it on and tells the latency', async () => {
    const { w, supervisor, pass, graph } = await setup();
    expect(w.requests).toBe(1);
    const port = somePort();
    supervisor.attachPort(port);
    await pass(1_000);
    expect(graph().ports).toEqual([port]);
    expect(graph().latencyMs).toBe(32);
    expect(w.states).toEqual([{ kind: 'starting' }, { kind: 'running', outputLatencyMs: 32 }]);
    supervisor.dispose();
  });

  it('suspends when idle, without a timer left, and wakes for sound', async () => {
    const { w, supervisor, pass, graph, kinds } = await setup();
    await pass(11_000);
    expect(kinds()).toEqual(['starting', 'running', 'suspended']);
    expect(w.time.waiting).toBe(0);
    graph().events.active(true);
    await pass(60_000);
    expect(graph().state).toBe('running');
    graph().events.active(false);
    await pass(9_000);
    expect(graph().state).toBe('running');
    supervisor.wake();
    await pass(9_000);
    expect(graph().state).toBe('running');
    await pass(2_000);
    expect(graph().state).toBe('suspended');
    expect(w.time.waiting).toBe(0);
  });

  it('resumes what the system has suspended in mid-sound', async () => {
    const { w, graph, pass } = await setup();
    graph().events.active(true);
    await graph().suspend();
    await pass(100);
    expect(graph().state).toBe('running');
    // What the device held back is lost: main has to send it again, on a fresh port.
    expect(graph().did).toContain('abandon');
    expect(w.requests).toBe(2);
  });

  it('renders into nothing without a device, says so, and comes back', async () => {
    const { w, supervisor, pass, graph, kinds } = await setup({ outputs: NOTHING });
    await pass(500);
    expect(graph().sink).toBe('none');
    expect(kinds().at(-1)).toBe('no-device');
    w.outputs = SPEAKERS;
    supervisor.devicesChanged();
    await pass(500);
    expect(graph().sink).toBe('default');
    expect(kinds().at(-1)).toBe('running');
    expect(w.graphs).toHaveLength(1);
  });

  it('notices a device that goes without a word, while there is sound', async () => {
    const { w, pass, graph, kinds } = await setup();
    graph().events.active(true);
    await pass(1_000);
    w.outputs = NOTHING;
    await pass(3_000);
    expect(kinds().at(-1)).toBe('no-device');
  });

  it('goes to nothing when the clock of a listed device stands still, until the next wake', async () => {
    const { w, supervisor, pass, graph, kinds } = await setup({ deviceWorks: false });
    graph().events.active(true);
    await pass(5_000);
    expect(graph().sink).toBe('none');
    expect(kinds().at(-1)).toBe('no-device');
    w.deviceWorks = true;
    supervisor.wake();
    await pass(1_000);
    expect(graph().sink).toBe('default');
    expect(kinds().at(-1)).toBe('running');
  });

  it('waits quietly when it may not run yet', async () => {
    const { w, supervisor, pass, kinds } = await setup({ mayRun: false });
    await pass(20_000);
    expect(w.graphs).toHaveLength(1);
    expect(kinds()).not.toContain('failed');
    w.mayRun = true;
    supervisor.wake();
    await pass(1_000);
    expect(kinds().at(-1)).toBe('running');
  });

  it('replaces a broken graph within a second, with a fresh port and the same volume', async () => {
    const { w, supervisor, pass, graph } = await setup();
    supervisor.setVolume(0);
    const first = graph();
    first.events.broken('failed');
    await pass(1_000);
    expect(w.graphs).toHaveLength(2);
    expect(w.requests).toBe(2);
    expect(first.state).toBe('closed');
    expect(graph().volume).toBe(0);
    // What the old one still says is of no interest.
    first.events.broken('closed');
    await pass(1_000);
    expect(w.graphs).toHaveLength(2);
  });

  it('believes the clock when the device complains: it goes on, or is replaced', async () => {
    const { w, pass, graph } = await setup();
    graph().events.active(true);
    await pass(1_000);
    graph().events.suspect();
    await pass(1_000);
    expect(w.graphs).toHaveLength(1);
    w.deviceWorks = false;
    await pass(100);
    graph().events.suspect();
    await pass(800);
    expect(w.graphs).toHaveLength(2);
    expect(w.requests).toBe(2);
  });

  it('gives up after some attempts, says so, and tries again when woken', async () => {
    const { w, supervisor, pass, graph, kinds } = await setup({ mayOpen: false });
    await pass(60_000);
    expect(w.opens).toBe(6);
    expect(kinds()).toEqual(['starting', 'failed']);
    expect(w.time.waiting).toBe(0);
    w.mayOpen = true;
    supervisor.wake();
    await pass(500);
    expect(kinds().at(-1)).toBe('running');
    expect(graph().sink).toBe('default');
  });

  it('does not trust a device on which graph after graph breaks', async () => {
    const { w, pass, graph, kinds } = await setup();
    for (let i = 0; i < 3; i++) {
      graph().events.broken('failed');
      await pass(600);
    }
    expect(w.graphs).toHaveLength(4);
    expect(graph().sink).toBe('none');
    expect(kinds().at(-1)).toBe('no-device');
  });

  it('keeps a port that comes while a graph is being built', async () => {
    const { w, supervisor, pass, graph } = await setup();
    graph().events.broken('failed');
    const port = somePort();
    supervisor.attachPort(port);
    await pass(200);
    expect(graph().ports).toEqual([port]);
    expect(w.requests).toBe(1);
  });

  it('tells the devices when they change, and only then', async () => {
    const { w, supervisor, pass } = await setup({ outputs: SPEAKERS });
    await pass(100);
    supervisor.wake();
    supervisor.devicesChanged();
    await pass(100);
    w.outputs = BOTH;
    supervisor.devicesChanged();
    await pass(100);
    expect(w.told).toEqual([SPEAKERS.devices, BOTH.devices]);
  });

  it('plays on the chosen device at once when nothing sounds', async () => {
    const { supervisor, pass, graph, w } = await setup({ outputs: BOTH });
    supervisor.setOutput('h');
    await pass(0);
    expect(graph().did).toEqual(['h', 'go on']);
    supervisor.setOutput(null);
    await pass(0);
    expect(graph().sink).toBe('default');
    // Another graph goes there by itself.
    supervisor.setOutput('h');
    await pass(0);
    graph().events.broken('failed');
    await pass(200);
    expect(w.graphs).toHaveLength(2);
    expect(graph().sink).toBe('h');
  });

  it('in mid-speech lets the old device play out what it holds before it changes', async () => {
    const { supervisor, pass, graph } = await setup({ outputs: BOTH });
    graph().events.active(true);
    await pass(200);
    supervisor.setOutput('h');
    await new Promise(setImmediate);
    expect(graph().did).toEqual(['hold']);
    await pass(100);
    expect(graph().did).toEqual(['hold', 'h', 'go on']);
  });

  it('takes the last of several choices', async () => {
    const { supervisor, pass, graph } = await setup({ outputs: BOTH });
    graph().events.active(true);
    await pass(200);
    supervisor.setOutput('h');
    await new Promise(setImmediate);
    supervisor.setOutput('s');
    await pass(300);
    expect(graph().sink).toBe('s');
    expect(graph().did.at(-1)).toBe('go on');
  });

  it('goes on where it was when a device refuses, until something changes', async () => {
    const { w, supervisor, pass, graph } = await setup({ outputs: BOTH, refuses: true });
    supervisor.setOutput('h');
    await pass(500);
    expect(graph().sink).toBe('default');
    expect(graph().did.at(-1)).toBe('go on');
    w.refuses = false;
    supervisor.wake();
    await pass(100);
    expect(graph().sink).toBe('h');
  });

  it('is not kept silent by a change that never ends', async () => {
    const { supervisor, pass, graph } = await setup({ outputs: BOTH });
    graph().events.active(true);
    await pass(200);
    graph().setSink = () => new Promise(() => undefined);
    supervisor.setOutput('h');
    await pass(2_000);
    expect(graph().did).toEqual(['hold', 'go on']);
  });

  it('goes on elsewhere at once when the chosen device is gone, and comes back to it', async () => {
    const { w, supervisor, pass, graph } = await setup({ outputs: BOTH });
    supervisor.setOutput('h');
    graph().events.active(true);
    await pass(200);
    w.outputs = SPEAKERS;
    graph().events.suspect();
    await pass(100);
    // Another graph: what the lost device held back has to be played once more.
    expect(w.graphs).toHaveLength(2);
    expect(graph().sink).toBe('default');
    expect(w.requests).toBe(2);
    w.outputs = BOTH;
    supervisor.devicesChanged();
    await pass(200);
    expect(graph().sink).toBe('h');
    expect(w.graphs).toHaveLength(2);
  });

  it('asks for as little latency as there is, until the device does not keep up', async () => {
    const { w, pass, graph } = await setup();
    expect(graph().buffering).toBe('least');
    graph().events.active(true);
    await pass(1_000);
    graph().glitches = 3;
    await pass(1_000);
    // Not in mid-speech.
    expect(w.graphs).toHaveLength(1);
    graph().events.active(false);
    await pass(200);
    expect(w.graphs).toHaveLength(2);
    expect(graph().buffering).toBe('safe');
    graph().events.active(true);
    graph().glitches = 10;
    await pass(1_000);
    graph().events.active(false);
    await pass(200);
    expect(w.graphs).toHaveLength(2);
  });

  it('hands a hush on', async () => {
    const { supervisor, graph } = await setup();
    supervisor.hush(true);
    expect(graph().hushed).toBe(true);
    supervisor.hush(false);
    expect(graph().hushed).toBe(false);
  });

  it('leaves nothing behind when disposed', async () => {
    const { w, supervisor, pass, graph } = await setup();
    supervisor.dispose();
    graph().events.broken('closed');
    await pass(1_000);
    expect(w.graphs).toHaveLength(1);
    expect(graph().state).toBe('closed');
    expect(w.time.waiting).toBe(0);
  });
});
