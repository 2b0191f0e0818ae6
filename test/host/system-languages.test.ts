import { expect, test } from 'vitest';
import { systemLanguages } from './system-languages';

test.each<[Record<string, string>, string[]]>([
  [{ LANG: 'de_AT.UTF-8' }, ['de-AT', 'de']],
  [{ LANG: 'en_US.UTF-8', LC_ALL: 'fr_FR.UTF-8' }, ['fr-FR', 'fr']],
  [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'ja_JP.eucJP' }, ['ja-JP', 'ja']],
  [{ LANG: 'de_DE.UTF-8', LANGUAGE: 'es:de' }, ['es', 'de']],
  [{ LANG: 'zh_CN', LANGUAGE: '' }, ['zh-CN', 'zh']],
  [{ LANG: 'ca_ES.UTF-8@valencia' }, ['ca-ES@valencia', 'ca-ES', 'ca@valencia', 'ca']],
  [{ LANG: 'C.UTF-8' }, []],
  [{}, []],
])('%j says %j', (environment, languages) => {
  expect(systemLanguages(environment)).toEqual(languages);
});
