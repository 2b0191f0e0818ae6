import { z } from 'zod';
import { JsonFile } from './json-file';
import type { FileSurroundings } from './store';

const PLACE_VERSION = 1;

/** Displays lie anywhere, but none is millions of pixels away. */
const pixels = z.number().min(-1_000_000).max(1_000_000);
const part = z.number().min(0).max(1);

const placeSchema = z.strictObject({
  version: z.literal(PLACE_VERSION),
  /** Null until the user has moved the popup. Relative to its display's work area; see `shell/popup-display.ts`. */
  place: z
    .strictObject({
      x: part,
      y: part,
      display: z.strictObject({
        id: z.number(),
        bounds: z.strictObject({ x: pixels, y: pixels, width: pixels, height: pixels }),
      }),
    })
    .nullable(),
});

type PlaceFile = z.output<typeof placeSchema>;

/** Where the user has put the popup, in a file of its own (`place.json`): nobody sets it, it comes about. */
export class PopupPlace {
  readonly #file: JsonFile<PlaceFile>;

  constructor(surroundings: FileSurroundings) {
    this.#file = new JsonFile<PlaceFile>({
      ...surroundings,
      name: 'place',
      schema: placeSchema,
      defaults: { version: PLACE_VERSION, place: null },
      migrations: [],
    });
  }

  get value(): PlaceFile['place'] {
    return this.#file.value.place;
  }

  remember(place: NonNullable<PlaceFile['place']>): void {
    this.#file.set({ place });
  }

  flush(): void {
    this.#file.flush();
  }
}
