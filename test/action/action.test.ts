import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.js';
import { openDirectory } from '../../src/repository/disk.js';
import { at, listOf } from '../support/data.js';
import { folderOf, git } from '../repository/folder.js';

const service = (name: string): string =>
  `  - type: web\n    name: ${name}\n    runtime: node\n    buildCommand: npm install\n    startCommand: node server.js\n`;
const RENDER = `services:\n${service('api')}`;
const BOTH = `${RENDER}${service('new')}`;

let workspace = '';
let runner = '';
beforeEach(() => {
  workspace = folderOf({ 'render.yaml': RENDER, 'package.json': '{}', 'server.js': '' });
  runner = folderOf({ output: '', summary: '', 'event.json': '{}' });
  git(workspace, 'init', '-q');
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(workspace, path)), { recursive: true });
  writeFileSync(join(workspace, path), text);
}

/** Commits everything and gives the id of the commit. */
function commit(folder = workspace): string {
  git(folder, 'add', '.');
  git(folder, 'commit', '-q', '--allow-empty', '-m', 'change');
  return readFileSync(join(folder, '.git/refs/heads/main'), 'utf8').trim();
}

interface Ran {
  code: number;
  log: string;
  /** The lines of the log in which the runner looks for commands, and finds one. */
  commands: string[];
  outputs: Record<string, string>;
  summary: string;
  said: string;
}

/** Runs the step as the runner does: its environment, the event and the files for its results. */
async function run(inputs: Record<string, string> = {}, event: unknown = {}, env = {}): Promise<Ran> {
  writeFileSync(join(runner, 'event.json'), JSON.stringify(event));
  const [log, said]: [string[], string[]] = [[], []];
  const code = await main({
    argv: ['action'],
    cwd: workspace,
    env: {
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_OUTPUT: join(runner, 'output'),
      GITHUB_STEP_SUMMARY: join(runner, 'summary'),
      GITHUB_EVENT_PATH: join(runner, 'event.json'),
      RUNNER_TEMP: runner,
      ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name}`, value])),
      ...env,
    },
    stdout: { write: (text) => log.push(text) },
    stderr: { write: (text) => said.push(text) },
    today: '2026-11-21',
  });
  return {
    code,
    log: log.join(''),
    commands: commandsIn(log.join('')),
    outputs: outputsIn(readFileSync(join(runner, 'output'), 'utf8')),
    summary: readFileSync(join(runner, 'summary'), 'utf8'),
    said: said.join(''),
  };
}

/** As the runner reads a log (actions/runner, ActionCommand.cs, ActionCommandManager.cs). */
function commandsIn(log: string): string[] {
  let token: string | undefined;
  return log.split('\n').filter((line) => {
    if (token !== undefined) {
      if (line === `::${token}::`) token = undefined;
      return false;
    }
    token = /^::stop-commands::(.+)$/.exec(line)?.[1];
    return token === undefined && (/^\s*::[\w-]+(?: [^]*?)?::/.test(line) || /##\[[\w-]+/.test(line));
  });
}

/** As the runner reads a file of outputs (actions/runner, FileCommandManager.cs). */
function outputsIn(text: string): Record<string, string> {
  const lines = text.split('\n');
  const found: Record<string, string> = {};
  for (let line = lines.shift(); line !== undefined && line !== ''; line = lines.shift()) {
    const [name = '', mark = ''] = line.split('<<');
    const end = lines.indexOf(mark);
    expect(end).toBeGreaterThan(-1);
    found[name] = lines
      .splice(0, end + 1)
      .slice(0, -1)
      .join('\n');
  }
  return found;
}

/** As the runner reads a command. */
function unescaped(line: string): string {
  return line
    .replace(/%(3A|2C|0A|0D)/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replaceAll('%25', '%');
}

interface Result {
  rule: unknown;
  uri: unknown;
}

function resultsOf(path = ''): Result[] {
  const sarif: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return listOf(at(sarif, 'runs', 0, 'results')).map((result) => ({
    rule: at(result, 'ruleId'),
    uri: at(result, 'locations', 0, 'physicalLocation', 'artifactLocation', 'uri'),
  }));
}

const pullRequest = (base: string, fork = false): unknown => ({
  repository: { private: false },
  pull_request: {
    base: { sha: base, repo: { full_name: 'team/app' } },
    head: { sha: 'f'.repeat(40), repo: { full_name: fork ? 'stranger/app' : 'team/app' } },
  },
});

describe('the step of the action', () => {
  it('gives an annotation, a summary, a SARIF file, outputs and the exit status', async () => {
    const { code, log, commands, outputs, summary } = await run();
    expect(code).toBe(1);
    expect(log).toContain('render.yaml:3:11');
    expect(commands).toEqual([
      expect.stringMatching(
        /^::warning file=render\.yaml,line=3,endLine=3,col=11,endColumn=14,title=.*missing-health-check/,
      ),
    ]);
    expect(summary).toContain('| <code>api</code> (web) | 0 | 1 | 0 |');
    expect(outputs).toMatchObject({ findings: '1', errors: '0', warnings: '1', notes: '0', 'exit-code': '1' });
    expect(resultsOf(outputs['sarif-file'])).toEqual([{ rule: 'missing-health-check', uri: 'render.yaml' }]);
  });

  it('writes nothing into the checkout', async () => {
    const before = openDirectory(workspace)
      .list('')
      .map(({ name }) => name);
    const { outputs } = await run();
    expect(outputs['sarif-file']?.startsWith(runner)).toBe(true);
    expect(
      openDirectory(workspace)
        .list('')
        .map(({ name }) => name),
    ).toEqual(before);
  });

  it('fails the step from the severity that is asked for', async () => {
    expect((await run({ FAIL_ON: 'error' })).code).toBe(0);
    expect((await run({ FAIL_ON: 'never' })).code).toBe(0);
    expect((await run({ FAIL_ON: 'note' })).code).toBe(1);
  });

  it('leaves out annotations and summary where they are not wanted', async () => {
    const { commands, summary, log } = await run({ ANNOTATIONS: 'false', SUMMARY: 'false' });
    expect({ commands, summary }).toEqual({ commands: [], summary: '' });
    expect(log).toContain('missing-health-check');
  });

  it('appends to a summary that is there', async () => {
    writeFileSync(join(runner, 'summary'), '# Before\n');
    expect((await run()).summary).toMatch(/^# Before\n## lint-deploy/);
  });

  it('reads the configuration and the baseline that it is given, and no inline ignores where they are off', async () => {
    write('ci/lint-deploy.yaml', 'rules: { missing-health-check: off }');
    expect((await run({ CONFIG: 'ci/lint-deploy.yaml' })).code).toBe(0);
    write('render.yaml', RENDER.replace('    name', '    # lint-deploy-ignore missing-health-check: Known.\n    name'));
    expect((await run()).code).toBe(0);
    expect((await run({ INLINE_IGNORES: 'false' })).code).toBe(1);
    write('baseline.json', '{}');
    expect((await run({ BASELINE: 'baseline.json' })).code).toBe(2);
  });

  it.each([
    [
      'FAIL_ON',
      'warnings',
      'The input fail-on takes error, warning, note, never; not "warnings". Did you mean warning?',
    ],
    ['ONLY_CHANGED', 'lines', 'The input only-changed takes none, new; not "lines".'],
    ['UPLOAD_SARIF', 'yes', 'The input upload-sarif takes auto, true, false; not "yes".'],
    ['PLATFORM', 'heroku', 'The input platform takes render; not "heroku".'],
    ['PATH', 'nowhere', 'There is no folder nowhere'],
    ['CONFIG', '../nowhere.yaml', 'The configuration ../nowhere.yaml cannot be read: it does not exist.'],
    ['CONFIG', '%0A::x::', 'The configuration %0A::x:: cannot be read: it does not exist.'],
  ])('refuses %s=%s in an annotation and in the summary', async (name, value, sentence) => {
    const { code, commands, outputs, summary } = await run({ [name]: value });
    expect(code).toBe(2);
    expect(commands.map(unescaped)).toEqual([
      expect.stringContaining(`::error title=lint-deploy: nothing was linted::${sentence}`),
    ]);
    expect(outputs).toEqual({ upload: 'false', 'exit-code': '2' });
    expect(summary).toContain('Nothing was linted.');
  });

  it('names each place where the configuration is wrong, as the repository has it', async () => {
    write('services/api/lint-deploy.yaml', 'rulez: {}\nignores: [{ rule: "::error::\\n##[x]" }]\n');
    const { code, commands, outputs, summary } = await run({ PATH: 'services/api' });
    expect({ code, outputs }).toEqual({ code: 2, outputs: { upload: 'false', 'exit-code': '2' } });
    expect(commands.map((line) => line.replace(/,endLine.*/, ''))).toEqual([
      '::error file=services/api/lint-deploy.yaml,line=1',
      '::error file=services/api/lint-deploy.yaml,line=2',
      '::error file=services/api/lint-deploy.yaml,line=2',
    ]);
    expect(summary).toContain('- <code>services/api/lint-deploy.yaml:1</code> "rulez" is no key');
    expect(summary).not.toMatch(/^::|##\[/m);
    expect(await run({ PATH: 'services/api', SUMMARY: 'false' })).toMatchObject({ code: 2, summary });
  });

  it('says that there is nothing to lint', async () => {
    mkdirSync(join(workspace, 'empty'));
    const { code, outputs, commands, summary } = await run({ PATH: 'empty', FAIL_ON: 'never' });
    expect({ code, outputs }).toMatchObject({ code: 3, outputs: { 'exit-code': '3', upload: 'false' } });
    expect(commands).toEqual([expect.stringContaining('nothing-to-lint::empty holds no render.yaml')]);
    expect(summary).toContain('empty holds no render.yaml');
  });

  it('needs none of the files of the runner', async () => {
    const none = { GITHUB_OUTPUT: undefined, GITHUB_STEP_SUMMARY: undefined, GITHUB_EVENT_PATH: undefined };
    expect(await run({}, {}, none)).toMatchObject({ code: 1, outputs: {}, summary: '', said: '' });
  });

  it('fails where its outputs cannot be written, and says so', async () => {
    const { code, said } = await run({}, {}, { GITHUB_OUTPUT: runner });
    expect(code).toBe(2);
    expect(said).toContain('The outputs of the step could not be written');
  });
});

describe('the paths that it reports', () => {
  it('are those of the repository where only a folder is linted', async () => {
    write('services/api/render.yaml', RENDER);
    write('services/api/package.json', '{}');
    write('services/api/server.js', '');
    const { commands, outputs } = await run({ PATH: 'services/api' });
    expect(commands[0]).toContain('file=services/api/render.yaml,');
    expect(outputs.category).toBe('lint-deploy/services/api');
    expect(resultsOf(outputs['sarif-file'])).toMatchObject([{ uri: 'services/api/render.yaml' }]);
  });

  it('are those of the repository where it is checked out below the workspace', async () => {
    rmSync(join(workspace, '.git'), { recursive: true });
    write('checkout/render.yaml', RENDER);
    git(join(workspace, 'checkout'), 'init', '-q');
    expect((await run({ PATH: 'checkout' })).commands[0]).toContain('file=render.yaml,');
  });
});

describe('only-changed: new', () => {
  const onlyNew = { ONLY_CHANGED: 'new' };

  it('reports what a pull request brings in, and gives code scanning all', async () => {
    const base = commit();
    write('render.yaml', BOTH);
    commit();
    const { code, commands, outputs, summary } = await run(onlyNew, pullRequest(base));
    expect(code).toBe(1);
    expect(commands).toEqual([expect.stringContaining('line=8,')]);
    expect(summary).toContain('1 not new');
    expect(outputs).toMatchObject({ findings: '1', warnings: '1' });
    expect(resultsOf(outputs['sarif-file'])).toHaveLength(2);
  });

  it('passes a pull request that brings in nothing', async () => {
    const base = commit();
    write('README.md', 'Words.');
    commit();
    expect(await run(onlyNew, pullRequest(base))).toMatchObject({ code: 0, commands: [] });
  });

  it('compares a merge with its first parent, which a clone of depth 2 has', async () => {
    const old = commit();
    git(workspace, 'switch', '-q', '-c', 'topic');
    write('README.md', 'Words.');
    git(workspace, 'add', '.');
    git(workspace, 'commit', '-q', '-m', 'topic');
    git(workspace, 'switch', '-q', 'main');
    write('render.yaml', BOTH);
    commit();
    git(workspace, 'merge', '-q', '--no-ff', '-m', 'merge', 'topic');
    const merge = readFileSync(join(workspace, '.git/refs/heads/main'), 'utf8').trim();
    const original = workspace;
    workspace = join(runner, 'clone');
    git(runner, 'clone', '-q', '--depth', '2', `file://${original}`, 'clone');
    const env = { GITHUB_REF: 'refs/pull/7/merge', GITHUB_SHA: merge };
    expect(await run(onlyNew, pullRequest(old), env)).toMatchObject({ code: 0, commands: [] });
  });

  it('reports all where the clone has no commit to compare with, and says what to do', async () => {
    const base = commit();
    write('render.yaml', BOTH);
    commit();
    const original = workspace;
    workspace = join(runner, 'clone');
    git(runner, 'clone', '-q', '--depth', '1', `file://${original}`, 'clone');
    const { code, commands, summary } = await run(onlyNew, pullRequest(base));
    expect(code).toBe(1);
    expect(commands.filter((line) => line.includes('missing-health-check'))).toHaveLength(2);
    expect(commands.filter((line) => line.includes('no-base'))).toEqual([
      expect.stringContaining(`git has no commit ${base} here: give actions/checkout \`fetch-depth: 2\``),
    ]);
    expect(summary).toContain('All findings are reported');
  });

  it('advises no other clone where git refuses, or is not there', async () => {
    const base = commit();
    rmSync(join(workspace, '.git'), { recursive: true });
    const { commands } = await run(onlyNew, pullRequest(base));
    expect(commands.filter((line) => line.includes('no-base'))).toEqual([
      expect.stringMatching(/because this is no work tree of git\.$/),
    ]);
  });

  it('compares a push with the commit before it', async () => {
    const before = commit();
    write('render.yaml', BOTH);
    commit();
    expect((await run(onlyNew, { before })).commands).toHaveLength(1);
    expect((await run(onlyNew, { merge_group: { base_sha: before } })).commands).toHaveLength(1);
  });

  it.each([
    ['a new branch', { before: '0'.repeat(40) }],
    ['a run by hand', { inputs: {} }],
    ['a payload that names no commit', pullRequest('--output=x')],
    ['a payload of another shape', [null, 7]],
  ])('reports all for %s, and says so', async (_, event) => {
    commit();
    const { commands } = await run(onlyNew, event);
    expect(commands.filter((line) => line.includes('missing-health-check'))).toHaveLength(1);
    expect(commands.join()).toContain('this event names no commit before the change');
  });

  it('reports all where the event cannot be read', async () => {
    expect((await run(onlyNew, {}, { GITHUB_EVENT_PATH: join(runner, 'gone') })).commands).toHaveLength(2);
  });
});

describe('the upload', () => {
  const isPrivate = { repository: { private: true } };
  it.each([
    ['auto', 'a push', { repository: { private: false } }, 'true', 'true'],
    ['auto', 'a pull request from a fork', pullRequest('0', true), 'true', 'true'],
    ['auto', 'a private repository', isPrivate, 'false', 'true'],
    ['true', 'a private repository', isPrivate, 'true', 'false'],
    ['true', 'a pull request from a fork', pullRequest('0', true), 'true', 'true'],
    ['true', 'a pull request whose fork is gone', { pull_request: { head: { repo: null } } }, 'true', 'true'],
    ['false', 'a push', {}, 'false', 'true'],
  ])('%s, for %s', async (upload, _, event, isUploaded, mayFail) => {
    const { outputs } = await run({ UPLOAD_SARIF: upload }, event);
    expect(outputs).toMatchObject({ upload: isUploaded, 'upload-may-fail': mayFail });
  });

  it('is of the category that is asked for', async () => {
    expect((await run({ CATEGORY: 'mine' })).outputs.category).toBe('mine');
    expect((await run()).outputs.category).toBe('lint-deploy');
  });

  it('is left out where the file could not be written', async () => {
    const { code, outputs, said } = await run({}, {}, { RUNNER_TEMP: join(runner, 'gone') });
    expect(code).toBe(2);
    expect(outputs).toMatchObject({ upload: 'false', 'sarif-file': '', 'exit-code': '2' });
    expect(said).toContain('The SARIF report could not be written');
  });
});

describe('hostile text', () => {
  const HOSTILE = [
    '::error::taken',
    '::add-mask::api',
    '##[add-path]/tmp',
    '::set-output name=x::y',
    '%0A::error::taken',
    'x\\n::stop-commands::y',
    '| a | <img src=x onerror=y> | @everyone',
  ];

  it.each(HOSTILE)('of a service gives no command and no Markdown: %s', async (name) => {
    write('render.yaml', `services:\n${service(JSON.stringify(name))}`);
    const { commands, summary, outputs } = await run();
    expect(commands.filter((line) => !/^::(?:warning|error|notice) (?:file=[^,:]+,line|title)/.test(line))).toEqual([]);
    expect(summary).not.toMatch(/<img|@everyone/);
    expect(Number(outputs.findings)).toBeGreaterThan(0);
  });

  it('of a file name gives none either', async () => {
    write('::error::x,y=%0A\n##[group]/render.yaml', RENDER);
    const { commands, outputs } = await run();
    expect(commands.filter((line) => !/^::(?:warning|error|notice) (?:file=[^,:]+,line|title)/.test(line))).toEqual([]);
    expect(Object.keys(outputs)).toHaveLength(9);
  });

  it('of an input stays one value of one output', async () => {
    const category = 'mine\nupload<<x\ntrue\nx';
    expect((await run({ CATEGORY: category, UPLOAD_SARIF: 'false' })).outputs).toMatchObject({
      category,
      upload: 'false',
    });
  });

  it('gives no summary that the runner would drop', async () => {
    const name = (index: number): string => JSON.stringify(`<&|${'`'.repeat(300)}${index}`);
    write('render.yaml', `services:\n${Array.from({ length: 400 }, (_, index) => service(name(index))).join('')}`);
    const { summary, commands } = await run();
    expect(Buffer.byteLength(summary)).toBeLessThan(1_048_576);
    expect(summary).toMatch(/and \d+ more findings/);
    expect(commands.filter((line) => line.startsWith('::warning')).length).toBeLessThanOrEqual(10);
  });
});
