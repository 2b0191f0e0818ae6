import { beforeEach, expect, it, vi } from 'vitest';
import { becomeSingleInstance } from '../../../src/main/shell/single-instance';
import { app } from '../../fakes/electron';
import { FakeLog } from '../../fakes/log';

vi.mock('electron', () => import('../../fakes/electron'));

const log = new FakeLog();
const onIntent = vi.fn();

beforeEach(() => {
  app.removeAllListeners();
  vi.clearAllMocks();
});

it('hands its own intent over when another instance runs', () => {
  app.requestSingleInstanceLock.mockReturnValueOnce(false);
  expect(becomeSingleInstance({ kind: 'ask', prompt: 'Hi' }, log, onIntent)).toBe(false);
  expect(app.requestSingleInstanceLock).toHaveBeenCalledWith({ intent: { kind: 'ask', prompt: 'Hi' } });
  expect(app.listenerCount('second-instance')).toBe(0);
});

it.each([
  [{ intent: { kind: 'ask', prompt: 'Hi' } }, { kind: 'ask', prompt: 'Hi' }],
  [{ intent: { kind: 'toggle' } }, { kind: 'toggle' }],
  [{ intent: { kind: 'erase' } }, { kind: 'run' }],
  [{}, { kind: 'run' }],
  [null, { kind: 'run' }],
  ['--quit', { kind: 'run' }],
])('reads %j of another start', (data, intent) => {
  expect(becomeSingleInstance({ kind: 'run' }, log, onIntent)).toBe(true);
  app.emit('second-instance', {}, ['aloud', '--quit'], '/', data);
  expect(onIntent).toHaveBeenCalledExactlyOnceWith(intent);
});
