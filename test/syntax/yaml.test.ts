import { describe, expect, it } from 'vitest';
import { entryOf, itemsOf, parseYaml, valueOf, type YamlFile, type YamlNode } from '../../src/syntax/yaml.js';

const parse = (text: string): Promise<YamlFile> => parseYaml('a.yaml', text);

async function rootOf(text: string): Promise<YamlNode> {
  const { documents, problems } = await parse(text);
  expect(problems).toEqual([]);
  const [root] = documents;
  if (!root) throw new Error('the text holds a document');
  return root;
}

/** What the range of a node covers. */
function written(text: string, node: YamlNode | undefined): string | undefined {
  return node && text.slice(node.range.start.offset, node.range.end.offset);
}

function scalar(node: YamlNode | undefined): unknown {
  return node?.is === 'scalar' ? node.value : node?.is;
}

describe('values', () => {
  it.each([
    ['plain text', 'plain text', 'plain text', 'plain'],
    ['3.10', 3.1, '3.10', 'plain'],
    ['true', true, 'true', 'plain'],
    ['off', 'off', 'off', 'plain'],
    ['"true"', 'true', 'true', 'quoted'],
    ["'it''s'", "it's", "it's", 'quoted'],
    ['~', null, '~', 'plain'],
  ])('reads %s', async (source, value, text, style) => {
    const node = entryOf(await rootOf(`k: ${source} # comment\n`), 'k')?.value;
    expect(node).toMatchObject({ value, text, style });
  });

  it('covers quotes, but neither comments nor the line break after a block', async () => {
    const text = 'a: "x" # c\nb: |\n  one\n  two\n\nc:\n  d: 1 # e\nf: [1, 2] # g\n';
    const root = await rootOf(text);
    expect(written(text, valueOf(root, 'a'))).toBe('"x"');
    expect(written(text, valueOf(root, 'b'))).toBe('|\n  one\n  two');
    expect(valueOf(root, 'b')).toMatchObject({ value: 'one\ntwo\n', style: 'block' });
    expect(written(text, valueOf(root, 'c'))).toBe('d: 1');
    expect(written(text, valueOf(root, 'f'))).toBe('[1, 2]');
  });

  it('counts lines and columns from 1, with Windows line endings too', async () => {
    const root = await rootOf('a:\r\n  - b: 1\r\n    c: two\r\n');
    const c = entryOf(itemsOf(valueOf(root, 'a'))[0], 'c');
    expect(c?.keyRange.start).toMatchObject({ line: 3, column: 5 });
    expect(c?.value.range.start).toMatchObject({ line: 3, column: 8 });
    expect(c?.value.range.end).toMatchObject({ line: 3, column: 11 });
  });

  it('gives a key with nothing after it a null without extent', async () => {
    const root = await rootOf('a:\nb: 1\n');
    const value = entryOf(root, 'a')?.value;
    expect(value).toMatchObject({ is: 'scalar', value: null });
    expect(value?.range.start.offset).toBe(value?.range.end.offset);
    expect(valueOf(root, 'a')).toBeUndefined();
  });

  it('keeps repeated keys, and names the last as the value', async () => {
    const root = await rootOf('a: 1\nb: 2\na: 3\n');
    expect(root.is === 'map' && root.entries.map(({ key, keyRange }) => `${key}:${keyRange.start.line}`)).toEqual([
      'a:1',
      'b:2',
      'a:3',
    ]);
    expect(scalar(valueOf(root, 'a'))).toBe(3);
  });

  it('takes __proto__ as a key like any other', async () => {
    const root = await rootOf('__proto__: 1\n');
    expect(scalar(valueOf(root, '__proto__'))).toBe(1);
  });
});

describe('how a key and a value are written', () => {
  it('gives the place of the colon of a plain key, and only of such', async () => {
    const text = 'a : 1\n"b": 2\n? c # x:y\n: 3\n&k d: 4\n!!str e: 5\nf: {g: 6, h}\n';
    const root = await rootOf(text);
    const colons = (node: YamlNode | undefined): unknown =>
      node?.is === 'map' && node.entries.map(({ key, colon }) => [key, colon && text.slice(colon, colon + 3)]);
    expect(colons(root)).toEqual([
      ['a', ': 1'],
      ['b', ': 2'],
      ['c', undefined],
      ['d', undefined],
      ['e', undefined],
      ['f', ': {'],
    ]);
    expect(colons(valueOf(root, 'f'))).toEqual([
      ['g', ': 6'],
      ['h', undefined],
    ]);
  });

  it('gives a merged key no colon of its own', async () => {
    const root = await rootOf('a: &a {k: 1}\nb: {<<: *a}\n');
    expect(entryOf(valueOf(root, 'a'), 'k')?.colon).toBe(8);
    expect(entryOf(valueOf(root, 'b'), 'k')?.colon).toBeUndefined();
  });

  it('tells anchors and tags, on nothing too', async () => {
    const root = await rootOf('a: &a 1\nb: !!str 2\nc: &c\nd: &d [1]\ne: &e {f: 1}\ng: *a\nh: 1\ni: [1]\nj:\n');
    const marked = root.is === 'map' && root.entries.filter(({ value }) => value.properties).map(({ key }) => key);
    expect(marked).toEqual(['a', 'b', 'c', 'd', 'e', 'g']);
  });
});

describe('aliases and merge keys', () => {
  it('places an aliased value at the anchored text, and says where the alias is', async () => {
    const text = 'a: &x\n  b: 1\nc: *x\n';
    const c = valueOf(await rootOf(text), 'c');
    expect(written(text, c)).toBe('b: 1');
    expect(c?.alias?.start).toMatchObject({ line: 3, column: 4 });
  });

  it('knows an anchor on a key', async () => {
    expect(scalar(valueOf(await rootOf('&k a: 1\nb: *k\n'), 'b'))).toBe('a');
  });

  it('takes the nearest anchor above', async () => {
    const root = await rootOf('a: &x 1\nb: *x\nc: &x 2\nd: *x\n');
    expect([scalar(valueOf(root, 'b')), scalar(valueOf(root, 'd'))]).toEqual([1, 2]);
  });

  it('lets own keys win over merged ones wherever they stand, and earlier sources over later ones', async () => {
    const root = await rootOf('a: &a {k: a, l: a}\nb: &b {k: b, l: b, m: b}\nc:\n  <<: [*a, *b]\n  l: own\n');
    const c = valueOf(root, 'c');
    expect(['k', 'l', 'm'].map((key) => scalar(valueOf(c, key)))).toEqual(['a', 'own', 'b']);
    expect(['k', 'l', 'm'].map((key) => entryOf(c, key)?.merged)).toEqual([true, false, true]);
  });

  it('takes a quoted << as a key', async () => {
    expect(scalar(valueOf(await rootOf('"<<": 1\n'), '<<'))).toBe(1);
  });
});

describe('errors', () => {
  it.each([
    ['a tab', 'a:\n\tb: 1\n', /tab/, 2, 1],
    ['an unclosed quote, where it opens', 'a: "x\nb: 1\nc: 2\n', /quote is opened here and not closed/, 1, 4],
    ['a quote that goes on further left', 'a:\n  b: "x\n y"\nc: 2\n', /not indented far enough/, 2, 6],
    ['the same before a key', 'a:\n  - b: "x\nc: "y"\n', /not indented far enough/, 2, 8],
    ['an item that goes on further left', 'a:\n  - b: 1\n    c: 2\n   d: 3\n', /not indented like/, 4, 1],
    ['an open bracket', 'services: [\n', /^The \[ here is not closed/, 1, 11],
    ['an open brace before a key', 'a: {b: 1\nc: 2\n', /^The \{ here is not closed/, 1, 4],
    ['an open bracket before an item', 'a:\n  - [1, 2\n  - b\n', /^The \[ here is not closed/, 2, 5],
    ['bad indentation', 'a:\n  b: 1\n c: 2\n', /not indented/, 3, 1],
    ['a second colon', 'a: b: c\n', /second colon/, 1, 4],
    ['a key without colon', 'a: 1\nb\nc: 2\n', /colon is missing/, 2, 1],
    ['a text that starts like an alias', 'a: *.js\n', /must be quoted/, 1, 4],
    ['an @ that starts a text', 'a: @x\n', /unless it is quoted/, 1, 4],
    ['an unknown escape', 'a: "\\q"\n', /backslash/, 1, 5],
    ['an alias without anchor', 'a: *b\n', /No anchor &b/, 1, 4],
    ['an alias inside its own anchor', 'a: &a [1, *a]\n', /inside the value it names/, 1, 11],
    ['a map as a key', '{a: 1}: b\n', /key must be a plain text/, 1, 1],
    ['a template', 'a: {{ name }}\n', /starts with \{/, 1, 5],
    ['a merge of something else', '<<: 1\n', /merge key/, 1, 5],
  ])('%s', async (_, text, message, line, column) => {
    const { problems } = await parse(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toMatch(message);
    expect(problems[0]?.range.start).toMatchObject({ line, column });
    expect(problems[0]?.range.end.line).toBe(line);
  });

  it('keeps what can be read', async () => {
    const { documents } = await parse('a: 1\nb: "x\n');
    expect(scalar(valueOf(documents[0], 'a'))).toBe(1);
  });

  it('reports the first error of each document, as what follows is guesswork', async () => {
    const { problems } = await parse('a: @x\nb: @y\n---\nc: @z\n');
    expect(problems.map(({ range }) => range.start.line)).toEqual([1, 4]);
  });

  it('counts only documents that hold something', async () => {
    expect((await parse('---\na: 1\n---\n')).documents).toHaveLength(1);
    expect((await parse('# nothing\n')).documents).toEqual([]);
    expect((await parse('')).documents).toEqual([]);
  });
});

describe('hostile input', () => {
  const bomb = [
    'a0: &a0 [x,x,x,x,x,x,x,x,x,x]',
    ...Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(',')}]`),
  ].join('\n');
  const chain = ['a0: &a0 [x]', ...Array.from({ length: 2000 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}]`)].join('\n');
  const merges = [
    `a: &a {${Array.from({ length: 500 }, (_, i) => `k${i}: 1`).join(', ')}}`,
    ...Array.from({ length: 500 }, (_, i) => `b${i}: {<<: *a}`),
  ].join('\n');
  const size = 1024 * 1024;

  // Each is refused or read in a fraction of a second alone; the limit leaves room for a busy machine.
  it.each([
    ['an alias bomb', bomb, /50,000 values/],
    ['a long chain of aliases', chain, /100 levels/],
    ['merge keys that multiply', merges, /50,000 values/],
    ['maps as keys of maps', '{'.repeat(2000) + 'a: 1' + '}'.repeat(2000), /nested/],
    ['deep nesting', '['.repeat(5000), /nested|closed/],
    ['lists in lists on one line', `${'- '.repeat(3000)}a: 1\n`, /100 levels/],
    ['an error per token', '[]'.repeat(74_000), /not allow/],
    ['100,000 keys', Array.from({ length: 100_000 }, (_, i) => `key${i}: 1`).join('\n'), /150,000 YAML tokens/],
    ['1 MB of brackets', '['.repeat(size), /150,000 YAML tokens/],
    ['1 MB of wrong escapes', `a: "${'\\q'.repeat(size / 2)}"`, /150,000 YAML tokens/],
    ['1 MB in a quote', `a: "${'x\n '.repeat(size / 3)}`, /quote is opened/],
  ])('%s', async (_, text, message) => {
    const { problems } = await parse(text);
    expect(problems[0]?.message).toMatch(message);
  });

  it.each([
    ['tokens', '['.repeat(200_000), '150,000 YAML tokens'],
    ['values', bomb, '50,000 values, its aliases unfolded'],
    ['values that merge keys bring', merges, '50,000 values, its aliases unfolded'],
    ['levels of aliases', chain, '100 levels of nested values'],
    ['levels', `${'['.repeat(200)}${']'.repeat(200)}`, '100 levels of nested values'],
  ])('says that the limit of %s is ours', async (_, text, limit) => {
    expect((await parse(text)).problems).toMatchObject([{ limit }]);
  });

  it('does not leave out in silence what a merge key has no room for', async () => {
    const items = Array.from({ length: 16_000 }, () => '1').join(',');
    const { problems } = await parse(`a: &a {k: [${items}]}\nb: {<<: *a}\n`);
    expect(problems).toEqual([]);
    const more = await parse(`a: &a {k: [${items}]}\nb: {<<: *a, c: 1}\nd: {<<: *a}\n`);
    expect(more.problems).toMatchObject([{ limit: '50,000 values, its aliases unfolded' }]);
  });

  it('leaves the stack traces of others as they were', async () => {
    const before = Error.stackTraceLimit;
    await parse('a: "');
    expect(Error.stackTraceLimit).toBe(before);
  });

  it('reads 1 MB of block text', async () => {
    const { problems, documents } = await parse(`a: |\n${' x\n'.repeat(size / 3)}`);
    expect(problems).toEqual([]);
    expect(documents).toHaveLength(1);
  });
});
