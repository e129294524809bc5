import type { ReportingDescriptor } from 'sarif';
import type { Severity } from '../model/finding.js';
import type { RuleInfo } from './context.js';

/** The limit of code scanning on descriptions, in characters. */
const DESCRIPTION_LIMIT = 1024;

/** What code scanning calls the severities. */
const PROBLEM_SEVERITY: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  note: 'recommendation',
};

/** A rule as SARIF describes it. `home` is the address of the project. */
export function descriptorOf(rule: RuleInfo, home: string): ReportingDescriptor {
  const page = rule.page.replace(/<!--.*?-->\n?/gs, '').trim();
  const title = `${rule.title}.`;
  return {
    id: rule.id,
    name: pascalCase(rule.id),
    shortDescription: { text: limited(title) },
    fullDescription: { text: limited(openingOf(page) ?? title) },
    help: { text: plainText(page) || title, markdown: page || title },
    helpUri: `${home}/blob/main/rules/${rule.id}/README.md`,
    defaultConfiguration: { level: rule.severity },
    properties: {
      tags: ['deployment', ...rule.statuses.map((status) => `http-${status}`)],
      precision: 'high',
      'problem.severity': PROBLEM_SEVERITY[rule.severity],
    },
  };
}

function pascalCase(id: string): string {
  return id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

function limited(text: string): string {
  return text.length <= DESCRIPTION_LIMIT ? text : `${text.slice(0, DESCRIPTION_LIMIT - 1)}…`;
}

/** The first paragraph of the page's first section, which says what the rule finds. */
function openingOf(page: string): string | undefined {
  const [, section] = /^## [^\n]*\n+([^\n#](?:[^\n]|\n(?!\n))*)/m.exec(page) ?? [];
  return section && plainText(section).replaceAll('\n', ' ');
}

/** Markdown without the marks of headings, code and emphasis; links keep their words. */
function plainText(markdown: string): string {
  return markdown
    .replace(/^(?:#{1,6} +|```.*\n?)/gm, '')
    .replace(/\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replace(/\*\*|`/g, '')
    .trim();
}
