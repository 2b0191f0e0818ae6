import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { declared, declaredEvents } from './declared';
import { normaliseAccelerator } from './modules/global-shortcut';
import { clickMenuItem, findMenuItem, HostMenu, menuEntries } from './modules/menu';
import { MessageChannelMain, MessagePortMain } from './modules/message-port';
import { checkOptions } from './modules/window-options';

describe('what is not declared', () => {
  test('throws by name, while an instance keeps its private fields', () => {
    class Thing extends declaredEvents('Thing', ['known']) {
      readonly #secret = 5;
      reveal(): number {
        return this.#secret;
      }
    }
    const thing = new Thing();
    const heard = vi.fn();
    thing.on('known', heard);
    thing.emit('known', 1);
    expect(heard).toHaveBeenCalledWith(1);
    expect(thing.reveal()).toBe(5);
    expect(() => Reflect.get(thing, 'unknown')).toThrow(
      "Aloud's host does not implement electron.Thing.unknown",
    );
    expect(() => thing.on('never', () => {})).toThrow('Thing: event never');
  });

  test('may still be awaited and printed', async () => {
    const module = declared('module', { one: 1 });
    expect(await module).toBe(module);
    expect(JSON.stringify(module)).toBe('{"one":1}');
    expect(() => Reflect.get(module, 'two')).toThrow('electron.module.two');
  });
});

describe('accelerators', () => {
  test('are the same however they are written', () => {
    const parts = ['CommandOrControl', 'Shift', 'Alt'];
    fc.assert(
      fc.property(fc.shuffledSubarray(parts, { minLength: 3 }), (order) => {
        expect(normaliseAccelerator(`${order.join('+')}+space`, 'linux')).toBe('Alt+Control+Shift+SPACE');
      }),
    );
    expect(normaliseAccelerator('CmdOrCtrl+A', 'darwin')).toBe('Command+A');
  });

  test.each(['', 'Shift', 'Hyper+A', 'Control+Nonsense'])('%j is none', (accelerator) => {
    expect(() => normaliseAccelerator(accelerator, 'linux')).toThrow(TypeError);
  });
});

describe('menus', () => {
  const build = () => {
    const said = vi.fn();
    const menu = HostMenu.buildFromTemplate([
      { label: 'Say', click: said },
      { label: 'Hidden', visible: false },
      { label: 'Mute', type: 'checkbox' },
      { label: 'More', submenu: [{ label: 'Deep', enabled: false }] },
    ]);
    return { menu, said };
  };

  test('show what is visible and click what is enabled', () => {
    const { menu, said } = build();
    expect(menuEntries(menu).map(({ label, type }) => [label, type])).toEqual([
      ['Say', 'normal'],
      ['Mute', 'checkbox'],
      ['More', 'submenu'],
    ]);
    const click = (...path: string[]) => {
      const item = findMenuItem(menu, path);
      return item !== null && clickMenuItem(menu, item, () => {});
    };
    expect(click('Say')).toBe(true);
    expect(said).toHaveBeenCalledOnce();
    expect(click('Mute')).toBe(true);
    expect(menuEntries(menu)[1]?.checked).toBe(true);
    expect([click('More', 'Deep'), click('Hidden'), click('None')]).toEqual([false, false, false]);
  });

  test('let one of adjacent radio items hold, also in a submenu, and show a name with its "&"', () => {
    const radio = (label: string, checked: boolean) => ({ label, checked, type: 'radio' as const });
    const menu = HostMenu.buildFromTemplate([
      radio('Outside', true),
      {
        label: 'Output',
        submenu: [radio('A && B', true), radio('C', false), { type: 'separator' }, radio('D', true)],
      },
    ]);
    const item = findMenuItem(menu, ['Output', 'C']);
    expect(item !== null && clickMenuItem(menu, item, () => {})).toBe(true);
    const [outside, output] = menuEntries(menu);
    expect(outside?.checked).toBe(true);
    expect(output?.items.map(({ label, checked }) => [label, checked])).toEqual([
      ['A & B', false],
      ['C', true],
      ['', false],
      ['D', true],
    ]);
  });

  test('know only the roles and options of this host', () => {
    expect(() => HostMenu.buildFromTemplate([{ role: 'toggleSpellChecker' }])).toThrow('MenuItem role');
  });
});

describe('message ports in main', () => {
  const later = () => new Promise((done) => setImmediate(done));

  test('queue until they are started, and close each other', async () => {
    const { port1, port2 } = new MessageChannelMain();
    const got: unknown[] = [];
    const closed = vi.fn();
    port2.on('message', ({ data }) => got.push(data));
    port2.on('close', closed);
    port1.postMessage({ n: 1 });
    await later();
    expect(got).toEqual([]);
    port2.start();
    port1.postMessage({ n: 2 });
    await later();
    expect(got).toEqual([{ n: 1 }, { n: 2 }]);
    port1.close();
    await later();
    expect(closed).toHaveBeenCalledOnce();
    port2.postMessage('into nothing');
  });

  test('take the buffer as it was when it was sent', async () => {
    const { port1, port2 } = new MessageChannelMain();
    const got: unknown[] = [];
    port2.on('message', ({ data }) => got.push([...data]));
    port2.start();
    const reused = Uint8Array.of(1);
    port1.postMessage(reused);
    reused[0] = 2;
    await later();
    expect(got).toEqual([[1]]);
  });

  test('transfer only ports, and can be given away once', () => {
    const { port1, port2 } = new MessageChannelMain();
    expect(() => port1.postMessage(null, [new ArrayBuffer(1)])).toThrow(
      'Port at index 0 is not a valid port',
    );
    const page = { receive: vi.fn(), closed: vi.fn() };
    port1.postMessage('early');
    port2.handOver(page);
    port1.postMessage('late');
    expect(page.receive).toHaveBeenCalledTimes(2);
    expect(() => port2.handOver(page)).toThrow(TypeError);
    expect(port1).toBeInstanceOf(MessagePortMain);
  });
});

describe('a window', () => {
  test('must be isolated and sandboxed', () => {
    expect(checkOptions({ show: false, webPreferences: { preload: '/p.cjs', sandbox: true } })).toBe(
      '/p.cjs',
    );
    expect(() => checkOptions({ webPreferences: { nodeIntegration: true } })).toThrow('nodeIntegration');
    expect(() => checkOptions({ webPreferences: { sandbox: false } })).toThrow('sandbox');
    expect(() => checkOptions({ webPreferences: { experimentalFeatures: true } })).toThrow(
      'experimentalFeatures',
    );
    expect(() => checkOptions({ kiosk: true })).toThrow('kiosk');
  });
});
