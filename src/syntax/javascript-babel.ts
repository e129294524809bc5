import { parse, type ParserPlugin } from '@babel/parser';
import type { File } from '@babel/types';
import type { Dialect } from './javascript.js';
import { withoutStacks } from './without-stacks.js';

const PLUGINS: Readonly<Record<Dialect, ParserPlugin[]>> = {
  jsx: ['jsx', 'decorators-legacy'],
  flow: ['jsx', 'flow', 'decorators-legacy'],
  typescript: ['typescript', 'decorators-legacy'],
  'typescript-jsx': ['typescript', 'jsx', 'decorators-legacy'],
};

const OPTIONS = {
  sourceType: 'unambiguous',
  errorRecovery: true,
  allowReturnOutsideFunction: true,
  allowAwaitOutsideFunction: true,
  allowImportExportEverywhere: true,
} as const;

type Result = { is: 'parsed'; ast: File } | { is: 'failed'; why: string; offset: number };

/** Parses one dialect. */
export function parseWithBabel(code: string, dialect: Dialect): Result {
  try {
    const ast = withoutStacks(() => parse(code, { ...OPTIONS, plugins: PLUGINS[dialect] }));
    return { is: 'parsed', ast };
  } catch (error) {
    if (error instanceof RangeError) return { is: 'failed', why: 'nests too deep', offset: 0 };
    if (error instanceof SyntaxError) return { is: 'failed', why: 'does not parse', offset: offsetOf(error) };
    throw error;
  }
}

/** The parser's errors carry the offset they arose at. */
function offsetOf(error: SyntaxError): number {
  return 'pos' in error && typeof error.pos === 'number' ? error.pos : 0;
}
