import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  parseAllDocuments,
  type Alias,
  type ErrorCode,
  type Node,
  type Pair,
  type Scalar,
  type YAMLError,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Position, Range } from '../model/location.js';
import { linesOf, type Lines } from './lines.js';
import {
  type YamlEntry,
  type YamlFile,
  type YamlList,
  type YamlMap,
  type YamlNode,
  type YamlProblem,
  type YamlScalar,
} from './yaml.js';
import { withoutStacks } from './without-stacks.js';

/**
 * A Blueprint of 1,000 services has about 100,000, which take a third of a second. Of text that is all errors, as many take
 * two thirds.
 */
const MAX_TOKENS = 150_000;

/** Values of a document with its aliases unfolded: whoever walks the tree meets a shared value each time it is named. */
const MAX_NODES = 50_000;

/** Levels of maps and lists, aliases unfolded, so that whoever walks the tree may do it by recursion. */
const MAX_DEPTH = 100;

// The parser's own check for repeated keys is quadratic, so it is off. Its toJS() has no bound on nested keys and is not used.
const OPTIONS = { uniqueKeys: false, keepSourceTokens: true, logLevel: 'silent', prettyErrors: false } as const;

export function parse(file: string, text: string): YamlFile {
  const lines = linesOf(file, text);
  if (hasTooManyTokens(text)) {
    return { file, text, lines, documents: [], problems: [beyond(LIMITS.tokens, lines.range(0, 0))] };
  }
  const documents: YamlNode[] = [];
  const problems: YamlProblem[] = [];
  const parsed = documentsIn(text);
  if (!parsed) return { file, text, lines, documents: [], problems: [beyond(LIMITS.depth, lines.range(0, 0))] };
  if ('empty' in parsed && parsed.errors[0]) problems.push(syntaxProblem(parsed.errors[0], undefined, text, lines));
  for (const document of parsed) {
    const [first] = document.errors.toSorted((a, b) => a.pos[0] - b.pos[0]);
    const read =
      document.contents && !isEmptyScalar(document.contents)
        ? convertDocument(document.contents, text, lines)
        : undefined;
    if (read) documents.push(read.root);
    if (first) problems.push(syntaxProblem(first, read?.root, text, lines));
    else if (read) problems.push(...read.problems);
  }
  return { file, text, lines, documents, problems };
}

/** Undefined where lists and maps nest deeper than the parser can follow: some thousands of levels. */
function documentsIn(text: string): ReturnType<typeof parseAllDocuments> | undefined {
  try {
    return withoutStacks(() => parseAllDocuments(text, OPTIONS));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const LIMITS = {
  tokens: `${MAX_TOKENS.toLocaleString('en')} YAML tokens`,
  nodes: `${MAX_NODES.toLocaleString('en')} values, its aliases unfolded`,
  depth: `${MAX_DEPTH} levels of nested values`,
} as const;

function beyond(limit: string, range: Range): YamlProblem {
  return { message: `This holds more than ${limit}.`, range, limit };
}

/** Stops at the limit. A backslash counts as one too: each wrong escape makes an error. */
function hasTooManyTokens(text: string): boolean {
  let count = 0;
  for (let at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at + 1)) {
    if (++count > MAX_TOKENS) return true;
  }
  const tokens = new Lexer().lex(text);
  while (!tokens.next().done) {
    if (++count > MAX_TOKENS) return true;
  }
  return false;
}

function isEmptyScalar(node: Node): boolean {
  return isScalar(node) && node.value === null && (node.source ?? '') === '';
}

// ---- the tree

interface Weight {
  /** Values in it, itself included, with aliases unfolded. */
  nodes: number;
  /** Levels below it. */
  height: number;
}

interface Conversion {
  text: string;
  lines: Lines;
  problems: YamlProblem[];
  /** `open`: its value is being read, so an alias to it would contain itself. */
  anchors: Map<string, YamlNode | 'open'>;
  weights: WeakMap<YamlNode, Weight>;
  /** Values met so far, with aliases unfolded. */
  nodes: number;
}

function convertDocument(contents: Node, text: string, lines: Lines): { root: YamlNode; problems: YamlProblem[] } {
  const conversion: Conversion = { text, lines, problems: [], anchors: new Map(), weights: new WeakMap(), nodes: 0 };
  const root = convert(conversion, contents, 0);
  const [first] = conversion.problems;
  return { root, problems: first ? [first] : [] };
}

function convert(on: Conversion, node: Node, depth: number): YamlNode {
  if (isAlias(node)) return convertAlias(on, node, depth);
  if (depth > MAX_DEPTH) return leaveOut(on, node, LIMITS.depth);
  if (!afford(on, 1)) return leaveOut(on, node, LIMITS.nodes);
  const anchor = 'anchor' in node && typeof node.anchor === 'string' ? node.anchor : undefined;
  if (anchor !== undefined) on.anchors.set(anchor, 'open');
  const converted = convertValue(on, node, depth);
  if (anchor !== undefined) on.anchors.set(anchor, converted);
  return converted;
}

function convertValue(on: Conversion, node: Node, depth: number): YamlNode {
  if (isMap(node)) return convertMap(on, node, depth);
  if (isSeq(node)) return convertList(on, node, depth);
  if (isScalar(node)) return weigh(on, convertScalar(on, node), []);
  return refuse(on, node, 'This is not valid YAML.');
}

/** An aliased value is shared, not copied; its weight counts each time. */
function convertAlias(on: Conversion, alias: Alias, depth: number): YamlNode {
  const target = on.anchors.get(alias.source);
  if (target === undefined) {
    return refuse(
      on,
      alias,
      `No anchor &${alias.source} stands above this alias; a text that starts with * must be quoted.`,
    );
  }
  if (target === 'open') return refuse(on, alias, `The alias *${alias.source} stands inside the value it names.`);
  const weight = on.weights.get(target) ?? { nodes: 1, height: 0 };
  if (depth + weight.height > MAX_DEPTH) return leaveOut(on, alias, LIMITS.depth);
  if (!afford(on, weight.nodes)) return leaveOut(on, alias, LIMITS.nodes);
  const copy = { ...target, alias: rangeOf(on, alias) };
  on.weights.set(copy, weight);
  return copy;
}

function afford(on: Conversion, nodes: number): boolean {
  if (on.nodes + nodes > MAX_NODES) return false;
  on.nodes += nodes;
  return true;
}

/** Reports a value that is not read and puts null in its place. */
function refuse(on: Conversion, node: Node, message: string): YamlScalar {
  const range = rangeOf(on, node);
  on.problems.push({ message, range: firstLine(range) });
  return nullAt(range);
}

/** The same for a value beyond a limit of ours. */
function leaveOut(on: Conversion, node: Node, limit: string): YamlScalar {
  const range = rangeOf(on, node);
  on.problems.push(beyond(limit, firstLine(range)));
  return nullAt(range);
}

function firstLine({ start, end }: Range): Range {
  return start.line === end.line ? { start, end } : { start, end: start };
}

function nullAt(range: Range): YamlScalar {
  return { is: 'scalar', value: null, text: '', style: 'plain', range };
}

function weigh<N extends YamlNode>(on: Conversion, node: N, children: readonly YamlNode[]): N {
  let nodes = 1;
  let height = 0;
  for (const child of children) {
    const weight = on.weights.get(child);
    nodes += weight?.nodes ?? 1;
    height = Math.max(height, (weight?.height ?? 0) + 1);
  }
  on.weights.set(node, { nodes, height });
  return node;
}

function convertScalar(on: Conversion, node: Scalar): YamlScalar {
  const { value } = node;
  const style =
    node.type === 'PLAIN' || node.type === undefined ? 'plain' : node.type.startsWith('QUOTE') ? 'quoted' : 'block';
  const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null;
  const text = node.source ?? (known ? String(value ?? '') : '');
  const range = rangeOf(on, node);
  return { is: 'scalar', value: known ? value : text, text, style, range, ...propertiesOf(node) };
}

function propertiesOf({ anchor, tag }: Scalar | YAMLMap | YAMLSeq): { properties?: true } {
  return anchor === undefined && tag === undefined ? {} : { properties: true };
}

function colonOf({ key, srcToken }: Pair): { colon?: number } {
  if (!isNode(key) || !isScalar(key) || propertiesOf(key).properties) return {};
  if (srcToken?.start.some(({ type }) => type === 'explicit-key-ind')) return {};
  const colon = srcToken?.sep?.find(({ type }) => type === 'map-value-ind')?.offset;
  return colon === undefined ? {} : { colon };
}

function convertList(on: Conversion, node: YAMLSeq, depth: number): YamlList {
  const items = node.items.flatMap((item) => (isNode(item) ? [convert(on, item, depth + 1)] : []));
  const flow = node.flow === true;
  const range = collectionRange(on, node, flow, items.at(-1));
  return weigh(on, { is: 'list', items, range, flow, ...propertiesOf(node) }, items);
}

function convertMap(on: Conversion, node: YAMLMap, depth: number): YamlMap {
  const entries: YamlEntry[] = [];
  const merged: YamlNode[] = [];
  for (const pair of node.items) {
    const key = keyOf(on, pair);
    if (!key) continue;
    const value = isNode(pair.value)
      ? convert(on, pair.value, depth + 1)
      : nullAt({ start: key.range.end, end: key.range.end });
    if (key.text === '<<' && key.style === 'plain') merged.push(value);
    else entries.push({ key: key.text, keyRange: key.range, ...colonOf(pair), value, merged: false });
  }
  const last = entries.at(-1)?.value;
  mergeInto(on, entries, merged);
  const flow = node.flow === true;
  const range = collectionRange(on, node, flow, last);
  const map: YamlMap = { is: 'map', entries, range, flow, ...propertiesOf(node) };
  return weigh(
    on,
    map,
    entries.map(({ value }) => value),
  );
}

function keyOf(on: Conversion, { key }: Pair): YamlScalar | undefined {
  const node =
    isNode(key) && isAlias(key)
      ? convertAlias(on, key, 0)
      : isNode(key) && isScalar(key)
        ? convertScalar(on, key)
        : undefined;
  if (node?.is === 'scalar') {
    if (isNode(key) && isScalar(key) && key.anchor !== undefined) on.anchors.set(key.anchor, node);
    const text = node.style === 'plain' ? node.text : String(node.value);
    return { ...node, text, range: node.alias ?? node.range };
  }
  if (isNode(key)) refuse(on, key, 'A key must be a plain text; a text that starts with { or [ must be quoted.');
  return undefined;
}

/** By YAML's merge key type: a key of the map itself wins over a merged one, an earlier source over a later one. */
function mergeInto(on: Conversion, entries: YamlEntry[], merged: readonly YamlNode[]): void {
  const present = new Set(entries.map(({ key }) => key));
  for (const source of merged.flatMap((node) => (node.is === 'list' ? node.items : [node]))) {
    if (source.is !== 'map') {
      on.problems.push({
        message: 'A merge key (<<) takes in a map or a list of maps.',
        range: firstLine(source.range),
      });
      continue;
    }
    for (const entry of source.entries) {
      if (present.has(entry.key)) continue;
      if (!afford(on, on.weights.get(entry.value)?.nodes ?? 1)) {
        on.problems.push(beyond(LIMITS.nodes, firstLine(source.alias ?? source.range)));
        return;
      }
      present.add(entry.key);
      entries.push({ key: entry.key, keyRange: entry.keyRange, value: entry.value, merged: true });
    }
  }
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value);
}

/** The parser's range of a block value runs on into the line break after it; ours ends with the last character. */
function rangeOf(on: Conversion, node: Node): Range {
  const [start, end] = node.range ?? [0, 0];
  let last = end;
  while (last > start && /\s/.test(on.text[last - 1] ?? '')) last--;
  return on.lines.range(start, last);
}

function collectionRange(on: Conversion, node: Node, flow: boolean, last: YamlNode | undefined): Range {
  const own = rangeOf(on, node);
  if (flow || !last) return own;
  const end = (last.alias ?? last.range).end;
  return end.offset > own.start.offset ? { start: own.start, end } : own;
}

// ---- errors in our words

const SENTENCES: Partial<Record<ErrorCode, string>> = {
  ALIAS_PROPS: 'An alias (*) takes no anchor and no tag.',
  BAD_ALIAS: 'A text that starts with * or & must be quoted: YAML reads it as an alias or an anchor.',
  BAD_COLLECTION_TYPE: 'The tag here does not go with a map or list.',
  BAD_DIRECTIVE: 'A line that starts with % is read as a YAML directive; this is none.',
  BAD_DQ_ESCAPE: 'This backslash sequence has no meaning in double quotes: double the backslash, or use single quotes.',
  BAD_INDENT: 'This line is not indented like the lines it belongs with.',
  BAD_PROP_ORDER: 'An anchor or tag stands in the wrong place.',
  BAD_SCALAR_START: 'A text cannot start with this character unless it is quoted.',
  BLOCK_AS_IMPLICIT_KEY:
    'A second colon follows on this line: quote a text that holds a colon and a space, or put the inner key on a line of its own.',
  BLOCK_IN_FLOW: 'Inside { } or [ ], values cannot be written by indentation.',
  KEY_OVER_1024_CHARS: 'A key is longer than 1,024 characters.',
  MULTILINE_IMPLICIT_KEY: 'This line is neither a key with a colon nor a list item.',
  MULTIPLE_ANCHORS: 'A value has more than one anchor.',
  MULTIPLE_TAGS: 'A value has more than one tag.',
  TAB_AS_INDENT: 'A tab is used for indentation; YAML takes only spaces.',
  UNEXPECTED_TOKEN: 'YAML does not allow this here.',
};

const UNCLOSED_QUOTE = 'A quote is opened here and not closed.';
const QUOTE_LEFT =
  'A quote is opened here, and a line that is not indented far enough to be in it comes before it is closed.';

/** One code stands for several things that can be missing; the parser's message tells which. */
const MISSING: readonly (readonly [RegExp, string])[] = [
  [/item without/i, 'This line is not indented like the lines it belongs with.'],
  [/quote/, UNCLOSED_QUOTE],
  [
    /flow (map|sequence|collection)|to end with/i,
    'A bracket or brace is opened and not closed, or a comma is missing.',
  ],
  [
    /block collection|implicit map keys need|missing :|: indicator/i,
    'A colon is missing after this, or the line is not indented like its neighbours.',
  ],
  [/space|whitespace|blank/i, 'A space is missing here.'],
];

function syntaxProblem(
  { code, message, pos }: YAMLError,
  root: YamlNode | undefined,
  text: string,
  lines: Lines,
): YamlProblem {
  if (code === 'RESOURCE_EXHAUSTION') return beyond(LIMITS.depth, lines.range(pos[0], pos[0]));
  const bracket =
    message.includes('must be sufficiently indented and end with') && root && unclosedBefore(root, pos[0], text);
  if (bracket)
    return {
      message: `The ${text.charAt(bracket.offset)} here is not closed.`,
      range: lines.range(bracket.offset, bracket.offset + 1),
    };
  const general = code === 'MISSING_CHAR' ? MISSING.find(([pattern]) => pattern.test(message))?.[1] : SENTENCES[code];
  const ofQuote = general === UNCLOSED_QUOTE;
  const words = ofQuote && /\S/.test(text.slice(pos[1])) ? QUOTE_LEFT : general;
  // The parser points at where the text that the quote swallowed ends.
  const start = (ofQuote && root ? quoteBefore(root, pos[0]) : undefined) ?? pos[0];
  const lineEnd = text.slice(start).search(/[\r\n]/);
  const end = Math.min(Math.max(pos[1], start), lineEnd < 0 ? text.length : start + lineEnd);
  return { message: words ?? 'This is not valid YAML.', range: lines.range(start, end) };
}

/** Where the quoted value that an offset lies in starts. */
function quoteBefore(root: YamlNode, offset: number): number | undefined {
  const node = nodesAt(root, offset).at(-1);
  return node?.is === 'scalar' && node.style === 'quoted' ? node.range.start.offset : undefined;
}

/** Where the innermost map or list in brackets starts that an offset lies in or follows, and that is not closed. */
function unclosedBefore(root: YamlNode, offset: number, text: string): Position | undefined {
  return nodesAt(root, offset).findLast(
    (node) => node.is !== 'scalar' && node.flow && !/[\]}]/.test(text.charAt(node.range.end.offset - 1)),
  )?.range.start;
}

/** The values that an offset lies in or follows, from the outermost. */
function nodesAt(root: YamlNode, offset: number): YamlNode[] {
  const isBefore = ({ alias, range }: YamlNode): boolean => !alias && range.start.offset <= offset;
  const found: YamlNode[] = [];
  let node: YamlNode | undefined = root;
  while (node) {
    found.push(node);
    if (node.is === 'scalar') break;
    node =
      node.is === 'map'
        ? node.entries.findLast(({ merged, value }) => !merged && isBefore(value))?.value
        : node.items.findLast(isBefore);
  }
  return found;
}
