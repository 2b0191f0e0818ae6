import { declaredEvents } from '../declared';
import type { HostContext } from '../host-context';

export class HostNativeTheme extends declaredEvents('nativeTheme', ['updated']) {
  #source: 'system' | 'light' | 'dark' = 'system';
  readonly #host: HostContext;
  readonly shouldUseHighContrastColors = false;
  readonly shouldUseInvertedColorScheme = false;
  readonly prefersReducedTransparency = false;

  constructor(host: HostContext) {
    super();
    this.#host = host;
    host.system.on('theme', () => void this.emit('updated'));
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? this.#host.system.dark : this.#source === 'dark';
  }

  /** The system's own parts: the tray's icon lies on its ground, whatever the app wants. */
  get shouldUseDarkColorsForSystemIntegratedUI(): boolean {
    return this.#host.system.dark;
  }

  get themeSource(): 'system' | 'light' | 'dark' {
    return this.#source;
  }

  set themeSource(source: 'system' | 'light' | 'dark') {
    const before = this.shouldUseDarkColors;
    this.#source = source;
    if (before !== this.shouldUseDarkColors) this.#host.system.emit('theme');
  }
}
