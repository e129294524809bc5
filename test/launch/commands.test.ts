import { describe, expect, it } from 'vitest';
import { launch } from '../../src/launch/launch.js';
import type { Process, Target } from '../../src/model/process.js';
import type { Value } from '../../src/model/value.js';
import { renderFacts } from '../../src/platforms/render/facts.js';
import { memoryRepository } from '../../src/repository/memory.js';
import { known, place, service } from '../support/model.js';
import { COMMANDS, type ExpectedProcess } from './commands.js';

function shown(value: Value<string>): string {
  if (value.is === 'known') return value.value;
  return value.is === 'absent' ? '' : '(unknown)';
}

function target(given: Target): string | null {
  switch (given.is) {
    case 'none':
      return null;
    case 'module':
      return `${shown(given.module)}:${shown(given.attribute)}${given.call ? '()' : ''}`;
    default:
      return shown(given.path);
  }
}

function variable(process: Process, name: string): string | null {
  const found = process.environment.variable(name);
  return found.is === 'set' ? shown(found.value) : null;
}

/** A process in the form of the expectations; of its variables those that are asked for. */
function outline(process: Process, asked: readonly string[]): ExpectedProcess {
  const { program, folder, conditional, steps } = process;
  return {
    chain: steps.map(({ words }) => words),
    program: program.name,
    role: program.role,
    target: target(program.target),
    ...(folder !== '' && { folder }),
    ...(conditional && { conditional }),
    ...(asked.length > 0 && { env: Object.fromEntries(asked.map((name) => [name, variable(process, name)])) }),
  };
}

describe('launch', () => {
  it('is tried on many commands', () => {
    expect(COMMANDS.length).toBeGreaterThan(300);
    expect(new Set(COMMANDS.map(({ name }) => name)).size).toBe(COMMANDS.length);
  });

  it.each(COMMANDS.map((each) => [each.name, each] as const))('%s', async (_, each) => {
    const { command, files = {}, processes, before = [], ends, gaps = [] } = each;
    const { runtime = 'node', root, env = {} } = each.service ?? {};
    const at = place('render.yaml', 0, command.length);
    const result = await launch(
      memoryRepository({ ...files, 'render.yaml': command }),
      service('web', 'web', {
        platform: 'render',
        runtime: known(runtime),
        startCommand: known(command, at),
        env: Object.entries(env).map(([key, value]) => ({ key, value: known(value), at })),
        ...(root !== undefined && { root: known(root) }),
      }),
      { facts: renderFacts, groups: [] },
    );
    const found = result.processes.map((process, index) => outline(process, Object.keys(processes[index]?.env ?? {})));
    expect(found).toEqual(processes);
    expect(result.before.map(({ program }) => program.words.map((word) => word ?? '?').join(' '))).toEqual(before);
    expect(result.ends?.why).toBe(ends);
    expect(result.gaps.map(({ why }) => why)).toEqual(gaps);
  });
});
