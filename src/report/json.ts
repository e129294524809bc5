import type { Finding, Fix, Severity, TextEdit, Undecided } from '../model/finding.js';
import type { Report, ServiceSummary, Suppressed } from '../model/report.js';
import type { ReportContext } from './context.js';
import { partsOf, schemaOf } from './json-parts.js';
import { withoutQuotedSecrets } from './quoted-secrets.js';
import { safeJson } from './safe-json.js';
import { shown, shownFacts } from './shown.js';
import { countSuppressed } from './suppressed.js';

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
    $schema: schemaOf(context, 'report'),
    version: FORMAT_VERSION,
    tool: { name: 'lint-deploy', version: context.version, rules: context.rules.map(({ id }) => id) },
    complete: report.complete,
    summary: summaryOf(report),
    platformFiles: report.platformFiles.map(writer.path),
    services: report.services.map(writer.summary),
    findings: report.findings.map(writer.finding),
    suppressed: report.suppressed.map(writer.suppressed),
    undecided: report.undecided.map(writer.undecided),
    notifications: report.notifications.map(writer.notification),
  });
}

function summaryOf({ findings, suppressed, services, undecided }: Report): Record<string, number> {
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  return {
    errors: count('error'),
    warnings: count('warning'),
    notes: count('note'),
    services: services.length,
    undecided: undecided.length,
    ...countSuppressed({ suppressed }),
    safelyFixable: findings.filter(({ fixes }) => fixes.some(({ safety }) => safety === 'safe')).length,
  };
}

/** Writes each part of a report. Keys are named one by one, so that a change of the model does not change the format. */
function writerOf({ uriPrefix }: ReportContext) {
  const parts = partsOf(uriPrefix);
  const { place, label, step } = parts;
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
    ...parts,
    finding,
    summary: (service: ServiceSummary) => ({
      ...label(service),
      inferred: service.inferred,
      chain: service.chain.map(step),
      followed: service.followed,
    }),
    suppressed: ({ finding: each, suppression }: Suppressed) => ({
      by: suppression.by,
      ...('at' in suppression && { reason: shown(suppression.reason), at: place(suppression.at) }),
      finding: finding(each),
    }),
    undecided: ({ rule, why, at, service }: Undecided) => ({
      rule,
      why: shown(why),
      at: place(at),
      ...(service && { service: label(service) }),
    }),
  };
}
