import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';

/** Which lines Biome must refuse, and which it must let through, in a file of this path. */
interface Case {
  refused?: readonly string[];
  allowed?: readonly string[];
}

const timeAndChance = [
  'Date.now();',
  'Math.random();',
  'setTimeout(f, 1);',
  'performance.now();',
  'process.env;',
];

/** A pure file takes all it needs as arguments; its own folder's rules hold too. */
function pure(alsoRefused: readonly string[], allowed: readonly string[]): Case {
  const node = ["import { readFile } from 'node:fs/promises';", "import { randomUUID } from 'node:crypto';"];
  return {
    refused: [...node, "import { app } from 'electron';", ...timeAndChance, ...alsoRefused],
    allowed: [...allowed, 'new Date(ms);', 'Math.max(1, 2);'],
  };
}

const rendererFromMain = "import { popup } from '../../renderer/popup/app';";
const preloadFromMain = "import { api } from '../../preload/index';";
const contract = "import type { Snapshot } from '../../preload/contract';";
const audioContract = "import type { ToPlayer } from '../../preload/audio-contract';";

const cases: Readonly<Record<string, Case>> = {
  'src/main/index.ts': {
    refused: [
      "import { app } from 'electron';",
      "const late = await import('electron');",
      "import { popup } from '../renderer/popup/app';",
      "export * from '../renderer/popup/app';",
      "import '../preload/index';",
    ],
    allowed: ["import { tray } from './shell/tray';", "import type { Snapshot } from '../preload/contract';"],
  },
  'src/main/composition/desktop.ts': {
    refused: ["import { app } from 'electron';", rendererFromMain],
    allowed: ["import { tray } from '../shell/tray';", contract],
  },
  'src/main/settings/store.ts': {
    refused: ["import { app } from 'electron';", "import { tray } from '../shell/tray';", rendererFromMain],
    allowed: ["import { readFile } from 'node:fs/promises';", contract],
  },
  'src/main/assistant/assistant.ts': {
    refused: ["import { app } from 'electron';", "import { tray } from '../shell/tray';", preloadFromMain],
    allowed: [
      "import { session } from '../realtime/session';",
      "import { channel } from '../audio/channel';",
      contract,
    ],
  },
  'src/main/demo/worker.ts': {
    refused: ["import { app } from 'electron';", rendererFromMain],
    allowed: ["import { parentPort } from 'node:worker_threads';"],
  },
  'src/main/shell/tray.ts': {
    refused: [
      "import { ipcMain } from 'electron';",
      "import { app, ipcMain as door } from 'electron';",
      "import { ipcMain } from 'electron/main';",
      rendererFromMain,
      preloadFromMain,
    ],
    allowed: ["import { app, Tray } from 'electron';", "import { join } from 'node:path';", contract],
  },
  'src/main/shell/ipc.ts': {
    refused: [rendererFromMain, preloadFromMain],
    allowed: ["import { ipcMain } from 'electron';", contract],
  },
  'src/main/realtime/session.ts': {
    refused: [
      "import { pcm } from '../audio/pcm';",
      "import { reduce } from '../assistant/reducer';",
      "import { app } from 'electron';",
      "import type { App } from 'electron';",
      rendererFromMain,
      preloadFromMain,
    ],
    allowed: ["import { WebSocket } from 'ws';", "import { gate } from './response-gate';", audioContract],
  },
  'src/main/audio/channel.ts': {
    refused: [
      "import { session } from '../realtime/session';",
      "import type { Turn } from '../realtime/session-events';",
      "import { app } from 'electron';",
      rendererFromMain,
      preloadFromMain,
    ],
    allowed: ["import { pcm } from './pcm';", audioContract],
  },
  'src/main/realtime/plain.ts': {
    refused: ["import { pcm } from '../audio/pcm';", "import { app } from 'electron';"],
    allowed: ["import { once } from 'node:events';", "import { WebSocket } from 'ws';", 'setTimeout(f, 1);'],
  },
  'src/main/realtime/response-gate.ts': pure(
    ["import { pcm } from '../audio/pcm';", preloadFromMain],
    ["import type { Turn } from './session-events';"],
  ),
  'src/main/realtime/dialect.ts': pure([rendererFromMain], []),
  'src/main/realtime/classify.ts': pure([rendererFromMain], ["import { RealtimeError } from './errors';"]),
  'src/main/audio/pcm.ts': pure(["import { session } from '../realtime/session';"], [audioContract]),
  'src/main/audio/outbox.ts': pure([rendererFromMain], ["import { pcm } from './pcm';"]),
  'src/main/audio/ledger.ts': pure([preloadFromMain], [audioContract]),
  'src/main/assistant/state.ts': pure(["import { tray } from '../shell/tray';"], [contract]),
  'src/main/assistant/reducer.ts': pure([rendererFromMain], ["import type { AppState } from './state';"]),
  'src/main/demo/replies/sums.ts': pure([preloadFromMain], ["import { words } from './numbers';"]),
  'src/main/demo/voice/resample.ts': pure([rendererFromMain], []),
  'src/main/shell/popup-position.ts': pure([rendererFromMain], []),
  'src/main/shell/output-menu.ts': pure([preloadFromMain], [contract]),
  'src/main/shell/tray-menu.ts': pure([preloadFromMain], [contract]),
  'src/main/shell/command-line.ts': pure([rendererFromMain], [contract]),
  'src/main/shell/redact.ts': pure([rendererFromMain], []),
  'src/texts/problem-text.ts': pure(
    [
      "import { reduce } from '../main/assistant/reducer';",
      "import { Keys } from '../renderer/ui/controls';",
      "import type { Snapshot } from '../main/assistant/state';",
      "import { api } from '../preload/index';",
      "import { render } from 'preact';",
      "import { z } from 'zod';",
    ],
    ["import { formats } from './formats';", "import type { Snapshot } from '../preload/contract';"],
  ),
  'src/texts/de/popup.ts': pure(
    ["import { Keys } from '../../renderer/ui/controls';"],
    ["import { formats } from '../formats';", "import type { Snapshot } from '../../preload/contract';"],
  ),
  'src/preload/index.ts': {
    refused: [
      "import { join } from 'node:path';",
      "import { a } from '../main/index';",
      "import { b } from '../renderer/ui/b';",
    ],
    allowed: ["import { contextBridge } from 'electron';", "import type { AloudApi } from './contract';"],
  },
  'src/preload/contract.ts': {
    refused: [
      "import { app } from 'electron';",
      "import type { A } from '../main/assistant/state';",
      "import { z } from 'zod';",
    ],
    allowed: ["import type { AudioDeviceState } from './audio-contract';"],
  },
  'src/renderer/ui/button.tsx': {
    refused: [
      'window.aloud.stop();',
      'globalThis.aloud.stop();',
      'aloud.stop();',
      'const { aloud: calls } = window;',
      "import { app } from 'electron';",
      "import { join } from 'node:path';",
      "import { reduce } from '../../main/assistant/reducer';",
      "import type { AppState } from '../../main/assistant/state';",
      preloadFromMain,
    ],
    allowed: ["import { render } from 'preact';", "import { keys } from '../popup/keys';", contract],
  },
  'src/renderer/popup/main.tsx': {
    refused: ["import { app } from 'electron';", "import { reduce } from '../../main/assistant/reducer';"],
    allowed: ['window.aloud.stop();', "import { App } from './app';"],
  },
  'src/renderer/audio/output.ts': {
    refused: ['window.aloud.stop();'],
    allowed: ["import processor from './worklet/processor.ts?worker&url';", audioContract],
  },
  'src/renderer/audio/worklet/processor.ts': {
    refused: [
      "import { output } from '../output';",
      "import { signal } from '@preact/signals';",
      "import { render } from 'preact';",
      "import { join } from 'node:path';",
      "import { button } from '../../ui/button';",
      "import { app } from 'electron';",
    ],
    allowed: [
      "import { createPlayer } from './player';",
      "import type { ToPlayer } from '../../../preload/audio-contract';",
      "registerProcessor('player', Player);",
    ],
  },
  'src/renderer/audio/worklet/player.ts': {
    refused: [...timeAndChance, 'currentFrame;', 'sampleRate;', "import { output } from '../output';"],
    allowed: ["import type { ToPlayer } from '../../../preload/audio-contract';"],
  },
};

const rules = ['style/noRestrictedImports', 'style/noRestrictedGlobals', 'nursery/noJsRestrictedProperties'];

/** Line numbers, from 1, that Biome refuses by these rules, by the paths of {@link cases}. */
const refusedLines = new Map(Object.keys(cases).map((path) => [path, new Set<number>()]));

/** One file per case, one line per snippet: one run of Biome judges them all by line. */
beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'aloud-rules-'));
  try {
    copyFileSync('biome.json', join(folder, 'biome.json'));
    for (const [path, { refused = [], allowed = [] }] of Object.entries(cases)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), `${[...refused, ...allowed].join('\n')}\n`);
    }
    readReport(lint(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

function lint(folder: string): string {
  const biome = resolve('node_modules/@biomejs/biome/bin/biome');
  const args = ['lint', '--vcs-enabled=false', '--reporter=github', '--max-diagnostics=none'];
  const only = rules.map((rule) => `--only=${rule}`);
  return spawnSync(process.execPath, [biome, ...args, ...only], { cwd: folder, encoding: 'utf8' }).stdout;
}

function readReport(report: string): void {
  for (const [, name = '', line] of report.matchAll(/^::error title=lint[^,]*,file=([^,]+),line=(\d+)/gm)) {
    const file = name.replaceAll('\\', '/');
    for (const [path, lines] of refusedLines) if (file.endsWith(`/${path}`)) lines.add(Number(line));
  }
}

test.each(Object.entries(cases))('%s', (path, { refused = [], allowed = [] }) => {
  const isRefused = (_: string, index: number) => refusedLines.get(path)?.has(index + 1) ?? false;
  expect([...refused, ...allowed].filter(isRefused)).toEqual(refused);
});
