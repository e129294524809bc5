import { execFileSync } from 'node:child_process';
import { accessSync, chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Log, Location as SarifLocation, Region, Result, Run } from 'sarif';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.js';
import type { Location } from '../../src/model/location.js';
import type { Report } from '../../src/model/report.js';
import type { ReportContext } from '../../src/report/context.js';
import { sarifReport } from '../../src/report/sarif.js';
import {
  contextOf,
  FILES,
  findingOf,
  HEALTH_CHECK,
  LOOPBACK,
  NOTIFICATION,
  place,
  placeAfter,
  reportOf,
  REWRITE,
  RULES,
  UNDECIDED,
  type Files,
} from './sample.js';

const isLog = schemaCheck();

function schemaCheck(): (value: unknown) => value is Log {
  const file = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const schema: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof schema !== 'object' || schema === null) throw new Error('no schema');
  const ajv = new AjvDraft04.default({ strict: false, unicodeRegExp: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile<Log>(schema);
  return (value): value is Log => {
    if (validate(value)) return true;
    throw new Error(ajv.errorsText(validate.errors, { separator: '\n' }));
  };
}

/** The only run of a report's log, after the log has been checked by the schema. */
function runOf(report: Report, context: ReportContext = contextOf()): Run {
  const log: unknown = JSON.parse(sarifReport(report, context));
  if (!isLog(log)) throw new Error('no log');
  const [run, ...others] = log.runs;
  if (!run || others.length > 0) throw new Error('not one run');
  return run;
}

function resultsOf(findings: readonly Finding[], context: ReportContext = contextOf()): Result[] {
  return runOf(reportOf({ findings }), context).results ?? [];
}

function resultOf(finding: Finding, context: ReportContext = contextOf()): Result {
  const [result] = resultsOf([finding], context);
  if (!result) throw new Error('no result');
  return result;
}

function regionOf(location: SarifLocation | undefined): Region {
  const region = location?.physicalLocation?.region;
  if (!region) throw new Error('no region');
  return region;
}

/** The region of a finding at a place of a file with this text. */
function regionAt(text: string, at: Location): Region {
  const files = { [at.file]: text };
  return regionOf(resultOf(findingOf({ at, trail: [], fixes: [] }), contextOf({}, files)).locations?.[0]);
}

/** Every place in a result, whatever it is for. */
function locationsOf(result: Result): SarifLocation[] {
  const steps = result.codeFlows?.flatMap(({ threadFlows }) => threadFlows.flatMap(({ locations }) => locations)) ?? [];
  return [
    ...(result.locations ?? []),
    ...(result.relatedLocations ?? []),
    ...steps.flatMap(({ location }) => location ?? []),
  ];
}

/** File names that are URIs only when they are encoded, and one that is not even Unicode. */
const HOSTILE_FILES: Files = Object.fromEntries(
  [
    'a b.ts',
    'c#1.ts',
    'd?e=1.ts',
    '100%25.ts',
    'ü/日本.ts',
    '[x](1).ts',
    'C:/f.ts',
    "it's.ts",
    'back\\slash.ts',
    '\uD800.ts',
  ].map((file) => [file, "const app = express();\r\napp.listen(3000, 'localhost');\r\n"]),
);

const HOSTILE = Object.keys(HOSTILE_FILES).map((file) => {
  const at = place(HOSTILE_FILES, file, "'localhost'");
  return findingOf({
    message: {
      found: `The server of ${file} listens on [localhost](1).`,
      effect: 'Nobody reaches it.',
      remedy: 'Write "0.0.0.0".',
    },
    at,
    trail: [{ at: place(HOSTILE_FILES, file, 'app'), words: `goes to \`${file}\`` }],
    fixes: [{ title: 'Listen on 0.0.0.0', safety: 'safe', edits: [{ at, text: "'0.0.0.0'" }] }],
  });
});

const RICH = reportOf({
  findings: [LOOPBACK, HEALTH_CHECK, REWRITE, ...HOSTILE],
  notifications: [NOTIFICATION, { id: 'no-git', level: 'note', message: 'Git was not found.' }],
});
const RICH_CONTEXT = contextOf(
  { sarifCategory: 'lint-deploy', uriPrefix: 'apps/shop' },
  { ...FILES, ...HOSTILE_FILES },
);

describe('the log', () => {
  it('is valid, with everything in it and with nothing', () => {
    expect(runOf(RICH, RICH_CONTEXT).results).toHaveLength(RICH.findings.length);
    const nothing = reportOf({ findings: [], undecided: [], services: [], platformFiles: [] });
    const run = runOf(nothing, contextOf({ rules: [] }));
    expect(run.results).toEqual([]);
    expect(run.invocations).toEqual([{ executionSuccessful: true }]);
  });

  it('is the same text for the same report', () => {
    expect(sarifReport(RICH, RICH_CONTEXT)).toBe(sarifReport(RICH, RICH_CONTEXT));
    expect(sarifReport(RICH, { ...RICH_CONTEXT, durationMs: 999 })).toBe(sarifReport(RICH, RICH_CONTEXT));
  });

  it('has a category only where one is given, up to its last slash', () => {
    expect(runOf(RICH).automationDetails).toBeUndefined();
    expect(runOf(RICH, contextOf({ sarifCategory: 'shop' })).automationDetails).toEqual({ id: 'shop/' });
    expect(runOf(RICH, contextOf({ sarifCategory: 'shop/' })).automationDetails).toEqual({ id: 'shop/' });
  });

  it('describes each rule that ran', () => {
    const { driver } = runOf(RICH).tool;
    expect(driver.rules?.map(({ id }) => id)).toEqual(RULES.map(({ id }) => id));
    expect(driver.rules?.[0]).toEqual({
      id: 'loopback-bind',
      name: 'LoopbackBind',
      shortDescription: { text: 'The server listens on loopback only.' },
      fullDescription: { text: 'The server listens on loopback only, so that requests to * fail.' },
      help: {
        text: [
          'loopback-bind',
          '',
          'error · 502',
          '',
          'What it finds',
          '',
          'The server listens on loopback only, so that',
          'requests to * fail.',
          '',
          'How to fix it',
          '',
          'services: [] # none',
        ].join('\n'),
        markdown: RULES[0]?.page.replace(/<!-- .*? -->\n/g, '').trim(),
      },
      helpUri: 'https://github.com/lint-deploy/lint-deploy/blob/main/rules/loopback-bind/README.md',
      defaultConfiguration: { level: 'error' },
      properties: { tags: ['deployment', 'http-502'], precision: 'high', 'problem.severity': 'error' },
    });
  });

  it('keeps descriptions within the limit of code scanning, and fills them where a page says nothing', () => {
    const [rule] = RULES;
    if (!rule) throw new Error('no rule');
    const rules = [
      { ...rule, page: `## What it finds\n\n${'word '.repeat(400)}\n` },
      { ...rule, id: 'bare', page: '' },
    ];
    const [long, bare] = runOf(reportOf({ findings: [] }), contextOf({ rules })).tool.driver.rules ?? [];
    expect(long?.fullDescription?.text).toHaveLength(1024);
    expect(bare?.fullDescription?.text).toBe('The server listens on loopback only.');
    expect(bare?.help?.markdown).toBe('The server listens on loopback only.');
  });
});

describe('a result', () => {
  it('carries what the finding says', () => {
    const result = resultOf(LOOPBACK);
    expect(result.ruleId).toBe('loopback-bind');
    expect(result.level).toBe('error');
    expect(result.message.text).toBe(
      "The server listens on 127.0.0.1 only. Render's edge cannot reach it and answers 502. Listen on 0.0.0.0.",
    );
    expect(result.properties).toEqual({
      service: 'api',
      kind: 'web',
      platform: 'render',
      statuses: [502],
      facts: { host: '127.0.0.1' },
      explains: [
        {
          rule: 'short-keep-alive',
          severity: 'warning',
          message: 'The server closes idle connections after 5 s.',
          uri: 'src/server.ts',
          startLine: 6,
        },
      ],
    });
  });

  it('names its rule by the index in the list, and by the id alone where that rule is not in it', () => {
    const run = runOf(RICH, RICH_CONTEXT);
    for (const { ruleId, ruleIndex } of run.results ?? []) {
      expect(run.tool.driver.rules?.[ruleIndex ?? -1]?.id).toBe(ruleId);
    }
    expect(resultOf(findingOf({ rule: 'not-there' })).ruleIndex).toBeUndefined();
  });

  it('shows its place with the text around it', () => {
    expect(resultOf(LOOPBACK).locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'src/server.ts' },
          region: { startLine: 6, startColumn: 18, endLine: 6, endColumn: 29, snippet: { text: "'127.0.0.1'" } },
          contextRegion: {
            startLine: 5,
            startColumn: 1,
            endLine: 7,
            endColumn: 24,
            snippet: { text: "\napp.listen(port, '127.0.0.1', () => {\n  console.log('ready');" },
          },
        },
      },
    ]);
  });

  it('leads along the trail to the fault itself', () => {
    const { relatedLocations, codeFlows } = resultOf(LOOPBACK);
    const words = ['starts `npm start`', 'runs `node dist/server.js`', 'opens the socket'];
    expect(relatedLocations?.map(({ id, message }) => [id, message?.text])).toEqual([
      [1, words[0]],
      [2, words[1]],
      [3, words[2]],
    ]);
    const steps = codeFlows?.[0]?.threadFlows[0]?.locations.map(({ location }) => location);
    expect(steps?.map((step) => step?.message?.text)).toEqual([...words, 'The server listens on 127.0.0.1 only.']);
    expect(steps?.at(-1)?.physicalLocation).toEqual(resultOf(LOOPBACK).locations?.[0]?.physicalLocation);
    expect(resultOf(HEALTH_CHECK).codeFlows).toBeUndefined();
  });

  it('offers its fixes', () => {
    const [fix] = resultOf(HEALTH_CHECK).fixes ?? [];
    expect(fix?.description?.text).toBe('Set healthCheckPath to /. Unsafe: The path must answer without a login.');
    expect(fix?.artifactChanges).toEqual([
      {
        artifactLocation: { uri: 'render.yaml' },
        replacements: [
          {
            deletedRegion: { startLine: 6, startColumn: 28, endLine: 6, endColumn: 28 },
            insertedContent: { text: '\n    healthCheckPath: /' },
          },
        ],
      },
    ]);
  });

  it('groups the edits of a fix by file', () => {
    const edits = [
      { at: placeAfter(FILES, 'package.json', '{'), text: '\n  "type": "module",' },
      { at: place(FILES, 'src/server.ts', 'express', 2), text: "'express'" },
      { at: placeAfter(FILES, 'package.json', 'server.js'), text: ' --x' },
    ];
    const [fix] = resultOf(findingOf({ fixes: [{ title: 'Do it', safety: 'safe', edits }] })).fixes ?? [];
    expect(fix?.artifactChanges.map(({ replacements }) => replacements.length)).toEqual([2, 1]);
  });
});

describe('what is left out', () => {
  const suppressed = [
    { finding: LOOPBACK, suppression: { by: 'comment', reason: 'Known [1].', at: LOOPBACK.at } },
    { finding: REWRITE, suppression: { by: 'settings', reason: 'So it is.', at: REWRITE.at } },
    { finding: HEALTH_CHECK, suppression: { by: 'baseline' } },
  ] as const;
  const report = reportOf({ findings: [findingOf({ rule: 'ignored-port' })], suppressed });

  it('is not listed, since code scanning would show it as open', () => {
    expect(runOf(report).results?.map(({ ruleId }) => ruleId)).toEqual(['ignored-port']);
  });

  it('is listed behind the rest where that is asked for, with its reason', () => {
    const { results = [] } = runOf(report, contextOf({ includeSuppressed: true }));
    expect(results.map(({ ruleId, suppressions }) => [ruleId, suppressions])).toMatchObject([
      ['ignored-port', undefined],
      ['loopback-bind', [{ kind: 'inSource', status: 'accepted', justification: 'Known [1].' }]],
      ['missing-spa-rewrite', [{ kind: 'external', justification: 'So it is.' }]],
      ['missing-health-check', [{ kind: 'external', justification: 'It is in the baseline.' }]],
    ]);
    expect(results[1]?.suppressions?.[0]?.location?.physicalLocation?.region?.startLine).toBe(6);
  });
});

describe('regions', () => {
  const at = (text: string, part: string): Location => place({ 'a.ts': text }, 'a.ts', part);
  const empty = (text: string, before: string): Location => placeAfter({ 'a.ts': text }, 'a.ts', before);

  it('end after their start and lie inside the text, on one line', () => {
    for (const result of resultsOf(RICH.findings, RICH_CONTEXT)) {
      for (const location of locationsOf(result)) {
        const uri = decodeURIComponent(location.physicalLocation?.artifactLocation?.uri ?? '').replace(
          'apps/shop/',
          '',
        );
        const text = RICH_CONTEXT.source(uri) ?? HOSTILE_FILES['\uD800.ts'] ?? '';
        const region = regionOf(location);
        const { startLine = 0, startColumn = 0, endLine, endColumn = 0 } = region;
        const line = text.split(/\r\n|\n|\r/)[startLine - 1] ?? '';
        expect(endLine).toBe(startLine);
        expect(endColumn).toBeGreaterThan(startColumn);
        expect(line.slice(startColumn - 1, endColumn - 1)).toBe(region.snippet?.text);
        expect(region.snippet?.text).not.toBe('');
      }
    }
  });

  it('over several lines are cut to the first, without its line break', () => {
    const text = 'a\r\nlisten({\r\n  port,\r\n});\r\n';
    expect(regionAt(text, at(text, 'listen({\r\n  port,\r\n})'))).toMatchObject({
      startLine: 2,
      startColumn: 1,
      endLine: 2,
      endColumn: 9,
      snippet: { text: 'listen({' },
    });
  });

  it('that are empty get one column, behind them or, at the end of a line, before them', () => {
    const text = 'ab\ncd\n';
    expect(regionAt(text, empty(text, 'a'))).toMatchObject({ startColumn: 2, endColumn: 3, snippet: { text: 'b' } });
    expect(regionAt(text, empty(text, 'ab'))).toMatchObject({ startColumn: 2, endColumn: 3, snippet: { text: 'b' } });
  });

  it('stay empty on an empty line', () => {
    const text = '\nab\n';
    const start = { offset: 0, line: 1, column: 1 };
    expect(regionAt(text, { file: 'a.ts', range: { start, end: start } })).toMatchObject({
      startLine: 1,
      endColumn: 1,
    });
    expect(regionAt('', { file: 'a.ts', range: { start, end: start } })).toMatchObject({ startLine: 1, endColumn: 1 });
  });

  it('have four numbers also where the file cannot be read', () => {
    const result = resultOf(LOOPBACK, contextOf({}, {}));
    expect(regionOf(result.locations?.[0])).toEqual({ startLine: 6, startColumn: 18, endLine: 6, endColumn: 29 });
    expect(result.locations?.[0]?.physicalLocation?.contextRegion).toBeUndefined();
    const several = findingOf({ at: place(FILES, 'src/server.ts', "', () => {\n  console") });
    expect(regionOf(resultOf(several, contextOf({}, {})).locations?.[0])).toEqual({
      startLine: 6,
      startColumn: 28,
      endLine: 6,
      endColumn: 29,
    });
  });

  it('have a context that is larger, or none', () => {
    const text = 'listen()';
    const whole = resultOf(findingOf({ at: at(text, 'listen()'), trail: [] }), contextOf({}, { 'a.ts': text }));
    expect(whole.locations?.[0]?.physicalLocation?.contextRegion).toBeUndefined();
  });

  it('show little of a line without end', () => {
    const text = `${'x'.repeat(500_000)}listen(3000)${'y'.repeat(500_000)}`;
    const context = contextOf({}, { 'a.ts': text });
    expect(
      JSON.stringify(resultOf(findingOf({ at: at(text, 'listen(3000)'), trail: [] }), context)).length,
    ).toBeLessThan(4000);
    expect(JSON.stringify(resultOf(findingOf({ at: at(text, text), trail: [] }), context)).length).toBeLessThan(4000);
  });
});

describe('addresses', () => {
  it('are relative to the repository, behind the prefix, and encoded segment by segment', () => {
    for (const result of resultsOf(RICH.findings, RICH_CONTEXT)) {
      for (const location of locationsOf(result)) {
        const uri = location.physicalLocation?.artifactLocation?.uri ?? '';
        expect(uri).toMatch(/^apps\/shop\/(?:[\w.~!*'()-]|%[0-9A-F]{2}|\/)+$/);
        expect(uri).not.toMatch(/(?:^|\/)\.{0,2}(?:\/|$)/);
      }
    }
  });

  it('decode to the name of the file', () => {
    const names = HOSTILE.map((finding) => {
      const result = resultOf(finding, contextOf({}, HOSTILE_FILES));
      return decodeURIComponent(result.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '');
    });
    expect(names).toEqual(Object.keys(HOSTILE_FILES).map((file) => file.replace('\uD800', '\uFFFD')));
  });

  it.each(['', './', 'sub', '/sub/', './sub/./', 'sub//'])(
    'have no empty segment and no dot with the prefix %j',
    (uriPrefix) => {
      const uri = resultOf(LOOPBACK, contextOf({ uriPrefix })).locations?.[0]?.physicalLocation?.artifactLocation?.uri;
      expect(uri).toBe(uriPrefix.includes('sub') ? 'sub/src/server.ts' : 'src/server.ts');
    },
  );
});

describe('fingerprints', () => {
  const vector = ' a\nb\n  \t\tc\n d';
  const at = place({ 'a.ts': vector }, 'a.ts', 'c');

  it('are those of code scanning for the line', () => {
    const result = resultOf(findingOf({ at, trail: [] }), contextOf({}, { 'a.ts': vector }));
    expect(result.partialFingerprints?.primaryLocationLineHash).toBe('180aee12dab6264:1');
  });

  it('count the byte order mark, which code scanning reads as a character', () => {
    const first = findingOf({ at: place({ 'a.ts': vector }, 'a.ts', 'a'), trail: [] });
    const context = contextOf({ utf8Source: () => `\uFEFF${vector}` }, { 'a.ts': vector });
    expect(resultOf(first, context).partialFingerprints?.primaryLocationLineHash).not.toBe('271789c17abda88f:1');
    const third = resultOf(findingOf({ at, trail: [] }), context);
    expect(third.partialFingerprints?.primaryLocationLineHash).toBe('180aee12dab6264:1');
  });

  it('are left to code scanning where the file is not UTF-8', () => {
    const context = contextOf({ utf8Source: () => undefined }, { 'a.ts': vector });
    const result = resultOf(findingOf({ at, trail: [] }), context);
    expect(Object.keys(result.partialFingerprints ?? {})).toEqual(['lintDeploy/v1']);
  });

  it('of our own survive a move of the line and tell apart what differs', () => {
    const moved: Files = { ...FILES, 'src/server.ts': `// new\n\n${FILES['src/server.ts'] ?? ''}` };
    const key = (finding: Finding, files: Files) =>
      resultOf(finding, contextOf({}, files)).partialFingerprints?.['lintDeploy/v1'];
    const before = key(findingOf(), FILES);
    expect(key(findingOf({ at: place(moved, 'src/server.ts', "'127.0.0.1'") }), moved)).toBe(before);
    expect(key(findingOf({ rule: 'ignored-port' }), FILES)).not.toBe(before);
    const keys = resultsOf([LOOPBACK, LOOPBACK]).map((result) => result.partialFingerprints?.['lintDeploy/v1']);
    expect(new Set(keys).size).toBe(2);
  });
});

describe('text from the repository', () => {
  it('makes no link in a message', () => {
    const { message } = resultOf(findingOf({ message: { found: 'Sees [x](1) and \\.', effect: 'E.', remedy: 'R.' } }));
    expect(message.text).toBe('Sees \\[x\\](1) and \\\\. E. R.');
  });

  it('brings no control or bidirectional character into the report, and no command of a CI runner', () => {
    const bad = '\u001b[31m\u202e\u200b\u0085##[group]x';
    const at = place({ [`${bad}.ts`]: bad }, `${bad}.ts`, 'x');
    const finding = findingOf({
      message: { found: bad, effect: bad, remedy: bad },
      at,
      trail: [{ at, words: bad }],
      facts: { bad },
      fixes: [{ title: bad, safety: 'safe', edits: [{ at, text: bad }] }],
      service: { name: bad, kind: 'web', platform: 'render', at },
    });
    const report = reportOf({ findings: [finding], notifications: [{ id: 'x', level: 'note', message: bad }] });
    const text = sarifReport(report, contextOf({}, { [`${bad}.ts`]: bad }));
    expect(text).not.toMatch(/[^\P{C}\n]|##\[/u);
    const result = resultOf(finding, contextOf({}, { [`${bad}.ts`]: bad }));
    expect(result.fixes?.[0]?.artifactChanges[0]?.replacements[0]?.insertedContent?.text).toBe(bad);
  });

  it('keeps secrets out of snippets and messages', () => {
    const secret = 'ghp_0123456789abcdefghijABCDEFGHIJ012345';
    const text = `const token = '${secret}';\napp.listen(3000);\n`;
    const finding = findingOf({
      message: { found: `It says ${secret}.`, effect: 'E.', remedy: 'R.' },
      at: place({ 'a.ts': text }, 'a.ts', 'listen'),
      trail: [],
      facts: { token: secret },
      fixes: [],
    });
    expect(sarifReport(reportOf({ findings: [finding] }), contextOf({}, { 'a.ts': text }))).not.toContain('456789abc');
  });
});

describe('more results than code scanning keeps', () => {
  const notes = Array.from({ length: 5000 }, () => findingOf({ severity: 'note', trail: [], fixes: [] }));
  const run = runOf(reportOf({ findings: [...notes, HEALTH_CHECK, LOOPBACK], undecided: [] }));

  it('are cut to the worst', () => {
    expect(run.results).toHaveLength(5000);
    expect(run.results?.slice(0, 3).map(({ level }) => level)).toEqual(['error', 'warning', 'note']);
  });

  it('are said to be cut', () => {
    const [notification] = run.invocations?.[0]?.toolExecutionNotifications ?? [];
    expect(notification?.descriptor?.id).toBe('result-limit');
    expect(notification?.message.text).toContain('5000 worst of 5002');
  });
});

describe('notifications', () => {
  it('tell what crashed and what was not decided, with place and rule', () => {
    const [invocation] = runOf(RICH).invocations ?? [];
    expect(invocation?.executionSuccessful).toBe(true);
    const [crash, git, undecided] = invocation?.toolExecutionNotifications ?? [];
    expect(crash).toMatchObject({
      descriptor: { id: 'rule-crash' },
      level: 'error',
      message: { text: NOTIFICATION.message },
      associatedRule: { id: 'missing-health-check', index: 3 },
    });
    expect(regionOf(crash?.locations?.[0]).startLine).toBe(12);
    expect(git).toEqual({ descriptor: { id: 'no-git' }, level: 'note', message: { text: 'Git was not found.' } });
    expect(undecided).toMatchObject({
      descriptor: { id: 'not-decided' },
      level: 'note',
      message: { text: UNDECIDED.why },
      associatedRule: { id: 'ignored-port', index: 1 },
      properties: { service: 'api' },
    });
  });

  it('call the run a failure only where nothing was analysed', () => {
    const success = (report: Partial<Report>) => runOf(reportOf(report)).invocations?.[0]?.executionSuccessful;
    expect(success({ complete: false })).toBe(true);
    const nothing = { findings: [], undecided: [], services: [], platformFiles: [] };
    expect(success({ ...nothing, complete: true })).toBe(true);
    expect(success({ ...nothing, complete: false })).toBe(false);
  });
});

const MULTITOOL = multitool();

/** Microsoft's validator for this platform; undefined where npm installed none, as it does on platforms without one. */
function multitool(): string | undefined {
  const name = process.platform;
  const binary = name === 'win32' ? 'Sarif.Multitool.exe' : 'Sarif.Multitool';
  const file = join(import.meta.dirname, `../../node_modules/@microsoft/sarif-multitool-${name}/${binary}`);
  return existsSync(file) ? file : undefined;
}

/** `rule: message` of each remark of the validator. Its exit status says nothing. */
function remarksOn(sarif: string): string[] {
  if (MULTITOOL === undefined) throw new Error('npm installed no validator, which CI must not do without');
  // Its postinstall script makes it executable, but npm may have been told to run none.
  chmodSync(MULTITOOL, 0o744);
  const folder = mkdtempSync(join(tmpdir(), 'sarif-'));
  try {
    const [input, output] = [join(folder, 'in.sarif'), join(folder, 'out.sarif')];
    writeFileSync(input, sarif);
    const options = [
      '--rule-kind',
      'Sarif;Ghas',
      '--level',
      'Error;Warning;Note',
      '--log',
      'ForceOverwrite',
      '--quiet',
      'true',
    ];
    execFileSync(MULTITOOL, ['validate', input, '--output', output, ...options], { stdio: 'ignore' });
    accessSync(output);
    const log: unknown = JSON.parse(readFileSync(output, 'utf8').replace(/^\uFEFF/, ''));
    if (!isLog(log)) throw new Error('the validator wrote no log');
    const results = log.runs.flatMap(({ results }) => results ?? []);
    return results.map(({ ruleId, level, message, locations }) =>
      [ruleId, level ?? 'warning', JSON.stringify(message.arguments), regionOf(locations?.[0]).startLine].join(' '),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Remarks that stay: it wants messages by id (code scanning needs texts), the repository's address (which a report does
 * not know), ids such as `LD1001`, and a network to reach addresses by.
 */
const UNAVOIDABLE = /^(?:SARIF2002|SARIF2003|SARIF2006|SARIF2009)\b.* note\b/;

const skipped = MULTITOOL === undefined && process.env.CI !== 'true';

describe.skipIf(skipped)("Microsoft's validator (skipped where npm installed none, but not in CI)", () => {
  it('has nothing to say on a report with everything', () => {
    const remarks = remarksOn(sarifReport(RICH, RICH_CONTEXT));
    // It says nothing at all on a file it cannot read; on one with results it always wants message ids.
    expect(remarks.some((remark) => remark.startsWith('SARIF2002'))).toBe(true);
    expect(remarks.filter((remark) => !UNAVOIDABLE.test(remark))).toEqual([]);
  });

  it('sees a fault that is put in, so that its silence means something', () => {
    const broken = sarifReport(RICH, RICH_CONTEXT).replaceAll('"apps/shop/', '"/apps/shop/');
    expect(remarksOn(broken).filter((remark) => !UNAVOIDABLE.test(remark))).not.toEqual([]);
  });
});
