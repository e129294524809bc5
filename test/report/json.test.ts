import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.js';
import type { ReportContext } from '../../src/report/context.js';
import { jsonReport } from '../../src/report/json.js';
import { API, contextOf, findingOf, HEALTH_CHECK, LOOPBACK, NOTIFICATION, reportOf, REWRITE, RULES } from './sample.js';

const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema());

function schema(): object {
  const value: unknown = JSON.parse(readFileSync(new URL('../../schema/report.json', import.meta.url), 'utf8'));
  if (typeof value !== 'object' || value === null) throw new Error('no schema');
  return value;
}

/** The report as read back, after it has been checked by the schema that is shipped. */
function read(report: Report, context: ReportContext = contextOf()): unknown {
  const value: unknown = JSON.parse(jsonReport(report, context));
  validate(value);
  expect(validate.errors).toBeNull();
  return value;
}

const FULL = reportOf({
  notifications: [NOTIFICATION, { id: 'no-git', level: 'note', message: 'Git was not found.' }],
});

describe('the JSON report', () => {
  it('names its format and what made it', () => {
    expect(read(FULL)).toMatchObject({
      $schema: 'https://raw.githubusercontent.com/lint-deploy/lint-deploy/main/schema/report.json',
      version: 1,
      tool: { name: 'lint-deploy', version: '0.1.0', rules: RULES.map(({ id }) => id) },
      complete: true,
      platformFiles: ['render.yaml'],
    });
  });

  it('counts', () => {
    const note = findingOf({ severity: 'note', fixes: [] });
    expect(read(reportOf({ findings: [LOOPBACK, HEALTH_CHECK, REWRITE, note] }))).toMatchObject({
      // The fix of the health check is unsafe.
      summary: { errors: 2, warnings: 1, notes: 1, services: 3, undecided: 1, safelyFixable: 2 },
    });
  });

  it('is complete: it holds everything that the report holds', () => {
    const { findings, undecided, notifications, services } = FULL;
    expect(objectOf(read(FULL))).toMatchObject(
      withRangesFlat({ complete: true, platformFiles: ['render.yaml'], findings, undecided, notifications, services }),
    );
  });

  it('lists and counts what is left out', () => {
    const suppressed = [
      { finding: LOOPBACK, suppression: { by: 'comment', reason: 'Known.', at: LOOPBACK.at } },
      { finding: HEALTH_CHECK, suppression: { by: 'baseline' } },
    ] as const;
    expect(read(reportOf({ findings: [], suppressed }))).toMatchObject({
      summary: { errors: 0, ignored: 1, inBaseline: 1 },
      suppressed: [
        { by: 'comment', reason: 'Known.', at: { file: 'src/server.ts' }, finding: { rule: 'loopback-bind' } },
        { by: 'baseline', finding: { rule: 'missing-health-check' } },
      ],
    });
  });

  it('is valid with nothing to report', () => {
    expect(
      read(reportOf({ findings: [], undecided: [], services: [], platformFiles: [], complete: false })),
    ).toMatchObject({ complete: false, findings: [] });
  });

  it('is the same text for the same report', () => {
    expect(jsonReport(FULL, contextOf({ durationMs: 1 }))).toBe(jsonReport(FULL, contextOf({ durationMs: 2 })));
  });

  it('puts every path behind the prefix', () => {
    const text = jsonReport(FULL, contextOf({ uriPrefix: 'apps/shop/' }));
    const paths = Array.from(text.matchAll(/"file": "([^"]*)"/g), ([, path]) => path);
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.filter((path) => !path?.startsWith('apps/shop/'))).toEqual([]);
    expect(read(FULL, contextOf({ uriPrefix: 'apps/shop/' }))).toMatchObject({
      platformFiles: ['apps/shop/render.yaml'],
    });
  });

  it('keeps paths and fixes exact without printing a control or bidirectional character', () => {
    const bad = '\u001b[31m\u202e\u0085\u{E0041}##[group]';
    const at = { ...API.at, file: `${bad}.ts` };
    const finding = findingOf({
      message: { found: bad, effect: bad, remedy: bad },
      at,
      facts: { bad },
      fixes: [{ title: bad, safety: 'unsafe', because: bad, edits: [{ at, text: bad }] }],
      service: { name: bad, kind: 'web', platform: 'render', at },
    });
    const report = reportOf({ findings: [finding], notifications: [{ id: 'x', level: 'note', message: bad, at }] });
    expect(jsonReport(report, contextOf())).not.toMatch(/[^\P{C}\n]|##\[/u);
    expect(read(report)).toMatchObject({
      findings: [{ at: { file: `${bad}.ts` }, fixes: [{ edits: [{ at: { file: `${bad}.ts` }, text: bad }] }] }],
    });
  });

  it('keeps secrets out of messages and facts', () => {
    const secret = 'ghp_0123456789abcdefghijABCDEFGHIJ012345';
    const message = { found: `It says ${secret}.`, effect: 'E.', remedy: 'R.' };
    const finding = findingOf({ message, facts: { token: secret } });
    expect(jsonReport(reportOf({ findings: [finding] }), contextOf())).not.toContain('456789abc');
  });
});

describe('the schema', () => {
  it.each([
    ['an unknown key', { extra: 1 }],
    ['another version', { version: 2 }],
    ['a finding without a place', { findings: [{ rule: 'loopback-bind' }] }],
    ['an unknown severity', { notifications: [{ id: 'x', level: 'fatal', message: 'M.' }] }],
  ])('refuses %s', (_, change) => {
    const value = read(FULL);
    expect(validate({ ...(typeof value === 'object' && value), ...change })).toBe(false);
  });
});

/** A place in the model nests its positions under `range`; the report has them beside the file. */
function withRangesFlat(value: unknown): object {
  const flat: unknown = JSON.parse(
    JSON.stringify(value, (_, each: unknown) =>
      typeof each === 'object' && each !== null && 'range' in each && typeof each.range === 'object'
        ? { ...each, range: undefined, ...each.range }
        : each,
    ),
  );
  return objectOf(flat);
}

function objectOf(value: unknown): object {
  if (typeof value !== 'object' || value === null) throw new Error('no object');
  return value;
}
