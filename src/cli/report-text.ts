import {
  githubReport,
  jsonReport,
  junitReport,
  markdownReport,
  rdjsonReport,
  sarifReport,
  textReport,
  type LintResult,
} from '../index.js';
import type { Style } from './deliver.js';
import type { LintCommand, Target } from './options.js';

/** The result of a run in the format of a target. */
export function reportText({ format }: Target, result: LintResult, options: LintCommand, style: Style): string {
  const { uriPrefix, sarifCategory, includeSuppressed, quiet, verbose, cache } = options;
  const { report } = result;
  const category = sarifCategory === undefined ? {} : { sarifCategory };
  const { durationMs, ...timeless } = result.context;
  // A report that is kept has no time of its own when it is given again.
  const time = cache ? {} : { durationMs };
  const context = { ...timeless, ...time, uriPrefix, includeSuppressed, ...category };
  switch (format) {
    case 'text':
      return textReport(report, context, { ...style, quiet, verbose });
    case 'sarif':
      return sarifReport(report, context);
    case 'json':
      return jsonReport(report, context);
    case 'github':
      return githubReport(report, context);
    case 'markdown':
      return markdownReport(report, context);
    case 'rdjson':
      return rdjsonReport(report, context);
    case 'junit':
      return junitReport(report, context);
  }
}
