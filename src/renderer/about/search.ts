import type { Part } from '../../preload/about-contract';

/** The parts of which each word of `query` is in the name, the version or the licence, in their order (pure). */
export function findParts(parts: readonly Part[], query: string): readonly Part[] {
  const words = query.toLowerCase().split(/\s+/u);
  return parts.filter(({ name, version, licence }) => {
    const said = `${name} ${version} ${licence}`.toLowerCase();
    return words.every((word) => said.includes(word));
  });
}
