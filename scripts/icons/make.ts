import { icns, ico } from './containers';
import { draw, type Picture, pick } from './draw';

/** Up to this size the drawing on the 16-unit grid is sharper than the full one. */
const SMALL = 24;

const TRAY_STATES = ['idle', 'connecting', 'speaking', 'paused', 'error'] as const;
/** Those that move have so many pictures beside the one that stands still. */
const MOVING = ['connecting', 'speaking'] as const;
const PICTURES = 3;

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
  for (const state of TRAY_STATES) addTray(files, svg, state, state === 'error' ? 'error' : 'usual');
  for (const state of MOVING) {
    for (let picture = 1; picture <= PICTURES; picture++) addTray(files, svg, `${state}-${picture}`, 'usual');
  }
  return files;
}

function addTray(files: Map<string, Buffer>, svg: string, name: string, ink: 'usual' | 'error'): void {
  const glyph = (color: string, size: number): Picture => draw(pick(svg, `glyph-${name}`, color), size);
  const both = (file: string, color: string): void => {
    files.set(`tray/${file}.png`, glyph(color, 16).png);
    files.set(`tray/${file}@2x.png`, glyph(color, 32).png);
  };
  for (const panel of ['', '-light', '-dark'] as const) both(`tray-${name}${panel}`, INKS[panel][ink]);
  // macOS takes the alpha alone and inks it itself.
  both(`trayTemplate-${name}`, '#000000');
  files.set(`tray/tray-${name}.ico`, ico([16, 20, 24, 32].map((size) => glyph(INKS[''][ink], size))));
}
