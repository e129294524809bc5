import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.js';
import type { Report } from '../../src/model/report.js';
import type { ReportContext } from '../../src/report/context.js';
import { githubReport } from '../../src/report/github.js';
import { contextOf, findingOf, HEALTH_CHECK, LOOPBACK, NOTIFICATION, place, reportOf } from './sample.js';

interface Command {
  name: string;
  properties: Record<string, string>;
  data: string;
}

/** A line as GitHub's runner reads it (actions/runner, src/Runner.Common/ActionCommand.cs, TryParseV2 and TryParse). */
function commandIn(line: string): Command | undefined {
  if (line.includes('##[')) return { name: 'old', properties: {}, data: line };
  const text = line.trimStart();
  const end = text.indexOf('::', 2);
  if (!text.startsWith('::') || end < 0) return undefined;
  const info = text.slice(2, end);
  const space = info.indexOf(' ');
  const name = space < 0 ? info : info.slice(0, space);
  const written = space < 0 ? [] : info.slice(space + 1).split(',');
  const properties = written.map((each): [string, string] => {
    const [key = '', ...value] = each.split('=');
    return [
      key.trim(),
      unescaped(value.join('=')).replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%'),
    ];
  });
  return {
    name,
    properties: Object.fromEntries(properties),
    data: unescaped(text.slice(end + 2)).replaceAll('%25', '%'),
  };
}

function unescaped(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n');
}

function read(given: Partial<Report>, context: ReportContext = contextOf()) {
  const lines = githubReport(reportOf(given), context).split('\n');
  expect(lines.pop()).toBe('');
  return {
    lines,
    commands: lines.flatMap((line) => commandIn(line) ?? []),
    log: lines.filter((line) => !commandIn(line)),
  };
}

describe('the report for GitHub', () => {
  it('is an annotation for each finding, the worst first, and a line that sums up', () => {
    const note = findingOf({ severity: 'note', rule: 'some-note', statuses: [] });
    const { commands, log } = read({ findings: [note, HEALTH_CHECK, LOOPBACK] }, contextOf({ uriPrefix: 'api' }));
    expect(commands).toMatchObject([
      {
        name: 'error',
        properties: {
          file: 'api/src/server.ts',
          line: '6',
          endLine: '6',
          col: '18',
          endColumn: '29',
          title: 'lint-deploy: loopback-bind (502)',
        },
        data: "The server listens on 127.0.0.1 only. Render's edge cannot reach it and answers 502. Listen on 0.0.0.0.",
      },
      { name: 'warning', properties: { title: 'lint-deploy: missing-health-check (503)' } },
      { name: 'notice', properties: { title: 'lint-deploy: some-note' } },
    ]);
    expect(log).toEqual(['lint-deploy: 3 problems in 3 services']);
  });

  it('has columns only for a place on one line', () => {
    const start = place({ 'a.yaml': 'one\ntwo' }, 'a.yaml', 'one').range.start;
    const end = place({ 'a.yaml': 'one\ntwo' }, 'a.yaml', 'two').range.end;
    const { commands } = read({ findings: [findingOf({ at: { file: 'a.yaml', range: { start, end } } })] });
    expect(Object.keys(commands[0]?.properties ?? {})).toEqual(['file', 'line', 'title']);
  });

  it('stays within what the runner keeps of a kind; the rest is in the log', () => {
    const many = (count: number, severity: Finding['severity']): Finding[] =>
      Array.from({ length: count }, (_, index) => findingOf({ severity, rule: `rule-${index}` }));
    const findings = [...many(11, 'warning'), ...many(13, 'error'), ...many(2, 'note')];
    const { commands, log } = read({ findings, notifications: [NOTIFICATION] });
    const count = (name: string): number => commands.filter((each) => each.name === name).length;
    expect([count('error'), count('warning'), count('notice')]).toEqual([10, 10, 2]);
    expect(commands[0]?.properties.title).toBe('lint-deploy: rule-crash');
    expect(log).toHaveLength(6);
    expect(log[0]).toBe(
      "src/server.ts:6:18: error rule-9 (502): The server listens on 127.0.0.1 only. Render's edge cannot reach it and answers 502. Listen on 0.0.0.0.",
    );
  });

  it('counts what is left out', () => {
    const suppressed = [
      { finding: LOOPBACK, suppression: { by: 'comment', reason: 'why', at: LOOPBACK.at } },
      { finding: HEALTH_CHECK, suppression: { by: 'baseline' } },
    ] as const;
    expect(read({ findings: [], suppressed, complete: false }).lines).toEqual([
      'lint-deploy: No problems found in 3 services · 1 ignored · 1 in the baseline · the run is incomplete',
    ]);
  });

  it.each([
    ['a,b:c%.ts', 'Found 100%0A,\n::error::x'],
    ['x\n::set-output name=a::b', 'first\r\n##[error]x ::stop-commands::a'],
    ['::error::', '::add-mask::x'],
  ])('lets no file or message become a command: %j %j', (file, found) => {
    const at = { ...LOOPBACK.at, file };
    const finding = findingOf({ at, trail: [], fixes: [], message: { found, effect: 'E.', remedy: 'R.' } });
    const { commands, log } = read({ findings: Array.from({ length: 11 }, () => finding) });
    expect(commands.map(({ name }) => name)).toEqual(Array.from({ length: 10 }, () => 'error'));
    expect(commands[0]?.properties.file).toBe(file);
    expect(log).toHaveLength(2);
  });
});
