import { createColors } from 'picocolors';
import type { RuleInfo } from '../report/context.js';

/** The list of rules, one a line, in columns. */
export function rulesText(rules: readonly RuleInfo[]): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  const rows = rules.map(({ id, severity, statuses, title }) =>
    [id.padEnd(width), severity.padEnd('warning'.length), statuses.join(' ').padEnd('404 502'.length), title].join(
      '  ',
    ),
  );
  return `${rows.join('\n')}\n\nlint-deploy explain <rule> shows the page of one.\n`;
}

/** The page of a rule as a terminal shows it: its Markdown, comments left out, headings set off by colour. */
export function explainText(rules: readonly RuleInfo[], id: string, colour: boolean): string {
  const page = rules.find((rule) => rule.id === id)?.page ?? '';
  const { bold } = createColors(colour);
  const lines = page.split('\n').filter((line) => !line.startsWith('<!--'));
  const shown = withoutFenceNames(lines).map((line) => (line.startsWith('#') ? bold(line) : line));
  return `${shown.join('\n').trim()}\n`;
}

/** A fence's `file=` becomes a line of its own: ```yaml file=render.yaml says little in a terminal. */
function withoutFenceNames(lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    const fence = /^(```\w*) file=(\S+)$/.exec(line);
    return fence ? [`${fence[2] ?? ''}:`, fence[1] ?? ''] : [line];
  });
}
