import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { InvocationHandlers } from '../../../src/main/shell/ipc';
import { registerIpc } from '../../../src/main/shell/ipc';
import { FakeClock } from '../../fakes/clock';
import { ipcMain } from '../../fakes/electron';
import { handlers } from '../../fakes/ipc-handlers';
import { FakeLog } from '../../fakes/log';

vi.mock('electron', () => import('../../fakes/electron'));

const url = 'app://aloud/popup/index.html';
const page = { sender: {}, senderFrame: { parent: null, origin: 'app://aloud', url } };
let log = new FakeLog();
let clock = new FakeClock();

beforeEach(() => {
  ipcMain.handlers.clear();
  log = new FakeLog();
  clock = new FakeClock();
});

function open(changes: Partial<InvocationHandlers> = {}): () => void {
  return registerIpc(handlers(changes), { log, now: clock.now, rateLimit: { burst: 3, perSecond: 1 } });
}

describe('the door', () => {
  it('has a handler for every call of the contract and for no other', () => {
    const close = open();
    expect([...ipcMain.handlers.keys()].sort()).toEqual(Object.keys(handlers()).sort());
    close();
    expect(ipcMain.handlers.size).toBe(0);
  });

  it('passes arguments and answer on', async () => {
    const ask = vi.fn<InvocationHandlers['ask']>(() => ({ kind: 'asked', turn: 7 }));
    open({ ask });
    await expect(ipcMain.invoke('ask', page, 'Hello')).resolves.toEqual({ kind: 'asked', turn: 7 });
    expect(ask).toHaveBeenCalledExactlyOnceWith('Hello');
  });

  it('waits for a handler that takes its time', async () => {
    open();
    await expect(ipcMain.invoke('setKey', page, 'x', true)).resolves.toEqual({
      kind: 'kept',
      where: 'stored',
    });
  });

  it('refuses a channel that is not in the contract', async () => {
    open();
    await expect(ipcMain.invoke('readFile', page, '/etc/passwd')).rejects.toThrow('No handler');
  });

  it('rejects a foreign sender with a plain sentence and one line in the log', async () => {
    const stop = vi.fn(() => true);
    open({ stop });
    const frame = { sender: {}, senderFrame: { parent: {}, origin: 'app://aloud', url } };
    await expect(ipcMain.invoke('stop', frame)).rejects.toThrow(
      'Refused: only the pages of Aloud may ask this.',
    );
    expect(stop).not.toHaveBeenCalled();
    expect(log.lines).toHaveLength(1);
  });

  it('rejects wrong arguments without writing them down', async () => {
    open();
    const refused = ipcMain.invoke('setKey', page, 'sk-very-secret', 'sk-very-secret');
    await expect(refused).rejects.toThrow('Refused: the arguments are not what this call takes.');
    expect(log.text).not.toContain('sk-very-secret');
  });

  it('limits each page by itself, and lets it go on later', async () => {
    open();
    for (let call = 0; call < 3; call += 1) await ipcMain.invoke('stop', page);
    await expect(ipcMain.invoke('stop', page)).rejects.toThrow('too many calls');
    await expect(ipcMain.invoke('stop', { ...page, sender: {} })).resolves.toBe(false);
    clock.advance(1000);
    await expect(ipcMain.invoke('stop', page)).resolves.toBe(false);
  });

  it("keeps a handler's failure in the log", async () => {
    open({
      ask: () => {
        throw new Error('inside: /home/someone');
      },
    });
    const call = ipcMain.invoke('ask', page, 'my private prompt');
    await expect(call).rejects.toThrow('Aloud could not do this. The log says more.');
    expect(log.text).toContain('inside');
    expect(log.text).not.toContain('private prompt');
  });
});
