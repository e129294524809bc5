import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.js';
import type { ReportContext } from '../../src/report/context.js';
import { junitReport } from '../../src/report/junit.js';
import { API, contextOf, findingOf, HEALTH_CHECK, LOOPBACK, NOTIFICATION, reportOf } from './sample.js';

const LISTS = ['testsuite', 'testcase', 'failure', 'error', 'skipped', 'system-out'];

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  textNodeName: 'text',
  isArray: (name, _, __, isAttribute) => !isAttribute && LISTS.includes(name),
  parseAttributeValue: false,
  parseTagValue: false,
  trimValues: false,
  processEntities: true,
  htmlEntities: true,
});

interface Case {
  name: string;
  classname: string;
  failure?: { message: string; type: string; text: string }[];
}

interface Suite {
  name: string;
  tests: string;
  failures: string;
  testcase: Case[];
}

/** The suites as a consumer reads them, after the file has been checked for form and for what consumers ask of it. */
function read(given: Partial<Report>, context: ReportContext = contextOf()): { text: string; suites: Suite[] } {
  const text = junitReport(reportOf(given), context);
  expect(XMLValidator.validate(text)).toBe(true);
  const root: unknown = parser.parse(text);
  if (!hasSuites(root)) throw new Error('no suites');
  const suites = root.testsuites.testsuite ?? [];
  for (const { tests, testcase } of suites) {
    expect(Number(tests)).toBe(testcase.length);
    // GitLab and Jenkins name a test by both.
    for (const { name, classname } of testcase) expect([name, classname]).not.toContain(undefined);
  }
  return { text, suites };
}

function hasSuites(value: unknown): value is { testsuites: { testsuite?: Suite[] } } {
  return typeof value === 'object' && value !== null && 'testsuites' in value;
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
            name: 'loopback-bind (app/src/server.ts:6)',
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
          { name: 'some-note (app/src/server.ts:6)', 'system-out': [expect.stringContaining('127.0.0.1')] },
        ],
      },
      { name: 'site', tests: '1', failures: '0', testcase: [{ name: 'no findings' }] },
      { name: 'mailer', tests: '1', failures: '0' },
    ]);
  });

  it('has a suite of its own for what belongs to no service, and errors for parts that failed', () => {
    const { service: _, ...finding } = LOOPBACK;
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
      const { suites, text } = read({
        findings: [finding],
        services: [{ ...API, name: found, inferred: false, chain: [] }],
      });
      expect(suites).toHaveLength(1);
      // XML 1.0, section 2.2: the characters there may be.
      expect(text).toMatch(/^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u);
      if (/^[\x20-\x7e]*$/.test(found)) expect(suites[0]?.testcase[0]?.failure?.[0]?.message).toBe(found);
    },
  );
});
