import { describe, expect, it } from 'vitest';
import { fixAll } from '../../src/cli/fix.js';
import { lint } from '../../src/index.js';
import { memoryRepository } from '../../src/repository/memory.js';

const OLD = (name: string): string => `  - type: worker
    name: ${name}
    env: node
    buildCommand: npm install
    startCommand: node jobs.js
`;

describe('fixAll', () => {
  it('changes nothing on disk, and says how each file changes', async () => {
    const before = `services:\n${OLD('jobs')}${OLD('mails')}`;
    const repository = memoryRepository({ 'render.yaml': before, 'package.json': '{}', 'jobs.js': '' });
    const { fixed, skipped, changes, result } = await fixAll(repository, await lint(repository), 'safe', {});
    expect({ fixed, skipped }).toEqual({ fixed: 2, skipped: [] });
    expect(changes).toEqual(new Map([['render.yaml', { before, after: before.replaceAll('env:', 'runtime:') }]]));
    expect(result.report.findings).toEqual([]);
  });

  it('leaves out a fix that makes things worse, and makes the others', async () => {
    const before = `services:\n${OLD('jobs')}${OLD('mails')}`;
    const repository = memoryRepository({ 'render.yaml': before, 'package.json': '{}', 'jobs.js': '' });
    const first = await lint(repository);
    const [bad, ...others] = first.report.findings;
    const [fix] = bad?.fixes ?? [];
    if (!bad || !fix) throw new Error('nothing to fix');
    const broken = { ...bad, fixes: [{ ...fix, edits: fix.edits.map((edit) => ({ ...edit, text: '[' })) }] };
    const tampered = { ...first, report: { ...first.report, findings: [broken, ...others] } };
    const { fixed, skipped, changes } = await fixAll(repository, tampered, 'safe', {});
    expect(fixed).toBe(1);
    expect(skipped).toMatchObject([{ finding: { at: bad.at } }]);
    expect(changes.get('render.yaml')?.after).toBe(
      `services:\n${OLD('jobs')}${OLD('mails').replace('env:', 'runtime:')}`,
    );
  });
});
