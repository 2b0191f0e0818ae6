import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseSync, Visitor } from 'vite';
import { describe, expect, it } from 'vitest';

/** Attributes that a user reads, and properties of menus, windows and dialogs. */
const READ_ATTRIBUTE =
  /^(?:aria-(?:label|description|roledescription|valuetext|placeholder)|title|placeholder|alt|label|tip|text)$/u;
const READ_PROPERTY = /^(?:label|sublabel|toolTip|title|message|detail|body|copyright|credits|buttons)$/u;
/** Where calls go whose words are for a log, a terminal or a developer. */
const NOT_READ = /^(?:Error|TypeError|RangeError|info|warn|error|write|log)$/u;

/** The name is the same everywhere. */
const hasWord = (text: string): boolean => text !== 'Aloud' && /\p{L}{2}/u.test(text);
/** Three words in a row, or two that begin like a sentence or a title. */
const isSentence = (text: string): boolean =>
  /\p{L}+[,:]? \p{L}+ \p{L}+|^\p{Lu}\p{Ll}* \p{Ll}+/u.test(text) && !/^[.#[]|[<>{};=]/u.test(text);

interface Span {
  start: number;
  end: number;
}

/** What of a source file a user would read in English whatever they speak, by its line. */
function words(file: string, code: string): string[] {
  const { program, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file} cannot be read`);
  const found: string[] = [];
  const spared: Span[] = [];
  const tell = ({ start }: Span, text: string): void => {
    found.push(`${relative('.', file)}:${code.slice(0, start).split('\n').length} ${text.trim()}`);
  };
  const look = (span: Span, text: string): void => {
    const isSpared = spared.some(({ start, end }) => start <= span.start && span.end <= end);
    if (!isSpared && isSentence(text)) tell(span, text);
  };
  const nameOf = (node: { type: string }): string => {
    if ('name' in node && typeof node.name === 'string') return node.name;
    if ('property' in node) return nameOf(node.property as { type: string });
    return 'value' in node && typeof node.value === 'string' ? node.value : '';
  };
  const spare = (node: Span & { callee: { type: string } }): void => {
    if (NOT_READ.test(nameOf(node.callee))) spared.push(node);
  };
  new Visitor({
    CallExpression: spare,
    NewExpression: spare,
    JSXText: (node) => (hasWord(node.value) ? tell(node, node.value) : undefined),
    JSXAttribute(node) {
      const name = nameOf(node.name);
      if (node.value?.type !== 'Literal' || typeof node.value.value !== 'string') return;
      const { value } = node.value;
      if (READ_ATTRIBUTE.test(name) ? hasWord(value) : name !== 'class' && isSentence(value))
        tell(node, value);
      // What is a class list is no sentence, and what was told is told once.
      spared.push(node);
    },
    Property(node) {
      if (node.value.type !== 'Literal' || typeof node.value.value !== 'string') return;
      if (READ_PROPERTY.test(nameOf(node.key)) && hasWord(node.value.value)) tell(node, node.value.value);
    },
    Literal: (node) => (typeof node.value === 'string' ? look(node, node.value) : undefined),
    TemplateElement: (node) => look(node, node.value.raw),
  }).visit(program);
  return found;
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file));
const pages = filesIn('src/renderer').filter((file) => /\.tsx?$/u.test(file) && !file.endsWith('.d.ts'));
/** Of main, what draws; the rest has words for a log and a terminal alone. */
const drawing = [...filesIn('src/main/shell'), ...filesIn('src/main/assistant')].filter((file) =>
  /(?:about|dialogs?|menu|tooltip|view|popup[\w-]*|settings-[\w-]+|tray[\w-]*)\.ts$/u.test(file),
);

describe('words that a user reads', () => {
  it.each([...pages, ...drawing])('are in the catalogue, and not in %s', (file) => {
    expect(words(file, readFileSync(file, 'utf8'))).toEqual([]);
  });

  it.each([
    ['<p>Hello</p>', ['Hello']],
    ['<p>{ready ? "You are ready" : null}</p>', ['You are ready']],
    [`<p>{\`Hello there, \${name}\`}</p>`, ['Hello there,']],
    ['<input placeholder="Search" />', ['Search']],
    ['<Button label="Close" />', ['Close']],
    ['<Card note="What to do now" />', ['What to do now']],
    ['x = { label: "Quit" }', ['Quit']],
    ['say("This is not in the catalogue.")', ['This is not in the catalogue.']],
  ])('are found in %s', (code, expected) => {
    expect(words('a.tsx', code)).toEqual(expected.map((text) => `a.tsx:1 ${text}`));
  });

  it.each([
    '<p class="one two three">{text} · ⌘</p>',
    '<Button kind="primary">{texts.ask}</Button>',
    `throw new Error(\`There is no \${name} in the page\`)`,
    'log.warn("The page does not respond")',
    'document.querySelector(".card .title p")',
    'x = { label: texts.quit, id: "quit" }',
    '// A comment has words.',
  ])('are not found in %s', (code) => {
    expect(words('a.tsx', code)).toEqual([]);
  });
});
