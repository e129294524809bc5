import { describe, expect, it } from 'vitest';
import { defineRule, type Rule, type Verdict } from '../../src/deployment/rule.js';
import { lint } from '../../src/engine/lint.js';
import type { PlatformFile } from '../../src/model/platform-file.js';
import type { Platform } from '../../src/platforms/platform.js';
import { memoryRepository } from '../../src/repository/memory.js';
import { known, place, platform, platformFile, service } from '../support/model.js';

const MESSAGE = { found: 'Found.', effect: 'Leads.', remedy: 'Change.' };

function serviceRule(id: string, verdicts: () => Iterable<Verdict>): Rule {
  return defineRule({
    id,
    title: id,
    severity: 'warning',
    statuses: [502],
    scope: 'service',
    appliesTo: ({ kind }) => kind === 'web',
    async *check() {
      yield* verdicts();
    },
  });
}

function run(files: readonly PlatformFile[], rules: readonly Rule[], reader: Platform = platform(files)) {
  return lint({ repository: memoryRepository({}), rules, platforms: [reader] });
}

const oneService = [platformFile('render.yaml', { services: [service('api')] })];

describe('lint', () => {
  it('gives a finding the rule, its defaults and the service', async () => {
    const rule = serviceRule('some-fault', () => [{ is: 'finding', message: MESSAGE, at: place('render.yaml', 3) }]);
    const { findings } = await run(oneService, [rule]);
    expect(findings).toMatchObject([
      {
        rule: 'some-fault',
        severity: 'warning',
        statuses: [502],
        service: { name: 'api', kind: 'web', platform: 'Testing' },
      },
    ]);
  });

  it('says which services it could follow to what they start', async () => {
    const starts = (words: string) => service(words, 'web', { startCommand: known(words) });
    const elsewhere = service('elsewhere', 'web', { startCommand: known('node server.js'), elsewhere: 'me/other' });
    const services = [starts('node server.js'), starts('node lost.js'), starts('./app'), elsewhere];
    const repository = memoryRepository({ 'server.js': '', app: 'binary' });
    const files = [platformFile('render.yaml', { services: [...services, service('site', 'static')] })];
    const report = await lint({ repository, rules: [], platforms: [platform(files)] });
    expect(report.services.map(({ name, followed }) => [name, followed])).toEqual([
      ['node server.js', true],
      // A rule says that the file is not there.
      ['node lost.js', true],
      ['./app', false],
      ['elsewhere', false],
      ['site', true],
    ]);
  });

  it('heads a service with the way from its start command to the program', async () => {
    const api = service('api', 'web', { startCommand: known('cd api && npm start', place('render.yaml', 4, 19)) });
    const site = service('site', 'static', { buildCommand: known('vite build') });
    const repository = memoryRepository({
      'api/package.json': '{ "scripts": { "start": "node ." }, "main": "lib/server.js" }',
      'api/lib/server.js': '',
    });
    const files = [platformFile('render.yaml', { services: [api, site] })];
    const { services } = await lint({ repository, rules: [], platforms: [platform(files)] });
    expect(services.map(({ chain }) => chain.map(({ words, at }) => [words, at.file]))).toEqual([
      [
        ['npm start', 'render.yaml'],
        ['node .', 'api/package.json'],
        ['api/lib/server.js', 'api/lib/server.js'],
      ],
      [['vite build', 'render.yaml']],
    ]);
  });

  it('lets a finding differ from its rule in severity and statuses', async () => {
    const rule = serviceRule('some-fault', () => [
      { is: 'finding', message: MESSAGE, at: place('render.yaml'), severity: 'note', statuses: [] },
    ]);
    const { findings } = await run(oneService, [rule]);
    expect(findings).toMatchObject([{ severity: 'note', statuses: [] }]);
  });

  it('asks a rule only about the services it applies to', async () => {
    const files = [platformFile('render.yaml', { services: [service('jobs', 'worker')] })];
    const rule = serviceRule('some-fault', () => [{ is: 'finding', message: MESSAGE, at: place('render.yaml') }]);
    expect((await run(files, [rule])).findings).toEqual([]);
  });

  it('keeps undecided questions apart from findings', async () => {
    const rule = serviceRule('some-fault', () => [
      { is: 'undecided', why: 'The builder is not known.', at: place('render.yaml') },
    ]);
    const report = await run(oneService, [rule]);
    expect(report.findings).toEqual([]);
    expect(report.undecided).toMatchObject([
      { rule: 'some-fault', why: 'The builder is not known.', service: { name: 'api' } },
    ]);
    expect(report.complete).toBe(true);
  });

  it('turns a crash inside a rule into a notification, and keeps what it and the others said', async () => {
    const crashing = serviceRule('crashing', function* () {
      yield { is: 'finding', message: MESSAGE, at: place('render.yaml') };
      throw new Error('no such thing');
    });
    const other = serviceRule('other', () => [{ is: 'finding', message: MESSAGE, at: place('render.yaml') }]);
    const report = await run(oneService, [crashing, other]);
    expect(report.findings.map(({ rule }) => rule)).toEqual(['crashing', 'other']);
    expect(report.notifications).toMatchObject([{ id: 'rule-crash', level: 'error', rule: 'crashing' }]);
    expect(report.notifications[0]?.message).toContain('no such thing');
    expect(report.complete).toBe(false);
  });

  it('gives what a file rule says inside the entry of a service to that service', async () => {
    const api = service('api', 'web', { at: place('render.yaml', 10, 3), entry: place('render.yaml', 5, 20).range });
    const ofFile = defineRule({
      id: 'of-file',
      title: 'of-file',
      severity: 'error',
      statuses: [],
      scope: 'platformFile',
      appliesTo: () => true,
      async *check(): AsyncGenerator<Verdict> {
        yield { is: 'finding', message: MESSAGE, at: place('render.yaml', 2) };
        yield { is: 'finding', message: MESSAGE, at: place('render.yaml', 24) };
        yield { is: 'finding', message: MESSAGE, at: place('render.yaml', 25) };
      },
    });
    const { findings } = await run([platformFile('render.yaml', { services: [api] })], [ofFile]);
    expect(findings.map((each) => each.service?.name)).toEqual([undefined, 'api', undefined]);
  });

  it('is not stopped by a rule that crashes on what it applies to', async () => {
    const crashing = {
      ...serviceRule('crashing', () => []),
      appliesTo: () => {
        throw new Error('no such kind');
      },
    };
    const report = await run(oneService, [crashing]);
    expect(report.notifications).toMatchObject([{ id: 'rule-crash', rule: 'crashing' }]);
  });

  it('notes a file that did not parse, and stays complete', async () => {
    const report = await run([platformFile('render.yaml', { partial: true })], []);
    expect(report.notifications).toMatchObject([{ id: 'unparsed-file', level: 'note' }]);
    expect(report.complete).toBe(true);
  });

  it('turns a crash inside a reader into a notification', async () => {
    const reader = { ...platform([]), read: () => Promise.reject(new Error('broken reader')) };
    const report = await run([], [], reader);
    expect(report.notifications).toMatchObject([{ id: 'reader-crash', level: 'error' }]);
    expect(report.complete).toBe(false);
  });

  it('lets only file rules speak on a file that did not parse to its end', async () => {
    const files = [platformFile('render.yaml', { partial: true, services: [service('api')] })];
    const ofService = serviceRule('of-service', () => [{ is: 'finding', message: MESSAGE, at: place('render.yaml') }]);
    const ofFile = defineRule({
      id: 'of-file',
      title: 'of-file',
      severity: 'error',
      statuses: [],
      scope: 'platformFile',
      appliesTo: () => true,
      async *check(file): AsyncGenerator<Verdict> {
        yield { is: 'finding', message: MESSAGE, at: file.at };
      },
    });
    const { findings } = await run(files, [ofService, ofFile]);
    expect(findings.map(({ rule }) => rule)).toEqual(['of-file']);
  });

  it('says that a run over a file it may not read is not complete', async () => {
    const at = place('render.yaml', 0, 0);
    const files = [
      platformFile('render.yaml', {
        partial: true,
        problems: [{ problem: 'unread', reason: 'unreadable', why: 'cannot be read', at, owner: '', fixes: [] }],
      }),
    ];
    const report = await run(files, []);
    expect(report.complete).toBe(false);
    expect(report.notifications).toMatchObject([{ id: 'unreadable-file', at }]);
  });

  it('orders findings by file, place and rule, whatever the order of the rules', async () => {
    const files = [
      platformFile('b/render.yaml', { services: [service('second', 'web', { file: 'b/render.yaml' })] }),
      platformFile('a/render.yaml', { services: [service('first', 'web', { file: 'a/render.yaml' })] }),
    ];
    const at = (id: string, offset: number): Rule =>
      defineRule({
        id,
        title: id,
        severity: 'error',
        statuses: [],
        scope: 'service',
        appliesTo: () => true,
        async *check(subject): AsyncGenerator<Verdict> {
          yield { is: 'finding', message: MESSAGE, at: place(subject.file, offset) };
        },
      });
    const { findings } = await run(files, [at('zeta', 1), at('alpha', 5), at('beta', 1)]);
    expect(findings.map(({ at: { file }, rule }) => `${file} ${rule}`)).toEqual([
      'a/render.yaml beta',
      'a/render.yaml zeta',
      'a/render.yaml alpha',
      'b/render.yaml beta',
      'b/render.yaml zeta',
      'b/render.yaml alpha',
    ]);
  });

  it('infers services only where no platform file exists', async () => {
    const repository = memoryRepository({ 'package.json': '{"scripts":{"start":"node server.js"}}' });
    const declared = await lint({ repository, rules: [], platforms: [platform(oneService)] });
    expect(declared.services.map(({ inferred }) => inferred)).toEqual([false]);
    const none = await lint({ repository, rules: [], platforms: [platform([])] });
    expect(none.services.map(({ inferred }) => inferred)).toEqual([true]);
  });
});
