import { generate } from 'selfsigned';
import type { Certificate } from '../../src/main/demo/certificate';

const made = new Map<string, Promise<Certificate>>();

/** A certificate for one name, that is its own authority. Made once for each. */
export function certificateFor(name: string): Promise<Certificate> {
  const known = made.get(name);
  if (known !== undefined) return known;
  const certificate = generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: name }] },
    ],
  }).then(({ cert, private: key }) => ({ cert, key }));
  made.set(name, certificate);
  return certificate;
}
