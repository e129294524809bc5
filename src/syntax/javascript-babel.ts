import { parse, type ParserPlugin } from '@babel/parser';
import type { File } from '@babel/types';
import { hasManyLabels } from './nesting.js';
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

/** Few programs have a mistake: only in those are labels counted, of which each repeated one is a mistake more. */
function parseDialect(code: string, dialect: Dialect): Result {
  const strict = parseOnce(code, dialect, false);
  if (strict.is !== 'failed') return strict;
  return hasManyLabels(code) ? strict : parseOnce(code, dialect, true);
}

/** `errorRecovery`: goes on after a mistake such as a name declared twice. */
function parseOnce(code: string, dialect: Dialect, errorRecovery: boolean): Result {
  try {
    const ast = withoutStacks(() => parse(code, { ...OPTIONS, errorRecovery, plugins: PLUGINS[dialect] }));
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
