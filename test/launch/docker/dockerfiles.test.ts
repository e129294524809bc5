import { describe, expect, it } from 'vitest';
import { launch } from '../../../src/launch/launch.js';
import type { Launch, Target } from '../../../src/model/process.js';
import { knownValue } from '../../../src/model/value.js';
import { renderFacts } from '../../../src/platforms/render/facts.js';
import { memoryRepository } from '../../../src/repository/memory.js';
import { absent, known, place, service } from '../../support/model.js';
import { CASES, type Case } from './dockerfiles.js';

function started({
  dockerfile,
  path = 'Dockerfile',
  files = {},
  root,
  context,
  command,
  env = {},
}: Case): Promise<Launch> {
  const at = place('render.yaml');
  const own = service('api', 'web', {
    platform: 'render',
    runtime: known('docker'),
    root: root === undefined ? absent() : known(root),
    dockerfile: known(path),
    dockerContext: known(context ?? '.'),
    startCommand: command === undefined ? absent() : known(command, place('render.yaml', 0, command.length)),
    env: Object.entries(env).map(([key, value]) => ({ key, value: known(value), at })),
  });
  const repository = memoryRepository({ ...files, [path]: dockerfile, 'render.yaml': command ?? '' });
  return launch(repository, own, { facts: renderFacts, groups: [] });
}

function targetOf(target: Target): string {
  if (target.is === 'none') return '';
  if (target.is !== 'module') return knownValue(target.path) ?? '?';
  return `${knownValue(target.module) ?? '?'}:${knownValue(target.attribute) ?? '?'}`;
}

/** Of what is found, what the case says something of. */
function outline(
  { processes, gaps }: Launch,
  { target, folder, at, below, chain, variables }: Case,
): Omit<Case, 'name' | 'dockerfile'> {
  const last = processes.at(-1);
  const place = last && `${last.at.file}:${last.at.range.start.line}`;
  const text = (name: string): string => {
    const variable = last?.environment.variable(name);
    return variable?.is === 'set' ? (knownValue(variable.value) ?? '?') : '';
  };
  const parents = last?.container?.parents.map(({ name, sigterm }) => `${name} ${sigterm}`);
  return {
    runs: processes.map(({ program }) => program.words.map((word) => word ?? '?').join(' ')),
    gaps: gaps.map(({ why }) => why),
    ...(target !== undefined && last && { target: targetOf(last.program.target) }),
    ...(folder !== undefined && last && { folder: last.folder }),
    ...(at !== undefined && place !== undefined && { at: place }),
    ...(below !== undefined && parents && { below: parents }),
    ...(chain !== undefined && last && { chain: last.steps.map(({ words }) => words) }),
    ...(variables && { variables: Object.fromEntries(Object.keys(variables).map((name) => [name, text(name)])) }),
  };
}

describe('Dockerfiles', () => {
  it('are many, each with a name of its own', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(60);
    expect(new Set(CASES.map(({ name }) => name)).size).toBe(CASES.length);
  });

  it.each(CASES.map((each) => [each.name, each] as const))('%s', async (_, each) => {
    const { runs, gaps = [], target, folder, at, below, chain, variables } = each;
    const expected = { runs, gaps, target, folder, at, below, chain, variables };
    expect(outline(await started(each), each)).toEqual(expected);
  });
});
