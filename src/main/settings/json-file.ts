import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';
import type { z } from 'zod';
import type { KeptFile, Notice } from '../../preload/problem-contract';
import type { Schedule } from '../schedule';
import type { Migration, RawFile } from './migrations';
import { migrate } from './migrations';

/** Changes are written at most this often, ms: a slider would else write for every pixel. */
export const WRITE_INTERVAL_MS = 200;

export interface JsonFileOptions<T extends { version: number }> {
  /** The folder; it exists. */
  dir: string;
  /** The file's name without `.json`. */
  name: KeptFile;
  schema: z.ZodType<T>;
  defaults: T;
  migrations: readonly Migration[];
  schedule: Schedule;
  /** Wall clock, for the name of a file that is set aside. */
  date: () => Date;
  /** A write that failed. The values are kept in memory; the next change tries again. */
  onWriteError: (error: unknown) => void;
}

/**
 * One checked JSON file, read once and kept in memory. Whatever is wrong with the file, the program starts: a damaged
 * one is renamed, not deleted, and {@link notice} tells it.
 */
export class JsonFile<T extends { version: number }> {
  /** Where it is, absolute. */
  readonly file: string;
  /** What to tell the user of what happened to the file, or null. */
  readonly notice: Notice | null;
  readonly #options: JsonFileOptions<T>;
  /** Null when the file can neither be read nor set aside: then nothing is ever written over it. */
  readonly #conf: Conf<Record<string, unknown>> | null;
  readonly #listeners = new Set<(value: T, former: T) => void>();
  #value: T;
  #dirty = false;
  #cancelWrite: (() => void) | null = null;

  constructor(options: JsonFileOptions<T>) {
    this.#options = options;
    this.file = join(options.dir, `${options.name}.json`);
    const opened = open(options);
    this.#conf = opened.conf;
    this.#value = opened.value;
    this.notice = opened.notice;
  }

  get value(): T {
    return this.#value;
  }

  /** In memory at once, told to the listeners, on the disk soon after. An equal value changes nothing. */
  set(change: Partial<Omit<T, 'version'>>): void {
    const former = this.#value;
    const next = { ...former, ...change };
    if (JSON.stringify(next) === JSON.stringify(former)) return;
    this.#value = this.#options.schema.parse(next);
    this.#dirty = true;
    this.#cancelWrite ??= this.#options.schedule(WRITE_INTERVAL_MS, () => {
      this.#cancelWrite = null;
      this.flush();
    });
    for (const listener of [...this.#listeners]) listener(this.#value, former);
  }

  /** Returns its own unsubscribe. */
  subscribe(listener: (value: T, former: T) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Writes what is not written yet, now. To be called when the program ends. */
  flush(): void {
    this.#cancelWrite?.();
    this.#cancelWrite = null;
    if (!this.#dirty || this.#conf === null) return;
    try {
      this.#conf.store = { ...this.#value };
      this.#dirty = false;
    } catch (error) {
      this.#options.onWriteError(error);
    }
  }
}

interface Opened<T> {
  conf: Conf<Record<string, unknown>> | null;
  value: T;
  notice: Notice | null;
}

function open<T extends { version: number }>(options: JsonFileOptions<T>): Opened<T> {
  const { dir, name, schema, defaults, migrations } = options;
  const file = join(dir, `${name}.json`);
  if (!existsSync(file)) return { conf: connect(dir, name), value: defaults, notice: null };
  let conf: Conf<Record<string, unknown>>;
  let content: RawFile;
  try {
    conf = connect(dir, name);
    content = conf.store;
  } catch {
    return startAnew(options, file, 'unreadable');
  }
  const migrated = migrate(content, schema, defaults, migrations);
  switch (migrated.kind) {
    case 'ok':
      return { conf, value: migrated.value, notice: null };
    case 'damaged':
      return startAnew(options, file, 'damaged');
    case 'too-new':
      return startAnew(options, file, 'too-new');
    default:
      return migrated satisfies never;
  }
}

function startAnew<T extends { version: number }>(
  { dir, name, defaults, date }: JsonFileOptions<T>,
  file: string,
  fault: Extract<Notice, { kind: 'file' }>['fault'],
): Opened<T> {
  const aside = `${name}.json.corrupt-${date().toISOString().replaceAll(':', '-')}`;
  try {
    renameSync(file, join(dir, aside));
  } catch {
    return { conf: null, value: defaults, notice: { kind: 'file', file: name, fault, aside: null } };
  }
  return { conf: connect(dir, name), value: defaults, notice: { kind: 'file', file: name, fault, aside } };
}

function connect(dir: string, name: string): Conf<Record<string, unknown>> {
  return new Conf<Record<string, unknown>>({
    cwd: dir,
    configName: name,
    configFileMode: 0o600,
    accessPropertiesByDotNotation: false,
    // An editor on Windows may have put a byte order mark before the first bracket.
    deserialize: (text) => JSON.parse(text.replace(/^\uFEFF/u, '')) as Record<string, unknown>,
  });
}
