import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { rules } from '../../rules/index.js';
import { PROJECT } from '../../scripts/lib/project.js';
import { runNode } from '../support/run.js';
import { temporaryFolder } from '../support/temporary.js';

const bundle = inject('bundle');
const program = join(bundle, 'lint-deploy.js');

const web = `services:
  - type: web
    name: api
    runtime: node
    buildCommand: npm install
    startCommand: node server.js
`;
const app = { 'package.json': '{ "name": "api" }', 'server.js': '' };
const HEALTHY = { ...app, 'render.yaml': `${web}    healthCheckPath: /health\n` };
const FAULTY = { ...app, 'render.yaml': web };

describe('the bundled program', () => {
  it('exits with 0 where nothing is found', () => {
    const outcome = runNode([program, temporaryFolder(HEALTHY)], '/');
    expect(outcome).toMatchObject({ status: 0, stderr: '' });
  });

  it('exits with 1 and names the place where something is found', () => {
    const outcome = runNode([program, temporaryFolder(FAULTY)], '/');
    expect(outcome.status).toBe(1);
    expect(outcome.stdout).toContain('missing-health-check');
    expect(outcome.stdout).toContain('render.yaml:3:11');
  });

  it('keeps its reports in the cache folder of the user where nothing else is said', () => {
    const [repository, home] = [temporaryFolder(FAULTY), temporaryFolder()];
    const first = runNode([program, '--cache', repository], home);
    expect(first).toMatchObject({ status: 1, stderr: '' });
    const kept = readdirSync(home, { recursive: true, encoding: 'utf8' }).find((path) => path.endsWith('.json')) ?? '';
    expect(basename(dirname(kept))).toBe('lint-deploy');
    writeFileSync(join(home, kept), readFileSync(join(home, kept), 'utf8').replaceAll('missing-health-check', 'MARKED'));
    expect(runNode([program, '--cache', repository], home).stdout).toContain('MARKED');
  });

  it('exits with 2, with words on stderr alone, on an option that does not exist', () => {
    const outcome = runNode([program, '--formt', 'sarif'], temporaryFolder(FAULTY));
    expect(outcome).toMatchObject({ status: 2, stdout: '' });
    expect(outcome.stderr).toContain('--format');
  });

  it('exits with 3 where there is nothing to lint', () => {
    expect(runNode([program], temporaryFolder({ 'notes.txt': '' })).status).toBe(3);
  });

  it('prints SARIF that parses, from the folder it stands in, with paths relative to it', () => {
    const outcome = runNode([program, '--format', 'sarif'], temporaryFolder(FAULTY));
    expect(outcome).toMatchObject({ status: 1, stderr: '' });
    expect(JSON.parse(outcome.stdout)).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'lint-deploy', semanticVersion: manifest.version } },
          results: [
            {
              ruleId: 'missing-health-check',
              locations: [
                { physicalLocation: { artifactLocation: { uri: 'render.yaml' }, region: { startLine: 3, startColumn: 11 } } },
              ],
            },
          ],
        },
      ],
    });
  });

  it('runs from a copy that has no packages and no package.json near it', () => {
    const folder = temporaryFolder();
    cpSync(bundle, join(folder, 'copy'), { recursive: true });
    const copy = join(folder, 'copy/lint-deploy.js');
    expect(runNode([copy, '--version'], '/')).toEqual({ status: 0, stdout: `${manifest.version}\n`, stderr: '' });
    // A static site has its sources read: that needs the parser, which is in a chunk of its own.
    const site = temporaryFolder({
      'render.yaml': `services:
  - type: web
    name: site
    runtime: static
    buildCommand: npm install && npm run build
    staticPublishPath: dist
`,
      'package.json': `{ "name": "site", "scripts": { "build": "vite build" }, "dependencies": { "react-router-dom": "7.1.0" }, "devDependencies": { "vite": "7.0.0" } }`,
      'package-lock.json': `{ "lockfileVersion": 3 }`,
      'index.html': `<!doctype html><script type="module" src="/src/main.jsx"></script>`,
      'src/main.jsx': `import { BrowserRouter } from 'react-router-dom';\nexport const app = <BrowserRouter></BrowserRouter>;\n`,
    });
    const outcome = runNode([copy, site, '--verbose'], '/');
    expect(outcome.stdout).toContain('missing-spa-rewrite');
    expect(outcome.status).toBe(1);
  });

  it.each([
    ['an attribute that its module lacks', 'app:missing_attribute', 1],
    ['an attribute that its module has', 'app:application', 0],
  ])('reads Python, with the grammar that lies beside its chunks: %s', (_, target, status) => {
    const copy = join(temporaryFolder(), 'copy');
    cpSync(bundle, copy, { recursive: true });
    const service = temporaryFolder({
      'render.yaml': `services:
  - type: web
    name: api
    runtime: python
    buildCommand: pip install -r requirements.txt
    startCommand: gunicorn ${target}
    healthCheckPath: /health
`,
      'requirements.txt': 'flask\ngunicorn\n',
      'app.py': 'from flask import Flask\n\napplication = Flask(__name__)\n',
    });
    const outcome = runNode([join(copy, 'lint-deploy.js'), service, '--verbose', '--rule', 'missing-start-target'], '/');
    expect(outcome).toMatchObject({ status, stderr: '' });
    // Without the grammar the rule stops with an error, and the status is 2.
    expect(outcome.stdout).not.toMatch(/not decided/i);
    if (status === 1) expect(outcome.stdout).toMatch(/missing-start-target +render\.yaml:6:19/);
  });

  it('prints what the README shows, for the command that the README gives', () => {
    const readme = readFileSync(join(PROJECT, 'README.md'), 'utf8');
    const sample = /^\$ node dist\/lint-deploy\.js (\S+)$/m.exec(readme)?.[1] ?? 'no sample';
    const picture = /\]\((docs\/[\w-]+\.svg)\)/.exec(readme)?.[1] ?? 'no picture';
    const [, command, ...shown] = linesOf(readFileSync(join(PROJECT, picture), 'utf8'));
    expect(command).toBe('$npxlint-deploy');
    const printed = runNode([program, sample], PROJECT).stdout.replace(/ · [\d.]+ m?s$/m, '');
    expect(shown).toEqual(printed.split('\n').flatMap((line) => line.replace(/\s+/g, '') || []));
  });

  it('shows the page of a rule, which is inside the bundle', () => {
    const outcome = runNode([program, 'explain', 'missing-health-check'], '/');
    expect(outcome).toMatchObject({ status: 0, stderr: '' });
    expect(outcome.stdout).toContain('## When it stays silent');
  });

  it('can be run by its name: a shebang, Unix line ends, the executable bit', () => {
    expect(readFileSync(program, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
    expect(readFileSync(program, 'utf8').split('\n')[0]).not.toContain('\r');
    expect(statSync(program).mode & 0o111).toBe(0o111);
  });

  it('loads the parser of TypeScript for a program with mistakes only', () => {
    const copy = join(temporaryFolder(), 'copy');
    cpSync(bundle, copy, { recursive: true });
    const run = (more: string): ReturnType<typeof runNode> => {
      const server = `require('http').createServer().listen(3000);\n${more}`;
      const service = temporaryFolder({ ...HEALTHY, 'server.js': server });
      return runNode([join(copy, 'lint-deploy.js'), service, '--verbose', '--rule', 'ignored-port'], '/');
    };
    const broken = run('stop(;\n');
    expect(broken).toMatchObject({ status: 0, stderr: '' });
    expect(broken.stdout).toContain('a part of server.js does not parse');
    const chunks = readdirSync(join(copy, 'chunks')).filter((name) => name.startsWith('javascript-mistakes-'));
    expect(chunks).toHaveLength(1);
    for (const chunk of chunks) rmSync(join(copy, 'chunks', chunk));
    // Without that chunk only a program with mistakes cannot be read.
    expect(run('').stdout).toContain('listens on port 3000');
    expect(run('stop(;\n').status).toBe(2);
  });

  it('loads nothing heavy for a run that does not need it', () => {
    // Each parser is a chunk of its own: what starts with the program stays small. The pages of the rules are plain text.
    const pages = rules.reduce((sum, { page }) => sum + Buffer.byteLength(page), 0);
    const started = ['lint-deploy.js', ...staticImports('lint-deploy.js', new Set())];
    const bytes = started.reduce((sum, path) => sum + statSync(join(bundle, path)).size, 0);
    expect(bytes - pages).toBeLessThan(300_000);
  });
});

/** The lines of text in a picture, the title first, without blanks: there it is places that set words apart. */
function linesOf(svg: string): string[] {
  const lines = Array.from(svg.matchAll(/<(title|text)\b[^>]*>(.*?)<\/\1>/g), ([, , line = '']) => line);
  const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&' };
  return lines.map((line) => line.replace(/<[^>]*>|\s+/g, '').replace(/&(lt|gt|amp);/g, (_, name: string) => entities[name] ?? ''));
}

/** The chunks that a file of the bundle loads at once, and those that they do. */
function staticImports(path: string, seen: Set<string>): string[] {
  const text = readFileSync(join(bundle, path), 'utf8');
  for (const [, name] of text.matchAll(/\b(?:from|import)"\.[./]*(?:chunks\/)?([^"/]+\.js)"/g)) {
    const chunk = `chunks/${name ?? ''}`;
    if (seen.has(chunk)) continue;
    seen.add(chunk);
    staticImports(chunk, seen);
  }
  return [...seen];
}
