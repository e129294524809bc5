import type { Finding, Fix, ServiceLabel, Severity, Step, TextEdit, Undecided } from '../model/finding.js';
import type { Location, Position } from '../model/location.js';
import type { Notification, Report, ServiceSummary } from '../model/report.js';
import { reportedPath, type ReportContext } from './context.js';
import { withoutQuotedSecrets } from './quoted-secrets.js';
import { safeJson } from './safe-json.js';
import { shown, shownFacts } from './shown.js';

/** The version of the format. It changes when a key is removed or means something else; new keys do not change it. */
const FORMAT_VERSION = 1;

/**
 * The report as JSON, complete, in the format that schema/report.json describes. The same report gives the same text.
 * Words are cleaned and their secrets hidden; paths and the texts of fixes are exact.
 */
export function jsonReport(raw: Report, context: ReportContext): string {
  const report = withoutQuotedSecrets(raw, context);
  const writer = writerOf(context);
  return safeJson({
    $schema: schemaOf(context),
    version: FORMAT_VERSION,
    tool: { name: 'lint-deploy', version: context.version, rules: context.rules.map(({ id }) => id) },
    complete: report.complete,
    summary: summaryOf(report),
    platformFiles: report.platformFiles.map(writer.path),
    services: report.services.map(writer.summary),
    findings: report.findings.map(writer.finding),
    undecided: report.undecided.map(writer.undecided),
    notifications: report.notifications.map(writer.notification),
  });
}

function schemaOf({ homepage }: ReportContext): string {
  const raw = homepage.replace('https://github.com/', 'https://raw.githubusercontent.com/');
  return `${raw}/main/schema/report.json`;
}

function summaryOf({ findings, services, undecided }: Report): Record<string, number> {
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  return {
    errors: count('error'),
    warnings: count('warning'),
    notes: count('note'),
    services: services.length,
    undecided: undecided.length,
    safelyFixable: findings.filter(({ fixes }) => fixes.some(({ safety }) => safety === 'safe')).length,
  };
}

/** Writes each part of a report. Keys are named one by one, so that a change of the model does not change the format. */
function writerOf({ uriPrefix }: ReportContext) {
  const path = (file: string): string => reportedPath(file, uriPrefix);
  const place = ({ file, range }: Location) => ({
    file: path(file),
    start: positionOf(range.start),
    end: positionOf(range.end),
  });
  const label = ({ name, kind, platform, at }: ServiceLabel) => ({ name: shown(name), kind, platform, at: place(at) });
  const step = ({ words, at }: Step) => ({ words: shown(words), at: place(at) });
  const edit = ({ at, text }: TextEdit) => ({ at: place(at), text });
  const fix = (each: Fix) => ({
    title: shown(each.title),
    safety: each.safety,
    ...(each.safety === 'unsafe' && { because: shown(each.because) }),
    edits: each.edits.map(edit),
  });
  const finding = (each: Finding): object => ({
    rule: each.rule,
    severity: each.severity,
    statuses: each.statuses,
    message: {
      found: shown(each.message.found),
      effect: shown(each.message.effect),
      remedy: shown(each.message.remedy),
    },
    at: place(each.at),
    ...(each.service && { service: label(each.service) }),
    facts: shownFacts(each.facts),
    trail: each.trail.map(step),
    fixes: each.fixes.map(fix),
    explains: each.explains.map(finding),
  });
  return {
    path,
    finding,
    summary: (service: ServiceSummary) => ({
      ...label(service),
      inferred: service.inferred,
      chain: service.chain.map(step),
    }),
    undecided: ({ rule, why, at, service }: Undecided) => ({
      rule,
      why: shown(why),
      at: place(at),
      ...(service && { service: label(service) }),
    }),
    notification: ({ id, level, message, at, rule }: Notification) => ({
      id,
      level,
      message: shown(message),
      ...(at && { at: place(at) }),
      ...(rule !== undefined && { rule }),
    }),
  };
}

function positionOf({ line, column, offset }: Position): Position {
  return { line, column, offset };
}
