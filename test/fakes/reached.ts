/** Resolves with true once it holds, or with false after `ms` of real time. */
export async function reached(is: () => boolean, ms: number): Promise<boolean> {
  const until = performance.now() + ms;
  while (!is()) {
    if (performance.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return true;
}
