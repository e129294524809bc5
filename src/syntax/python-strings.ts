import type { Expression, FormattedPart } from './python.js';
import type { Node } from './python-node.js';

type Read = (node: Node) => Expression;
type Literal = Extract<Expression, { is: 'string' | 'bytes' | 'formatted' }>;

/** `expression` reads what stands in the braces of an f-string. Undefined where the value is not told. */
export function stringLiteral(node: Node, text: string, expression: Read): Literal | undefined {
  const { start, end, children } = node;
  const opening = children.find((each) => each.type === 'string_start');
  if (!opening || children.at(-1)?.type !== 'string_end') return undefined;
  const [, prefix = '', quotes = ''] = /^([a-zA-Z]*)(.*)$/s.exec(text.slice(opening.start, opening.end)) ?? [];
  const kind = prefix.toLowerCase();
  // Template strings, of Python 3.14, are no text.
  if (kind.includes('t')) return undefined;
  const parts: FormattedPart[] = [];
  let from = opening.end;
  const read = (to: number): boolean => {
    const content = decoded(text.slice(from, to), kind);
    if (content !== undefined && content !== '') parts.push({ text: content });
    return content !== undefined;
  };
  for (const child of children) {
    if (child.type !== 'interpolation') continue;
    if (!read(child.start)) return undefined;
    parts.push(interpolation(child, text, expression));
    from = child.end;
  }
  // The grammar's node for the closing quotes may hold a backslash before them as well.
  if (!read(end - quotes.length)) return undefined;
  if (kind.includes('f')) return { is: 'formatted', parts, start, end };
  return { is: kind.includes('b') ? 'bytes' : 'string', value: textOf(parts), start, end };
}

/** Adjacent literals. Bytes and text do not mix. */
export function concatenation(node: Node, literals: readonly (Literal | undefined)[]): Literal | undefined {
  const { start, end } = node;
  const read = literals.filter((each) => each !== undefined);
  if (read.length < literals.length) return undefined;
  const bytes = read.filter((each) => each.is === 'bytes');
  if (bytes.length > 0) {
    return bytes.length < read.length
      ? undefined
      : { is: 'bytes', value: bytes.map(({ value }) => value).join(''), start, end };
  }
  const parts = read.flatMap((each) => (each.is === 'formatted' ? each.parts : [{ text: each.value }]));
  if (read.some((each) => each.is === 'formatted')) return { is: 'formatted', parts, start, end };
  return { is: 'string', value: textOf(parts), start, end };
}

function textOf(parts: readonly FormattedPart[]): string {
  return parts.map((part) => ('text' in part ? part.text : '')).join('');
}

function interpolation(node: Node, text: string, expression: Read): FormattedPart {
  const value = node.children.find((each) => each.field === 'expression');
  if (!value) return { value: { is: 'opaque', start: node.start, end: node.end }, spec: '' };
  return { value: expression(value), spec: text.slice(value.end, node.end - 1).trim() };
}

/** Values of single-character escapes; a backslash before a new line takes both away. */
const ESCAPES: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const ESCAPE = /\\(?:[0-7]{1,3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^])/g;

/** What the text between the quotes stands for; undefined where an escape is wrong or names its character (`\N{…}`). */
function decoded(written: string, prefix: string): string | undefined {
  const text = written.replace(/\r\n/g, '\n');
  const plain = prefix.includes('f') ? text.replace(/\{\{|\}\}/g, (pair) => pair.slice(1)) : text;
  if (prefix.includes('r')) return plain;
  const inBytes = prefix.includes('b');
  if (plain.match(ESCAPE)?.some((escape) => unescaped(escape, inBytes) === undefined)) return undefined;
  return plain.replace(ESCAPE, (escape) => unescaped(escape, inBytes) ?? '');
}

/** What an escape stands for. In bytes, `\u`, `\U` and `\N` are none. */
function unescaped(escape: string, inBytes: boolean): string | undefined {
  const kind = escape.charAt(1);
  const digits = escape.slice(2);
  if (/[0-7]/.test(kind)) return String.fromCharCode(parseInt(escape.slice(1), 8));
  if (inBytes ? kind === 'x' : 'xuUN'.includes(kind)) {
    const point = parseInt(digits, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
  }
  // Python keeps a backslash that begins no escape.
  return ESCAPES[kind] ?? escape;
}
