import { SaxesParser } from 'saxes';
import {
  githubReport,
  jsonReport,
  junitReport,
  markdownReport,
  rdjsonReport,
  rules,
  sarifReport,
  textReport,
  type Finding,
  type Location,
  type Report,
  type ReportContext,
} from '../../src/index.js';
import { linesOf } from '../../src/syntax/lines.js';

/** A message of this length is one no rule writes; what comes behind it brings nothing new. */
const LONGEST = 4_000;

/**
 * Writes the seven reports of a run whose messages, names and files all hold this text.
 *
 * @throws where one of them is not of its format
 */
export function reportsOn(text: string): void {
  const { report, context } = runOn(text.slice(0, LONGEST));
  for (const write of [sarifReport, jsonReport, rdjsonReport]) JSON.parse(write(report, context));
  const reader = new SaxesParser();
  reader.on('error', (error) => {
    throw error;
  });
  reader.write(junitReport(report, context)).close();
  githubReport(report, context);
  markdownReport(report, context);
  textReport(report, context, { colour: true, quiet: false, verbose: true, width: 80 });
}

function runOn(text: string): { report: Report; context: ReportContext } {
  const at: Location = linesOf(text.slice(0, 60), text).location(0, text.length);
  const service = { name: text, kind: text, platform: text, at };
  const finding: Finding = {
    ...{ rule: rules[0]?.id ?? '', severity: 'error', statuses: [502], at, label: text, service, explains: [] },
    message: { found: text, effect: text, remedy: text },
    trail: [{ at, words: text }],
    fixes: [{ title: text, safety: 'unsafe', because: text, edits: [{ at, text }] }],
    facts: { [text]: text },
  };
  const report: Report = {
    findings: [finding],
    suppressed: [{ finding, suppression: { by: 'comment', reason: text, at } }],
    undecided: [{ rule: finding.rule, why: text, at, service }],
    notifications: [{ id: 'rule-crash', level: 'warning', message: text, at }],
    services: [{ ...service, inferred: false, followed: true, chain: [{ words: text, at }] }],
    platformFiles: [text],
    complete: true,
  };
  const source = (): string => text;
  const context = { version: '1', homepage: '', rules, source, utf8Source: source, uriPrefix: text, durationMs: 1 };
  return { report, context };
}
