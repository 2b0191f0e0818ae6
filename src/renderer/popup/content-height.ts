import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * Tells the height that the parts want together, in whole CSS pixels, whenever it changes. The page itself is as high as
 * its window with the last part at the bottom, so a window that follows a frame late cuts nothing that is at rest.
 */
export function useContentHeight(
  parts: readonly RefObject<HTMLElement | null>[],
  tell: (height: number) => void,
): void {
  useLayoutEffect(() => {
    let told = 0;
    const measure = (): void => {
      let sum = 0;
      for (const part of parts) sum += part.current?.getBoundingClientRect().height ?? 0;
      const height = Math.ceil(sum);
      if (height === told) return;
      told = height;
      tell(height);
    };
    const observer = new ResizeObserver(measure);
    for (const part of parts) if (part.current !== null) observer.observe(part.current);
    return () => observer.disconnect();
  }, [tell, ...parts]);
}
