import type { Finding } from '../model/finding.js';
import type { Notification, Report, ServiceSummary, Suppressed } from '../model/report.js';
import { reportedPath, type ReportContext } from './context.js';
import { withoutQuotedSecrets } from './quoted-secrets.js';
import { shown } from './shown.js';
import { whySuppressed } from './suppressed.js';

/** An element: what stands in it is text or other elements. */
interface Element {
  name: string;
  attributes: Readonly<Record<string, string | number | undefined>>;
  children?: readonly Element[];
  text?: string;
}

/** The test cases of one service, or of the file where findings belong to none. */
interface Suite {
  name: string;
  cases: readonly Element[];
}

/**
 * The report as JUnit XML, in the common ground of what Jenkins and GitLab read: a suite for each service, and in it a test
 * for each finding. An error or warning is a failure; a note passes and says what it has to say; a service without findings
 * is one test that passes. A part of the run that failed is an error.
 */
export function junitReport(raw: Report, context: ReportContext): string {
  const report = withoutQuotedSecrets(raw, context);
  const suites = suitesOf(report, context);
  const cases = suites.flatMap((suite) => suite.cases);
  // Jenkins knows no count of the skipped up here.
  const { tests, failures, errors } = totals(cases);
  const time = context.durationMs === undefined ? undefined : seconds(context.durationMs);
  const root: Element = {
    name: 'testsuites',
    attributes: { name: 'lint-deploy', tests, failures, errors, time },
    children: suites.map((suite) => ({
      name: 'testsuite',
      attributes: { name: suite.name, ...totals(suite.cases), time: seconds(0) },
      children: suite.cases,
    })),
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml(root, '')}`;
}

function suitesOf(report: Report, context: ReportContext): Suite[] {
  const { services, findings, notifications } = report;
  const suppressed = context.includeSuppressed ? report.suppressed : [];
  const caseOf = (finding: Finding): Element => findingCase(finding, context);
  const skippedCase = (each: Suppressed): Element => suppressedCase(each, context);
  const isOf = (service: ServiceSummary | undefined, finding: Finding): boolean =>
    finding.service?.name === service?.name &&
    finding.service?.at.range.start.offset === service?.at.range.start.offset;
  const casesOf = (service: ServiceSummary | undefined): Element[] => [
    ...findings.filter((finding) => isOf(service, finding)).map(caseOf),
    ...suppressed.filter(({ finding }) => isOf(service, finding)).map(skippedCase),
  ];
  const failures = notifications.filter(({ level }) => level === 'error').map(failureCase);
  const others = [...casesOf(undefined), ...failures];
  return [
    ...services.map((service): Suite => {
      const cases = casesOf(service);
      return { name: shown(service.name), cases: cases.length > 0 ? cases : [passedCase(service, context)] };
    }),
    ...(others.length > 0 ? [{ name: 'lint-deploy', cases: others }] : []),
  ];
}

function findingCase(finding: Finding, context: ReportContext): Element {
  const { severity, message } = finding;
  const words = shown(`${message.found} ${message.effect} ${message.remedy}`);
  const child: Element =
    severity === 'note'
      ? { name: 'system-out', attributes: {}, text: words }
      : {
          name: 'failure',
          attributes: { message: shown(message.found), type: severity },
          text: `${placeOf(finding, context)}\n${words}`,
        };
  return testCase(finding, context, child);
}

function suppressedCase({ finding, suppression }: Suppressed, context: ReportContext): Element {
  const reason = shown(whySuppressed(suppression));
  return testCase(finding, context, { name: 'skipped', attributes: { message: reason } });
}

function testCase(finding: Finding, context: ReportContext, child: Element): Element {
  const { rule, at, service } = finding;
  return {
    name: 'testcase',
    attributes: {
      // GitLab leaves out a second test of the same name.
      name: `${rule} (${placeOf(finding, context)}:${at.range.start.column})`,
      classname: shown(service?.name ?? 'lint-deploy'),
      file: shown(reportedPath(at.file, context.uriPrefix)),
      time: seconds(0),
    },
    children: [child],
  };
}

function passedCase(service: ServiceSummary, { uriPrefix }: ReportContext): Element {
  const file = shown(reportedPath(service.at.file, uriPrefix));
  return {
    name: 'testcase',
    attributes: { name: 'no findings', classname: shown(service.name), file, time: seconds(0) },
  };
}

function failureCase({ id, message }: Notification): Element {
  return {
    name: 'testcase',
    attributes: { name: id, classname: 'lint-deploy', time: seconds(0) },
    children: [{ name: 'error', attributes: { message: shown(message), type: id } }],
  };
}

function placeOf({ at }: Finding, { uriPrefix }: ReportContext): string {
  return shown(`${reportedPath(at.file, uriPrefix)}:${at.range.start.line}`);
}

function totals(cases: readonly Element[]): Record<'tests' | 'failures' | 'errors' | 'skipped', number> {
  const count = (name: string): number =>
    cases.filter(({ children = [] }) => children.some((child) => child.name === name)).length;
  return { tests: cases.length, failures: count('failure'), errors: count('error'), skipped: count('skipped') };
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}

function xml({ name, attributes, children = [], text }: Element, indent: string): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(String(value))}"`],
  );
  const open = `${indent}<${name}${written.join('')}`;
  if (text !== undefined) return `${open}>${escaped(text)}</${name}>\n`;
  if (children.length === 0) return `${open}/>\n`;
  return `${open}>\n${children.map((child) => xml(child, `${indent}  `)).join('')}${indent}</${name}>\n`;
}

/** Control characters, which XML 1.0 cannot hold, are escapes already. Line breaks in attributes would become blanks. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\t', '&#9;')
    .replace(/[\uFFFE\uFFFF]/g, '\uFFFD');
}
