import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Part } from '../../../src/preload/about-contract';
import { aboutKey } from '../../../src/renderer/about/keys';
import { findParts } from '../../../src/renderer/about/search';
import { versionReport } from '../../../src/renderer/about/versions';
import { aboutView } from './about-view';

const part = fc.record<Part>({
  name: fc.stringMatching(/^@?[a-z][a-z0-9./-]{0,12}$/u),
  version: fc.stringMatching(/^\d\.\d\.\d$/u),
  licence: fc.constantFrom('MIT', 'ISC', 'Apache-2.0', 'MIT OR Apache-2.0'),
  text: fc.string(),
});
const parts = fc.array(part);

describe('the search', () => {
  it('finds all by nothing, and each by what it is called, however that is written', () => {
    fc.assert(
      fc.property(parts, fc.nat(), (all, index) => {
        expect(findParts(all, '')).toEqual(all);
        expect(findParts(all, '  ')).toEqual(all);
        const one = all[index % Math.max(all.length, 1)];
        if (one === undefined) return;
        expect(findParts(all, ` ${one.licence.toUpperCase()}  ${one.name} `)).toContain(one);
      }),
    );
  });

  it('finds less, in the same order, with each word more', () => {
    fc.assert(
      fc.property(parts, fc.string(), fc.string(), (all, first, second) => {
        const found = findParts(all, `${first} ${second}`);
        const before = findParts(all, first);
        expect(before.filter((each) => found.includes(each))).toEqual(found);
        expect(all.filter((each) => before.includes(each))).toEqual(before);
      }),
    );
  });

  it('does not look into the texts: half of them speak of what they permit', () => {
    const isc = { name: 'semver', version: '7.8.6', licence: 'ISC', text: 'Permission is granted' };
    expect(findParts([isc], 'mit')).toEqual([]);
  });
});

describe('a key', () => {
  const none = {
    key: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    isComposing: false,
  };
  const linux = { platform: 'linux', searching: false } as const;

  it.each([
    [{ key: 'Escape' }, 'close'],
    [{ key: 'w', ctrlKey: true }, 'close'],
    [{ key: 'f', ctrlKey: true }, 'search'],
    [{ key: 'w' }, null],
    [{ key: 'c', ctrlKey: true }, null],
    [{ key: 'Escape', isComposing: true }, null],
  ] as const)('%o does %s', (press, key) => {
    expect(aboutKey({ ...none, ...press }, linux)).toBe(key);
  });

  it('Escape first empties the search', () => {
    expect(aboutKey({ ...none, key: 'Escape' }, { ...linux, searching: true })).toBe('clear');
  });
});

it('says in a report all that is needed, a line each', () => {
  expect(versionReport(aboutView())).toBe(
    'Aloud 1.2.3\nElectron 45.4.1\nChromium 156.0.8078.5\nNode.js 24.9.0\nUbuntu 24.04 LTS, Linux 6.8.0 (x64)',
  );
});
