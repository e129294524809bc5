import { describe, expect, it } from 'vitest';
import { djangoVersion, isAtLeast } from '../../../src/apps/django/version.js';
import { memoryRepository } from '../../../src/repository/memory.js';

function atLeast41(files: Record<string, string>, folder = ''): boolean | undefined {
  return isAtLeast(djangoVersion(memoryRepository(files), folder), 4, 1);
}

describe('the version of Django that gets installed', () => {
  it.each([
    ['Django==4.0.10', false],
    ['django==4.1', true],
    ['Django == 3.2.25  # long term', false],
    ['django[argon2]==5.2', true],
    ['Django', true],
    ['django>=3.2', true],
    ['django>=3.2,<4', false],
    ['django>=3.2,<4.2', true],
    ['Django~=3.2.0', false],
    ['Django~=4.0', true],
    ['django<=4.0', false],
    ['django-environ==0.9.0', undefined],
    ['djangorestframework==3.16.0', undefined],
    ['# django==3.2', undefined],
  ])('%s', (line, expected) => {
    expect(atLeast41({ 'requirements.txt': `asgiref==3.8.1\n${line}\ngunicorn==23.0.0\n` })).toBe(expected);
  });

  it.each<[string, Record<string, string>, boolean | undefined]>([
    ['pyproject', { 'pyproject.toml': '[project]\ndependencies = [\n  "django>=4.2",\n]\n' }, true],
    ['poetry', { 'pyproject.toml': '[tool.poetry.dependencies]\ndjango = "^3.2"\n' }, false],
    ['poetry.lock', { 'poetry.lock': '[[package]]\nname = "django"\nversion = "3.2.25"\n' }, false],
    ['Pipfile', { Pipfile: '[packages]\ndjango = "*"\n' }, true],
    ['Pipfile.lock', { 'Pipfile.lock': '{"default": {"django": {"hashes": [], "version": "==4.0.3"}}}' }, false],
    ['a folder of lists', { 'requirements/base.txt': 'Django==4.0.3\n' }, false],
    ['none', {}, undefined],
  ])('%s', (_, files, expected) => {
    expect(atLeast41(files)).toBe(expected);
  });

  it('counts the nearest list', () => {
    expect(atLeast41({ 'requirements.txt': 'Django==3.2\n', 'api/requirements.txt': 'Django==5.0\n' }, 'api')).toBe(
      true,
    );
  });
});
