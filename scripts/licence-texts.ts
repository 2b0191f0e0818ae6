import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { z } from 'zod';

/** What Vite writes of each package that was bundled. `identifier` is its licence by SPDX. */
const Licences = z.array(
  z.object({
    name: z.string(),
    version: z.string(),
    identifier: z.string().optional(),
    text: z.string().optional(),
  }),
);

/** Packages that are published without their licence's text, with who holds the copyright. All are under MIT. */
const AUTHORS: Readonly<Record<string, string>> = {
  'lazy-val': 'Vladimir Krivosheev',
};

const Manifest = z.object({ name: z.string(), version: z.string(), license: z.string() });

/**
 * Fills in the texts that packages lack, and adds those of packages that ship `around` the bundle, by their folders. A
 * package without any text ends the build: it may not be shipped.
 */
export function completeLicences(fileName: string, around: readonly string[] = []): Plugin {
  return {
    name: 'aloud:licence-texts',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const file = bundle[fileName];
        if (file?.type !== 'asset') return this.error(`Vite wrote no ${fileName}`);
        const licences = Licences.parse(JSON.parse(String(file.source))).map((licence) => {
          const author = AUTHORS[licence.name];
          const given = licence.text ?? (author === undefined ? undefined : mit(author));
          if (given === undefined || licence.identifier === undefined) {
            return this.error(
              `${licence.name} is published without its licence: see ${import.meta.filename}`,
            );
          }
          return { ...licence, text: given };
        });
        file.source = JSON.stringify([...licences, ...around.map(licenceIn)]);
      },
    },
  };
}

/** @throws Error without the file of the licence. */
function licenceIn(folder: string): Required<z.output<typeof Licences>[number]> {
  const { name, version, license } = Manifest.parse(
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
  );
  return { name, version, identifier: license, text: readFileSync(join(folder, 'LICENSE'), 'utf8') };
}

function mit(author: string): string {
  return `MIT License

Copyright (c) ${author}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
}
