import type { Location } from '../model/location.js';
import { linesOf, type Lines } from './lines.js';
import { parserLoaded } from './loaded.js';

/** Where a node stands: UTF-16 offsets in the file. */
export interface Span {
  start: number;
  end: number;
}

/** A name where it is written. */
export interface Identifier extends Span {
  name: string;
}

/** Parentheses around an expression are no part of it, but those of a tuple are. */
export type Expression = Span &
  (
    | { is: 'name'; name: string }
    | { is: 'attribute'; object: Expression; name: string }
    | { is: 'subscript'; object: Expression; index: Expression }
    | { is: 'call'; callee: Expression; arguments: readonly Argument[] }
    /** Adjacent literals are one string. */
    | { is: 'string'; value: string }
    /** The bytes as characters up to U+00FF. */
    | { is: 'bytes'; value: string }
    | { is: 'formatted'; parts: readonly FormattedPart[] }
    /** Integers that a double cannot hold and complex numbers are opaque. */
    | { is: 'number'; value: number }
    | { is: 'boolean'; value: boolean }
    | { is: 'none' | 'ellipsis' }
    | { is: 'list' | 'tuple' | 'set'; items: readonly Expression[] }
    | { is: 'dictionary'; entries: readonly DictionaryEntry[] }
    | { is: 'comprehension'; of: 'list' | 'set' | 'generator'; element: Expression; clauses: readonly Clause[] }
    | { is: 'conditional'; test: Expression; then: Expression; otherwise: Expression }
    | { is: 'and' | 'or'; left: Expression; right: Expression }
    | { is: 'comparison'; first: Expression; rest: readonly { operator: string; operand: Expression }[] }
    | { is: 'binary'; operator: string; left: Expression; right: Expression }
    | { is: 'unary'; operator: string; operand: Expression }
    | { is: 'not'; operand: Expression }
    | { is: 'lambda'; parameters: readonly Parameter[]; body: Expression }
    | { is: 'await' | 'starred'; value: Expression }
    | { is: 'walrus'; name: string; value: Expression }
    /** What has no shape of its own here, such as slices, and what could not be read. */
    | { is: 'opaque' }
  );

export interface Argument extends Span {
  kind: 'positional' | 'keyword' | 'star' | 'doubleStar';
  /** Of a keyword argument. */
  name: string | undefined;
  value: Expression;
}

/** `{value}` of an f-string; `spec` is what is written between the value and the brace, such as `!r`, `:>10` or `=`. */
export type FormattedPart = { text: string } | { value: Expression; spec: string };

/** `**value` has no key. */
export interface DictionaryEntry extends Span {
  key: Expression | undefined;
  value: Expression;
}

/** `for target in iterable` or `if test` of a comprehension. */
export type Clause = { target: Expression; iterable: Expression } | { test: Expression };

export interface Parameter extends Identifier {
  kind: 'plain' | 'keywordOnly' | 'star' | 'doubleStar';
  annotation: Expression | undefined;
  default: Expression | undefined;
}

export type Body = readonly Statement[];

export type Statement = Span &
  /** `a = b = value`; without a value it only annotates. */
  (
    | {
        is: 'assign';
        targets: readonly Expression[];
        annotation: Expression | undefined;
        value: Expression | undefined;
      }
    /** The operator with its `=`. */
    | { is: 'augmentedAssign'; target: Expression; operator: string; value: Expression }
    | { is: 'expression'; value: Expression }
    | { is: 'import'; modules: readonly ImportedName[] }
    /** `level` is the number of dots before the module, whose name may be empty then. */
    | { is: 'fromImport'; level: number; module: string; names: readonly ImportedName[] | '*' }
    | { is: 'if'; branches: readonly { test: Expression; body: Body }[]; otherwise: Body }
    | { is: 'try'; body: Body; handlers: readonly Handler[]; otherwise: Body; finally: Body }
    | { is: 'with'; items: readonly { value: Expression; target: Expression | undefined }[]; body: Body }
    | { is: 'for'; target: Expression; iterable: Expression; body: Body; otherwise: Body }
    | { is: 'while'; test: Expression; body: Body; otherwise: Body }
    | { is: 'match'; subject: Expression; cases: readonly Case[] }
    | {
        is: 'function';
        name: Identifier;
        async: boolean;
        parameters: readonly Parameter[];
        decorators: readonly Expression[];
        body: Body;
      }
    | {
        is: 'class';
        name: Identifier;
        bases: readonly Argument[];
        decorators: readonly Expression[];
        body: Body;
      }
    | { is: 'return'; value: Expression | undefined }
    | { is: 'raise'; error: Expression | undefined; cause: Expression | undefined }
    | { is: 'assert'; test: Expression; message: Expression | undefined }
    | { is: 'delete'; targets: readonly Expression[] }
    | { is: 'global' | 'nonlocal'; names: readonly string[] }
    | { is: 'typeAlias'; name: Identifier }
    | { is: 'pass' | 'break' | 'continue' }
    /** What could not be read. */
    | { is: 'opaque' }
  );

/** `name` is dotted in an `import`. */
export interface ImportedName extends Span {
  name: string;
  as: Identifier | undefined;
}

export interface Handler extends Span {
  error: Expression | undefined;
  name: Identifier | undefined;
  body: Body;
}

/** Of a pattern only the names it may bind are told. */
export interface Case extends Span {
  binds: readonly Identifier[];
  guard: Expression | undefined;
  body: Body;
}

/** Something that Python 3 would refuse. `why` is a clause such as "does not parse". */
interface SyntaxFault {
  why: string;
  at: Location;
}

/** A program as far as it could be read. */
export interface Python {
  body: Body;
  /** In the order of the text; empty where all of it was read. */
  errors: readonly SyntaxFault[];
  text: string;
  lines: Lines;
}

/**
 * Parses Python 3. What does not parse is left out or opaque, and told in `errors`.
 * Never throws on a text; loads the parser on first use, and rejects where its files are missing from the installation.
 */
export async function parsePython(text: string, file: string): Promise<Python> {
  const { readPython } = await import('./python-parser.js');
  parserLoaded('Python');
  const lines = linesOf(file, text);
  const { body, faults } = await readPython(text);
  const errors = faults.map(({ why, start, end }) => ({ why, at: lines.location(start, end) }));
  return { body, errors, text, lines };
}
