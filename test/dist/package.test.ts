import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { describe, expect, inject, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { filesOf } from '../../scripts/lib/pages.js';
import { PROJECT } from '../../scripts/lib/project.js';
import { listOf } from '../support/data.js';
import { runNode } from '../support/run.js';
import { temporaryFolder } from '../support/temporary.js';

/** The package as it would be published, built from the sources under test. */
function packageFolder(): string {
  const folder = temporaryFolder();
  for (const path of ['package.json', 'README.md', 'LICENSE', 'schema']) {
    cpSync(join(PROJECT, path), join(folder, path), { recursive: true });
  }
  cpSync(inject('bundle'), join(folder, 'dist'), { recursive: true });
  return folder;
}

describe('the package', () => {
  it('is installed as it is: nothing to fetch, nothing to run', () => {
    // A git dependency or hook with any of these is built at its user's, without our tools.
    const run = ['prepare', 'prepack', 'build', 'preinstall', 'install', 'postinstall'];
    expect(Object.keys(manifest.scripts).filter((name) => run.includes(name))).toEqual([]);
    expect(Object.keys(manifest).filter((key) => /dependencies$/i.test(key))).toEqual(['devDependencies']);
  });

  it('holds the bundle, the schemas and the licences, and nothing else', () => {
    const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json'], { cwd: packageFolder(), encoding: 'utf8' });
    const paths = [...stdout.matchAll(/"path": "([^"]+)"/g)].flatMap(([, path]) => path ?? []);
    expect(paths).toEqual(
      expect.arrayContaining([
        'LICENSE',
        'README.md',
        'package.json',
        'dist/lint-deploy.js',
        'dist/index.js',
        'dist/types/index.d.ts',
        'dist/THIRD-PARTY-LICENSES.txt',
        ...readdirSync(join(PROJECT, 'schema')).map((name) => `schema/${name}`),
      ]),
    );
    const outside = paths.filter((path) => !/^(dist|schema)\/|^(LICENSE|README\.md|package\.json)$/.test(path));
    expect(outside).toEqual([]);
  });

  it('has nothing that publint complains of', async () => {
    const { messages, pkg } = await publint({ pkgDir: packageFolder(), strict: true, pack: 'npm' });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it('ships the licence of each package whose code it holds', () => {
    const licences = readFileSync(join(inject('bundle'), 'THIRD-PARTY-LICENSES.txt'), 'utf8');
    const yaml = manifest.devDependencies.yaml;
    expect(licences).toContain(`yaml ${yaml} (ISC)`);
    expect(licences).toContain('Copyright Eemeli Aro');
    expect(licences).toContain(`@babel/parser ${manifest.devDependencies['@babel/parser']} (MIT)`);
    // ts-morph carries a copy of TypeScript.
    expect(licences).toContain(`ts-morph ${manifest.devDependencies['ts-morph']} (MIT)`);
    expect(licences).toMatch(/^typescript [\d.]+ \(Apache-2\.0\)$/m);
    expect(licences).not.toContain('vitest');
  });
});

const CONSUMER = `import { baselineFrom, baselineText, lint, memoryRepository, openDirectory, readBaseline, readSettings, rules, sarifReport, textReport, type Baseline, type Finding, type Repository, type Settings } from 'lint-deploy';

const repository: Repository = memoryRepository({ 'render.yaml': 'services: []' });
const { report, context } = await lint(repository, { rules: ['missing-health-check'] });
const findings: readonly Finding[] = report.findings;
const lines: number[] = findings.map(({ at }) => at.range.start.line);
const text: string = sarifReport(report, context);
const config = await readSettings(repository);
const settings: Settings | undefined = config.is === 'read' ? config.settings : undefined;
const written = readBaseline(baselineText(baselineFrom({ report, context })), 'baseline.json');
const baseline: Baseline = written.is === 'read' ? written.baseline : { entries: [] };
await lint(repository, { ...(settings && { settings }), baseline, today: '2026-12-31', inlineIgnores: false });
// @ts-expect-error a finding's rule is its id
const wrong: number | undefined = report.findings[0]?.rule;
export { lines, text, textReport, openDirectory, rules, wrong };
`;

describe('the tarball', () => {
  it('runs by npx in an empty folder, with nothing to fetch', () => {
    const folder = packageFolder();
    spawnSync('npm', ['pack', '--silent'], { cwd: folder });
    const tarball = join(folder, `lint-deploy-${manifest.version}.tgz`);
    const empty = temporaryFolder();
    const run = (...argv: string[]): { status: number | null; stdout: string } =>
      spawnSync('npm', ['exec', '--yes', '--offline', `--package=${tarball}`, '--', 'lint-deploy', ...argv], {
        cwd: empty,
        encoding: 'utf8',
        env: { ...process.env, npm_config_cache: join(folder, 'cache') },
      });
    expect(run('--version')).toMatchObject({ status: 0, stdout: `${manifest.version}\n` });
    const site = join(PROJECT, 'fixtures/missing-spa-rewrite/flagged-react-router-6');
    expect(run(site, '--quiet')).toMatchObject({ status: 1, stdout: expect.stringContaining('404') as unknown });
    // What a user downloads; the grammar and the parsers are most of it.
    expect(statSync(tarball).size).toBeLessThan(2_600_000);
  });
});

describe('the API', () => {
  function consumer(moduleResolution: 'NodeNext' | 'Bundler'): string {
    const options = {
      strict: true,
      skipLibCheck: false,
      noEmit: true,
      target: 'ES2022',
      lib: ['ES2022'],
      module: moduleResolution === 'NodeNext' ? 'NodeNext' : 'ESNext',
      moduleResolution,
      exactOptionalPropertyTypes: true,
      // No types of Node, nor of any bundled package.
      types: [],
    };
    const folder = temporaryFolder({
      'package.json': '{ "type": "module" }',
      'tsconfig.json': JSON.stringify({ compilerOptions: options, files: ['consumer.ts'] }),
      'consumer.ts': CONSUMER,
    });
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(packageFolder(), join(folder, 'node_modules/lint-deploy'));
    return folder;
  }

  it.each(['NodeNext', 'Bundler'] as const)('has types for a strict consumer that resolves by %s', (moduleResolution) => {
    const tsc = join(PROJECT, 'node_modules/typescript/bin/tsc');
    expect(runNode([tsc, '-p', '.'], consumer(moduleResolution))).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('lints for a program that imports it', () => {
    const program = `
      import { lint, memoryRepository, rules } from 'lint-deploy';
      const { report } = await lint(memoryRepository({ 'package.json': '{ "scripts": { "start": "node server.js" } }', 'server.js': '', 'render.yaml': 'services:\\n  - type: web\\n    name: api\\n    runtime: node\\n    buildCommand: npm install\\n    startCommand: npm start\\n' }));
      console.log(JSON.stringify({ found: report.findings.map(({ rule }) => rule), all: rules.length }));
    `;
    const outcome = runNode(['--input-type=module', '--eval', program], consumer('NodeNext'));
    expect(outcome).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(outcome.stdout)).toMatchObject({ found: ['missing-health-check'] });
  });

  it('does what docs/api.md shows', () => {
    const folder = consumer('NodeNext');
    const files = filesOf(readFileSync(join(PROJECT, 'docs/api.md'), 'utf8'));
    writeFileSync(join(folder, 'check.mjs'), files.get('check.mjs') ?? '');
    const site = join(PROJECT, 'fixtures/missing-spa-rewrite/flagged-react-router-6');
    for (const path of ['render.yaml', 'package.json', 'package-lock.json', 'index.html', 'src']) {
      cpSync(join(site, path), join(folder, path), { recursive: true });
    }
    const { status, stdout, stderr } = runNode(['check.mjs'], folder);
    expect({ status, stdout }).toEqual({
      status: 1,
      stdout: expect.stringMatching(/^render\.yaml:3 error missing-spa-rewrite: /) as unknown,
    });
    expect(stderr).toContain('1 error in 1 service');
    expect(readFileSync(join(folder, 'lint-deploy.sarif'), 'utf8')).toContain('missing-spa-rewrite');
  });

  it('names in docs/api.md only what there is', () => {
    const page = readFileSync(join(PROJECT, 'docs/api.md'), 'utf8');
    const rows = [...page.matchAll(/^\| `.*?\|/gm)].join('');
    const named = Array.from(rows.matchAll(/`(\w+)/g), ([, name]) => name);
    const program = `console.log(JSON.stringify(Object.keys(await import('lint-deploy'))))`;
    const { stdout } = runNode(['--input-type=module', '--eval', program], consumer('NodeNext'));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !listOf(JSON.parse(stdout)).includes(name))).toEqual([]);
  });

  it('reads a configuration for a program that asks for it, and applies it', () => {
    const program = `
      import { lint, memoryRepository, readSettings } from 'lint-deploy';
      const repository = memoryRepository({ 'render.yaml': 'services:\\n  - type: web\\n    name: api\\n    runtime: node\\n    buildCommand: npm install\\n    startCommand: node server.js\\n', 'package.json': '{}', 'server.js': '', 'lint-deploy.yaml': 'services: { api: { healthCheckPath: /health } }' });
      const config = await readSettings(repository);
      const found = async (options) => (await lint(repository, options)).report.findings.map(({ rule }) => rule);
      console.log(JSON.stringify([await found({}), await found({ settings: config.settings })]));
    `;
    const outcome = runNode(['--input-type=module', '--eval', program], consumer('NodeNext'));
    expect(outcome).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(outcome.stdout)).toEqual([['missing-health-check'], []]);
  });
});
