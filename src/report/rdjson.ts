import { bySeverity, type Finding, type Severity } from '../model/finding.js';
import type { Position, Range } from '../model/location.js';
import type { Report } from '../model/report.js';
import { reportedPath, type ReportContext } from './context.js';
import { withoutQuotedSecrets } from './quoted-secrets.js';
import { safeJson } from './safe-json.js';
import { shown } from './shown.js';

const SEVERITY: Readonly<Record<Severity, string>> = { error: 'ERROR', warning: 'WARNING', note: 'INFO' };

/** The column of a position in a file, as the format counts it. */
type ColumnOf = (file: string, position: Position) => number;

/**
 * The report in the Reviewdog Diagnostic Format, as one DiagnosticResult (reviewdog, proto/rdf/reviewdog.proto), the worst
 * first. A safe fix of one edit is a suggestion.
 */
export function rdjsonReport(raw: Report, context: ReportContext): string {
  const { findings } = withoutQuotedSecrets(raw, context);
  const column = columns(context);
  return safeJson({
    source: { name: 'lint-deploy', url: context.homepage },
    diagnostics: findings.toSorted(bySeverity).map((finding) => diagnostic(finding, context, column)),
  });
}

function diagnostic(finding: Finding, { uriPrefix, homepage }: ReportContext, column: ColumnOf): object {
  const { rule, severity, message, at } = finding;
  const range = ({ start, end }: Range): object => ({
    start: { line: start.line, column: column(at.file, start) },
    end: { line: end.line, column: column(at.file, end) },
  });
  // A suggestion is taken for the file of its finding.
  const suggestions = finding.fixes.flatMap(({ safety, edits: [edit, ...more] }) =>
    safety === 'safe' && edit && more.length === 0 && edit.at.file === at.file
      ? [{ range: range(edit.at.range), text: edit.text }]
      : [],
  );
  return {
    message: shown(`${message.found} ${message.effect} ${message.remedy}`),
    location: { path: reportedPath(at.file, uriPrefix), range: range(at.range) },
    severity: SEVERITY[severity],
    code: { value: rule, url: `${homepage}/blob/main/rules/${rule}/README.md` },
    ...(suggestions.length > 0 && { suggestions }),
  };
}

/** Columns count bytes of UTF-8 from 1 on; where the text is not at hand, our own units stand for them. */
function columns({ source }: ReportContext): ColumnOf {
  const known = new Map<string, string | undefined>();
  return (file, { offset, column }) => {
    if (!known.has(file)) known.set(file, source(file));
    const text = known.get(file);
    return text === undefined ? column : Buffer.byteLength(text.slice(offset - column + 1, offset)) + 1;
  };
}
