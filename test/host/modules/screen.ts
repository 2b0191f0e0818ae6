import type { Point } from 'electron';
import { declaredEvents } from '../declared';
import type { HostContext } from '../host-context';
import type { SimulatedDisplay } from '../system';

const EVENTS = ['display-added', 'display-removed', 'display-metrics-changed'];

type Area = { x: number; y: number; width: number; height: number };

/** What the app gets of a display: the parts of Electron.Display that mean something here. */
function displayOf(display: SimulatedDisplay) {
  const { bounds, workArea } = display;
  return {
    ...structuredClone(display),
    size: { width: bounds.width, height: bounds.height },
    workAreaSize: { width: workArea.width, height: workArea.height },
    rotation: 0,
    internal: false,
    label: `Display ${display.id}`,
  };
}

/** Squared distance from a point to a rectangle, 0 inside. */
function distance({ x, y }: Point, area: Area): number {
  const dx = Math.max(area.x - x, 0, x - (area.x + area.width - 1));
  const dy = Math.max(area.y - y, 0, y - (area.y + area.height - 1));
  return dx * dx + dy * dy;
}

function overlap(a: Area, b: Area): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

export class HostScreen extends declaredEvents('screen', EVENTS) {
  readonly #host: HostContext;

  constructor(host: HostContext) {
    super();
    this.#host = host;
    host.system.on('displays', (former) => {
      const now = host.system.displays;
      const isIn = (displays: readonly SimulatedDisplay[], { id }: SimulatedDisplay) =>
        displays.some((display) => display.id === id);
      for (const gone of former.filter((display) => !isIn(now, display)))
        this.emit('display-removed', {}, displayOf(gone));
      for (const display of now) {
        if (isIn(former, display))
          this.emit('display-metrics-changed', {}, displayOf(display), ['bounds', 'workArea']);
        else this.emit('display-added', {}, displayOf(display));
      }
    });
  }

  getAllDisplays() {
    this.#host.lifecycle.requireReady('screen');
    return this.#host.system.displays.map(displayOf);
  }

  getPrimaryDisplay() {
    const [first] = this.getAllDisplays();
    if (first === undefined) throw new Error('The simulated system has no display');
    return first;
  }

  getCursorScreenPoint(): Point {
    this.#host.lifecycle.requireReady('screen');
    return { ...this.#host.system.cursor };
  }

  getDisplayNearestPoint(point: Point) {
    const byDistance = this.getAllDisplays().sort(
      (a, b) => distance(point, a.bounds) - distance(point, b.bounds),
    );
    return byDistance[0] ?? this.getPrimaryDisplay();
  }

  getDisplayMatching(area: Area) {
    const byOverlap = this.getAllDisplays().sort((a, b) => overlap(area, b.bounds) - overlap(area, a.bounds));
    return byOverlap[0] ?? this.getPrimaryDisplay();
  }
}
