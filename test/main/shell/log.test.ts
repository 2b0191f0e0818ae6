import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLog } from '../../../src/main/shell/log';

// The library takes the console's functions when it is loaded, so they are replaced before that.
const lines = vi.hoisted(() => {
  const collected: string[] = [];
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    console[method] = (...args: unknown[]) => collected.push(args.join(' '));
  }
  return collected;
});

const key = 'sk-proj-0123456789abcdefghij';
let dir = '';

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'aloud-log-'));
  lines.length = 0;
});

afterEach(() => rmSync(dir, { recursive: true }));

it('writes lines with time, level and details to a file for the user alone', () => {
  const log = createLog({ dir: join(dir, 'logs'), quiet: false });
  log.info('The hotkey is registered', { accelerator: 'Alt+A' });
  const written = readFileSync(log.file, 'utf8');
  expect(written).toMatch(/^\[\d{4}-\d\d-\d\d .*\[info\].*The hotkey is registered.*Alt\+A/u);
  expect(statSync(log.file).mode & 0o777).toBe(0o600);
});

it('shows warnings and errors on the console, nothing less', () => {
  const log = createLog({ dir, quiet: false });
  log.info('just so');
  log.warn('beware');
  log.error('broken', new Error('because'));
  expect(lines.join('\n')).toContain('beware');
  expect(lines.join('\n')).toContain('because');
  expect(lines.join('\n')).not.toContain('just so');
});

it('shows nothing on the console when it is quiet, and writes all the same', () => {
  const log = createLog({ dir, quiet: true });
  log.error('broken');
  expect(lines.join('\n')).toBe('');
  expect(readFileSync(log.file, 'utf8')).toContain('broken');
});

it('lets no key through, neither to the file nor to the console', () => {
  const log = createLog({ dir, quiet: false });
  log.protect('a-key-of-no-known-shape');
  log.warn(`with ${key}`, { key, header: `Bearer ${key}` });
  const cause = new Error('inner a-key-of-no-known-shape');
  log.error('failed', new Error(`401 for ${key}`, { cause }));
  log.error('failed', { deep: { headers: { 'api-key': 'short-but-secret' } } });
  const all = lines.join('\n') + readFileSync(log.file, 'utf8');
  expect(all).toContain('401 for');
  expect(all).not.toContain(key);
  expect(all).not.toContain('a-key-of-no-known-shape');
  expect(all).not.toContain('short-but-secret');
});

it('turns the file over at its limit and keeps one old one', () => {
  const log = createLog({ dir, quiet: true });
  const line = 'x'.repeat(10_000);
  for (let count = 0; count < 250; count += 1) log.info(line);
  expect(statSync(log.file).size).toBeLessThan(1.1 * 1024 * 1024);
  expect(statSync(join(dir, 'aloud.old.log')).size).toBeGreaterThan(0.9 * 1024 * 1024);
});
