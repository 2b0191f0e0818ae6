import { z } from 'zod';
import type { Package } from './shipped';
import { idOf } from './shipped';

/** As far as it is changed here, of what `npm sbom` writes by CycloneDX. */
const Bom = z.looseObject({
  metadata: z.looseObject({ component: z.looseObject({ 'bom-ref': z.string() }) }),
  components: z.array(
    z.looseObject({
      'bom-ref': z.string(),
      properties: z.array(z.looseObject({ name: z.string() })).optional(),
    }),
  ),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

/**
 * The parts of the program (pure): of npm's list of all packages, tools among them, those that ship, named as what they
 * are. @throws Error if one that ships is not in npm's list.
 */
export function shippedBom(npmBom: unknown, shipped: readonly Package[]): z.output<typeof Bom> {
  const bom = Bom.parse(npmBom);
  const ids = new Set(shipped.map(idOf));
  const components = bom.components
    .filter((component) => ids.has(component['bom-ref']))
    .map(({ properties = [], ...component }) => ({
      ...component,
      // npm's word for a dev dependency.
      scope: 'required',
      properties: properties.filter(({ name }) => name !== 'cdx:npm:package:development'),
    }));
  const missing = [...ids].filter((id) => !components.some((component) => component['bom-ref'] === id));
  if (missing.length > 0)
    throw new Error(`Not in npm's list: ${missing.join(', ')}. Run \`npm ci\` and build again.`);
  const { component } = bom.metadata;
  const program = component['bom-ref'];
  return {
    ...bom,
    metadata: { ...bom.metadata, component: { ...component, type: 'application', name: 'Aloud' } },
    components,
    dependencies: [
      { ref: program, dependsOn: [...ids].toSorted() },
      ...bom.dependencies
        .filter(({ ref }) => ids.has(ref))
        .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => ids.has(other)) })),
    ],
  };
}
