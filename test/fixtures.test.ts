import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { rules } from '../rules/index.js';
import { copyFixture, expectationOf, fixtures, type Fixture } from '../scripts/lib/fixtures.js';
import { lint } from '../src/engine/lint.js';
import { planFixes } from '../src/fixes/plan.js';
import { writeFixed } from '../src/fixes/write.js';
import type { Finding, Fix, Undecided } from '../src/model/finding.js';
import type { Report } from '../src/model/report.js';
import { render } from '../src/platforms/render/index.js';
import { openDirectory } from '../src/repository/disk.js';

const all = fixtures();
const ids = rules.map(({ rule }) => rule.id);
const copies: string[] = [];

afterAll(() => {
  for (const copy of copies) rmSync(copy, { recursive: true });
});

function copied(fixture: Fixture): string {
  const copy = copyFixture(fixture);
  copies.push(copy);
  return copy;
}

async function lintFolder(folder: string): Promise<Report> {
  const report = await lint({
    repository: openDirectory(folder),
    rules: rules.map(({ rule }) => rule),
    platforms: [render],
  });
  expect(report.complete, 'nothing crashed and every file could be read').toBe(true);
  return report;
}

function placed({ rule, at }: Finding | Undecided): object {
  return { rule, file: at.file, line: at.range.start.line, column: at.range.start.column };
}

/** A finding as expected.json names it: `problem` is invalid-config's, `fix` the one that would be made. */
function expected(finding: Finding): object {
  const { severity, facts, fixes } = finding;
  const fix = fixes.find(({ safety }) => safety === 'safe') ?? fixes[0];
  return {
    ...placed(finding),
    severity,
    ...('problem' in facts && { problem: facts.problem }),
    ...(fix && { fix: fix.safety }),
  };
}

/** What a finding says, which a fix elsewhere in the file does not change. */
function words({ rule, severity, at, service, message }: Finding): string {
  return [rule, severity, at.file, service?.name, message.found].join(' | ');
}

describe('the fixtures', () => {
  it('belong to rules', () => {
    expect(ids).toEqual(expect.arrayContaining([...new Set(all.map(({ rule }) => rule))]));
  });

  it.each(ids)('of %s are at least two, and as many clean ones as flagged ones', (id) => {
    const count = (kind: Fixture['kind']): number =>
      all.filter((each) => each.rule === id && each.kind === kind).length;
    expect(count('flagged')).toBeGreaterThan(0);
    expect(count('clean')).toBeGreaterThanOrEqual(count('flagged'));
  });
});

/** The rules that a fixture's expectation is about: its own, and any other that it names. */
function judgedRules(fixture: Fixture): (found: { rule: string }) => boolean {
  const text = JSON.stringify(expectationOf(fixture));
  const judged = new Set([fixture.rule, ...ids.filter((id) => text.includes(`"rule":"${id}"`))]);
  return ({ rule }) => judged.has(rule);
}

describe.each(all.map((each) => [`fixtures/${each.rule}/${each.name}`, each] as const))('%s', (_, fixture) => {
  const isJudged = judgedRules(fixture);
  let first: Promise<Report> | undefined;
  const report = (): Promise<Report> => (first ??= lintFolder(copied(fixture)));

  it('gives what expected.json says, no more and no less', async () => {
    const { findings, undecided } = await report();
    // What other rules cannot decide is not this fixture's matter: it rarely holds all that they would read.
    const open = undecided.filter(({ rule }) => rule === fixture.rule);
    expect({
      findings: findings.filter(isJudged).map(expected),
      ...(open.length > 0 && { undecided: open.map(placed) }),
    }).toEqual(expectationOf(fixture));
    expect(findings.some(({ rule }) => rule === fixture.rule)).toBe(fixture.kind === 'flagged');
  });

  it('claims no status that its rule does not name', async () => {
    const { findings } = await report();
    const named = (id: string): readonly number[] => rules.find(({ rule }) => rule.id === id)?.rule.statuses ?? [];
    const others = findings.filter(({ rule, statuses }) => statuses.some((each) => !named(rule).includes(each)));
    expect(others.map(words)).toEqual([]);
  });

  // A false alarm of another rule would rather be found here than by a user; its warnings are its own fixtures' matter.
  it.runIf(fixture.kind === 'clean')('has no error by any other rule', async () => {
    const { findings } = await report();
    const errors = findings.filter((each) => !isJudged(each) && each.severity === 'error');
    expect(errors.map(words)).toEqual([]);
  });

  it.each(['safe', 'unsafe'] as const)(
    'loses the findings with %s fixes when these are made, and gains none',
    async (wanted) => {
      const { findings } = await report();
      const fixable = findings.filter((each) => isJudged(each) && each.fixes.some(({ safety }) => safety === wanted));
      if (fixable.length === 0) return;
      const folder = copied(fixture);
      const applied = applyFixes(folder, (await lintFolder(folder)).findings.filter(isJudged), wanted);
      const gone = new Set(applied.map(words));
      const left = findings.map(words).filter((each) => !gone.has(each));
      const after = await lintFolder(folder);
      expect(after.findings.map(words).sort()).toEqual(left.sort());
    },
  );
});

/** Makes the fixes on disk and returns the findings that had one. */
function applyFixes(folder: string, findings: readonly Finding[], wanted: Fix['safety']): Finding[] {
  const repository = openDirectory(folder);
  const textOf = (file: string): string | undefined => {
    const read = repository.read(file);
    return read.is === 'text' ? read.text : undefined;
  };
  const plan = planFixes(findings, wanted, textOf);
  for (const [file, change] of plan.files) {
    const form = repository.read(file);
    if (form.is !== 'text') throw new Error(`${file} was read, and now is not`);
    expect(writeFixed(folder, file, change, form)).toEqual({ is: 'written' });
  }
  return plan.applied.map(({ finding }) => finding);
}
