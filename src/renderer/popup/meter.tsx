import { useLayoutEffect, useRef } from 'preact/hooks';
import { MeterMotion } from './meter-motion';

const BARS = 7;
/**
 * From one picture to the next, ms, and what of it is left to the screen's own beat. Each costs a whole frame of the
 * page, and the level is that of the last 43 ms: more pictures would show little more.
 */
const FRAME_MS = 50;
const BEAT_MS = 8;

/**
 * The sound as it is heard, as moving bars. `level` gives the present peak, 0 to 1. Runs only while `running`, and not
 * at all where the user wants no motion; then all bars are dots.
 *
 * A canvas, because any change of an element's style makes Chromium look for all highlights anew, and so paint the
 * whole answer again.
 */
export function Meter({ level, running }: { level: () => number; running: boolean }) {
  const canvas = useRef<HTMLCanvasElement>(null);

  useLayoutEffect(() => {
    if (canvas.current === null) return;
    const paint = painter(canvas.current);
    const motion = new MeterMotion(BARS);
    paint(motion.heights);
    const still = matchMedia('(prefers-reduced-motion: reduce)');
    if (!running || still.matches) return;
    let last: number | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let frame = requestAnimationFrame(function draw(now) {
      // The wish may come up while it moves.
      if (still.matches) return paint(new Float64Array(BARS));
      timer = setTimeout(() => {
        frame = requestAnimationFrame(draw);
      }, FRAME_MS - BEAT_MS);
      paint(motion.step(level(), last === null ? FRAME_MS : now - last));
      last = now;
    });
    return () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
    };
  }, [running, level]);

  return (
    <span class="meter" aria-hidden="true">
      <canvas ref={canvas} />
    </span>
  );
}

/** Paints bars of heights from 0 to 1 in the element's colours; nothing if that would change no pixel. */
function painter(canvas: HTMLCanvasElement): (heights: Float64Array) => void {
  const width = Math.round(canvas.clientWidth * devicePixelRatio);
  const height = Math.round(canvas.clientHeight * devicePixelRatio);
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  const colours = getComputedStyle(canvas);
  const bar = width / (2 * BARS - 1);
  const painted = new Int16Array(BARS);

  return (heights) => {
    let changes = false;
    heights.forEach((share, i) => {
      // A silent bar is still a dot.
      const pixels = Math.round(bar + (height - bar) * share);
      changes ||= pixels !== painted[i];
      painted[i] = pixels;
    });
    if (context === null || !changes) return;
    const shade = context.createLinearGradient(0, 0, 0, height);
    shade.addColorStop(0, colours.color);
    shade.addColorStop(1, colours.outlineColor);
    context.fillStyle = shade;
    context.clearRect(0, 0, width, height);
    context.beginPath();
    painted.forEach((pixels, i) => {
      context.roundRect(2 * i * bar, (height - pixels) / 2, bar, pixels, bar / 2);
    });
    context.fill();
  };
}
