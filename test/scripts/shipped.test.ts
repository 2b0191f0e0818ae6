import { describe, expect, it } from 'vitest';
import { advisoriesAgainst } from '../../scripts/advisories';
import { shippedBom } from '../../scripts/bom';

const part = (id: string) => ({
  'bom-ref': id,
  scope: 'optional',
  properties: [{ name: 'cdx:npm:package:development', value: 'true' }, { name: 'other' }],
  purl: `pkg:npm/${id}`,
});
const npmBom = {
  bomFormat: 'CycloneDX',
  metadata: { component: { 'bom-ref': 'aloud@1.0.0', type: 'library', name: 'clone' } },
  components: ['ws@8.0.0', 'ws@7.0.0', 'vite@8.0.0', 'electron@45.0.0'].map(part),
  dependencies: [
    { ref: 'aloud@1.0.0', dependsOn: ['ws@8.0.0', 'vite@8.0.0'] },
    { ref: 'ws@8.0.0', dependsOn: ['vite@8.0.0', 'electron@45.0.0'] },
    { ref: 'vite@8.0.0', dependsOn: [] },
  ],
};
const shipped = [
  { name: 'ws', version: '8.0.0' },
  { name: 'electron', version: '45.0.0' },
];

describe('the list of parts', () => {
  it('holds what ships and nothing else, as required', () => {
    const bom = shippedBom(npmBom, shipped);
    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: 'Aloud' } } });
    expect(bom.components).toEqual([
      { 'bom-ref': 'ws@8.0.0', scope: 'required', properties: [{ name: 'other' }], purl: 'pkg:npm/ws@8.0.0' },
      {
        'bom-ref': 'electron@45.0.0',
        scope: 'required',
        properties: [{ name: 'other' }],
        purl: 'pkg:npm/electron@45.0.0',
      },
    ]);
    expect(bom.dependencies).toEqual([
      { ref: 'aloud@1.0.0', dependsOn: ['electron@45.0.0', 'ws@8.0.0'] },
      { ref: 'ws@8.0.0', dependsOn: ['electron@45.0.0'] },
    ]);
  });

  it('is not made without one that ships', () => {
    expect(() => shippedBom(npmBom, [...shipped, { name: 'zod', version: '4.0.0' }])).toThrow('zod@4.0.0');
  });
});

describe('the advisories', () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/ws': { version: '8.0.0' },
      'node_modules/tool/node_modules/ws': { version: '7.0.0' },
      'node_modules/vite': { version: '8.0.0' },
    },
  };
  const against = (name: string, ...nodes: string[]) => ({
    vulnerabilities: {
      [name]: { name, severity: 'high', via: [{ title: 'Bad', url: 'https://a.example/1' }, 'other'], nodes },
    },
  });

  it('are those against what ships', () => {
    expect(advisoriesAgainst(against('ws', 'node_modules/ws'), lock, shipped)).toEqual([
      'ws@8.0.0, high: Bad (https://a.example/1); other',
    ]);
  });

  it('are not those against a tool, or against another version that a tool has', () => {
    expect(advisoriesAgainst(against('vite', 'node_modules/vite'), lock, shipped)).toEqual([]);
    expect(advisoriesAgainst(against('ws', 'node_modules/tool/node_modules/ws'), lock, shipped)).toEqual([]);
  });

  it('are unknown, and not none, when the registry did not answer', () => {
    expect(advisoriesAgainst({ message: '405', error: {} }, lock, shipped)).toBeNull();
    expect(advisoriesAgainst(null, lock, shipped)).toBeNull();
  });
});
