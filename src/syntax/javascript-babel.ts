import { parse, type ParserPlugin } from '@babel/parser';
import type { File } from '@babel/types';
import { withoutStacks } from './without-stacks.js';

/** Grammar beyond JavaScript itself that a file may hold. */
export type Dialect = 'jsx' | 'flow' | 'typescript' | 'typescript-jsx';

const PLUGINS: Readonly<Record<Dialect, ParserPlugin[]>> = {
  jsx: ['jsx', 'decorators-legacy'],
  flow: ['jsx', 'flow', 'decorators-legacy'],
  typescript: ['typescript', 'decorators-legacy'],
  'typescript-jsx': ['typescript', 'jsx', 'decorators-legacy'],
};

const OPTIONS = {
  sourceType: 'unambiguous',
  attachComment: false,
  errorRecovery: true,
  allowReturnOutsideFunction: true,
  allowAwaitOutsideFunction: true,
  allowImportExportEverywhere: true,
} as const;

/** A tree. `leftOut`: offsets of mistakes whose statements are not in it. */
interface Parsed {
  is: 'parsed';
  ast: File;
  leftOut: readonly number[];
}

/** Why there is no tree: a mistake at an offset, or more nesting than can be followed. */
export interface Refused {
  is: 'failed' | 'too deep';
  why: string;
  offset: number;
}

export type Result = Parsed | Refused;

/** Parses the first dialect that the code is in. Where it is in none, the result is what the first had against it. */
export function parseWithBabel(code: string, [first, ...others]: readonly Dialect[]): Result {
  const result = parseDialect(code, first ?? 'jsx');
  if (result.is === 'parsed') return result;
  for (const dialect of others) {
    const other = parseDialect(code, dialect);
    if (other.is === 'parsed') return other;
  }
  return result;
}

function parseDialect(code: string, dialect: Dialect): Result {
  try {
    const ast = withoutStacks(() => parse(code, { ...OPTIONS, plugins: PLUGINS[dialect] }));
    return { is: 'parsed', ast, leftOut: [] };
  } catch (error) {
    if (error instanceof RangeError) return { is: 'too deep', why: 'nests too deep', offset: 0 };
    if (error instanceof SyntaxError) return { is: 'failed', why: 'does not parse', offset: offsetOf(error) };
    throw error;
  }
}

/** The parser's errors carry the offset they arose at. */
function offsetOf(error: SyntaxError): number {
  return 'pos' in error && typeof error.pos === 'number' ? error.pos : 0;
}
