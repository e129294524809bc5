import { describe, expect, it } from 'vitest';
import { gunicornSettings, pythonSockets } from '../../../src/apps/python/sockets.js';
import { launch } from '../../../src/launch/launch.js';
import type { Process } from '../../../src/model/process.js';
import type { EnvEntry } from '../../../src/model/service.js';
import type { Sockets } from '../../../src/model/socket.js';
import type { Known, Value } from '../../../src/model/value.js';
import { renderFacts } from '../../../src/platforms/render/facts.js';
import { memoryRepository } from '../../../src/repository/memory.js';
import type { Repository } from '../../../src/repository/repository.js';
import { known, place, service } from '../../support/model.js';
import { SOCKETS, type SocketCase } from './commands.js';
import { REAL_COMMANDS } from './real-commands.js';
import { ARGUMENTS } from './argument-spellings.js';
import { SETTINGS } from './settings-spellings.js';

async function started(test: Pick<SocketCase, 'command' | 'files' | 'env' | 'runtime'>) {
  const { command, files = {}, env = {}, runtime = 'python' } = test;
  const image = runtime === 'docker' ? { Dockerfile: 'FROM python:3.13\nWORKDIR /app\nCOPY . .\n' } : {};
  const repository = memoryRepository({ 'render.yaml': `start: ${command}`, ...image, ...files });
  const own = service('api', 'web', {
    platform: 'render',
    runtime: known<string>(runtime),
    startCommand: known(command, place('render.yaml', 7, command.length)),
    env: Object.entries(env).map(entry),
  });
  const { processes } = await launch(repository, own, { facts: renderFacts, groups: [] });
  return { repository, process: processes[0] };
}

function entry([key, text]: [string, string | null]): EnvEntry {
  const at = place('dashboard.yaml');
  return { key, at, value: text === null ? { is: 'unknown', why: 'is set in the dashboard', at } : known(text, at) };
}

/** `host:port keepAlive`: `?` is unknown, `-` none, `=NAME` the variable a port comes from, `|` parts possible values. */
function shown({ sockets }: Sockets): readonly string[] {
  return sockets.map(({ host, port, keepAlive }) => {
    const idle = text(keepAlive, ({ value }) => `${value / 1_000}s`);
    return `${text(host, ({ value }) => value)}:${text(port, withVariable)} ${idle}`;
  });
}

function withVariable({ value, from }: Known<number>): string {
  return from.by === 'variable' ? `${value}=${from.name}` : String(value);
}

function text<T>(value: Value<T>, show: (known: Known<T>) => string): string {
  switch (value.is) {
    case 'known':
      return show(value);
    case 'oneOf':
      return value.values.map(show).join('|');
    case 'absent':
      return '-';
    case 'unknown':
      return '?';
  }
}

async function settings(repository: Repository, process: Process): Promise<string | undefined> {
  const found = await gunicornSettings(repository, process);
  if (!found) return undefined;
  const seconds = (each: number): string => (each === Infinity ? 'never' : String(each / 1_000));
  const { timeout, workerClass } = found;
  return `${timeout.is === 'known' ? seconds(timeout.value) : '?'} ${text(workerClass, ({ value }) => value)}`;
}

describe('what a command of Python listens on', () => {
  it.each(
    [...SOCKETS, ...REAL_COMMANDS, ...SETTINGS, ...ARGUMENTS].map(
      (test) => [`${test.command} ${JSON.stringify({ ...test.files, ...test.env })}`, test] as const,
    ),
  )('%s', async (_, test) => {
    const { repository, process } = await started(test);
    if (!process) throw new Error('nothing is started');
    const found = await pythonSockets(repository, process);
    expect(found ? shown(found) : []).toEqual(test.sockets);
    expect(found?.gaps.map(({ why }) => why) ?? []).toEqual(test.gaps ?? []);
    if (test.gunicorn !== undefined) expect(await settings(repository, process)).toBe(test.gunicorn);
  });
});
