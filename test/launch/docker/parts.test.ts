import { describe, expect, it } from 'vitest';
import { baseImage, systemByName } from '../../../src/launch/docker/base-images.js';
import { expandWord, namedValues, type BuildVariable } from '../../../src/launch/docker/expand.js';
import { ignoredBy } from '../../../src/launch/docker/ignored.js';
import { matchesPath } from '../../../src/launch/docker/patterns.js';
import { memoryRepository } from '../../../src/repository/memory.js';

describe('variables of a build', () => {
  const values: Readonly<Record<string, string>> = { A: '1', EMPTY: '', LONG_NAME: 'x' };
  const variable = (name: string): BuildVariable => {
    if (name === 'LATER') return { is: 'set', text: undefined };
    const text = values[name];
    return text === undefined ? { is: 'unset' } : { is: 'set', text };
  };

  // https://docs.docker.com/reference/dockerfile/#environment-replacement
  it.each([
    ['$A/b', '1/b'],
    ['${A}b', '1b'],
    ['$LONG_NAME-x', 'x-x'],
    ['$NONE', ''],
    ['${NONE:-d}', 'd'],
    ['${EMPTY:-d}', 'd'],
    ['${EMPTY-d}', ''],
    ['${NONE:-${A}2}', '12'],
    ['${A:+y}', 'y'],
    ['${NONE:+y}', ''],
    ['"a $A"', 'a 1'],
    ["'a $A'", 'a $A'],
    ['\\$A', '$A'],
    ['a\\ b', 'a b'],
    ['"\\x\\""', '\\x"'],
    ['$', '$'],
    ['a$', 'a$'],
    ['$LATER', undefined],
    ['${LATER:-d}', undefined],
    ['${LATER-d}', undefined],
    ['${A', undefined],
    ['${A!}', undefined],
  ])('%s', (word, expected) => {
    expect(expandWord(word, variable, '\\')).toBe(expected);
  });

  it('gives up on what is nested deep or grows without end', () => {
    expect(expandWord(`${'${N:-'.repeat(200)}x${'}'.repeat(200)}`, variable, '\\')).toBeUndefined();
    const long = (): BuildVariable => ({ is: 'set', text: 'x'.repeat(15_000) });
    expect(expandWord('$A$A', long, '\\')).toBeUndefined();
  });

  it.each([
    ['A=1 B="x y" C=a\\ b', ['A=1', 'B="x y"', 'C=a\\ b']],
    ['NAME some words', ['NAME=some words']],
    ['NAME', ['NAME=undefined']],
    ["A='x=y'", ["A='x=y'"]],
    ['=x', []],
  ])('are read from %s', (text, expected) => {
    expect(namedValues(text, '\\').map(({ name, value }) => `${name}=${value}`)).toEqual(expected);
  });
});

describe('patterns of paths', () => {
  it.each([
    ['*.js', 'a.js', true],
    ['*.js', 'a/b.js', false],
    ['**/*.js', 'a/b/c.js', true],
    ['**/*.js', 'c.js', true],
    ['a/**', 'a/b/c', true],
    ['a/**/c', 'a/c', true],
    ['a?c', 'abc', true],
    ['a?c', 'a/c', false],
    ['[a-c]x', 'bx', true],
    ['[^a-c]x', 'bx', false],
    ['[x', '[x', false],
    ['\\*', '*', true],
    ['package*.json', 'package-lock.json', true],
    ['A.js', 'a.js', false],
  ])('%s and %s', (pattern, path, expected) => {
    expect(matchesPath(pattern, path)).toBe(expected);
  });

  it('take no exponential time', () => {
    expect(matchesPath(`${'*a'.repeat(200)}b`, 'a'.repeat(2_000))).toBe(false);
    expect(matchesPath('**/'.repeat(100) + 'x', 'a/'.repeat(300) + 'y')).toBe(false);
  });
});

describe('.dockerignore', () => {
  it.each([
    ['node_modules', 'node_modules/x/y.js', true],
    ['/dist/', 'dist/a.js', true],
    ['*.md\n!README.md', 'README.md', false],
    ['*.md\n!README.md', 'NOTES.md', true],
    ['*\n!src', 'src/a.js', false],
    ['!src\n*', 'src/a.js', true],
    ['# a comment\n\nx', 'x', true],
    ['**/.env', 'a/b/.env', true],
    ['src', 'srcs', false],
    ['..\n.', 'a', false],
  ])('%j and %s', (text, path, expected) => {
    const repository = memoryRepository({ 'api/.dockerignore': text });
    expect(ignoredBy(repository, 'api/Dockerfile', 'api')(path)).toBe(expected);
  });
});

describe('images', () => {
  it.each([
    ['node:22-slim', 'debian'],
    ['node', 'debian'],
    ['node:lts-alpine3.20', 'alpine'],
    ['python:3.12-alpine', 'alpine'],
    ['registry.hub.docker.com/library/node:22', undefined],
    ['docker.io/library/python:3', 'debian'],
    ['public.ecr.aws/docker/library/node:20-bookworm', 'debian'],
    ['amazonlinux:2023', 'redhat'],
    ['amazoncorretto:21-alpine', 'alpine'],
    ['eclipse-temurin:21-ubi9-minimal', 'redhat'],
    ['gcr.io/distroless/nodejs22-debian12', undefined],
    ['scratch', undefined],
  ])('what sh is in %s', (name, system) => {
    expect(baseImage(name)?.system).toBe(system);
  });

  it.each([
    ['example/app:1-alpine', 'alpine'],
    ['example/app:bookworm', 'debian'],
    ['ubuntu/nginx:1.18', 'debian'],
    ['registry.access.redhat.com/ubi9/nodejs-20', 'redhat'],
    ['example/app:1', undefined],
  ])('and in %s, which is not known', (name, system) => {
    expect(baseImage(name)).toBeUndefined();
    expect(systemByName(name)).toBe(system);
  });

  it('give each a source', () => {
    for (const name of ['node', 'nginx', 'php:8-apache', 'postgres', 'scratch', 'gcr.io/distroless/static']) {
      expect(baseImage(name)?.source).toMatch(/^https:\/\//);
    }
  });
});
