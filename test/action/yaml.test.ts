import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { parseAction } from '@actions/workflow-parser/actions/action-parser';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { PROJECT } from '../../scripts/lib/project.js';
import { at, listOf, recordOf } from '../support/data.js';

const text = (path: string): string => readFileSync(join(PROJECT, path), 'utf8');
const WORKFLOWS = readdirSync(join(PROJECT, '.github/workflows')).map((name) => `.github/workflows/${name}`);

/** The scripts of the steps of a job or an action. */
function scriptsOf(job: unknown): string[] {
  return listOf(at(job, 'steps')).flatMap((step) => {
    const run = at(step, 'run');
    return typeof run === 'string' ? run : [];
  });
}

describe('action.yml', () => {
  const action: unknown = parse(text('action.yml'));
  const [inputs, outputs] = ['inputs', 'outputs'].map((key) => recordOf(at(action, key)));

  it('has nothing that the schema of GitHub refuses', () => {
    const file = { name: 'action.yml', content: text('action.yml') };
    const { context } = parseAction(file, new NoOperationTraceWriter());
    expect(context.errors.getErrors()).toEqual([]);
  });

  it('is refused by that schema where it is wrong', () => {
    const file = { name: 'action.yml', content: text('action.yml').replace('      shell: bash\n', '') };
    const { context } = parseAction(file, new NoOperationTraceWriter());
    expect(context.errors.getErrors()).not.toEqual([]);
  });

  it('maps each input to a variable, and builds none into a script', () => {
    const expected = Object.keys(inputs ?? {}).map((name) => [
      `INPUT_${name.toUpperCase().replaceAll('-', '_')}`,
      `\${{ inputs.${name} }}`,
    ]);
    expect(at(action, 'runs', 'steps', 0, 'env')).toEqual(Object.fromEntries(expected));
    expect(scriptsOf(at(action, 'runs')).filter((run) => run.includes('${{'))).toEqual([]);
  });

  it('has defaults that are text, as every input is', () => {
    const others = Object.entries(inputs ?? {}).filter(([, input]) => typeof at(input, 'default') !== 'string');
    expect(others).toEqual([]);
  });

  it('describes each input and output in docs/action.md', () => {
    const page = text('docs/action.md');
    const names = [...Object.keys(inputs ?? {}), ...Object.keys(outputs ?? {})];
    expect(names.filter((name) => !page.includes(`| \`${name}\``))).toEqual([]);
  });
});

describe.each(WORKFLOWS)('%s', (path) => {
  it('has nothing that the schema of GitHub refuses', () => {
    const { context } = parseWorkflow({ name: path, content: text(path) }, new NoOperationTraceWriter());
    expect(context.errors.getErrors()).toEqual([]);
  });

  it('builds nothing into a script, and gives no right to all jobs', () => {
    const workflow: unknown = parse(text(path));
    expect(at(workflow, 'permissions')).toEqual({});
    const scripts = Object.values(recordOf(at(workflow, 'jobs'))).flatMap(scriptsOf);
    expect(scripts).not.toEqual([]);
    expect(scripts.filter((run) => run.includes('${{'))).toEqual([]);
  });
});

it.each(['action.yml', ...WORKFLOWS])('%s pins the actions of others by commit', (path) => {
  const used = [...text(path).matchAll(/^\s*(?:- )?uses: (.+)$/gm)].map(([, uses = '']) => uses);
  expect(used).not.toEqual([]);
  expect(used.filter((uses) => uses !== './' && !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(uses))).toEqual([]);
});
