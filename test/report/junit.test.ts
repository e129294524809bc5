import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.js';
import type { ReportContext } from '../../src/report/context.js';
import { junitReport } from '../../src/report/junit.js';
import { API, contextOf, findingOf, HEALTH_CHECK, LOOPBACK, NOTIFICATION, reportOf, withoutService } from './sample.js';

interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: Element[];
  text: string;
}

/** The root of an XML text; throws where it is not well-formed. */
function parse(text: string): Element {
  const document: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [document];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (part) => {
    const element = open.at(-1);
    if (element) element.text += part;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
  const [root] = document.children;
  if (!root) throw new Error('no root');
  return root;
}

interface Shape {
  required: readonly string[];
  optional: readonly string[];
  children: readonly string[];
}

/**
 * What the strictest reader takes, Jenkins' xUnit plugin (src/main/resources/…/xsd/junit-10.xsd), as far as we write it;
 * `file` is GitLab's.
 */
const SCHEMA: Readonly<Record<string, Shape>> = {
  testsuites: { required: [], optional: ['name', 'time', 'tests', 'failures', 'errors'], children: ['testsuite'] },
  testsuite: {
    required: ['name', 'tests', 'failures', 'errors'],
    optional: ['time', 'skipped'],
    children: ['testcase'],
  },
  testcase: {
    required: ['name'],
    optional: ['classname', 'time', 'file'],
    children: ['failure', 'error', 'skipped', 'system-out'],
  },
  failure: { required: [], optional: ['message', 'type'], children: [] },
  error: { required: [], optional: ['message', 'type'], children: [] },
  skipped: { required: [], optional: ['message', 'type'], children: [] },
  'system-out': { required: [], optional: [], children: [] },
};

/** What an element and those in it have that the schema does not know, or lack. */
function faults({ name, attributes, children }: Element): string[] {
  const { required = [], optional = [], children: allowed = [] } = SCHEMA[name] ?? {};
  const written = Object.keys(attributes);
  return [
    ...written.filter((key) => ![...required, ...optional].includes(key)).map((key) => `${name} has ${key}`),
    ...required.filter((key) => !written.includes(key)).map((key) => `${name} lacks ${key}`),
    ...children.filter((child) => !allowed.includes(child.name)).map((child) => `${name} holds ${child.name}`),
    ...(attributes.time !== undefined && !/^\d{1,3}\.\d{3}$/.test(attributes.time) ? [`time ${attributes.time}`] : []),
    ...children.flatMap(faults),
  ];
}

/** An element as an object of its attributes, its text, and the elements in it by name. */
function flat({ attributes, children, text }: Element): Record<string, unknown> {
  const names = [...new Set(children.map(({ name }) => name))];
  const lists = names.map((name) => [name, children.filter((child) => child.name === name).map(flat)] as const);
  return { ...attributes, ...(text.trim() !== '' && { text }), ...Object.fromEntries(lists) };
}

/** The suites as a consumer reads them, after the file has been checked for form and for what consumers ask of it. */
function read(given: Partial<Report>, context: ReportContext = contextOf()) {
  const text = junitReport(reportOf(given), context);
  const root = parse(text);
  const { name, children: suites } = root;
  expect(name).toBe('testsuites');
  expect(faults(root)).toEqual([]);
  for (const suite of suites) {
    expect(suite.name).toBe('testsuite');
    expect(Number(suite.attributes.tests)).toBe(suite.children.length);
    // GitLab and Jenkins name a test by both.
    for (const { attributes } of suite.children)
      expect([attributes.name, attributes.classname]).not.toContain(undefined);
  }
  return { text, suites: suites.map(flat), elements: suites };
}

describe('the report as JUnit', () => {
  it('has a suite for each service, and a failure for each error and warning', () => {
    const note = findingOf({ severity: 'note', rule: 'some-note' });
    const { suites } = read({ findings: [LOOPBACK, HEALTH_CHECK, note] }, contextOf({ uriPrefix: 'app' }));
    expect(suites).toMatchObject([
      {
        name: 'api',
        tests: '3',
        failures: '2',
        testcase: [
          {
            name: `loopback-bind (app/src/server.ts:6:${LOOPBACK.at.range.start.column})`,
            classname: 'api',
            file: 'app/src/server.ts',
            failure: [
              {
                type: 'error',
                message: 'The server listens on 127.0.0.1 only.',
                text: expect.stringMatching(
                  /^app\/src\/server\.ts:6\nThe server .* Listen on 0\.0\.0\.0\.$/,
                ) as unknown,
              },
            ],
          },
          { failure: [{ type: 'warning' }] },
          {
            name: expect.stringMatching(/^some-note \(app\/src\/server\.ts:6:\d+\)$/) as unknown,
            'system-out': [{ text: expect.stringContaining('127.0.0.1') as unknown }],
          },
        ],
      },
      { name: 'site', tests: '1', failures: '0', testcase: [{ name: 'no findings' }] },
      { name: 'mailer', tests: '1', failures: '0' },
    ]);
  });

  it('has a suite of its own for what belongs to no service, and errors for parts that failed', () => {
    const finding = withoutService(LOOPBACK);
    const { suites } = read({ findings: [finding], services: [], notifications: [NOTIFICATION] });
    expect(suites).toMatchObject([
      {
        name: 'lint-deploy',
        failures: '1',
        errors: '1',
        testcase: [{}, { name: 'rule-crash', error: [{ message: 'The rule stopped: out of cheese.' }] }],
      },
    ]);
  });

  it('lists what is left out as skipped, where that is asked for', () => {
    const suppressed = [
      { finding: LOOPBACK, suppression: { by: 'comment', reason: 'Known & fine.', at: LOOPBACK.at } },
      { finding: HEALTH_CHECK, suppression: { by: 'baseline' } },
    ] as const;
    const given = { findings: [], suppressed };
    expect(read(given).suites[0]).toMatchObject({ tests: '1', skipped: '0' });
    expect(read(given, contextOf({ includeSuppressed: true })).suites[0]).toMatchObject({
      tests: '2',
      skipped: '2',
      failures: '0',
      testcase: [{ skipped: [{ message: 'Known & fine.' }] }, { skipped: [{ message: 'It is in the baseline.' }] }],
    });
  });

  it('names two findings of one line apart, as readers tell tests by their names', () => {
    const { start, end } = LOOPBACK.at.range;
    const range = { start: { ...start, column: start.column + 3, offset: start.offset + 3 }, end };
    const second = findingOf({ at: { ...LOOPBACK.at, range } });
    const names = read({ findings: [LOOPBACK, second] }).elements[0]?.children.map(({ attributes }) => attributes.name);
    expect(new Set(names).size).toBe(2);
  });

  it('is empty where there is nothing', () => {
    expect(read({ findings: [], services: [] }).suites).toEqual([]);
  });

  it.each(['</failure><x y="', ']]>&amp;<![CDATA[', 'a\u0000b\u0008c\uFFFE', 'one\ntwo\t"three"', '\uD800'])(
    'holds foreign text as text: %j',
    (found) => {
      const finding = findingOf({
        message: { found, effect: 'E.', remedy: 'R.' },
        at: { ...LOOPBACK.at, file: found },
        trail: [],
        fixes: [],
        service: { ...API, name: found },
      });
      const { elements, text } = read({
        findings: [finding],
        services: [{ ...API, name: found, inferred: false, followed: true, chain: [] }],
      });
      expect(elements).toHaveLength(1);
      // XML 1.0, section 2.2: the characters there may be.
      expect(text).toMatch(/^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u);
      const failure = elements[0]?.children[0]?.children[0];
      if (/^[ -~\n\t]*$/.test(found)) expect(failure?.attributes.message).toBe(found);
    },
  );
});
