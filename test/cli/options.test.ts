import { describe, expect, it } from 'vitest';
import { readOptions, UsageError, type LintCommand } from '../../src/cli/options.js';

const KNOWN = {
  rules: ['invalid-config', 'missing-health-check', 'missing-spa-rewrite'],
  platforms: ['render', 'upsun'],
};

function lintOptions(...argv: string[]): LintCommand {
  const command = readOptions(argv, KNOWN);
  if (command.command !== 'lint') throw new Error(`read as ${command.command}`);
  return command.options;
}

function refusal(...argv: string[]): string {
  try {
    readOptions(argv, KNOWN);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  throw new Error(`accepted: ${argv.join(' ')}`);
}

describe('readOptions', () => {
  it('lints the current folder as text, and fails on warnings, where nothing is said', () => {
    expect(lintOptions()).toEqual({
      path: '.',
      targets: [{ format: 'text' }],
      failOn: 'warning',
      rules: [],
      fix: 'none',
      includeSuppressed: false,
      inlineIgnores: true,
      stats: false,
      cache: false,
      dryRun: false,
      uriPrefix: '',
      quiet: false,
      verbose: false,
      noColor: false,
    });
  });

  it('takes the path before or after options', () => {
    expect(lintOptions('--quiet', 'services/api').path).toBe('services/api');
    expect(lintOptions('services/api', '--quiet').path).toBe('services/api');
    expect(lintOptions('--', '-odd-name').path).toBe('-odd-name');
  });

  it('reads several formats, each with a file but one', () => {
    expect(lintOptions('--format', 'text', '--format=sarif=out/a=b.sarif').targets).toEqual([
      { format: 'text' },
      { format: 'sarif', file: 'out/a=b.sarif' },
    ]);
  });

  it('gives --output to the one report without a file', () => {
    expect(lintOptions('--format', 'json', '-o', 'report.json').targets).toEqual([
      { format: 'json', file: 'report.json' },
    ]);
    expect(lintOptions('-o', 'report.txt').targets).toEqual([{ format: 'text', file: 'report.txt' }]);
    expect(refusal('--format', 'json=a.json', '--output', 'b.json')).toContain('--output needs exactly one --format');
  });

  it('refuses two reports on standard output or in one file', () => {
    expect(refusal('--format', 'json', '--format', 'sarif')).toContain('json and sarif');
    expect(refusal('--format', 'json=a', '--format', 'sarif=./a')).toContain('one file: a');
  });

  it('reads --fix with and without a value', () => {
    expect(lintOptions('--fix')).toMatchObject({ fix: 'safe', dryRun: false });
    expect(lintOptions('--fix=unsafe')).toMatchObject({ fix: 'unsafe', dryRun: false });
    expect(lintOptions('--fix-dry-run')).toMatchObject({ fix: 'safe', dryRun: true });
    expect(lintOptions('--fix-dry-run', '--fix=unsafe')).toMatchObject({ fix: 'unsafe', dryRun: true });
    expect(lintOptions('--fix', 'unsafe')).toMatchObject({ fix: 'safe', path: 'unsafe' });
    expect(refusal('--fix=all')).toContain('"all"');
  });

  it('keeps standard output for the diff in a dry run', () => {
    expect(refusal('--fix-dry-run', '--format', 'sarif')).toContain('--fix-dry-run prints a diff');
    expect(lintOptions('--fix-dry-run', '--format', 'sarif=out.sarif').dryRun).toBe(true);
  });

  it('reads rules one by one', () => {
    expect(lintOptions('--rule', 'invalid-config', '--rule', 'missing-spa-rewrite').rules).toEqual([
      'invalid-config',
      'missing-spa-rewrite',
    ]);
  });

  it.each([
    [['--formt', 'json'], '--formt is no option. Did you mean --format?'],
    [['-x'], '-x is no option.'],
    [['--format', 'sariff'], 'Did you mean sarif?'],
    [['--format'], '--format needs a value.'],
    [['--format', 'sarif='], 'names no file'],
    [['--output='], '--output needs a value.'],
    [['--quiet=yes'], '--quiet takes no value.'],
    [['--fail-on', 'warnings'], 'Did you mean warning?'],
    [['--rule', 'missing-healthcheck'], 'Did you mean missing-health-check?'],
    [['--rule', 'toString'], 'There is no rule "toString".'],
    [['--toString'], '--toString is no option.'],
    [['--uri-prefix', '../api'], 'relative to the top of the repository'],
    [['--uri-prefix', '/api'], 'relative to the top of the repository'],
    [['explain'], 'explain needs the id of a rule'],
    [['explain', 'invalid-confg'], 'Did you mean invalid-config?'],
    [['rules', '--fix'], '--fix has no meaning for rules.'],
    [['one', 'two'], 'does not take "two"'],
    [['explian', 'invalid-config'], 'Did you mean explain?'],
    [['--quiet', '--verbose'], 'exclude each other'],
    [['--fix=safe'], '"safe"'],
    [['--platform', 'heroku'], '--platform takes render, upsun; not "heroku".'],
    [['trace', '--platform', 'rendr'], 'Did you mean render?'],
    [['init', '--platform', 'render'], '--platform has no meaning for init.'],
  ])('refuses %j', (argv, message) => {
    expect(refusal(...argv)).toContain(message);
  });

  it('takes a platform, for a run and for a trace', () => {
    expect(lintOptions('--platform', 'upsun').platform).toBe('upsun');
    expect(readOptions(['trace', '--platform', 'upsun'], KNOWN)).toMatchObject({ options: { platform: 'upsun' } });
  });

  it('reads trace with its own formats and few options', () => {
    expect(readOptions(['trace'], KNOWN)).toEqual({
      command: 'trace',
      options: { path: '.', targets: [{ format: 'text' }], uriPrefix: '', noColor: false },
    });
    expect(
      readOptions(['trace', 'api', '--format', 'json', '-o', 'a.json', '--uri-prefix', 'api'], KNOWN),
    ).toMatchObject({
      options: { path: 'api', targets: [{ format: 'json', file: 'a.json' }], uriPrefix: 'api' },
    });
    expect(refusal('trace', '--format', 'sarif')).toContain('--format takes text, json; not "sarif"');
    expect(refusal('trace', '--verbose')).toBe('--verbose has no meaning for trace.');
    expect(refusal('trace', 'one', 'two')).toContain('trace does not take "two"');
    expect(refusal('trcae', 'one')).toContain('Did you mean trace?');
  });

  it('prefers help and version to everything but a mistake', () => {
    expect(readOptions(['--help', 'somewhere'], KNOWN)).toEqual({ command: 'help' });
    expect(readOptions(['-V'], KNOWN)).toEqual({ command: 'version' });
  });
});
