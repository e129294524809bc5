import { format, type Parser } from 'prettier';
import { parsers } from 'prettier/plugins/markdown';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.js';
import { markdownReport } from '../../src/report/markdown.js';
import { API, contextOf, findingOf, HEALTH_CHECK, LOOPBACK, NOTIFICATION, reportOf, withoutService } from './sample.js';

interface Node {
  type: string;
  value?: string;
  url?: string;
  children?: readonly Node[];
}

/** The tree of a Markdown text, as the parser of prettier (remark) reads it. */
async function tree(text: string): Promise<Node> {
  let root: unknown;
  // Prettier hands its options to the parser, and to no one else.
  const parse: Parser['parse'] = async (source, options) => {
    root = await parsers.markdown.parse(source, options);
    return root;
  };
  await format(text, { parser: 'tapped', plugins: [{ parsers: { tapped: { ...parsers.markdown, parse } } }] });
  if (!isNode(root)) throw new Error('no tree');
  return root;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function all(node: Node, type: string): Node[] {
  return [...(node.type === type ? [node] : []), ...(node.children ?? []).flatMap((child) => all(child, type))];
}

/** The text of a node as it is shown: HTML elements left out. */
function shownText(node: Node): string {
  if (node.type === 'html') return '';
  const own = (node.value ?? '').replaceAll('\u200B', '');
  return own + (node.children ?? []).map(shownText).join('');
}

async function tables(given: Partial<Report>): Promise<string[][][]> {
  const root = await tree(markdownReport(reportOf(given), contextOf()));
  return all(root, 'table').map((table) =>
    all(table, 'tableRow').map((row) => all(row, 'tableCell').map((cell) => shownText(cell).trim())),
  );
}

describe('the report in Markdown', () => {
  it('is a table by service and one of findings, the worst first', async () => {
    const [services, findings] = await tables({ findings: [HEALTH_CHECK, LOOPBACK] });
    expect(services).toEqual([
      ['Service', 'Errors', 'Warnings', 'Notes'],
      ['api (web)', '1', '1', '0'],
      ['site (static)', '0', '0', '0'],
      ['mailer (worker)', '0', '0', '0'],
    ]);
    expect(findings?.map((row) => row.slice(0, 3))).toEqual([
      ['Severity', 'Rule', 'Place'],
      ['error', 'loopback-bind 502', 'src/server.ts:6'],
      ['warning', 'missing-health-check 503', 'render.yaml:3'],
    ]);
  });

  it('counts a finding of no service by its file', async () => {
    const finding = withoutService(LOOPBACK);
    const [services] = await tables({ findings: [finding] });
    expect(services?.at(-1)).toEqual(['src/server.ts', '1', '0', '0']);
  });

  it('says what the run says of itself, and what is left out', async () => {
    const suppressed = [{ finding: LOOPBACK, suppression: { by: 'baseline' } }] as const;
    const root = await tree(
      markdownReport(
        reportOf({ findings: [], notifications: [NOTIFICATION], suppressed, complete: false }),
        contextOf(),
      ),
    );
    expect(all(root, 'paragraph').map(shownText)).toEqual([
      'No problems found in 3 services · 1 not decided · 1 in the baseline · the run is incomplete',
      'error render.yaml:12 The rule stopped: out of cheese.',
    ]);
    expect(all(root, 'table')).toHaveLength(1);
  });

  it.each([
    'a | b \\| c',
    '**bold** _it_ ~~gone~~ `code',
    '`</code><script>alert(1)</script>`',
    '[text](https://evil.example) ![img](x)',
    '<img src=x> &amp; &#124; <!-- x',
    'https://evil.example and www.evil.example',
    '@octocat closes #1',
    '$x$ {{ y }}',
    'a\n\n# heading\n\n| x | y |\n| - | - |',
    '\\`a`',
  ])('shows foreign text as it is, and lets it do nothing: %j', async (found) => {
    const name = found.replaceAll('`', '');
    const finding = findingOf({ message: { found, effect: 'E.', remedy: 'R.' }, service: { ...API, name } });
    const services = [{ ...API, name, inferred: false, followed: true, chain: [] }];
    const text = markdownReport(reportOf({ findings: [finding], services }), contextOf());
    const root = await tree(text);
    const html = all(root, 'html').map(({ value }) => value);
    expect(new Set(html)).toEqual(new Set(['<code>', '</code>']));
    expect(all(root, 'link').map(({ url }) => url)).toEqual([
      'https://github.com/lint-deploy/lint-deploy/blob/main/rules/loopback-bind/README.md',
    ]);
    for (const type of ['image', 'emphasis', 'delete', 'inlineCode', 'inlineMath']) expect(all(root, type)).toEqual([]);
    expect(all(root, 'heading')).toHaveLength(1);
    expect(text).not.toMatch(/@octocat|#1\b|:\/\/evil|www\.evil/);
    const rows = await tables({ findings: [finding], services });
    const shown = rows[1]?.[1]?.[3] ?? '';
    const plain = (words: string): string => words.replaceAll('`', '').replace(/\s+/g, ' ');
    expect(plain(shown)).toBe(plain(`${found} E. R.`));
    expect(rows.flat().every((row) => row.length === 4)).toBe(true);
  });

  it('mentions nobody and nothing', () => {
    const message = { found: '@octocat closes #12, `@octocat`', effect: 'E.', remedy: 'R.' };
    const text = markdownReport(reportOf({ findings: [findingOf({ message })] }), contextOf());
    expect(text).toContain('| &#64;&#8203;octocat closes &#35;&#8203;12, <code>&#64;octocat</code> E. R. |');
  });

  it('stays under 1 MiB, and says how much is left out', () => {
    const found = `${'ü'.repeat(2000)}.`;
    const findings = Array.from({ length: 2000 }, () => findingOf({ message: { found, effect: 'E.', remedy: 'R.' } }));
    const services = Array.from({ length: 20_000 }, (_, index) => ({
      ...API,
      name: `service-${index}`,
      inferred: false,
      followed: true,
      chain: [],
    }));
    const text = markdownReport(reportOf({ findings, services }), contextOf());
    expect(Buffer.byteLength(text)).toBeLessThan(1_048_576);
    expect(text).toMatch(/\| … \| and \d+ more findings \| \| \|\n$/);
    expect(text).toMatch(/\| … and \d+ others \| \| \| \|/);
  });
});
