import { join } from 'node:path';
import { lint, openDirectory, textReport } from '../../src/index.js';
import { PROJECT } from './project.js';

/** What the README shows: a fixture, which its command names too. */
const SAMPLE = 'fixtures/missing-spa-rewrite/flagged-react-router-6';

/** Columns. */
const WIDTH = 100;

/** In pixels; a letter of a monospaced font is about 0.6 times as wide as it is high. */
const [FONT, LETTER, LINE, MARGIN] = [14, 8.43, 20, 16];

/** Colours of text by the codes that switch to them (ECMA-48, SGR), readable on the dark ground. */
const COLOURS: Readonly<Record<string, string>> = {
  31: '#ff7b72',
  32: '#7ee787',
  33: '#e3b341',
  34: '#79c0ff',
  35: '#d2a8ff',
  36: '#76e3ea',
  90: '#8b949e',
};
const [TEXT, GROUND] = ['#e6edf3', '#0d1117'];

/** A terminal with the report on the sample, as an SVG picture. The time that the run took is left out. */
export async function terminalPicture(): Promise<string> {
  const { report, context } = await lint(openDirectory(join(PROJECT, SAMPLE)));
  const style = { colour: true, width: WIDTH, quiet: false, verbose: false };
  const text = textReport(report, { ...context, durationMs: undefined }, style);
  return pictureOf(['$ npx lint-deploy', '', ...text.trimEnd().split('\n')]);
}

/** Lines with the codes of a terminal as a picture. */
function pictureOf(lines: readonly string[]): string {
  const parts = lines.map(segmentsOf);
  const columns = Math.max(...parts.map((line) => line.reduce((sum, { text }) => sum + text.length, 0)));
  const [width, height] = [Math.ceil(columns * LETTER) + 2 * MARGIN, lines.length * LINE + 2 * MARGIN];
  const rows = parts.map((line, row) => rowOf(line, MARGIN + row * LINE + FONT));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>A run of lint-deploy in a terminal</title>
<rect width="100%" height="100%" rx="8" fill="${GROUND}"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="${FONT}" fill="${TEXT}">
${rows.filter((row) => row !== '').join('\n')}
</g>
</svg>
`;
}

/** A run of letters that look the same. */
interface Segment {
  text: string;
  bold: boolean;
  dim: boolean;
  colour: string | undefined;
}

function segmentsOf(line: string): Segment[] {
  let look: Omit<Segment, 'text'> = { bold: false, dim: false, colour: undefined };
  const segments: Segment[] = [];
  // eslint-disable-next-line no-control-regex -- the codes of a terminal are control characters
  for (const [index, part] of line.split(/\u001B\[([\d;]*)m/).entries()) {
    if (index % 2 === 1) look = changed(look, part);
    else if (part !== '') segments.push({ text: part, ...look });
  }
  return segments;
}

function changed(look: Omit<Segment, 'text'>, code: string): Omit<Segment, 'text'> {
  if (code === '1') return { ...look, bold: true };
  if (code === '2') return { ...look, dim: true };
  if (code === '22') return { ...look, bold: false, dim: false };
  if (code === '39' || code === '0') return { ...look, colour: undefined };
  return { ...look, colour: COLOURS[code] ?? look.colour };
}

/** Each run of words has its place, so that the columns hold in every font and no blank is lost. */
function rowOf(line: readonly Segment[], y: number): string {
  if (line.length === 0) return '';
  let column = 0;
  const spans = line.flatMap((segment) => {
    const start = column;
    column += segment.text.length;
    const words = segment.text.matchAll(/\S+(?: \S+)*/g);
    return Array.from(words, (match) => spanOf({ ...segment, text: match[0] }, start + match.index));
  });
  return `<text y="${y}">${spans.join('')}</text>`;
}

function spanOf({ text, bold, dim, colour }: Segment, column: number): string {
  const attributes = [
    `x="${(MARGIN + column * LETTER).toFixed(1)}"`,
    `textLength="${(text.length * LETTER).toFixed(1)}"`,
    ...(bold ? ['font-weight="bold"'] : []),
    ...(dim ? ['fill-opacity="0.65"'] : []),
    ...(colour === undefined ? [] : [`fill="${colour}"`]),
  ];
  return `<tspan ${attributes.join(' ')}>${escaped(text)}</tspan>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
