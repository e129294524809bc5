import { describe, expect, it } from 'vitest';
import { djangoVersion, isAtLeast } from '../../../src/apps/django/version.js';
import { memoryRepository } from '../../../src/repository/memory.js';

async function atLeast41(files: Record<string, string>, folder = ''): Promise<boolean | undefined> {
  return isAtLeast(await djangoVersion(memoryRepository(files), folder), 4, 1);
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
    ['django (>=3.2,<4.0)', false],
    ['django==4.*', true],
    ['django==4.0.*', false],
    ["Django==4.0.3 ; python_version >= '3.8'", false],
    ['Django==4.0.3 --hash=sha256:00', false],
    ['Django@https://example.com/Django-4.0.zip', true],
  ])('%s', async (line, expected) => {
    expect(await atLeast41({ 'requirements.txt': `asgiref==3.8.1\n${line}\ngunicorn==23.0.0\n` })).toBe(expected);
  });

  it.each<[string, Record<string, string>, boolean | undefined]>([
    ['pyproject', { 'pyproject.toml': '[project]\ndependencies = [\n  "django>=4.2",\n]\n' }, true],
    ['poetry', { 'pyproject.toml': '[tool.poetry.dependencies]\ndjango = "^3.2"\n' }, false],
    ['poetry.lock', { 'poetry.lock': '[[package]]\nname = "django"\nversion = "3.2.25"\n' }, false],
    ['Pipfile', { Pipfile: '[packages]\ndjango = "*"\n' }, true],
    ['Pipfile.lock', { 'Pipfile.lock': '{"default": {"django": {"hashes": [], "version": "==4.0.3"}}}' }, false],
    ['a folder of lists', { 'requirements/base.txt': 'Django==4.0.3\n' }, false],
    ['an included file', { 'requirements.txt': '-r base.in\n', 'base.in': 'Django<4\n' }, false],
    [
      'poetry, as a table',
      { 'pyproject.toml': '[tool.poetry.dependencies]\ndjango = { version = "~4.0", extras = ["bcrypt"] }\n' },
      false,
    ],
    ['a dependency group', { 'pyproject.toml': '[dependency-groups]\nweb = ["django<4"]\n' }, false],
    ['setup.cfg', { 'setup.cfg': '[options]\ninstall_requires =\n    django>=3.2,<4\n' }, false],
    ['setup.py', { 'setup.py': 'from setuptools import setup\nsetup(install_requires=["django==4.0"])\n' }, false],
    ['conda', { 'environment.yml': 'dependencies:\n  - python=3.12\n  - django=4.0.3\n' }, false],
    ['none', {}, undefined],
  ])('%s', async (_, files, expected) => {
    expect(await atLeast41(files)).toBe(expected);
  });

  it('counts the nearest list', async () => {
    expect(
      await atLeast41({ 'requirements.txt': 'Django==3.2\n', 'api/requirements.txt': 'Django==5.0\n' }, 'api'),
    ).toBe(true);
  });
});
