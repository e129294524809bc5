import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { rules } from '../rules/index.js';
import { REPRODUCTIONS } from '../scripts/lib/reproduce/cases.js';
import { readMeasured } from '../scripts/lib/reproduce/measured.js';
import { NOT_REPRODUCED } from '../scripts/lib/reproduce/not-reproduced.js';
import { findingsIn, layOut, repair, serviceIn } from '../scripts/lib/reproduce/project.js';

// "npm run reproduce" runs them for real. Here is what can be known without.
const root = mkdtempSync(join(tmpdir(), 'reproductions-'));
const all = REPRODUCTIONS.flatMap(({ rule, cases }) => cases.map((each) => [rule, each.title, each] as const));

afterAll(() => {
  rmSync(root, { recursive: true });
});

describe.each(all)('the reproduction of %s: %s', (rule, title, reproduction) => {
  it('is found by the rule with the status that it shows, and after its repair is not', async () => {
    const folder = join(root, `${rule} ${title}`.replace(/\W+/g, '-'));
    layOut(folder, reproduction);
    const findings = await findingsIn(folder, rule, reproduction);
    expect(findings.map(({ statuses }) => statuses)).toEqual([expect.arrayContaining([reproduction.status])]);
    await expect(serviceIn(folder, reproduction)).resolves.toBeDefined();
    repair(folder, findings, reproduction.repair);
    expect(await findingsIn(folder, rule, reproduction)).toEqual([]);
  });

  it('was measured', () => {
    const result = readMeasured().results.find((each) => each.rule === rule && each.title === title);
    expect(result).toMatchObject({ status: reproduction.status, after: { failed: 0 } });
    expect(result?.before.failed).toBeGreaterThan(0);
  });
});

it.each(rules.map(({ rule }) => [rule.id, rule] as const))('%s claims what is shown, and no more', (id, rule) => {
  const shown = all.flatMap(([of, , { status }]) => (of === id ? [status] : []));
  expect([...new Set(shown)].sort()).toEqual(rule.statuses);
});

describe('the reproductions', () => {
  it('are told apart by their rules and titles', () => {
    const names = all.map(([rule, title]) => `${rule}: ${title}`);
    expect(names).toEqual([...new Set(names)]);
  });

  it('are there, or there is a reason why not', () => {
    const both = REPRODUCTIONS.filter(({ rule }) => rule in NOT_REPRODUCED);
    expect(both).toEqual([]);
  });

  it('leave no result behind of one that is gone', () => {
    const names = new Set(all.map(([rule, title]) => `${rule}: ${title}`));
    expect(readMeasured().results.filter(({ rule, title }) => !names.has(`${rule}: ${title}`))).toEqual([]);
  });
});
