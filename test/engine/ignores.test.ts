import { describe, expect, it } from 'vitest';
import { defineRule, type FindingDraft, type Rule, type Verdict } from '../../src/deployment/rule.js';
import { lint, type LintInput } from '../../src/engine/lint.js';
import type { IgnoreSetting, RuleSetting, Settings } from '../../src/model/settings.js';
import { NO_SETTINGS } from '../../src/model/settings.js';
import { memoryRepository } from '../../src/repository/memory.js';
import { linesOf } from '../../src/syntax/lines.js';
import { place, platform, platformFile, service } from '../support/model.js';

const TEXT = [
  '# lint-deploy-ignore first: It is known.',
  'one',
  'two # lint-deploy-ignore first: So it is.',
  'three',
].join('\n');

/** The place of a line of a text. */
function line(number: number, text = TEXT, file = 'a.yaml') {
  const offset =
    text
      .split('\n')
      .slice(0, number - 1)
      .join('\n').length + (number > 1 ? 1 : 0);
  return linesOf(file, text).location(offset, offset + 1);
}

function rule(id: string, verdicts: readonly Verdict[]): Rule {
  return defineRule({
    id,
    title: id,
    severity: 'warning',
    statuses: [502],
    scope: 'service',
    appliesTo: () => true,
    async *check() {
      yield* verdicts;
    },
  });
}

function found(at: ReturnType<typeof line>, more: Partial<FindingDraft> = {}): Verdict {
  return { is: 'finding', message: { found: 'F.', effect: 'E.', remedy: 'R.' }, at, ...more };
}

function ignore(given: Partial<IgnoreSetting>): IgnoreSetting {
  return { at: place('lint-deploy.yaml'), rules: [], paths: [], services: [], reason: 'Because.', ...given };
}

const settings = (given: Partial<Settings>): Settings => ({ ...NO_SETTINGS, ...given });

async function run(rules: readonly Rule[], given: Partial<LintInput> = {}, text = TEXT) {
  const report = await lint({
    repository: memoryRepository({ 'a.yaml': text }),
    rules,
    platforms: [platform([platformFile('render.yaml', { services: [service('api')] })])],
    knownRules: ['first', 'second'],
    ...given,
  });
  return {
    lines: report.findings.map(({ at }) => at.range.start.line),
    ignored: report.suppressed.map(({ finding, suppression }) => [finding.at.range.start.line, suppression.by]),
    notices: report.notifications.map(({ id, at }) => [id, at?.range.start.line]),
    report,
  };
}

describe('an entry for a service that there is not', () => {
  it.each([
    ['ap', 'There is no service "ap", so this ignore fits no finding. Did you mean api?'],
    ['frontend', 'There is no service "frontend", so this ignore fits no finding.'],
    ['api', 'This ignore fits no finding of first any more. Remove it.'],
  ])('%s', async (name, message) => {
    const ignores = [ignore({ rules: ['first'], services: [name] })];
    const { report } = await run([rule('first', [])], { settings: settings({ ignores }) });
    expect(report.notifications.map((each) => each.message)).toEqual([message]);
  });
});

describe('comments in a file', () => {
  it('ignore findings of their rule on their line and the one below', async () => {
    const verdicts = [2, 3, 4].map((number) => found(line(number)));
    const { lines, ignored, notices, report } = await run([rule('first', verdicts), rule('second', [found(line(2))])]);
    expect(lines).toEqual([2, 4]);
    expect(report.findings[0]?.rule).toBe('second');
    expect(ignored).toEqual([
      [2, 'comment'],
      [3, 'comment'],
    ]);
    expect(report.suppressed[0]?.suppression).toMatchObject({ reason: 'It is known.' });
    expect(notices).toEqual([]);
  });

  it('ignore nothing where they are not to count', async () => {
    const { lines, notices } = await run([rule('first', [found(line(2))])], { inlineIgnores: false });
    expect([lines, notices]).toEqual([[2], []]);
  });

  it('are reported where they fit nothing, unless their rule did not run', async () => {
    const one = found(line(2));
    expect((await run([rule('first', [one])])).notices).toEqual([['unused-ignore', 3]]);
    expect((await run([rule('second', [one])])).notices).toEqual([]);
  });

  it('of several rules are reported for those that fit nothing', async () => {
    const text = '# lint-deploy-ignore first, second: why\none\ntwo';
    const rules = [rule('first', [found(line(2, text))]), rule('second', [])];
    const { lines, report } = await run(rules, {}, text);
    expect(lines).toEqual([]);
    expect(report.notifications.map(({ message }) => message)).toEqual([
      'This ignore fits no finding of second any more. Take that out of its list.',
    ]);
    const below = [rule('first', [found(line(3, text))]), rule('second', [])];
    const nothing = await run(below, {}, text);
    expect(nothing.report.notifications.map(({ message }) => message)).toEqual([
      'This ignore fits no finding of first, second any more. Remove it.',
    ]);
  });

  it('are in use where their rule cannot decide', async () => {
    const open = [2, 3].map((number): Verdict => ({ is: 'undecided', why: 'Who knows.', at: line(number) }));
    expect((await run([rule('first', open)])).notices).toEqual([]);
  });

  it.each([
    ['# lint-deploy-ignore first', 'ignore-without-reason'],
    ['# lint-deploy-ignore', 'ignore-without-rule'],
    ['# lint-deploy-ignore frist: why', 'ignore-of-unknown-rule'],
  ])('ignore nothing and are reported as %s', async (comment, id) => {
    const text = `${comment}\none`;
    const { lines, notices, report } = await run([rule('first', [found(line(2, text))])], {}, text);
    expect([lines, notices]).toEqual([[2], [[id, 1]]]);
    expect(report.complete).toBe(true);
  });

  it('take what an ignored finding explains along, and what they ignore out of what another explains', async () => {
    const effect = (at: number): Verdict => found(line(4), { explainedBy: line(at) });
    const hidden = await run([rule('first', [found(line(2))]), rule('second', [effect(2)])]);
    expect(hidden.lines).toEqual([]);
    expect(hidden.report.suppressed[0]?.finding.explains).toHaveLength(1);
    const kept = await run([
      rule('second', [found(line(4))]),
      rule('first', [found(line(2), { explainedBy: line(4) })]),
    ]);
    expect(kept.report.findings.map(({ explains }) => explains)).toEqual([[]]);
    expect(kept.ignored).toEqual([[2, 'comment']]);
  });
});

describe('ignores of the configuration', () => {
  const verdicts = [found(line(4))];

  it.each<[string, Partial<IgnoreSetting>, boolean]>([
    ['the rule', { rules: ['first'] }, true],
    ['another rule', { rules: ['second'] }, false],
    ['the file', { paths: ['a.yaml'] }, true],
    ['a pattern', { paths: ['*.yaml'] }, true],
    ['another folder', { paths: ['src'] }, false],
    ['the service', { services: ['web', 'api'] }, true],
    ['another service', { services: ['web'] }, false],
    ['rule and another service', { rules: ['first'], services: ['web'] }, false],
    ['rule, file and service', { rules: ['first'], paths: ['**/a.yaml'], services: ['api'] }, true],
    ['the last day', { rules: ['first'], until: '2026-11-21' }, true],
    ['the day before', { rules: ['first'], until: '2026-11-20' }, false],
  ])('that name %s', async (_, given, isIgnored) => {
    const input = { settings: settings({ ignores: [ignore(given)] }), today: '2026-11-21', inlineIgnores: false };
    const { lines, ignored } = await run([rule('first', verdicts)], input);
    expect([lines, ignored]).toEqual(isIgnored ? [[], [[4, 'settings']]] : [[4], []]);
  });

  it('are reported where they fit nothing, or are over', async () => {
    const ignores = [
      ignore({ rules: ['second'], until: '2020-01-01' }),
      ignore({ paths: ['b.yaml'] }),
      ignore({ rules: ['first'], until: '2020-01-01' }),
    ];
    const both = [rule('first', verdicts), rule('second', [])];
    const input = { settings: settings({ ignores }), today: '2026-11-21', inlineIgnores: false };
    expect((await run(both, input)).notices.map(([id]) => id)).toEqual([
      'expired-ignore',
      'expired-ignore',
      'unused-ignore',
    ]);
  });

  it('without a day hold for ever', async () => {
    const ignores = [ignore({ rules: ['first'], until: '2020-01-01' })];
    expect(
      (await run([rule('first', verdicts)], { settings: settings({ ignores }), inlineIgnores: false })).lines,
    ).toEqual([]);
  });

  it('are not called unused where a file was not read to its end, a rule crashed or not all rules ran', async () => {
    const ignores = [ignore({ rules: ['first'] }), ignore({ paths: ['b'] })];
    const input = { settings: settings({ ignores }), inlineIgnores: false };
    const broken = platform([platformFile('render.yaml', { services: [service('api')], partial: true })]);
    const ids = async (rules: readonly Rule[], more: Partial<LintInput> = {}) =>
      (await run(rules, { ...input, ...more })).notices.map(([id]) => id);
    expect(await ids([rule('first', []), rule('second', [])], { platforms: [broken] })).toEqual(['unparsed-file']);
    expect(await ids([rule('second', [])])).toEqual([]);
    const crashing = {
      ...rule('first', []),
      check: () => {
        throw new Error('no');
      },
    };
    expect(await ids([crashing, rule('second', [])])).toEqual(['rule-crash']);
    expect(await ids([rule('first', []), rule('second', [])])).toEqual(['unused-ignore', 'unused-ignore']);
    const off = new Map<string, RuleSetting>([['second', { severity: 'off', options: {} }]]);
    expect(await ids([rule('first', [])], { settings: settings({ ignores, rules: off }) })).toEqual([
      'unused-ignore',
      'unused-ignore',
    ]);
  });
});

describe('the settings of a rule', () => {
  const withOption = (seen: unknown[]): Rule =>
    defineRule({
      id: 'first',
      title: 'first',
      severity: 'warning',
      statuses: [],
      scope: 'service',
      options: {
        most: { type: 'integer', default: 3, description: 'How many.' },
        names: { type: 'strings', default: ['a'], description: 'Which.' },
      },
      appliesTo: () => true,
      async *check(_, __, options) {
        seen.push(options);
        yield found(line(2), { severity: 'error' });
      },
    });

  it('give its findings a severity, and it its options', async () => {
    const seen: unknown[] = [];
    const rules = new Map<string, RuleSetting>([['first', { severity: 'note', options: { most: 5 } }]]);
    const { report } = await run([withOption(seen)], { settings: settings({ rules }), inlineIgnores: false });
    expect(report.findings.map(({ severity }) => severity)).toEqual(['note']);
    expect(seen).toEqual([{ most: 5, names: ['a'] }]);
  });

  it('are its own where nothing is set', async () => {
    const seen: unknown[] = [];
    const { report } = await run([withOption(seen)], { inlineIgnores: false });
    expect(report.findings.map(({ severity }) => severity)).toEqual(['error']);
    expect(seen).toEqual([{ most: 3, names: ['a'] }]);
  });

  it('leave fixes out that would change the configuration itself', async () => {
    const fix = (file: string) => ({ title: 'x', safety: 'safe', edits: [{ at: place(file), text: '' }] }) as const;
    const rules = [rule('first', [found(line(4), { fixes: [fix('lint-deploy.yaml'), fix('a.yaml')] })])];
    const { report } = await run(rules, { settings: settings({ files: ['lint-deploy.yaml'] }), inlineIgnores: false });
    expect(report.findings[0]?.fixes.map(({ edits }) => edits[0]?.at.file)).toEqual(['a.yaml']);
  });
});
