import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../src/cli/main.js';
import { temporaryFolder } from '../support/temporary.js';

const APP = {
  'render.yaml':
    'services:\n  - type: web\n    name: api\n    runtime: node\n    buildCommand: npm ci\n    startCommand: npm start\n',
  'package.json': '{ "scripts": { "start": "node src/server.js" }, "dependencies": { "express": "5.1.0" } }\n',
  'package-lock.json': '{ "lockfileVersion": 3, "packages": {} }\n',
  'src/server.js':
    "require('express')().listen(process.env.PORT, '127.0.0.1'); // lint-deploy-ignore ignored-port: none\n",
  'README.md': '# api\n',
};

let root: string;
let location: string;
beforeEach(() => {
  root = temporaryFolder(APP);
  location = join(temporaryFolder(), 'cache');
});

interface Ran {
  code: number;
  out: string;
  err: string;
}

interface Look {
  today?: string;
  env?: Record<string, string>;
  columns?: number;
}

async function run(
  argv: readonly string[],
  { today = '2026-01-01', env = {}, columns = 80 }: Look = {},
  program = main,
): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await program({
    argv,
    cwd: root,
    env,
    today,
    stdout: { write: (text) => out.push(text), columns },
    stderr: { write: (text) => err.push(text) },
  });
  return { code, out: out.join(''), err: err.join('') };
}

const cached = (...argv: string[]): Promise<Ran> => run([...argv, '--cache', '--cache-location', location]);

const keptFiles = (): string[] =>
  existsSync(location) ? readdirSync(location).map((name) => join(location, name)) : [];

/** Writes into what is kept, so that a run which is given again shows it. */
function mark(text = '127.0.0.1', by = 'MARKED'): void {
  for (const file of keptFiles()) writeFileSync(file, readFileSync(file, 'utf8').replaceAll(text, by));
}

/** A report without the time that its run took, in text and in JUnit. */
function timeless(report: string): string {
  return report.replace(/ · [\d.]+ m?s\n$/, '\n').replace(/(<testsuites [^>]*) time="[\d.]+"/, '$1');
}

const write = (path: string, text: string): void => {
  writeFileSync(join(root, path), text);
};

describe('--cache', () => {
  it.each([
    [[]],
    [['--format', 'sarif']],
    [['--format', 'junit', '--fail-on', 'never']],
    [['--verbose', '--rule', 'loopback-bind']],
  ])('gives what a run without it gives, twice, but for the time that it took: %j', async (argv) => {
    const plain = await run(argv);
    const out = timeless(plain.out);
    expect(await cached(...argv)).toEqual({ ...plain, out });
    expect(await cached(...argv)).toEqual({ ...plain, out });
    expect(out).toContain('127.0.0.1');
  });

  it('does not run again while nothing has changed that was read', async () => {
    const first = await cached();
    mark();
    write('README.md', '# Another text\n');
    expect(await cached()).toEqual({ ...first, out: first.out.replaceAll('127.0.0.1', 'MARKED') });
  });

  it('writes the files of the reports, and says the remarks, each time', async () => {
    const file = join(temporaryFolder(), 'report.xml');
    const argv = ['--format', `junit=${file}`, '--baseline', 'known.json'];
    await run(['--baseline', 'known.json', '--update-baseline']);
    const first = await cached(...argv);
    expect(first.err).toContain('in the baseline');
    const report = readFileSync(file, 'utf8');
    unlinkSync(file);
    mark('tests=', 'marked=');
    expect(await cached(...argv)).toEqual(first);
    expect(readFileSync(file, 'utf8')).toBe(report.replaceAll('tests=', 'marked='));
  });

  it('says that a report cannot be written where its folder has gone since', async () => {
    const out = temporaryFolder({ 'out/report.txt': '' });
    const argv = ['--output', join(out, 'out/report.txt')];
    await cached(...argv);
    rmSync(join(out, 'out'), { recursive: true });
    const outcome = await cached(...argv);
    expect(outcome.code).toBe(2);
    expect(outcome.err).toContain('could not be written');
  });

  it('keeps one run for each command line, width and choice of colours', async () => {
    const argv = ['--cache', '--cache-location', location];
    const narrow = await run(argv, { columns: 40 });
    const wide = await run(argv, { columns: 120 });
    const colourful = await run(argv, { env: { FORCE_COLOR: '1' } });
    expect(new Set([narrow.out, wide.out, colourful.out]).size).toBe(3);
    expect(await run(argv, { columns: 40 })).toEqual(narrow);
    expect(await run(argv, { env: { FORCE_COLOR: '1' } })).toEqual(colourful);
    expect(keptFiles()).toHaveLength(3);
  });

  it.runIf(process.platform !== 'win32')('keeps them where nobody else can read', async () => {
    await cached();
    expect(statSync(location).mode & 0o777).toBe(0o700);
  });

  it('removes what was not asked for in 30 days, and nothing else', async () => {
    await cached('--quiet');
    const [old = ''] = keptFiles();
    const other = join(location, 'notes.json');
    writeFileSync(other, '{}');
    const then = Date.now() / 1000 - 31 * 24 * 60 * 60;
    for (const file of [old, other]) utimesSync(file, then, then);
    await cached();
    expect(existsSync(old)).toBe(false);
    expect(existsSync(other)).toBe(true);
    expect(keptFiles()).toHaveLength(2);
  });

  it.runIf(process.platform === 'linux')(
    'ends where a folder cannot be made that its folder calls missing',
    async () => {
      const outcome = await run(['--cache', '--cache-location', '/proc/lint-deploy/cache']);
      expect(outcome.err).toContain('could not be kept');
    },
  );

  it('says where the reports cannot be kept, and gives them all the same', async () => {
    const plain = await run(['--quiet']);
    const outcome = await run(['--quiet', '--cache', '--cache-location', 'package.json/below']);
    expect({ ...outcome, err: '' }).toEqual(plain);
    expect(outcome.err).toContain('could not be kept');
  });
});

describe('a user without a folder of their own', () => {
  afterEach(() => {
    vi.doUnmock('env-paths');
    vi.resetModules();
  });

  it.each(['throws', 'names no whole path'])('has reports that are not kept: what looks for it %s', async (what) => {
    const plain = await run(['--quiet']);
    vi.resetModules();
    vi.doMock('env-paths', () => {
      if (what === 'throws') throw new Error('uv_os_homedir returned ENOENT');
      return { default: () => ({ cache: '.cache/lint-deploy' }) };
    });
    const { main: freshMain } = await import('../../src/cli/main.js');
    expect(await run(['--quiet'], {}, freshMain)).toEqual(plain);
    const outcome = await run(['--quiet', '--cache'], {}, freshMain);
    expect({ ...outcome, err: '' }).toEqual(plain);
    expect(outcome.err).toContain('--cache-location');
    expect(existsSync(join(root, '.cache'))).toBe(false);
    expect(await run(['--quiet', '--cache', '--cache-location', location], {}, freshMain)).toEqual(plain);
    expect(keptFiles()).toHaveLength(1);
  });
});

describe.runIf(process.platform !== 'win32')('a link of the repository', () => {
  it('leads nothing that is kept out of it', async () => {
    const outside = temporaryFolder();
    symlinkSync(outside, join(root, 'cache'));
    const outcome = await run(['--cache', '--cache-location', 'cache']);
    expect(outcome.err).toContain('a link leads it out of the repository');
    expect(readdirSync(outside)).toEqual([]);
  });

  it('leads no report to a file that was linted, when it is given again', async () => {
    const argv = ['--output', 'out/report.txt'];
    write('.gitignore', 'out\n');
    execFileSync('git', ['init', '-q'], { cwd: root });
    mkdirSync(join(root, 'out'));
    await cached(...argv);
    unlinkSync(join(root, 'out/report.txt'));
    symlinkSync('../render.yaml', join(root, 'out/report.txt'));
    const outcome = await cached(...argv);
    expect(outcome.err).toContain('it is a file that was linted');
    expect(outcome).toEqual(await run(argv));
    expect(readFileSync(join(root, 'render.yaml'), 'utf8')).toBe(APP['render.yaml']);
  });

  it('leads no report out of it that is given again', async () => {
    const target = join(temporaryFolder({ 'precious.txt': 'precious' }), 'precious.txt');
    const argv = ['--output', 'out/report.txt'];
    write('.gitignore', 'out\n');
    execFileSync('git', ['init', '-q'], { cwd: root });
    mkdirSync(join(root, 'out'));
    await cached(...argv);
    unlinkSync(join(root, 'out/report.txt'));
    symlinkSync(target, join(root, 'out/report.txt'));
    expect(await cached(...argv)).toMatchObject({ code: 2 });
    expect(readFileSync(target, 'utf8')).toBe('precious');
  });
});

describe('a run is made anew', () => {
  const changes: Record<string, () => void> = {
    'a file that was read is another': () => {
      write('src/server.js', "require('express')().listen(process.env.PORT, '::1');\n");
    },
    'a file that was read is gone': () => {
      unlinkSync(join(root, 'src/server.js'));
    },
    'a file that was read is a link now': () => {
      unlinkSync(join(root, 'src/server.js'));
      symlinkSync('../package.json', join(root, 'src/server.js'));
    },
    'a file came that would have been read': () => {
      write('lint-deploy.yaml', 'rules: { loopback-bind: off }\n');
    },
    'a link leads somewhere else': () => {
      unlinkSync(join(root, 'link.js'));
      symlinkSync('package.json', join(root, 'link.js'));
    },
    'git ignores a file': () => {
      write('.gitignore', 'src/server.js\n');
    },
    'git is there no longer': () => {
      rmSync(join(root, '.git'), { recursive: true });
    },
    'what is kept is cut off': () => {
      keptFiles().forEach((file) => {
        writeFileSync(file, readFileSync(file).subarray(0, 200));
      });
    },
    'what is kept has another form': () => {
      keptFiles().forEach((file) => {
        writeFileSync(file, '{ "outcome": [] }');
      });
    },
    'what is kept is gone': () => {
      keptFiles().forEach((file) => {
        unlinkSync(file);
      });
    },
  };
  it.each(Object.entries(changes))('where %s', async (_, change) => {
    symlinkSync('src/server.js', join(root, 'link.js'));
    write('package.json', APP['package.json'].replace('src/server.js', 'link.js'));
    execFileSync('git', ['init', '-q'], { cwd: root });
    await cached();
    mark();
    change();
    const fresh = await run([]);
    const outcome = await cached();
    expect(outcome.out).not.toContain('MARKED');
    expect(outcome).toEqual({ ...fresh, out: timeless(fresh.out) });
  });

  it.runIf(process.platform !== 'win32')('where a script can be executed now', async () => {
    execFileSync('git', ['init', '-q'], { cwd: root });
    write('start.sh', 'exec node src/server.js\n');
    write('render.yaml', APP['render.yaml'].replace('npm start', './start.sh'));
    expect((await cached()).out).toContain('missing-start-target');
    chmodSync(join(root, 'start.sh'), 0o755);
    expect((await cached()).out).not.toContain('missing-start-target');
  });

  it('where a file that the command line names is another', async () => {
    const config = join(temporaryFolder({ 'strict.yaml': 'rules: { loopback-bind: off }\n' }), 'strict.yaml');
    expect((await cached('--config', config)).out).not.toContain('loopback-bind');
    writeFileSync(config, 'rules: { missing-health-check: off }\n');
    expect((await cached('--config', config)).out).toContain('loopback-bind');
    unlinkSync(config);
    expect(await cached('--config', config)).toMatchObject({ code: 2 });
    expect(await cached('--config', 'package.json/below')).toEqual(await run(['--config', 'package.json/below']));
  });

  it('where a configuration outside of the repository extends another', async () => {
    const folder = temporaryFolder({
      'named.yaml': 'extends: ./base.yaml\n',
      'base.yaml': 'rules: { loopback-bind: off }\n',
    });
    const argv = ['--config', join(folder, 'named.yaml')];
    expect((await cached(...argv)).out).not.toContain('loopback-bind');
    writeFileSync(join(folder, 'base.yaml'), 'rules: { missing-health-check: off }\n');
    expect((await cached(...argv)).out).toContain('loopback-bind');
  });

  it.runIf(process.platform !== 'win32')('where a file that the command line names is led out since', async () => {
    const text = 'rules: { loopback-bind: off }\n';
    const argv = ['--config', 'strict.yaml'];
    write('strict.yaml', text);
    write('.gitignore', 'strict.yaml\n');
    execFileSync('git', ['init', '-q'], { cwd: root });
    await cached(...argv);
    unlinkSync(join(root, 'strict.yaml'));
    symlinkSync(join(temporaryFolder({ 'strict.yaml': text }), 'strict.yaml'), join(root, 'strict.yaml'));
    const outcome = await cached(...argv);
    expect(outcome).toMatchObject({ code: 2 });
    expect(outcome).toEqual(await run(argv));
  });

  it.runIf(process.platform !== 'win32')('where the folder is a link that leads to another one', async () => {
    symlinkSync(temporaryFolder(APP), join(root, 'current'));
    expect((await cached('current')).out).toContain('loopback-bind');
    unlinkSync(join(root, 'current'));
    symlinkSync(temporaryFolder({ ...APP, 'src/server.js': '' }), join(root, 'current'));
    expect((await cached('current')).out).not.toContain('loopback-bind');
  });

  it.runIf(process.platform !== 'win32')('where the configuration is a pipe, which can be read but once', async () => {
    const pipe = join(temporaryFolder(), 'pipe');
    execFileSync('mkfifo', [pipe]);
    for (const id of ['loopback-bind', 'missing-health-check']) {
      spawn('sh', ['-c', `printf 'rules: { ${id}: off }' > "$0"`, pipe]);
      expect((await cached('--config', pipe)).out).not.toContain(id);
    }
    expect(keptFiles()).toEqual([]);
  });

  it('on another day, since an ignore may hold until then', async () => {
    write('lint-deploy.yaml', 'ignores: [{ rule: loopback-bind, reason: moving, until: 2026-01-01 }]\n');
    const argv = ['--cache', '--cache-location', location];
    expect((await run(argv)).out).not.toContain('loopback-bind');
    expect((await run(argv, { today: '2026-01-02' })).out).toContain('loopback-bind');
  });

  it.each([['--fix-dry-run'], ['--stats'], ['--since=HEAD'], ['--baseline=known.json --update-baseline'], ['--fix']])(
    'with %s',
    async (words) => {
      execFileSync('git', ['init', '-q'], { cwd: root });
      await cached(...words.split(' '));
      expect(keptFiles()).toEqual([]);
    },
  );

  it('where the one before could not read all', async () => {
    write('render.yaml', 'services: [');
    const first = await cached('--config', 'none.yaml');
    expect(first).toMatchObject({ code: 2 });
    expect(keptFiles()).toEqual([]);
  });
});

describe('whatever changes', () => {
  it.each(Object.keys(APP))('a run with --cache gives what one without gives: %s', async (path) => {
    const texts = ['', 'x', APP['render.yaml'], APP['src/server.js'], "import './README.md'"];
    for (const text of texts) {
      write(path, text);
      const fresh = await run(['--quiet']);
      expect(await cached('--quiet')).toEqual(fresh);
      expect(await cached('--quiet')).toEqual(fresh);
    }
    unlinkSync(join(root, path));
    expect(await cached('--quiet')).toEqual(await run(['--quiet']));
  });
});
