import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Language, Parser } from 'web-tree-sitter';
import { indentationFaults } from './python-indentation.js';
import { copyTree, grammarOf, type Fault, type Grammar, type Node } from './python-node.js';
import type { Body } from './python.js';
import { refusedSyntax } from './python-refused.js';
import { statementsOf } from './python-statements.js';

/**
 * Longest time in ms that one file is parsed. A file of 1 MB takes a quarter of a second; nonsense of 12 KB can keep the
 * parser's error recovery busy for many seconds.
 */
const TIMEOUT_MS = 3_000;

/**
 * Deepest indentation, in blocks, of a text that is parsed. Python stops at 100 (CPython's Parser/lexer/state.h); lines
 * within brackets may be indented further. Beyond 500, the grammar's scanner writes past the end of its memory.
 */
const MAX_INDENTS = 200;

/** Most faults of one file that are told. */
const MAX_FAULTS = 20;

let ready: Promise<{ parser: Parser; grammar: Grammar }> | undefined;

/** Reads as much of a program as parses. Rejects only where the parser's own files are missing. */
export async function readPython(text: string): Promise<{ body: Body; faults: readonly Fault[] }> {
  // The grammar knows no line that ends with a carriage return alone; Python does.
  const source = text.replace(/\r(?!\n)/g, '\n');
  const deep = tooDeep(source);
  if (deep !== undefined) return { body: [], faults: [{ why: 'nests too deep', start: deep, end: deep }] };
  const { parser, grammar } = await (ready ??= openParser());
  const copied = parseTree(source, parser, grammar);
  if (!copied) return { body: [], faults: [{ why: 'takes too long to parse', start: 0, end: 0 }] };
  const { root } = copied;
  const faults = [...copied.faults, ...refusedSyntax(root, source), ...indentationFaults(root, source)];
  return { body: statementsOf(root, source), faults: told(faults, source) };
}

/** Where a text is indented too deep to be parsed. Strings and brackets are taken for lines of their own. */
function tooDeep(source: string): number | undefined {
  const open: number[] = [];
  for (const { index, 0: space } of source.matchAll(/^[ \t]+(?=\S)/gm)) {
    while ((open.at(-1) ?? 0) >= space.length) open.pop();
    open.push(space.length);
    if (open.length > MAX_INDENTS) return index;
  }
  return undefined;
}

function parseTree(source: string, parser: Parser, grammar: Grammar): { root: Node; faults: Fault[] } | undefined {
  const until = performance.now() + TIMEOUT_MS;
  const tree = parser.parse(source, null, { progressCallback: () => performance.now() > until });
  // A parse that was broken off would otherwise be taken up again with the next text.
  parser.reset();
  try {
    return tree ? copyTree(tree, grammar) : undefined;
  } finally {
    // The tree lives outside JavaScript's memory, where nothing collects it.
    tree?.delete();
  }
}

/** In the order of the text. A part that does not parse may be the rest of the file: its first line is told. */
function told(faults: readonly Fault[], source: string): readonly Fault[] {
  return [...faults]
    .sort((one, other) => one.start - other.start)
    .slice(0, MAX_FAULTS)
    .map(({ why, start, end }) => {
      const line = source.indexOf('\n', start);
      return { why, start, end: line === -1 ? end : Math.max(start, Math.min(end, line)) };
    });
}

async function openParser(): Promise<{ parser: Parser; grammar: Grammar }> {
  const [runtime, python] = await Promise.all([
    wasm('web-tree-sitter.wasm', 'web-tree-sitter/web-tree-sitter.wasm'),
    wasm('tree-sitter-python.wasm', 'tree-sitter-python/tree-sitter-python.wasm'),
  ]);
  await Parser.init({ wasmBinary: runtime });
  const language = await Language.load(python);
  const parser = new Parser().setLanguage(language);
  return { parser, grammar: grammarOf(language) };
}

/** The bytes of a file that the bundle has beside its chunks, and the sources in a package. */
async function wasm(name: string, inPackage: string): Promise<Uint8Array> {
  try {
    return await readFile(new URL(`./${name}`, import.meta.url));
  } catch {
    return readFile(createRequire(import.meta.url).resolve(inPackage));
  }
}
