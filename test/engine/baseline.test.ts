import { describe, expect, it } from 'vitest';
import { readBaseline } from '../../src/config/baseline.js';
import { applyBaseline, baselineOf } from '../../src/engine/baseline.js';
import type { Finding } from '../../src/model/finding.js';
import type { Report } from '../../src/model/report.js';
import type { Baseline } from '../../src/model/settings.js';
import { baselineText } from '../../src/report/baseline.js';
import { fingerprintsOf } from '../../src/report/finding-keys.js';
import {
  contextOf,
  FILES,
  findingOf,
  HEALTH_CHECK,
  LOOPBACK,
  NOTIFICATION,
  place,
  reportOf,
  type Files,
} from '../report/sample.js';

const RAN = ['loopback-bind', 'missing-health-check', 'missing-spa-rewrite'];

function baselineFor(report: Report, before: Baseline = { entries: [] }, files: Files = FILES): Baseline {
  const fingerprints = fingerprintsOf(report, contextOf({}, files));
  const findings = report.findings.map((finding, index) => ({ finding, fingerprint: fingerprints[index] ?? '' }));
  return baselineOf(findings, before, RAN);
}

function applied(report: Report, baseline: Baseline, files: Files = FILES): Report {
  return applyBaseline(report, fingerprintsOf(report, contextOf({}, files)), baseline, RAN);
}

const stale = ({ notifications }: Report): string[] =>
  notifications.filter(({ id }) => id === 'stale-baseline').map(({ message }) => message);

describe('a baseline', () => {
  it('leaves out what it lists, and nothing else', () => {
    const baseline = baselineFor(reportOf({ findings: [LOOPBACK] }));
    const report = applied(reportOf({ findings: [LOOPBACK, HEALTH_CHECK] }), baseline);
    expect(report.findings).toEqual([HEALTH_CHECK]);
    expect(report.suppressed).toEqual([{ finding: LOOPBACK, suppression: { by: 'baseline' } }]);
    expect(stale(report)).toEqual([]);
  });

  it('survives moved lines', () => {
    const baseline = baselineFor(reportOf({ findings: [LOOPBACK] }));
    const moved = { ...FILES, 'src/server.ts': `// one\n// two\n${FILES['src/server.ts'] ?? ''}` };
    const finding = findingOf({ at: place(moved, 'src/server.ts', "'127.0.0.1'") });
    expect(applied(reportOf({ findings: [finding] }), baseline, moved).findings).toEqual([]);
  });

  it.each<[string, Partial<Finding>]>([
    ['rule', { rule: 'ignored-port' }],
    ['file', { at: place(FILES, 'render.yaml', 'npm start') }],
    ['fact', { facts: { host: '::1' } }],
  ])('does not take in a finding of another %s', (_, given) => {
    const baseline = baselineFor(reportOf({ findings: [LOOPBACK] }));
    const other = findingOf(given);
    expect(applied(reportOf({ findings: [other] }), baseline).findings).toEqual([other]);
  });

  it('counts: of two that are the same, one is new', () => {
    const baseline = baselineFor(reportOf({ findings: [LOOPBACK] }));
    const report = applied(reportOf({ findings: [LOOPBACK, findingOf()] }), baseline);
    expect([report.findings.length, report.suppressed.length]).toEqual([1, 1]);
  });

  it('tells what is gone, unless not all was judged or its rule did not run', () => {
    const both = baselineFor(reportOf({ findings: [LOOPBACK, HEALTH_CHECK] }));
    const one = baselineFor(reportOf({ findings: [LOOPBACK] }));
    const none = reportOf({ findings: [] });
    expect(stale(applied(none, both))).toEqual([
      '2 entries of the baseline fit no finding any more. --update-baseline removes them.',
    ]);
    expect(stale(applied(none, one))).toEqual([
      'An entry of the baseline fits no finding any more. --update-baseline removes it.',
    ]);
    expect(stale(applied({ ...none, complete: false }, both))).toEqual([]);
    const unparsed = { ...NOTIFICATION, id: 'unparsed-file', level: 'note' } as const;
    expect(stale(applied({ ...none, notifications: [unparsed] }, both))).toEqual([]);
    expect(stale(applyBaseline(none, [], both, ['missing-spa-rewrite']))).toEqual([]);
  });

  it('made anew loses what is gone, and keeps what did not run', () => {
    const other = { fingerprint: 'f:1', rule: 'not-run', file: 'a.js', found: 'F.' };
    const gone = { ...other, rule: 'loopback-bind' };
    const { entries } = baselineFor(reportOf({ findings: [LOOPBACK, HEALTH_CHECK] }), { entries: [other, gone] });
    expect(entries.map(({ rule, file }) => [rule, file])).toEqual([
      ['not-run', 'a.js'],
      ['missing-health-check', 'render.yaml'],
      ['loopback-bind', 'src/server.ts'],
    ]);
  });
});

describe('its file', () => {
  it('is read as it was written', () => {
    const baseline = baselineFor(reportOf());
    expect(readBaseline(baselineText(baseline), 'b.json')).toEqual({ is: 'read', baseline });
    expect(baselineText(baseline)).toContain('"found": "The server listens on 127.0.0.1 only."');
  });

  it('may be empty', () => {
    expect(readBaseline(' \n', 'b.json')).toEqual({ is: 'read', baseline: { entries: [] } });
  });

  it.each([
    ['{', 1],
    ['[]', 1],
    ['{ "version": 2, "findings": [] }', 1],
    ['{\n"version": 1,\n"findings": [\n{ "fingerprint": "a" }] }', 4],
    ['{ "version": 1 }', 1],
    ['{ "version": 1, "findings": {} }', 1],
    ['{ "version": 1,\n<<<<<<< HEAD\n"findings": [] }', 2],
    ['{ "version": 1, "findings": [', 1],
  ])('is refused as %j', (text, line) => {
    expect(readBaseline(text, 'b.json')).toMatchObject({
      is: 'wrong',
      problem: { at: { file: 'b.json', range: { start: { line } } } },
    });
  });

  it('shows no secret', () => {
    const message = { found: 'It uses postgres://me:TOPSECRET123@db/x.', effect: 'E.', remedy: 'R.' };
    expect(baselineText(baselineFor(reportOf({ findings: [findingOf({ message })] })))).not.toContain('TOPSECRET123');
  });
});
