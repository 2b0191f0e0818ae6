import type { Case } from './case';

const hotkey: Case = {
  name: 'hotkey',
  title: 'The hotkey, pressed while the popup is hidden',
  metrics: {
    painted: { title: 'hotkey at the host → the popup’s page has drawn', kind: 'time', unit: 'ms' },
    unpainted: { title: 'openings that were not drawn', kind: 'count', unit: '' },
    unfocused: { title: 'openings without the focus in the prompt', kind: 'count', unit: '' },
  },
  repetitions: { full: 60, quick: 3 },
  async run(_stage, { desktop }) {
    if (desktop === null) return {};
    const { paintedMs, isFocused } = await desktop.open();
    return {
      painted: paintedMs,
      unpainted: paintedMs === null ? 1 : 0,
      unfocused: isFocused ? 0 : 1,
    };
  },
};

const start: Case = {
  name: 'start',
  title: 'A start, hidden in the tray',
  metrics: {
    tray: { title: 'Aloud’s own code until its tray icon is there', kind: 'time', unit: 'ms' },
  },
  repetitions: { full: 12, quick: 0 },
  async run(_stage, { desktop }) {
    return desktop === null ? {} : { tray: await desktop.start() };
  },
};

export const DESKTOP: readonly Case[] = [hotkey, start];
