import { describe, expect, it } from 'vitest';
import { member, stringAt, stringsOf } from '../../src/syntax/json.js';
import { parseToml } from '../../src/syntax/toml.js';

const TEXT = `name = "app"
[project]
dependencies = [
  "flask>=3", # the framework
  'gunicorn',
]
urls.home = "https://example.com"
[tool.poetry.group.dev.dependencies]
black = { version = "*", optional = true }
[[tool.uv.index]]
name = "first"
[[tool.uv.index]]
name = "second"
`;

describe('parseToml', () => {
  it('reads tables, dotted keys, inline tables and arrays of tables', async () => {
    const toml = await parseToml(TEXT, 'pyproject.toml');
    if (toml.is === 'failed') throw new Error(toml.why);
    const { value } = toml;
    expect(stringAt(value, 'name')).toBe('app');
    expect(stringsOf(member(value, 'project', 'dependencies'))).toEqual(['flask>=3', 'gunicorn']);
    expect(stringAt(value, 'project', 'urls', 'home')).toBe('https://example.com');
    expect(member(value, 'tool', 'poetry', 'group', 'dev', 'dependencies', 'black', 'optional')).toMatchObject({
      value: true,
    });
    const index = member(value, 'tool', 'uv', 'index');
    expect(index?.is === 'array' && index.items.map((each) => stringAt(each, 'name'))).toEqual(['first', 'second']);
  });

  it('gives the place of a value', async () => {
    const toml = await parseToml(TEXT, 'pyproject.toml');
    const list = toml.is === 'table' ? member(toml.value, 'project', 'dependencies') : undefined;
    const second = list?.is === 'array' ? list.items[1] : undefined;
    expect(second?.at.range.start).toMatchObject({ line: 5, column: 3 });
  });

  it('says where a text stops being TOML', async () => {
    const toml = await parseToml('a = 1\nb = \nc = 2\n', 'x.toml');
    expect(toml).toMatchObject({ is: 'failed', at: { file: 'x.toml', range: { start: { line: 3, column: 1 } } } });
  });

  it('does not follow what nests too deep', async () => {
    expect(await parseToml(`a = ${'['.repeat(100_000)}`, 'x.toml')).toMatchObject({ is: 'failed' });
  });
});
