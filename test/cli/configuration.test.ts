import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.js';
import { temporaryFolder } from '../support/temporary.js';

const RENDER = [
  'services:',
  '  - type: web',
  '    name: api',
  '    runtime: node',
  '    buildCommand: npm install',
  '    startCommand: node server.js',
  '',
].join('\n');

const IGNORED = RENDER.replace(
  '    name',
  '    # lint-deploy-ignore missing-health-check: The dashboard has it.\n    name',
);

let folder = '';
beforeEach(() => {
  folder = join(temporaryFolder(), 'repository');
  write({ 'render.yaml': RENDER, 'package.json': '{}', 'server.js': '' });
});

function write(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await main({
    argv,
    cwd: folder,
    env: {},
    stdout: { write: (text) => out.push(text), columns: 100 },
    stderr: { write: (text) => err.push(text) },
    today: '2026-11-21',
  });
  return { code, out: out.join(''), err: err.join('') };
}

/** The lines of the quiet report, without their prose. */
async function quiet(...argv: string[]): Promise<string[]> {
  const { out } = await run('--quiet', ...argv);
  return out.split('\n').flatMap((line) => /^(\S+ \w+ [\w-]+):/.exec(line)?.[1] ?? []);
}

async function json(...argv: string[]): Promise<unknown> {
  const { out } = await run('--format', 'json', ...argv);
  return JSON.parse(out);
}

const FOUND = ['render.yaml:3:11: warning missing-health-check'];

describe('the configuration of the repository', () => {
  it('counts without being asked for', async () => {
    expect(await quiet()).toEqual(FOUND);
    write({ 'lint-deploy.yaml': 'rules: { missing-health-check: error }' });
    expect(await quiet()).toEqual(['render.yaml:3:11: error missing-health-check']);
    write({ 'lint-deploy.yaml': 'rules: { missing-health-check: off }' });
    expect(await quiet()).toEqual([]);
    expect(await json()).toMatchObject({
      tool: { rules: expect.not.arrayContaining(['missing-health-check']) as unknown },
    });
  });

  it('gives way to a rule that is asked for', async () => {
    write({ 'lint-deploy.yaml': 'rules: { missing-health-check: off }' });
    expect(await quiet('--rule', 'missing-health-check')).toEqual(FOUND);
  });

  it('completes services, for a trace too', async () => {
    write({ 'lint-deploy.yaml': 'services: { api: { healthCheckPath: /health } }' });
    expect(await quiet()).toEqual([]);
    expect((await run('trace')).out).toMatch(/\/health\s.*lint-deploy\.yaml:1/);
  });

  it('leads to findings in its own lines', async () => {
    write({
      'lint-deploy.yaml':
        'services:\n  jobs:\n    kind: worker\n    buildCommand: npm install\n    startCommand: node jobs.js\n',
    });
    expect(await quiet()).toEqual(['lint-deploy.yaml:5:19: error missing-start-target', ...FOUND]);
  });

  it('ends the run where it is wrong', async () => {
    write({ 'lint-deploy.yaml': 'rules:\n  missing-healthcheck: off\nignores: x' });
    expect(await run()).toEqual({
      code: 2,
      out: '',
      err: [
        'lint-deploy.yaml:2:3: There is no rule "missing-healthcheck". Did you mean missing-health-check?',
        'lint-deploy.yaml:3:10: ignores takes a list, not "x".',
        'The configuration cannot be used, so nothing was linted.',
        '',
      ].join('\n'),
    });
    expect((await run('trace')).code).toBe(2);
  });

  it('shows neither a secret nor a control character in an error', async () => {
    write({ 'lint-deploy.yaml': '"\\u001b[31m": 1\nplatform: "postgres://me:TOPSECRET1@db/x"' });
    const { err } = await run();
    expect(err).not.toContain('\u001b');
    expect(err).not.toContain('TOPSECRET1');
    expect(err).toContain('\\u{1B}[31m');
  });

  it('is refused where it is no file of the repository', async () => {
    write({ '../outside.yaml': 'rules: { missing-health-check: off }' });
    symlinkSync('../outside.yaml', join(folder, 'lint-deploy.yaml'));
    const { code, err } = await run();
    expect(code).toBe(2);
    expect(err).toContain('lint-deploy.yaml:1:1: lint-deploy.yaml is outside the repository.');
  });

  it('is not replaced by a report', async () => {
    write({ 'lint-deploy.yaml': '{}' });
    expect((await run('--output', 'lint-deploy.yaml')).code).toBe(2);
    expect(readFileSync(join(folder, 'lint-deploy.yaml'), 'utf8')).toBe('{}');
  });
});

describe('the count of ignored findings', () => {
  const said = 'lint-deploy: Findings left out: 1 ignored.\n';
  it.each([
    [[], ''],
    [['--quiet'], said],
    [['--format', 'sarif'], said],
    [['--format', 'rdjson'], said],
    [['--format', 'junit'], said],
    [['--format', 'sarif=a.sarif', '--format', 'text'], ''],
    [['--format', 'json'], ''],
    [['--format', 'github'], ''],
    [['--format', 'markdown'], ''],
  ])('is shown with %j', async (argv, err) => {
    write({ 'render.yaml': IGNORED });
    const ran = await run(...argv);
    expect(ran).toMatchObject({ code: 0, err });
    if (err === '') expect(ran.out).toMatch(/1 ignored|"ignored": 1/);
  });
});

describe('--config', () => {
  it('takes the place of the repository’s own, also from outside', async () => {
    const text = 'extends: base.yaml\nignores: [{ rule: missing-health-check, reason: Trusted. }]';
    write({ 'lint-deploy.yaml': 'wrong: true', '../trusted/strict.yaml': text, '../trusted/base.yaml': '{}' });
    expect(await quiet('--config', '../trusted/strict.yaml')).toEqual([]);
    expect(await json('--config', join(folder, '../trusted/strict.yaml'))).toMatchObject({
      suppressed: [
        {
          by: 'settings',
          reason: 'Trusted.',
          at: { file: expect.stringMatching(/^[^/].*trusted\/strict\.yaml$/) as unknown },
        },
      ],
    });
    write({ 'ci.yaml': text.replace('base', 'lint-deploy') });
    expect((await run('--config', 'ci.yaml')).err).toContain('lint-deploy.yaml:1:1: "wrong" is no key');
  });

  it('reaches nothing beside its own folder', async () => {
    write({ '../trusted/strict.yaml': 'extends: ../secret.yaml', '../secret.yaml': 'TOPSECRET' });
    const { code, err } = await run('--config', '../trusted/strict.yaml');
    expect(code).toBe(2);
    expect(err).not.toContain('TOPSECRET');
  });

  it('has to be there', async () => {
    const { code, err } = await run('--config', 'none.yaml');
    expect([code, err.split('\n')[0]]).toEqual([
      2,
      'lint-deploy: The configuration none.yaml cannot be read: it does not exist.',
    ]);
  });
});

describe('ignored findings', () => {
  it('are counted in text and JSON', async () => {
    write({ 'render.yaml': IGNORED });
    const { code, out } = await run();
    expect(code).toBe(0);
    expect(out).toMatch(/^No problems found by \d+ rules in 1 service · \d+ not decided \(--verbose\) · 1 ignored · /m);
    expect(await json()).toMatchObject({
      summary: { warnings: 0, ignored: 1, inBaseline: 0 },
      findings: [],
      suppressed: [{ by: 'comment', reason: 'The dashboard has it.', finding: { rule: 'missing-health-check' } }],
    });
  });

  it('are reported where comments are not to count', async () => {
    write({ 'render.yaml': IGNORED });
    expect(await quiet('--no-inline-ignores')).toEqual(['render.yaml:4:11: warning missing-health-check']);
  });

  it('are no more ignored after their day', async () => {
    const until = (day: string): string => `ignores: [{ rule: missing-health-check, reason: Soon., until: ${day} }]`;
    write({ 'lint-deploy.yaml': until('2026-11-21') });
    expect(await quiet()).toEqual([]);
    write({ 'lint-deploy.yaml': until('2026-11-20') });
    expect(await quiet()).toEqual(FOUND);
    expect((await run()).out).toContain('This ignore held until 2026-11-20');
  });

  it('are in SARIF only where that is asked for', async () => {
    write({ 'render.yaml': IGNORED });
    const results = async (...argv: string[]): Promise<unknown> => {
      const log: unknown = JSON.parse((await run('--format', 'sarif', ...argv)).out);
      return log;
    };
    expect(await results()).toMatchObject({ runs: [{ results: [] }] });
    expect(await results('--include-suppressed')).toMatchObject({
      runs: [{ results: [{ suppressions: [{ kind: 'inSource', justification: 'The dashboard has it.' }] }] }],
    });
  });

  it('are not fixed', async () => {
    const site =
      'services:\n  - type: web\n    name: x\n    # lint-deploy-ignore invalid-config: It is meant.\n    runtme: node\n';
    write({ 'render.yaml': site });
    await run('--fix=unsafe', '--rule', 'invalid-config');
    expect(readFileSync(join(folder, 'render.yaml'), 'utf8')).toContain('runtme: node');
  });
});

describe('a baseline', () => {
  const FILE = ['--baseline', 'baseline.json'];

  it('is written, leaves out what it lists, and is pruned', async () => {
    const written = await run(...FILE, '--update-baseline');
    expect([written.code, written.err]).toEqual([0, 'lint-deploy: baseline.json holds 1 finding now.\n']);
    expect(written.out).toContain('1 in the baseline');
    expect(await quiet(...FILE)).toEqual([]);
    write({ 'render.yaml': `# a comment\n\n${RENDER}` });
    expect(await quiet(...FILE)).toEqual([]);
    expect((await run(...FILE, '--rule', 'invalid-config')).out).not.toContain('stale-baseline');
    write({ 'render.yaml': `${RENDER}    healthCheckPath: /health\n` });
    const gone = await run(...FILE);
    expect([gone.code, gone.out]).toEqual([
      0,
      expect.stringContaining('An entry of the baseline fits no finding any more.'),
    ]);
    expect((await run(...FILE, '--update-baseline')).err).toBe(
      'lint-deploy: baseline.json holds 0 findings now; 1 no longer found.\n',
    );
    expect((await run(...FILE)).out).not.toContain('stale-baseline');
  });

  it('is pruned of rules that there are no more, whatever runs', async () => {
    const entry = { fingerprint: 'a:1', rule: 'retired-rule', file: 'render.yaml', found: 'It was.' };
    write({ 'baseline.json': JSON.stringify({ version: 1, findings: [entry] }) });
    expect((await run(...FILE, '--rule', 'invalid-config')).out).toContain('An entry of the baseline fits no finding');
    await run(...FILE, '--rule', 'invalid-config', '--update-baseline');
    expect(readFileSync(join(folder, 'baseline.json'), 'utf8')).not.toContain('retired-rule');
  });

  it('leaves new findings', async () => {
    await run(...FILE, '--update-baseline');
    write({ 'render.yaml': RENDER.replace('server.js', 'none.js') });
    expect(await quiet(...FILE)).toEqual(['render.yaml:6:19: error missing-start-target']);
  });

  it('stays as it is where not everything could be read', async () => {
    await run(...FILE, '--update-baseline');
    const before = readFileSync(join(folder, 'baseline.json'), 'utf8');
    write({ 'render.yaml': 'services: [' });
    const { code, err } = await run(...FILE, '--update-baseline');
    expect([code, err]).toEqual([2, expect.stringContaining('baseline.json is not updated')]);
    expect(readFileSync(join(folder, 'baseline.json'), 'utf8')).toBe(before);
  });

  it.each([
    [['--update-baseline'], '--update-baseline needs the file'],
    [['--cache-location', 'cache'], '--cache-location needs --cache'],
    [['trace', '--cache'], '--cache has no meaning for trace'],
    [['--baseline', 'none.json'], 'it does not exist; --update-baseline writes one'],
    [['--baseline', 'package.json'], 'package.json:1:1: This is no baseline'],
    [['--baseline', 'package.json', '--update-baseline'], 'package.json:1:1: This is no baseline'],
    [['--baseline', '.', '--update-baseline'], 'The baseline . cannot be read'],
    [['--baseline', 'no/folder.json', '--update-baseline'], 'could not be written to no/folder.json'],
  ])('%j is refused', async (argv, sentence) => {
    const { code, err } = await run(...argv);
    expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
    expect(readFileSync(join(folder, 'package.json'), 'utf8')).toBe('{}');
  });
});

describe('--stats', () => {
  it('goes to standard error, behind the report', async () => {
    const { out, err } = await run('--stats', '--format', 'json');
    expect(() => void JSON.parse(out)).not.toThrow();
    expect(err).toMatch(
      /^lint-deploy: time by phase\n(?: {2}[a-z ]+ \d+ ms\n)+ {2}files read: \d+\n {2}parsers loaded: .*YAML/,
    );
  });
});

describe('every format', () => {
  it.each(['text', 'sarif', 'json', 'github', 'markdown', 'rdjson', 'junit'])(
    '%s names the finding',
    async (format) => {
      const { code, out } = await run('--format', format);
      expect(code).toBe(1);
      expect(out).toContain('missing-health-check');
    },
  );
});
