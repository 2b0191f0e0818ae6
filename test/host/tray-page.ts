import type { RunningHost } from './host';
import type { MenuEntry } from './modules/menu';

/** A menu item and the labels that lead to it. */
interface Row {
  path: string[];
  entry: MenuEntry;
}

/** With a display there is still no tray here: its menu is shown in a small window of its own. */
export class TrayPage {
  #host: RunningHost | null = null;
  #drawing: Promise<void> = Promise.resolve();

  async attach(host: RunningHost): Promise<void> {
    this.#host = host;
    const { trayPage } = (await host.context.stage).browser;
    if (trayPage === null) return;
    await trayPage.exposeFunction('chooseTrayItem', (path: string[]) => {
      for (const tray of host.electron.trays) tray.choose(path, host.electron.role);
    });
    trayPage.on('close', () => host.electron.app.quit());
    this.changed();
  }

  changed(): void {
    const host = this.#host;
    if (host === null) return;
    // One after the other: an older picture must not come last.
    this.#drawing = this.#drawing.then(() => this.#draw(host)).catch(() => {});
  }

  async #draw({ context, electron }: RunningHost): Promise<void> {
    const { trayPage } = (await context.stage).browser;
    const [tray] = electron.trays;
    const view = tray?.view();
    const rows = view === undefined ? [] : rowsOf(view.menu, []);
    await trayPage?.evaluate(drawMenu, {
      title: `${electron.app.getName()} (tray)`,
      state: view?.toolTip ?? '',
      rows: rows.map(({ path, entry }) => ({ ...entry, path, items: [] })),
    });
  }
}

function rowsOf(entries: readonly MenuEntry[], above: readonly string[]): Row[] {
  return entries.flatMap((entry) => {
    const path = [...above, entry.label];
    return entry.type === 'submenu' ? rowsOf(entry.items, path) : [{ path, entry }];
  });
}

/** Runs in the page. Labels are only ever text. */
function drawMenu(view: {
  title: string;
  state: string;
  rows: { path: string[]; type: string; enabled: boolean; checked: boolean }[];
}): void {
  document.title = view.title;
  document.documentElement.style.colorScheme = 'light dark';
  document.body.style.cssText = 'font: 15px system-ui; margin: 16px';
  const state = document.createElement('p');
  state.textContent = view.state;
  const rows = view.rows.map((row) => {
    if (row.type === 'separator') return document.createElement('hr');
    const button = document.createElement('button');
    button.style.cssText = 'display: block; width: 100%; text-align: start; padding: 6px 10px; font: inherit';
    button.textContent = `${row.checked ? '✓ ' : ''}${row.path.join(' › ')}`;
    button.disabled = !row.enabled;
    button.onclick = () => {
      const choose: unknown = Reflect.get(window, 'chooseTrayItem');
      if (typeof choose === 'function') Reflect.apply(choose, undefined, [row.path]);
    };
    return button;
  });
  document.body.replaceChildren(state, ...rows);
}
