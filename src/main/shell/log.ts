import { join } from 'node:path';
import { inspect } from 'node:util';
import electronLog from 'electron-log/node';
import { redact } from './redact';

/** Ids, codes and counts that belong to a line. Never a prompt, an answer or a key. */
export type LogDetails = Readonly<Record<string, string | number | boolean | null>>;

/** What the modules are given to write with. */
export interface Log {
  info(message: string, details?: LogDetails): void;
  warn(message: string, details?: LogDetails): void;
  /** `error` is written with its stack. */
  error(message: string, error?: unknown): void;
}

export interface FileLog extends Log {
  /** The file's absolute path. */
  readonly file: string;
  /** From now on this very text is blotted out too, whatever it looks like. */
  protect(secret: string): void;
}

export interface LogOptions {
  /** The folder for the files; it is made if it is not there. */
  dir: string;
  /** Nothing goes to the console, where another text is being printed. */
  quiet: boolean;
}

/** The log is turned over at this size, in bytes; one old file is kept. */
const MAX_BYTES = 1024 * 1024;

/**
 * The log: a file that is turned over at 1 MB, and warnings on the console. Everything is made text and redacted before
 * any transport sees it, so no transport can leak what another hides.
 */
export function createLog({ dir, quiet }: LogOptions): FileLog {
  const secrets: string[] = [];
  const file = join(dir, 'aloud.log');
  const logger = electronLog.create({ logId: `aloud:${file}` });
  logger.transports.file.resolvePathFn = () => file;
  logger.transports.file.maxSize = MAX_BYTES;
  logger.transports.file.level = 'info';
  logger.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  logger.transports.console.level = quiet ? false : 'warn';
  logger.hooks.push((message) => ({
    ...message,
    data: message.data.map((part: unknown) => redact(asText(part), secrets)),
  }));

  const write = (level: 'info' | 'warn', message: string, details?: LogDetails): void => {
    if (details === undefined) logger[level](message);
    else logger[level](message, details);
  };
  return {
    file,
    info: (message, details) => write('info', message, details),
    warn: (message, details) => write('warn', message, details),
    error: (message, error) => {
      if (error === undefined) logger.error(message);
      else logger.error(message, error);
    },
    protect: (secret) => {
      if (secret !== '' && !secrets.includes(secret)) secrets.push(secret);
    },
  };
}

function asText(part: unknown): string {
  return typeof part === 'string' ? part : inspect(part, { depth: 4, breakLength: Number.POSITIVE_INFINITY });
}
