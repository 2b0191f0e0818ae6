/** What the host puts before a page script: names that the page cannot guess, and what `process` tells the preload. */
export interface PageConfig {
  /** Event from the preload's world to the page's, and back. */
  toPage: string;
  toPreload: string;
  process: {
    type: 'renderer';
    platform: string;
    arch: string;
    sandboxed: true;
    contextIsolated: true;
    versions: Record<string, string>;
  };
}
