import { Resvg } from '@resvg/resvg-js';

/** Room around the window for its shadow, CSS pixels. */
const MARGIN = 48;
const RADIUS = 12;
const GROUND = { light: '#d5ddeb', dark: '#39435c' } as const;

export type Theme = keyof typeof GROUND;

/** A window's picture as it stands on a desktop: rounded, with a shadow, on a plain ground. Sizes in CSS pixels. */
export function framed(
  png: Buffer,
  { width, height, theme, scale }: { width: number; height: number; theme: Theme; scale: number },
): Buffer {
  const outer = { width: width + 2 * MARGIN, height: height + 2 * MARGIN };
  const window = `x="${MARGIN}" y="${MARGIN}" width="${width}" height="${height}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${outer.width}" height="${outer.height}">
    <defs>
      <filter id="blur" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="14"/></filter>
      <clipPath id="corners"><rect ${window} rx="${RADIUS}"/></clipPath>
    </defs>
    <rect width="100%" height="100%" fill="${GROUND[theme]}"/>
    <rect ${window} rx="${RADIUS}" fill="#000" opacity="0.3" filter="url(#blur)" transform="translate(0 8)"/>
    <image ${window} clip-path="url(#corners)" href="data:image/png;base64,${png.toString('base64')}"/>
  </svg>`;
  return Buffer.from(new Resvg(svg, { fitTo: { mode: 'zoom', value: scale } }).render().asPng());
}
