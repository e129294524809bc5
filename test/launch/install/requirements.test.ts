import { describe, expect, it } from 'vitest';
import { operandListing, requirementsIn } from '../../../src/launch/install/requirements.js';
import { memoryRepository } from '../../../src/repository/memory.js';
import { place } from '../../support/model.js';

const AT = place('render.yaml');

function names(files: Record<string, string>, file = 'requirements.txt'): readonly string[] {
  return requirementsIn(memoryRepository(files), file, AT).requirements.map(({ name, extras }) =>
    extras.length === 0 ? name : `${name}[${extras.join(',')}]`,
  );
}

describe('a line of a requirements file', () => {
  it.each([
    ['flask', ['flask']],
    ['Flask_Cors', ['flask-cors']],
    ['zope.interface==5.0', ['zope-interface']],
    ['flask == 3.1.0  # pinned', ['flask']],
    ['flask>=2,<4', ['flask']],
    ['flask (>=2)', ['flask']],
    ['uvicorn[standard]==0.34.0', ['uvicorn[standard]']],
    ['uvicorn [ standard , other ] >= 0.3', ['uvicorn[standard,other]']],
    ['gunicorn==23.0.0 --hash=sha256:aa --hash=sha256:bb', ['gunicorn']],
    ['gunicorn==23.0.0 \\\n    --hash=sha256:aa', ['gunicorn']],
    ['pywin32==306; sys_platform == "win32"', []],
    ['uvloop; sys_platform != "win32" and implementation_name == "cpython"', ['uvloop']],
    ["colorama ; platform_system=='Windows'", []],
    ['tomli; python_version < "3.11"', ['tomli']],
    ['dataclasses; python_version < "3.7"', []],
    ['django==5.2 ; python_version >= "3.10" and python_version < "4.0"', ['django']],
    ['x; sys_platform == "win32" or extra == "y"', ['x']],
    ['requests @ https://example.com/requests-2.0.tar.gz ; python_version > "3"', ['requests']],
    ['git+https://github.com/owner/some_package.git@main#egg=other', ['other']],
    ['git+https://github.com/owner/some_package.git@main', ['some-package']],
    ['-e git+ssh://git@github.com/owner/tool.git#egg=tool[web]', ['tool']],
    ['https://example.com/wheels/torch-2.0.0-cp312-none-any.whl', ['torch']],
    ['--index-url https://example.com', []],
    ['--no-index', []],
    ['-i https://example.com', []],
    ['-c constraints.txt', []],
    ['# only a comment', []],
    ['', []],
  ])('%j', (line, expected) => {
    expect(names({ 'requirements.txt': `${line}\n` })).toEqual(expected);
  });
});

describe('files that include others', () => {
  it.each(['-r base.txt', '-rbase.txt', '--requirement base.txt', '--requirement=base.txt', '-r ./base.txt'])(
    '%s',
    (line) => {
      expect(
        names({ 'requirements/prod.txt': line, 'requirements/base.txt': 'flask' }, 'requirements/prod.txt'),
      ).toEqual(['flask']);
    },
  );

  it('end where they include each other', () => {
    expect(names({ 'requirements.txt': '-r b.txt\nflask', 'b.txt': '-r requirements.txt\ngunicorn' })).toEqual([
      'gunicorn',
      'flask',
    ]);
  });

  it('leave a doubt where one is not there or leaves the repository', () => {
    const files = { 'requirements.txt': '-r gone.txt\n-r ../../out.txt\n' };
    const { doubts } = requirementsIn(memoryRepository(files), 'requirements.txt', AT);
    expect(doubts.map(({ why }) => why)).toEqual([
      'gone.txt does not exist',
      '../../out.txt is outside the repository',
    ]);
    expect(doubts[0]?.at.range.start.line).toBe(1);
  });
});

it.each([
  ['.', ''],
  ['./lib', 'lib'],
  ['.[web]', ''],
  ['../shared', undefined],
  ['file:./lib', 'lib'],
])('a path names a project: %s', (written, folder) => {
  expect(operandListing(written, '', AT).projects.map((each) => each.folder)).toEqual(
    folder === undefined ? [] : [folder],
  );
});

it('does not hang on hostile lines', () => {
  const text = [' '.repeat(200_000) + 'x', `a${'.'.repeat(200_000)}`, 'a/'.repeat(100_000), '\\\n'.repeat(50_000)].join(
    '\n',
  );
  expect(requirementsIn(memoryRepository({ 'requirements.txt': text }), 'requirements.txt', AT).files).toHaveLength(1);
});
