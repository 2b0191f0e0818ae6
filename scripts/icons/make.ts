import { icns, ico } from './containers';
import { draw, type Picture, pick } from './draw';

/** Up to this size the drawing on the 16-unit grid is sharper than the full one. */
const SMALL = 24;

const TRAY_STATES = ['idle', 'connecting', 'speaking', 'paused', 'error'] as const;
type TrayState = (typeof TRAY_STATES)[number];

/** The ink of a tray icon: for dark and light panels, and between the two for panels of unknown colour. */
const INKS = {
  '-dark': { usual: '#f5f3ee', error: '#ff8a93' },
  '-light': { usual: '#2b2a35', error: '#c32f45' },
  '': { usual: '#6f64f2', error: '#e2485a' },
} as const;

/** All icon files made from the one SVG: path inside `assets/` → content. */
export function makeIcons(svg: string): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const small = pick(svg, 'small', 'black');
  const app = (size: number): Picture => draw(size <= SMALL ? small : svg, size);

  files.set('icon.png', app(1024).png);
  for (const size of [16, 24, 32, 48, 64, 128, 256, 512]) {
    files.set(`icons/${size}x${size}.png`, app(size).png);
  }
  files.set('icon.ico', ico([16, 20, 24, 32, 40, 48, 64, 128, 256].map(app)));
  files.set('icon.icns', icns([16, 32, 64, 128, 256, 512, 1024].map(app)));
  for (const state of TRAY_STATES) addTray(files, svg, state);
  return files;
}

function addTray(files: Map<string, Buffer>, svg: string, state: TrayState): void {
  const glyph = (ink: string, size: number): Picture => draw(pick(svg, `glyph-${state}`, ink), size);
  const both = (name: string, ink: string): void => {
    files.set(`tray/${name}.png`, glyph(ink, 16).png);
    files.set(`tray/${name}@2x.png`, glyph(ink, 32).png);
  };
  const inkOf = (panel: keyof typeof INKS): string => INKS[panel][state === 'error' ? 'error' : 'usual'];

  for (const panel of ['', '-light', '-dark'] as const) both(`tray-${state}${panel}`, inkOf(panel));
  // macOS takes the alpha alone and inks it itself.
  both(`trayTemplate-${state}`, '#000000');
  files.set(`tray/tray-${state}.ico`, ico([16, 20, 24, 32].map((size) => glyph(inkOf(''), size))));
}
