import { inspect } from 'node:util';
import type { FileLog } from '../../src/main/shell/log';

/** A log in memory. `text` is all of it, for "is it nowhere in there?". */
export class FakeLog implements FileLog {
  readonly file = '/log/aloud.log';
  readonly lines: { level: 'info' | 'warn' | 'error'; message: string; details: unknown }[] = [];
  readonly secrets: string[] = [];

  info(message: string, details?: unknown): void {
    this.lines.push({ level: 'info', message, details });
  }

  warn(message: string, details?: unknown): void {
    this.lines.push({ level: 'warn', message, details });
  }

  error(message: string, details?: unknown): void {
    this.lines.push({ level: 'error', message, details });
  }

  protect(secret: string): void {
    this.secrets.push(secret);
  }

  get text(): string {
    return inspect(this.lines, { depth: 10 });
  }
}
