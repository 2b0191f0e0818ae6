import { useEffect, useRef } from 'preact/hooks';
import { MeterMotion } from './meter-motion';

const BARS = [0, 1, 2, 3, 4, 5, 6];
/** A silent bar is still a dot. */
const LEAST = 0.14;
/** Drawn at most this often, ms: thirty times a second moves as smoothly as bars need, at half of a screen's cost. */
const FRAME_MS = 30;

/**
 * The sound as it is heard, as moving bars. `level` gives the present peak, 0 to 1. Runs only while `running`, and not
 * at all where the user wants no motion.
 */
export function Meter({ level, running }: { level: () => number; running: boolean }) {
  const root = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    const bars = root.current?.children;
    if (!running || bars === undefined) return;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const motion = new MeterMotion(BARS.length);
    let last: number | null = null;
    let frame = requestAnimationFrame(function draw(now) {
      frame = requestAnimationFrame(draw);
      if (last !== null && now - last < FRAME_MS) return;
      const heights = motion.step(level(), last === null ? 16 : now - last);
      last = now;
      for (let i = 0; i < bars.length; i++) {
        const bar = bars[i];
        const height = LEAST + (1 - LEAST) * (heights[i] ?? 0);
        if (bar instanceof HTMLElement) bar.style.transform = `scaleY(${height.toFixed(3)})`;
      }
    });
    return () => cancelAnimationFrame(frame);
  }, [running, level]);

  return (
    <span class="meter" ref={root} aria-hidden="true">
      {BARS.map((bar) => (
        <span class="meter-bar" key={bar} />
      ))}
    </span>
  );
}
