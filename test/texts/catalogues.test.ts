import { describe, expect, it } from 'vitest';
import { CAUSES } from '../../src/main/assistant/problems';
import type { Language } from '../../src/preload/contract';
import { textsIn } from '../../src/texts/catalogues';
import { LANGUAGES } from '../../src/texts/languages';
import { loadTexts } from '../../src/texts/load';
import { loadSettingsTexts } from '../../src/texts/load-settings';
import type { SettingsTexts } from '../../src/texts/texts';
import { SAMPLES } from './samples';

type Text = string | ((...args: unknown[]) => string);

/** A text of a language beside that of English, with the way to it. */
interface Leaf {
  path: string;
  english: Text;
  own: Text;
}

const isText = (node: unknown): node is Text => typeof node === 'string' || typeof node === 'function';

function leaves(english: unknown, own: unknown, path: string): Leaf[] {
  if (isText(english) && isText(own)) return [{ path, english, own }];
  if (typeof english !== 'object' || typeof own !== 'object' || english === null || own === null) {
    throw new Error(`${path} is not the same kind of thing in both languages`);
  }
  const beside = new Map<string, unknown>(Object.entries(own));
  return Object.entries(english).flatMap(([key, node]) =>
    leaves(node, beside.get(key), path === '' ? key : `${path}.${key}`),
  );
}

/** What a text reads with each of its samples, in both languages. */
function readings({ path, english, own }: Leaf): { english: string; own: string; isVaried: boolean }[] {
  if (typeof english === 'string' || typeof own === 'string') {
    return [{ english: String(english), own: String(own), isVaried: false }];
  }
  const samples = samplesOf(path);
  if (samples === undefined) throw new Error(`test/texts/samples.ts has none for ${path}`);
  const [first, second] = samples;
  return [
    { english: english(...first), own: own(...first), isVaried: false },
    // Each parameter alone is changed: where English tells the difference, every language does.
    ...first.map((_, at) => {
      const args = first.map((each, index) => (index === at ? second[index] : each));
      return { english: english(...args), own: own(...args), isVaried: true };
    }),
  ];
}

function samplesOf(path: string): readonly [readonly unknown[], readonly unknown[]] | undefined {
  if (/^sentences\.[\w-]+\.title$/u.test(path)) return [['openai'], ['custom']];
  if (/^sentences\.[\w-]+\.adviceToWait$/u.test(path)) return [[30_000], [360_000]];
  if (/^sentences\.[\w-]+\.adviceToRun$/u.test(path)) {
    return [[{ line: 'setx A B', startsAloud: false }], [{ line: 'A=B aloud', startsAloud: true }]];
  }
  return SAMPLES[path];
}

/** What reads the same in English: names, signs and words that both languages have. */
const SAME: Readonly<Record<Exclude<Language, 'en'> | 'all', readonly string[]>> = {
  all: ['OpenAI', 'Azure OpenAI', 'Aloud', 'OK', 'sk-…'],
  de: ['Pause', 'Details', 'Name', 'System'],
  es: ['General', 'natural', '200 tokens'],
  fr: ['Pause', 'pause', 'Volume', 'Service', 'Instructions', 'minutes', 'Versions', 'Licences'],
  ja: [],
  'zh-Hans': [],
};

const languages = Object.keys(LANGUAGES) as Language[];
const others = languages.filter((language) => language !== 'en');
const settings = new Map<Language, SettingsTexts>();
for (const language of languages) settings.set(language, await loadSettingsTexts(language));

/** All that is said in a language, the settings window's own texts too. */
const allIn = (language: Language) => ({ ...textsIn(language), settings: settings.get(language) });
const leavesOf = (language: Language): Leaf[] => leaves(allIn('en'), allIn(language), '');
const allOf = (language: Language): [path: string, text: string][] =>
  leavesOf(language).flatMap((leaf) => readings(leaf).map(({ own }): [string, string] => [leaf.path, own]));
/** The paths of the texts that `isWrong` holds of. */
const wrong = (language: Language, isWrong: (text: string) => boolean): string[] =>
  allOf(language)
    .filter(([, text]) => isWrong(text))
    .map(([path, text]) => `${path}: ${text}`);

it('has a sentence for every cause of failure, in every language', () => {
  for (const language of languages) {
    expect(Object.keys(textsIn(language).sentences).sort()).toEqual(Object.keys(CAUSES).sort());
  }
});

it.each(languages)('gives a page the same %s as main', async (language) => {
  expect(await loadTexts(language)).toBe(textsIn(language));
});

describe.each(languages)('%s', (language) => {
  it('says something everywhere, without a blank around it or a placeholder in it', () => {
    expect(wrong(language, (text) => text.trim() === '' || text !== text.trim())).toEqual([]);
    expect(wrong(language, (text) => /[{}]|\b(?:undefined|null|NaN)\b|\[object/u.test(text))).toEqual([]);
  });

  it('writes no quotation marks of a typewriter', () => {
    expect(wrong(language, (text) => /["']/u.test(text))).toEqual([]);
  });

  it('says one sentence on what happened, and what to do', () => {
    for (const { title, advice } of Object.values(textsIn(language).sentences)) {
      for (const by of ['demo', 'openai', 'profile', 'custom'] as const) {
        expect(title(by)).toMatch(/^[^.。{}]+[.。]$/u);
        expect(title(by)).toMatch(/^\P{Ll}/u);
      }
      expect(advice).toMatch(/^\P{Ll}.*[.。]$/u);
    }
  });
});

describe.each(others)('%s', (language) => {
  it('is not English', () => {
    const same = new Set([...SAME.all, ...SAME[language as Exclude<Language, 'en'>]]);
    const untranslated = leavesOf(language)
      // Keys are what they are, and these have no words of their own.
      .filter(({ path }) => !path.startsWith('keyNames.') && path !== 'paragraph')
      .filter(({ path }) => !/\.(?:percent|withKey|valued|numbered|problem|version|times)$/u.test(path))
      .flatMap((leaf) => readings(leaf).map((reading) => ({ ...reading, path: leaf.path })))
      .filter(({ english, own }) => english === own && !same.has(own));
    expect(untranslated.map(({ path, own }) => `${path}: ${own}`)).toEqual([]);
  });

  it('uses each parameter that English uses', () => {
    const ignored = leavesOf(language).flatMap((leaf) => {
      const [first, ...varied] = readings(leaf);
      return varied.filter(({ english, own }) => english !== first?.english && own === first?.own).length > 0
        ? [leaf.path]
        : [];
    });
    expect(ignored).toEqual([]);
  });

  it('ends its sentences and its menu items as English does', () => {
    const ends = leavesOf(language).flatMap((leaf) =>
      readings(leaf)
        .filter(({ english, own }) => endOf(english) !== endOf(own))
        .map(({ own }) => `${leaf.path}: ${own}`),
    );
    expect(ends).toEqual([]);
  });
});

/** How a text ends: as a sentence, as what leads on, or openly. */
function endOf(text: string): '.' | '…' | '' {
  if (text.endsWith('…')) return '…';
  return /(?<!Sek|Min|préc|suiv)[.。]$/u.test(text) ? '.' : '';
}

describe('a word of a script that is written from right to left', () => {
  const WORD = 'אוזניות';
  /**
   * Our own words, or keys, versions and file names that never are of such a script; and what menus, dialogs and terminals
   * show, where isolates may be seen as signs.
   */
  const OUR_OWN =
    /^(?:connection|sentences|hotkey|updates|tray|output|start)\.|^controls\.|^notice\.|^settings\.(?:shortcut|voice)\b|\.version$/u;

  it.each(languages)(
    'is isolated in each sentence of a page that others may have a word in (%s)',
    (language) => {
      const isolated = leavesOf(language).flatMap(({ path, own }) => {
        if (typeof own !== 'function' || OUR_OWN.test(path)) return [];
        const [args = []] = samplesOf(path) ?? [];
        return args.flatMap((each, at) => {
          // An error's code is the system's, and Latin.
          if (typeof each !== 'string' || (path === 'settings.starting.failed' && at === 1)) return [];
          const text = own(...args.map((other, index) => (index === at ? WORD : other)));
          expect(text, path).toContain(`\u2068${WORD}\u2069`);
          return [path];
        });
      });
      expect(isolated).toContain('device.away');
      expect(isolated).toContain('settings.starting.failed');
    },
  );

  it.each(languages)('is left as it is in a menu, a dialog, or a command to be copied (%s)', (language) => {
    const { output, sentences, start } = textsIn(language);
    const command = {
      line: `HTTPS_PROXY='http://NAME:PASSWORD@proxy' '/home/${WORD}/aloud'`,
      startsAloud: true,
    };
    const texts = [
      output.away(WORD),
      output.numbered(WORD, 2),
      start.dataFolder(WORD, 'EACCES'),
      sentences['proxy-auth'].adviceToRun?.(command),
    ];
    for (const text of texts) expect(text).toMatch(/^[^\u2066-\u2069]*$/u);
  });
});

it('quotes as each language does', () => {
  const marks: Readonly<Record<Language, RegExp>> = {
    en: /[„«»「」]/u,
    de: /[«»「」”]|“(?=\p{L})/u,
    es: /[„“”「」]/u,
    fr: /[„“”「」]|«(?!\u00a0)|(?<!\u00a0)»/u,
    ja: /[„“”«»]/u,
    'zh-Hans': /[„«»「」]/u,
  };
  for (const language of languages) expect(wrong(language, (text) => marks[language].test(text))).toEqual([]);
});

it('keeps French signs from standing alone at the beginning of a line', () => {
  expect(wrong('fr', (text) => / [:;!?»]|« |[^\s\d][;!?](?:\s|$)/u.test(text))).toEqual([]);
  expect(wrong('fr', (text) => /[^\u00a0\w]:(?!\/\/)|\p{L}: /u.test(text))).toEqual([]);
});

it('writes Chinese and Japanese with their own signs, and leaves spaces beside Latin words to the page', () => {
  for (const language of ['ja', 'zh-Hans'] as const) {
    expect(
      wrong(language, (text) => /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}][,;!?:()]/u.test(text)),
    ).toEqual([]);
    expect(
      wrong(language, (text) => /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}] (?!\()/u.test(text)),
    ).toEqual([]);
  }
});

it('addresses the user politely', () => {
  expect(wrong('de', (text) => /\b(?:du|dir|dich|dein\w*)\b/iu.test(text))).toEqual([]);
  expect(wrong('fr', (text) => /\b(?:tu|toi|ton|ta|tes)\b/iu.test(text))).toEqual([]);
  expect(wrong('es', (text) => /\b(?:tú|tu|tus|ti|contigo)\b/iu.test(text))).toEqual([]);
  expect(wrong('zh-Hans', (text) => text.includes('你'))).toEqual([]);
  // Each Japanese sentence ends in the polite form.
  const ends = /(?:です|ます|ました|ません|でした|ください|どうぞ|こんにちは)(?:（.*）)?。/u;
  expect(wrong('ja', (text) => (text.match(/[^。]+。/gu) ?? []).some((each) => !ends.test(each)))).toEqual(
    [],
  );
});
