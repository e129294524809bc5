import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.js';
import { textReport, type TextOptions } from '../../src/report/text.js';
import { linesOf } from '../../src/syntax/lines.js';
import { API, contextOf, FILES, findingOf, HEALTH_CHECK, LOOPBACK, NOTIFICATION, reportOf } from './sample.js';

const PLAIN: TextOptions = { colour: false, width: 80, quiet: false, verbose: false };

function text(report: Partial<Report> = {}, options: Partial<TextOptions> = {}): string {
  return textReport(onRender(reportOf(report)), contextOf(), { ...PLAIN, ...options });
}

/** The sample with the platform's title, as the engine gives it. */
function onRender(report: Report): Report {
  const platform = 'Render';
  const withTitle = report.findings.map(({ service, ...finding }) => ({
    ...finding,
    ...(service && { service: { ...service, platform } }),
  }));
  return { ...report, findings: withTitle, services: report.services.map((service) => ({ ...service, platform })) };
}

function lines(...all: string[]): string {
  return all.map((line) => `${line}\n`).join('');
}

/** A report of one finding at the nth `part` of a file of its own. */
function about(
  source: string,
  part: string,
  given: Parameters<typeof findingOf>[0] = {},
  options: Partial<TextOptions> = {},
): string {
  const file = 'src/a.js';
  const start = source.indexOf(part);
  const at = linesOf(file, source).location(start, start + part.length);
  const finding = findingOf({ at, trail: [], fixes: [], ...given });
  const report = reportOf({ findings: [finding], undecided: [] });
  return textReport(report, contextOf({}, { ...FILES, [file]: source }), { ...PLAIN, ...options });
}

/** The two lines of the source frame in a report. */
function frameOf(report: string): string[] {
  return report.split('\n').filter((line) => line.includes('│'));
}

describe('textReport', () => {
  it('at 80 columns', () => {
    expect(text()).toBe(
      lines(
        'api · web on Render · render.yaml:3',
        '  npm start → node dist/server.js → src/server.ts',
        '',
        '  error  loopback-bind  src/server.ts:6:18                                   502',
        "    The server listens on 127.0.0.1 only. Render's edge cannot reach it and",
        '    answers 502.',
        "      6 │ app.listen(port, '127.0.0.1', () => {",
        '        │                  ^^^^^^^^^^^',
        '    How it gets there:',
        '      render.yaml:6:19   starts `npm start`',
        '      package.json:3:15  runs `node dist/server.js`',
        '      src/server.ts:6:1  opens the socket',
        '    Also leads to: short-keep-alive (src/server.ts:6:1)',
        '    Fix: Listen on 0.0.0.0.  (--fix)',
        '',
        '  warning  missing-health-check  render.yaml:3:11                            503',
        '    The service sets no health check path. A version that opens its port but is',
        '    broken gets traffic.',
        '      3 │     name: api',
        '        │           ^^^',
        '    Fix: Set healthCheckPath.',
        '    With --fix=unsafe: Set healthCheckPath to /. The path must answer without a',
        '    login.',
        '',
        'site · static on Render · render.yaml:8',
        '',
        '  error  missing-spa-rewrite  render.yaml:8:11                               404',
        '    The site routes in the browser, but nothing rewrites its paths to',
        '    /index.html. Opening any page but the first answers 404.',
        '      8 │     name: site',
        '        │           ^^^^',
        '    Fix: Add a rewrite of /* to /index.html.  (--fix)',
        '',
        '2 errors, 1 warning in 3 services · 2 fixable with --fix ·',
        '1 more with --fix=unsafe · 1 not decided (--verbose) · 41 ms',
      ),
    );
  });

  it('at 40 columns', () => {
    expect(text({ findings: [LOOPBACK] }, { width: 40 })).toBe(
      lines(
        'api · web on Render · render.yaml:3',
        '  npm start → node dist/server.js →',
        '    src/server.ts',
        '',
        '  error  loopback-bind               502',
        '    src/server.ts:6:18',
        '    The server listens on 127.0.0.1',
        "    only. Render's edge cannot reach it",
        '    and answers 502.',
        "      6 │ app.listen(port, '127.0.0.1',…",
        '        │                  ^^^^^^^^^^^',
        '    How it gets there:',
        '      render.yaml:6:19',
        '        starts `npm start`',
        '      package.json:3:15',
        '        runs `node dist/server.js`',
        '      src/server.ts:6:1',
        '        opens the socket',
        '    Also leads to: short-keep-alive',
        '      (src/server.ts:6:1)',
        '    Fix: Listen on 0.0.0.0.  (--fix)',
        '',
        '1 error in 3 services ·',
        '1 fixable with --fix ·',
        '1 not decided (--verbose) · 41 ms',
      ),
    );
  });

  it('at 200 columns keeps to 100', () => {
    expect(text({ findings: [HEALTH_CHECK] }, { width: 200 })).toBe(
      lines(
        'api · web on Render · render.yaml:3',
        '  npm start → node dist/server.js → src/server.ts',
        '',
        `  warning  missing-health-check  render.yaml:3:11${' '.repeat(48)}503`,
        '    The service sets no health check path. A version that opens its port but is broken gets traffic.',
        '      3 │     name: api',
        '        │           ^^^',
        '    Fix: Set healthCheckPath.',
        '    With --fix=unsafe: Set healthCheckPath to /. The path must answer without a login.',
        '',
        '1 warning in 3 services · 1 fixable with --fix=unsafe · 1 not decided (--verbose) · 41 ms',
      ),
    );
  });

  it.each([40, 57, 80, 100])('keeps every line within %i columns', (width) => {
    const all = text({ notifications: [NOTIFICATION], complete: false }, { width, verbose: true }).split('\n');
    expect(all.filter((line) => line.length > width)).toEqual([]);
  });

  it('says the same with and without colour', () => {
    const given = { notifications: [NOTIFICATION], complete: false };
    for (const width of [40, 80, 200]) {
      const coloured = text(given, { width, colour: true, verbose: true });
      expect(coloured).toContain('\u001b[31merror');
      expect(stripVTControlCharacters(coloured)).toBe(text(given, { width, verbose: true }));
    }
  });

  it('shows in verbose mode what was not decided, services without findings and every trail', () => {
    expect(text({ findings: [] }, { verbose: true })).toBe(
      lines(
        'api · web on Render · render.yaml:3',
        '  npm start → node dist/server.js → src/server.ts',
        '  No problems found.',
        '',
        'site · static on Render · render.yaml:8',
        '  No problems found.',
        '',
        'mailer · worker on Render · render.yaml:12',
        '  node dist/mailer.js',
        '  No problems found.',
        '',
        'Not decided',
        '',
        '  ignored-port  src/server.ts:6:12  api',
        '    The port comes from a function that could not be followed.',
        '',
        'No problems found by 6 rules in 3 services · 1 not decided · 41 ms',
      ),
    );
    expect(text({}, { verbose: true })).toContain('      src/App.tsx:1:10  routes by browser history\n');
  });

  it('puts errors and warnings on one line each in quiet mode, and nothing else', () => {
    const note = { ...HEALTH_CHECK, severity: 'note' as const };
    expect(text({ findings: [LOOPBACK, note] }, { quiet: true })).toBe(
      "src/server.ts:6:18: error loopback-bind: The server listens on 127.0.0.1 only. Render's edge cannot reach it and answers 502. Listen on 0.0.0.0.\n",
    );
    expect(text({ findings: [note] }, { quiet: true })).toBe('');
  });

  it('says in quiet mode too that something crashed', () => {
    expect(text({ findings: [], notifications: [NOTIFICATION], complete: false }, { quiet: true })).toBe(
      'render.yaml:12:11: error rule-crash: The rule stopped: out of cheese.\n',
    );
  });

  it('says once what an unsafe fix does, and why it is unsafe', () => {
    const message = { ...HEALTH_CHECK.message, remedy: 'Set `healthCheckPath` to /.' };
    const said = text({ findings: [{ ...HEALTH_CHECK, message }] });
    expect(said).toContain('    Fix: Set `healthCheckPath` to /.\n');
    expect(said).toContain('    With --fix=unsafe: The path must answer without a login.\n');
  });

  it('is one calm line where nothing was found', () => {
    expect(text({ findings: [], undecided: [] })).toBe('No problems found by 6 rules in 3 services · 41 ms\n');
    expect(text({ findings: [] })).toBe(
      'No problems found by 6 rules in 3 services · 1 not decided (--verbose) · 41 ms\n',
    );
  });

  it('says so where a run is incomplete', () => {
    expect(text({ findings: [], undecided: [], notifications: [NOTIFICATION], complete: false })).toBe(
      lines(
        'About this run',
        '',
        '  error  rule-crash  render.yaml:12:11',
        '    The rule stopped: out of cheese.',
        '',
        'No problems found by 6 rules in 3 services · the run is incomplete · 41 ms',
      ),
    );
  });

  it('keeps notes about the run for verbose mode', () => {
    const notifications = [{ ...NOTIFICATION, level: 'note' as const }];
    expect(text({ notifications })).not.toContain('out of cheese');
    expect(text({ notifications }, { verbose: true })).toContain('out of cheese');
  });

  it.each([
    [['render.yaml'], 'No problems found by 6 rules in render.yaml, no services · 41 ms\n'],
    [['a/render.yaml', 'render.yaml'], 'No problems found by 6 rules in 2 platform files, no services · 41 ms\n'],
    [[], 'Nothing to lint: no platform file and no service was found · 41 ms\n'],
  ])('says that there are no services: %j', (platformFiles, said) => {
    expect(text({ findings: [], undecided: [], services: [], platformFiles })).toBe(said);
  });

  it('groups what belongs to no service by its file, before the services of that file', () => {
    const alone = findingOf({
      rule: 'invalid-config',
      statuses: [],
      at: HEALTH_CHECK.at,
      trail: [],
      fixes: [],
    });
    delete alone.service;
    const all = text({ findings: [LOOPBACK, alone], undecided: [] }).split('\n');
    expect(all.slice(0, 3)).toEqual(['render.yaml', '', '  error  invalid-config  render.yaml:3:11']);
    expect(all).toContain('api · web on Render · render.yaml:3');
  });

  it('orders findings by severity, then by place', () => {
    const rules = text({ findings: [HEALTH_CHECK, { ...LOOPBACK, rule: 'zz', severity: 'warning' }, LOOPBACK] })
      .split('\n')
      .flatMap((line) => /^ {2}(?:error|warning) {2}(\S+)/.exec(line)?.[1] ?? []);
    expect(rules).toEqual(['loopback-bind', 'missing-health-check', 'zz']);
  });

  it('names what an inferred service is inferred from', () => {
    const inferred = { ...API, inferred: true, followed: true, chain: [], at: { ...API.at, file: 'package.json' } };
    expect(text({ findings: [], undecided: [], services: [inferred] }, { verbose: true })).toContain(
      'api · web on Render (inferred from package.json)\n',
    );
  });

  it.each([
    ['npm ci\nnpm run build\n', 'npm ci; npm run build'],
    ['npm ci &&\n  npm run build', 'npm ci && npm run build'],
    ['gunicorn app:app \\\n  --timeout 60', 'gunicorn app:app --timeout 60'],
  ])('shows the command %j on one line', (words, shown) => {
    const services = [{ ...API, inferred: false, followed: true, chain: [{ words, at: API.at }] }];
    expect(text({ findings: [], undecided: [], services }, { verbose: true })).toContain(`  ${shown}\n`);
  });

  it('says how many starts it could not follow, which nothing that it finds tells', () => {
    const services = [
      { ...API, inferred: false, followed: false, chain: [] },
      { ...API, inferred: false, followed: true, chain: [] },
    ];
    const said = text({ findings: [], undecided: [], services });
    expect(said).toContain('1 start not followed (lint-deploy trace)');
    expect(text()).not.toContain('not followed');
  });

  it('puts the prefix before every path', () => {
    const prefixed = textReport(reportOf(), contextOf({ uriPrefix: 'apps/one' }), PLAIN);
    expect(prefixed).toContain('apps/one/src/server.ts:6:18');
    expect(prefixed).toContain('apps/one/render.yaml:3\n');
    expect(prefixed).toContain('6 │ app.listen');
  });

  it('puts the hint under a remedy that fills its line', () => {
    const message = { found: 'x', effect: 'y', remedy: `${'a'.repeat(70)}.` };
    const said = text({ findings: [{ ...LOOPBACK, message }] });
    expect(said).toContain(`\n    Fix: ${'a'.repeat(70)}.\n    (--fix)\n`);
  });

  it('joins several statuses', () => {
    expect(text({ findings: [{ ...LOOPBACK, statuses: [500, 502] }] })).toContain(`6:18${' '.repeat(30)}500, 502\n`);
  });

  it('gives long durations in seconds', () => {
    expect(textReport(reportOf(), contextOf({ durationMs: 1234 }), PLAIN)).toContain(' · 1.2 s\n');
  });
});

describe('what comes from the repository', () => {
  const hostile = '\u001b]0;title\u0007\u202e\u0000\r\u009b2J';

  it('never reaches the terminal as a control character', () => {
    const at = { ...API.at, file: `a${hostile}.yaml` };
    const finding = findingOf({
      at,
      rule: 'x',
      label: hostile,
      service: { ...API, name: hostile, at },
      message: { found: hostile, effect: hostile, remedy: hostile },
      trail: [{ at, words: hostile }],
      fixes: [{ title: hostile, safety: 'unsafe', because: hostile, edits: [] }],
      explains: [findingOf({ at })],
    });
    const report = reportOf({
      findings: [finding],
      undecided: [{ rule: 'x', why: hostile, at, service: { ...API, name: hostile } }],
      notifications: [{ id: 'x', level: 'error', message: hostile, at }],
      services: [{ ...API, inferred: false, followed: true, name: hostile, chain: [{ words: hostile, at }] }],
      platformFiles: [at.file],
    });
    const context = contextOf({ source: () => `${hostile}\n`.repeat(5) });
    for (const quiet of [false, true]) {
      const printed = textReport(report, context, { ...PLAIN, quiet, verbose: true });
      expect(printed).toContain('\\u{1B}');
      // eslint-disable-next-line no-control-regex
      expect(printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/);
    }
  });

  it('is never a command to a CI runner, not even where a line is broken', () => {
    const word = `${'x'.repeat(36)}::error::boo`;
    const printed = about(
      'a\n',
      'a',
      { message: { found: `${word} ##[error]x`, effect: '::warning::y', remedy: 'z' } },
      { width: 40 },
    );
    expect(printed).not.toMatch(/^\s*::[a-z]/m);
    expect(printed).not.toContain('##[');
  });

  it('shows no secret, in a message, a command or a source line', () => {
    const printed = about("connect('postgres://me:hunter2@db/x', opts)\n", 'opts', {
      message: { found: 'The URL is redis://:hunter2@cache.', effect: 'x', remedy: 'y' },
      trail: [
        { at: API.at, words: 'runs `serve --token hunter2`' },
        { at: API.at, words: 'b' },
      ],
    });
    expect(printed).not.toContain('hunter2');
    expect(frameOf(printed)).toEqual([
      "      1 │ connect('postgres://me:•••••••@db/x', opts)",
      '        │                                       ^^^^',
    ]);
  });

  it('shows no line of a private key whose head is elsewhere', () => {
    const source = 'key: |\n  -----BEGIN PRIVATE KEY-----\n  MIIEvQ\n  -----END PRIVATE KEY-----\n';
    expect(frameOf(about(source, 'MIIEvQ'))).toEqual(['      3 │   ••••••', '        │   ^^^^^^']);
  });
});

describe('the source frame', () => {
  it('puts a label behind the marker', () => {
    expect(frameOf(about("listen(1, 'a')\n", "'a'", { label: 'written here' }))).toEqual([
      "      1 │ listen(1, 'a')",
      '        │           ^^^ written here',
    ]);
  });

  it('expands tabs, so that the marker stands under its text', () => {
    expect(frameOf(about('\tif (x)\ty();\n', 'y()'))).toEqual([
      '      1 │     if (x)  y();',
      '        │             ^^^',
    ]);
  });

  it('counts wide characters twice and combining ones not at all', () => {
    expect(frameOf(about("f('日本', 'e\u0301', x)\n", 'x'))).toEqual([
      "      1 │ f('日本', 'e\u0301', x)",
      '        │                ^',
    ]);
  });

  it('counts an escape at its length', () => {
    expect(frameOf(about('a\u202e = x\n', 'x'))).toEqual(['      1 │ a\\u{202E} = x', '        │             ^']);
  });

  it('cuts a long line around the marker', () => {
    const [line = '', marker = ''] = frameOf(about(`${'a'.repeat(300)}TARGET${'b'.repeat(300)}\n`, 'TARGET'));
    expect(line).toHaveLength(80);
    expect(line).toMatch(/^ {6}1 │ …a+TARGETb+…$/);
    expect(marker.indexOf('^')).toBe(line.indexOf('TARGET'));
    expect(marker.trimEnd()).toHaveLength(line.indexOf('TARGET') + 6);
  });

  it('cuts at the end only where the marker is near the start, and at the start only where it is near the end', () => {
    expect(frameOf(about(`TARGET${'b'.repeat(300)}\n`, 'TARGET'))[0]).toMatch(/ │ TARGETb+…$/);
    const [line = '', marker = ''] = frameOf(about(`${'a'.repeat(300)}TARGET\n`, 'TARGET'));
    expect(line).toMatch(/ │ …a+TARGET$/);
    expect(line).toHaveLength(80);
    expect(marker.indexOf('^')).toBe(line.indexOf('TARGET'));
  });

  it('cuts a marker that is longer than the line', () => {
    const [line = '', marker = ''] = frameOf(about(`x = ${'a'.repeat(300)}\n`, 'a'.repeat(300)));
    expect(line).toHaveLength(80);
    expect(marker.length).toBeLessThanOrEqual(80);
  });

  it('marks a range over several lines to the end of its first', () => {
    expect(frameOf(about('f(a,\n  b)\n', '(a,\n  b)'))).toEqual(['      1 │ f(a,', '        │  ^^^']);
  });

  it('marks an empty place', () => {
    expect(frameOf(about('f\n', ''))).toEqual(['      1 │ f', '        │ ^']);
  });

  it('reads CR LF', () => {
    expect(frameOf(about('one\r\ntwo\r\n', 'two'))).toEqual(['      2 │ two', '        │ ^^^']);
  });

  it('is left out where the file cannot be read or has no such line', () => {
    const none = textReport(reportOf(), contextOf({ source: () => undefined }), PLAIN);
    expect(frameOf(none)).toEqual([]);
    expect(none).toContain('answers 502.\n    How it gets there:');
    expect(frameOf(textReport(reportOf(), contextOf({ source: () => 'short' }), PLAIN))).toEqual([]);
  });
});
