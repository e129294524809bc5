import { describe, expect, it } from 'vitest';
import { openFollower } from '../../../src/launch/follow.js';
import { followedOf } from '../../../src/launch/followed.js';
import { outputsOf, type Outputs } from '../../../src/launch/outputs/outputs.js';
import { stepsOf } from '../../../src/launch/outputs/service.js';
import { memoryRepository } from '../../../src/repository/memory.js';
import { environment } from '../../support/launch.js';
import { place } from '../../support/model.js';

type Files = Readonly<Record<string, string>>;

/** What a build leaves, in the root of the repository. */
async function built(command: string, files: Files = {}): Promise<Outputs> {
  const repository = memoryRepository({ 'package.json': '{}', ...files });
  const flow = await openFollower(repository).text(
    { text: command, places: () => place('render.yaml'), subject: 'the build' },
    { folder: '', environment: environment(), steps: [], within: [], conditional: false },
  );
  return outputsOf(repository, stepsOf(followedOf(flow)));
}

/** Each path with what is said of it. */
async function said(command: string, files: Files, ...paths: readonly string[]): Promise<string> {
  const outputs = await built(command, files);
  return paths.map((path) => `${path} ${outputs.has(path)}`).join(', ');
}

const SOURCES = { 'src/server.js': '', 'src/lib/db.js': '', 'mail.html': '' };

describe('commands that handle files', () => {
  it.each([
    ['cp -r src dist', 'dist/server.js yes, dist/lib yes, dist/src/server.js no'],
    ['mkdir dist && cp -r src dist', 'dist/server.js no, dist/lib no, dist/src/server.js yes'],
    ['mkdir -p dist && cp -r src/. dist/', 'dist/server.js yes, dist/lib yes, dist/src/server.js no'],
    ['cp -r src/* dist', 'dist/server.js unknown, dist/lib unknown, dist/src/server.js unknown'],
    ['cp src/server.js dist/', 'dist/server.js yes, dist/lib no, dist/src/server.js no'],
    ['mv src dist', 'dist/server.js yes, dist/lib yes, dist/src/server.js no'],
    ['cp src dist', 'dist/server.js no, dist/lib no, dist/src/server.js no'],
    ['mkdir dist && cp -rT src dist', 'dist/server.js yes, dist/lib yes, dist/src/server.js no'],
    ['cp -r src dist && rm -f dist/*.js', 'dist/server.js unknown, dist/lib unknown, dist/src/server.js no'],
    ['cp -r src dist && rimraf "dist/**/*.js"', 'dist/server.js unknown, dist/lib unknown, dist/src/server.js no'],
    [
      'cp -r src dist && find dist -name "*.js" -delete',
      'dist/server.js unknown, dist/lib unknown, dist/src/server.js no',
    ],
    ['cp -r src dist && find src -name "*.js"', 'dist/server.js yes, dist/lib yes, dist/src/server.js no'],
    ['find src -exec cp {} dist \\;', 'dist/server.js unknown, dist/lib unknown, dist/src/server.js unknown'],
    ['for f in src/*; do cp -r $f .; done', 'dist/server.js unknown, dist/lib unknown, dist/src/server.js unknown'],
    ['cp -r src dist && rm -rf dist/lib', 'dist/server.js yes, dist/lib no, dist/src/server.js no'],
    ['cp -r src dist && mv dist/lib other', 'dist/server.js yes, dist/lib no, dist/src/server.js no'],
    ['rsync -a src/ dist/', 'dist/server.js unknown, dist/lib unknown, dist/src/server.js unknown'],
    ['shx cp -r src dist', 'dist/server.js yes, dist/lib yes, dist/src/server.js no'],
    ['cp -r src $(cat where)', 'dist/server.js unknown, dist/lib unknown, dist/src/server.js unknown'],
    ['[ -f flag ] && cp -r src dist', 'dist/server.js unknown, dist/lib unknown, dist/src/server.js no'],
    ['cp -r ../../etc dist', 'dist/server.js unknown, dist/lib unknown, dist/src/server.js unknown'],
    ['touch dist/server.js', 'dist/server.js yes, dist/lib no, dist/src/server.js no'],
    ['echo x > dist/server.js', 'dist/server.js yes, dist/lib no, dist/src/server.js no'],
    ['echo x > /dev/null 2>&1', 'dist/server.js no, dist/lib no, dist/src/server.js no'],
    ['ln -s src dist', 'dist/server.js unknown, dist/lib unknown, dist/src/server.js unknown'],
    ['npm ci && npx eslint . && python -m pip install x', 'dist/server.js no, dist/lib no, dist/src/server.js no'],
    ['make', 'dist/server.js unknown, dist/lib unknown, dist/src/server.js unknown'],
    ['node scripts/build.js', 'dist/server.js unknown, dist/lib unknown, dist/src/server.js unknown'],
  ])('%s', async (command, expected) => {
    expect(await said(command, SOURCES, 'dist/server.js', 'dist/lib', 'dist/src/server.js')).toBe(expected);
  });

  it('go back to the source through copies', async () => {
    const outputs = await built(
      'esbuild src/server.ts --outfile=dist/a.js && cp dist/a.js out.js && cp src/server.ts b.ts',
      { 'src/server.ts': '' },
    );
    expect(['dist/a.js', 'out.js', 'b.ts', 'c.js'].map((path) => outputs.sourceOf(path))).toEqual([
      'src/server.ts',
      'src/server.ts',
      'src/server.ts',
      undefined,
    ]);
  });
});

describe('a folder that is made before', () => {
  it.each([
    ['mkdir dist && cd dist && cp ../src/server.js a.js', 'dist/a.js yes, a.js no'],
    ['cp -r src dist && cd dist && mv server.js a.js', 'dist/a.js yes, a.js no'],
    ['cp -r src dist; cd dist; mv server.js a.js', 'dist/a.js yes, a.js no'],
    ['(cp -r src dist && cd dist && mv server.js a.js) && cp src/server.js a.js', 'dist/a.js yes, a.js yes'],
    ['cp src/server.js dist && cd dist && cp ../src/server.js a.js', 'dist/a.js unknown, a.js unknown'],
    ['cd dist && mkdir ../dist && cp ../src/server.js a.js', 'dist/a.js unknown, a.js unknown'],
  ])('can be entered: %s', async (command, expected) => {
    expect(await said(command, SOURCES, 'dist/a.js', 'a.js')).toBe(expected);
  });

  it('has no package.json of the repository', async () => {
    const outputs = await built('mkdir dist && cd dist && npm run build', {
      'package.json': '{"scripts":{"build":"cp a.js b.js"}}',
      'a.js': '',
    });
    expect(outputs.has('b.js')).toBe('unknown');
    expect(outputs.gaps.map(({ why }) => why)).toEqual([
      'dist is not in the repository, so that its package.json is not read',
    ]);
  });
});

describe('what builders make', () => {
  const tsconfig = (json: object): Files => ({
    'tsconfig.json': JSON.stringify(json),
    'src/server.ts': '',
    'src/lib/db.ts': '',
  });

  it.each([
    ['go build -o bin/app', {}, 'bin/app', 'yes'],
    ['bun build src/server.ts --outdir dist', { 'src/server.ts': '' }, 'dist/server.js', 'yes'],
    ['npm i && bun build src/server.ts --outdir dist', { 'src/server.ts': '' }, 'server.js', 'no'],
    ['unbuild', { 'build.config.ts': "export default { outDir: 'lib' }" }, 'lib/index.mjs', 'unknown'],
    ['unbuild', { 'build.config.ts': "export default { outDir: 'lib' }" }, 'dist/index.mjs', 'no'],
    ['go build -o bin/app', {}, 'app', 'no'],
    ['go build', {}, 'app', 'unknown'],
    ['cargo build --release', { 'Cargo.toml': '' }, 'target/release/app', 'unknown'],
    ['cargo build --release', { 'Cargo.toml': '' }, 'dist/server.js', 'no'],
    ['mix release --overwrite', { 'mix.exs': '' }, '_build/prod/rel/app/bin/app', 'unknown'],
    ['mix deps.get --only prod', { 'mix.exs': '' }, '_build/prod/rel/app/bin/app', 'no'],
    ['./mvnw package', { mvnw: '#!/usr/bin/env java\n' }, 'target/app.jar', 'unknown'],
    ['dotnet publish -o out', {}, 'out/App.dll', 'unknown'],
    // An absolute path may lead back into the repository.
    ['go build -o /srv/app/bin/app', {}, 'bin/app', 'unknown'],
    ['tsc --outDir /srv/app/dist', tsconfig({}), 'dist/server.js', 'unknown'],
    ['hugo --minify', {}, 'public/index.html', 'unknown'],
    ['hugo --minify', { 'hugo.toml': 'publishDir = "docs"\n' }, 'public/index.html', 'no'],
    ['jekyll build -d out', {}, '_site', 'no'],
    ['mkdocs build', { 'mkdocs.yml': 'site_dir: out\n' }, 'out', 'yes'],
    ['next build', {}, '.next/BUILD_ID', 'yes'],
    ['next build', { 'next.config.js': "module.exports = { distDir: 'build' }" }, '.next/BUILD_ID', 'no'],
    [
      'next build',
      { 'next.config.js': 'module.exports = withMdx({ output: process.env.OUT })' },
      '.next/standalone/server.js',
      'unknown',
    ],
    ['vite build', { 'vite.config.ts': 'export default defineConfig(options)' }, 'build/index.html', 'unknown'],
    ['tsc --version', tsconfig({}), 'src/server.js', 'no'],
    ['tsc', {}, 'src/server.js', 'no'],
    ['tsc && node more.js', tsconfig({ compilerOptions: { outDir: 'dist', rootDir: 'src' } }), 'dist/server.js', 'yes'],
    [
      'tsc && node more.js',
      tsconfig({ compilerOptions: { outDir: 'dist', rootDir: 'src' } }),
      'dist/other.js',
      'unknown',
    ],
  ] as [string, Files, string, string][])('%s with %o: %s %s', async (command, files, path, expected) => {
    expect((await built(command, files)).has(path)).toBe(expected);
  });

  it('depends on the version of TypeScript where rootDir is not set', async () => {
    const files = tsconfig({ compilerOptions: { outDir: 'dist' } });
    const paths = ['dist/server.js', 'dist/src/server.js'] as const;
    const by = (version: string): Files => ({
      ...files,
      'package.json': JSON.stringify({ devDependencies: { typescript: version } }),
    });
    expect(await said('tsc', by('^5.4.0'), ...paths)).toBe('dist/server.js yes, dist/src/server.js no');
    expect(await said('tsc', by('~6.0.0'), ...paths)).toBe('dist/server.js no, dist/src/server.js yes');
    expect(await said('tsc', by('latest'), ...paths)).toBe('dist/server.js unknown, dist/src/server.js unknown');
    const locked = {
      ...by('latest'),
      'pnpm-lock.yaml': "lockfileVersion: '9.0'\npackages:\n  typescript@5.8.3:\n    resolution: {}\n",
    };
    expect(await said('tsc', locked, ...paths)).toBe('dist/server.js yes, dist/src/server.js no');
    const yarn = { ...by('latest'), 'yarn.lock': 'typescript@latest:\n  version "7.0.2"\n' };
    expect(await said('tsc', yarn, ...paths)).toBe('dist/server.js no, dist/src/server.js yes');
  });

  it('adds what Node adds to a path', async () => {
    const outputs = await built('tsc', tsconfig({ compilerOptions: { outDir: 'dist', rootDir: 'src' } }));
    expect(outputs.has('dist/server', ['.js', '.json', '.node'])).toBe('yes');
    expect(outputs.has('dist/lib', ['.js', '.json', '.node'])).toBe('no');
    expect(outputs.has('dist/lib')).toBe('yes');
    expect(outputs.sourceOf('dist/lib/db.js')).toBe('src/lib/db.ts');
  });
});

describe('bad input', () => {
  const deep = `{"extends": "./tsconfig.json", "compilerOptions": {"outDir": "dist"}}`;

  it.each([
    [
      'a configuration that extends itself',
      { 'tsconfig.json': deep, 'src/server.ts': '' },
      'dist/server.js',
      'unknown',
    ],
    [
      'a circle of two',
      { 'tsconfig.json': '{"extends": "./a.json"}', 'a.json': '{"extends": "./tsconfig.json"}', 'src/server.ts': '' },
      'src/server.js',
      'unknown',
    ],
    ['a broken configuration', { 'tsconfig.json': '[', 'src/server.ts': '' }, 'dist/server.js', 'unknown'],
    [
      'a base that is not there',
      { 'tsconfig.json': '{"extends": "./gone.json"}', 'src/server.ts': '' },
      'dist/server.js',
      'unknown',
    ],
    [
      'a base outside',
      { 'tsconfig.json': '{"extends": "../../etc/passwd"}', 'src/server.ts': '' },
      'dist/server.js',
      'unknown',
    ],
    [
      'output outside',
      { 'tsconfig.json': '{"compilerOptions": {"outDir": "../../out"}}', 'src/server.ts': '' },
      'dist/server.js',
      'no',
    ],
    [
      'values of the wrong type',
      {
        'tsconfig.json': '{"compilerOptions": {"outDir": 7, "noEmit": "x"}, "include": "src", "references": [1]}',
        'src/server.ts': '',
      },
      'src/server.js',
      'yes',
    ],
    [
      'a hostile pattern',
      {
        'tsconfig.json': JSON.stringify({ include: [`${'**/*a'.repeat(200)}b`, '../../**'] }),
        [`${'a'.repeat(200)}/x.ts`]: '',
      },
      'dist/server.js',
      'no',
    ],
  ] as [string, Files, string, string][])('%s', async (_, files, path, expected) => {
    expect((await built('tsc', files)).has(path)).toBe(expected);
  });

  it('has a place for what it does not know', async () => {
    const outputs = await built('tsc', { 'tsconfig.json': deep, 'src/server.ts': '' });
    expect(outputs.unknown('other/server.js') ?? outputs.unknown('dist/server.js')).toMatchObject({
      at: { file: 'render.yaml' },
    });
  });

  it('walks references once', async () => {
    const files = {
      'tsconfig.json': '{"files": [], "references": [{"path": "a"}]}',
      'a/tsconfig.json':
        '{"references": [{"path": ".."}, {"path": "../a"}], "compilerOptions": {"composite": true, "outDir": "out"}}',
      'a/x.ts': '',
    };
    expect((await built('tsc -b', files)).files.map(({ path }) => path)).toEqual(['a/out/x.js']);
  });
});
