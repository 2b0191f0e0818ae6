import { beforeEach, expect, it, vi } from 'vitest';
import { AppMenu } from '../../../src/main/shell/app-menu';
import { Menu } from '../../fakes/electron';

vi.mock('electron', () => import('../../fakes/electron'));

const actions = { about: vi.fn(), settings: vi.fn(), quit: vi.fn() };
const shown = () => Menu.setApplicationMenu.mock.lastCall?.[0];

beforeEach(() => vi.clearAllMocks());

it('has keys for copying and pasting, and none that could close the popup', () => {
  new AppMenu(actions).render('en');
  expect(shown()?.template).toContainEqual({ role: 'editMenu' });
  const written = JSON.stringify(shown()?.template);
  for (const role of ['windowMenu', 'fileMenu', 'close', 'reload', 'toggleDevTools'])
    expect(written).not.toContain(`"${role}"`);
});

it.each(['about', 'settings', 'quit'] as const)('does %s', (action) => {
  new AppMenu(actions).render('en');
  shown()?.click(action);
  for (const [name, done] of Object.entries(actions))
    expect(done).toHaveBeenCalledTimes(name === action ? 1 : 0);
});

it('is drawn anew in another language, and only then', () => {
  const menu = new AppMenu(actions);
  menu.render('en');
  menu.render('en');
  expect(Menu.setApplicationMenu).toHaveBeenCalledOnce();
  menu.render('de');
  expect(JSON.stringify(shown()?.template)).toContain('Über Aloud');
});
