import { describe, expect, it } from 'vitest';
import { followBuild, type Build } from '../../src/launch/build.js';
import { memoryRepository } from '../../src/repository/memory.js';
import { known, place, service } from '../support/model.js';

type Files = Readonly<Record<string, string>>;

async function build(files: Files, command: string, root?: string, file = 'render.yaml'): Promise<Build> {
  const over = {
    at: place(file),
    file,
    buildCommand: known(command),
    ...(root !== undefined && { root: known(root) }),
  };
  const result = await followBuild(memoryRepository(files), service('web', 'static', over));
  if (!result) throw new Error('the folder cannot be read');
  return result;
}

/** The programs with the folders they run in. */
async function programs(files: Files, command: string, root?: string, file?: string): Promise<string[]> {
  const result = await build(files, command, root, file);
  return result.programs.map(({ folder, words }) => `${folder}> ${words.map((word) => word ?? '?').join(' ')}`);
}

const scripts = (own: Readonly<Record<string, string>>, name = 'web'): string => JSON.stringify({ name, scripts: own });

describe('followBuild', () => {
  it.each([
    ['npm ci && npm run build', ['> vite build']],
    ['npm install; npm run build -- --base /x', ['> vite build --base /x']],
    ['CI=false npm run build', ['> vite build']],
    ['cross-env NODE_ENV=production npx vite build', ['> vite build']],
    ['env -u CI NODE_ENV=production yarn build', ['> vite build']],
    ['dotenv -e .env -- pnpm build', ['> vite build']],
    ['yarn vite build', ['> vite build']],
    ['./node_modules/.bin/vite build', ['> vite build']],
    ['node --max-old-space-size=4096 node_modules/vite/bin/vite.js build', ['> vite build']],
    ['node --flag $(which vite) build', ['> vite build']],
    ['sh -c "npm run build"', ['> vite build']],
    ['node generate.js', ['> node generate.js']],
    ['echo start && npm run build || true', ['> vite build']],
  ])('follows %s', async (command, expected) => {
    expect(await programs({ 'package.json': scripts({ build: 'vite build' }) }, command)).toEqual(expected);
  });

  it('runs the scripts around a script and around an install', async () => {
    const own = scripts({
      prebuild: 'one',
      build: 'npm run inner',
      inner: 'two',
      postbuild: 'three',
      postinstall: 'zero',
      prepare: 'half',
    });
    expect(await programs({ 'package.json': own }, 'npm ci && npm run build')).toEqual([
      '> zero',
      '> half',
      '> one',
      '> two',
      '> three',
    ]);
  });

  it.each([
    ['cd web && npm run build && cd .. && last', ['web> vite build', '> last']],
    ['(cd web && npm run build) && last', ['web> vite build', '> last']],
    ['cd web | other; last', ['> other', '> last']],
    ['npm --prefix web run build', ['web> vite build']],
    ['npm run build -w web', ['web> vite build']],
    ['npm run build --workspace=web', ['web> vite build']],
    ['yarn workspace web build', ['web> vite build']],
    ['pnpm --filter web... build', ['web> vite build']],
    ['pnpm --filter ./web build', ['web> vite build']],
    ['turbo run build --filter=web', ['web> vite build']],
    ['npx turbo build --filter web', ['web> vite build']],
    ['npm run build --workspaces', ['web> vite build', 'api> tsc']],
    ['cd web/src && npm run build', ['web> vite build']],
  ])('follows %s to its folder', async (command, expected) => {
    const files: Files = {
      'package.json': '{ "workspaces": ["web", "api", "empty"] }',
      'web/package.json': scripts({ build: 'vite build' }),
      'web/src/main.js': '',
      'api/package.json': scripts({ build: 'tsc' }, 'api'),
      'empty/package.json': scripts({}, 'empty'),
    };
    expect(await programs(files, command)).toEqual(expected);
  });

  it('follows shell scripts, with the place of each command', async () => {
    const files: Files = {
      'bin/build.sh': '#!/usr/bin/env bash\nset -o errexit\ncd "$(dirname "$0")/../web"\nnpm run build\n',
      'web/package.json': scripts({ build: 'vite build' }),
    };
    const { programs: found } = await build(files, 'bash -e ./bin/build.sh');
    const last = found.at(-1);
    expect(last).toMatchObject({ folder: 'web', words: ['vite', 'build'], at: { file: 'web/package.json' } });
    expect(last?.trail.map(({ at, words }) => `${at.file}: ${words}`)).toEqual([
      'render.yaml: the build runs `bash -e ./bin/build.sh`',
      'bin/build.sh: bin/build.sh runs `npm run build`',
      'web/package.json: the script build runs `vite build`',
    ]);
    expect(last?.trail[1]?.at.range.start).toMatchObject({ line: 4, column: 1 });
  });

  it('does not take a program written in another language for a shell script', async () => {
    expect(await programs({ 'build.mjs': '#!/usr/bin/env node\nrun();\n' }, './build.mjs')).toEqual([
      '> node ./build.mjs',
    ]);
  });

  it('runs several scripts with a task runner', async () => {
    const files = { 'package.json': scripts({ 'build:a': 'one', 'build:b': 'two', other: 'three' }) };
    expect(await programs(files, 'run-s build:* other')).toEqual(['> one', '> two', '> three']);
    expect(await programs(files, 'concurrently "npm:build:a" "npm run other"')).toEqual(['> one', '> three']);
  });

  it.each([
    ['npm run gone', 'package.json has no script gone'],
    ['cd gone && vite build', 'there is no folder gone'],
    ['./gone.sh', 'gone.sh does not exist'],
    ['npm run build -w gone', 'there is no workspace package gone'],
    ['cd $DIR && vite build', 'the folder of `cd $DIR` cannot be read'],
    ['$BUILD', 'the program depends on a variable'],
    ['cd ../outside && vite build', 'the folder of `cd ../outside` cannot be read'],
  ])('says where it cannot follow %s, and runs nothing there', async (command, why) => {
    const result = await build({ 'package.json': scripts({}) }, command);
    expect(result.programs).toEqual([]);
    expect(result.gaps.map((gap) => gap.why)).toEqual([why]);
  });

  it('takes the folder beside a nested platform file where the root lacks what the command needs', async () => {
    const files = {
      'web/render.yaml': '',
      'web/package.json': scripts({ build: 'vite build' }),
      'package.json': scripts({ lint: 'eslint' }),
    };
    expect(await programs(files, 'npm run build', undefined, 'web/render.yaml')).toEqual(['web> vite build']);
    const both = { ...files, 'package.json': scripts({ build: 'next build' }) };
    expect(await programs(both, 'npm run build', undefined, 'web/render.yaml')).toEqual(['> next build']);
    expect(await programs(files, 'npm run build', 'web')).toEqual(['web> vite build']);
    expect(await programs(files, 'npm run build', './web/')).toEqual(['web> vite build']);
  });

  it('ends where scripts call each other', async () => {
    const files = {
      'package.json': scripts({ build: 'npm run again; one', again: 'npm run build; two' }),
      'a.sh': './a.sh; three',
    };
    expect(await programs(files, 'npm run build; ./a.sh')).toEqual(['> two', '> one', '> three']);
    const wide = {
      'package.json': scripts({
        build: Array.from({ length: 50 }, (_, index) => `npm run s${index}`).join(';'),
        ...Object.fromEntries(
          Array.from({ length: 50 }, (_, index) => [`s${index}`, 'sh -c "npm run build"; x;'.repeat(20)]),
        ),
      }),
    };
    expect((await build(wide, 'npm run build')).programs.length).toBeLessThan(600);
  });

  it('has nothing to follow without a command', async () => {
    expect(await followBuild(memoryRepository({}), service('web', 'static'))).toMatchObject({
      folder: '',
      programs: [],
      gaps: [],
    });
    expect(await followBuild(memoryRepository({}), service('web', 'static', { root: known('../x') }))).toBeUndefined();
  });
});
