import { describe, expect, it } from 'vitest';
import { member, parseJson, stringAt, stringsOf } from '../../src/syntax/json.js';

describe('parseJson', () => {
  it('gives values with their places', () => {
    const json = parseJson('{\n  "scripts": { "build": "vite build" }\n}', 'package.json');
    const build = member(json, 'scripts', 'build');
    expect(build).toMatchObject({ is: 'string', value: 'vite build' });
    expect(build?.at).toMatchObject({ file: 'package.json', range: { start: { line: 2, column: 25 } } });
  });

  it('allows comments and trailing commas, as tsconfig.json does', () => {
    expect(stringAt(parseJson('// c\n{ "a": /* c */ "b", }', 'tsconfig.json'), 'a')).toBe('b');
  });

  it('reads what there is of a broken text', () => {
    expect(stringAt(parseJson('{ "a": "b", "c": ', 'package.json'), 'a')).toBe('b');
    expect(parseJson('', 'package.json')).toBeUndefined();
  });

  it('takes the last of repeated keys, and no key for a property of all objects', () => {
    expect(stringAt(parseJson('{ "a": "first", "a": "last" }', 'x.json'), 'a')).toBe('last');
    expect(member(parseJson('{}', 'x.json'), 'constructor')).toBeUndefined();
    expect(stringAt(parseJson('{ "__proto__": "own" }', 'x.json'), '__proto__')).toBe('own');
  });

  it('refuses what nests too deep', () => {
    expect(parseJson('['.repeat(100_000), 'x.json')).toBeUndefined();
    expect(parseJson('['.repeat(200) + ']'.repeat(200), 'x.json')).toBeDefined();
  });
});

describe('stringsOf', () => {
  it('takes a list of strings, or one alone', () => {
    expect(stringsOf(parseJson('["a", 1, "b"]', 'x.json'))).toEqual(['a', 'b']);
    expect(stringsOf(parseJson('"a"', 'x.json'))).toEqual(['a']);
    expect(stringsOf(parseJson('{}', 'x.json'))).toEqual([]);
    expect(stringsOf(undefined)).toEqual([]);
  });
});
