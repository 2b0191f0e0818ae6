import { z } from 'zod';
import type { Package } from './shipped';
import { idOf } from './shipped';

/** As far as it is read, of what `npm audit --json` writes. */
const Audit = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({
      name: z.string(),
      severity: z.string(),
      /** Another package by its name, or an advisory. */
      via: z.array(z.union([z.string(), z.object({ title: z.string(), url: z.string() })])),
      /** Where it is installed, e.g. `node_modules/ws`. */
      nodes: z.array(z.string()),
    }),
  ),
});

const Lock = z.object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) });

/** Lines about what is known against the packages that ship, or null when npm did not audit (pure). */
export function advisoriesAgainst(
  audit: unknown,
  lock: unknown,
  shipped: readonly Package[],
): string[] | null {
  const read = Audit.safeParse(audit);
  if (!read.success) return null;
  const { packages } = Lock.parse(lock);
  const ids = new Set(shipped.map(idOf));
  return Object.values(read.data.vulnerabilities).flatMap(({ name, severity, via, nodes }) => {
    const versions = new Set(nodes.map((node) => packages[node]?.version ?? '?'));
    const own = [...versions].filter((version) => ids.has(idOf({ name, version })));
    const why = via.map((cause) => (typeof cause === 'string' ? cause : `${cause.title} (${cause.url})`));
    return own.map((version) => `${idOf({ name, version })}, ${severity}: ${why.join('; ')}`);
  });
}
