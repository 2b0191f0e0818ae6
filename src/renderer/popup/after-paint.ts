/** Runs `run` once the page has drawn what it shows now: the frame's work is done when the task after it runs. */
export function afterPaint(run: () => void): void {
  requestAnimationFrame(() => {
    setTimeout(run);
  });
}
