import { namesSecret, type Span } from './secret-names.js';

/**
 * The values of a YAML text's mappings whose `key` names a secret, as in Render's `envVars`. In whatever order, notation
 * and spelling they are written: a misspelt `valu:` holds the same secret as `value:`. Only what an entry is known to
 * say about a variable besides its value stays readable. Takes broken YAML, and time linear in the text's length.
 */
export function itemSecrets(text: string): Span[] {
  return new Items(text).read();
}

/** Entries of a variable that hold no value of it: they name or describe it, or say where the value comes from. */
const OTHERS = new Set([
  'key',
  'name',
  'displayName',
  'description',
  'title',
  'label',
  'fromDatabase',
  'fromService',
  'fromGroup',
]);
/** An entry's key, and the blanks behind its colon. */
const ENTRY = /(["']?)([^\s"'#:,[\]{}&*!|>%@`][^"':#\r\n]{0,63}?)\1[ \t]*:(?:[ \t]+|(?=[\r\n]|$))/y;
const DASHES = /(?:-[ \t]+)*/y;
/** Anchors and tags stand before a value. */
const PROPERTIES = /(?:[&!][^\s,[\]{}]*[ \t]+)*/y;
const BLOCK_HEADER = /[|>][\w+-]*[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|$)/y;
const REST = /[^\r\n]*/y;
const QUOTED = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|'[^']*(?:''[^']*)*'/y;
const COMMENTED = /#[#\t ]*[\w-]{1,64}[ \t]*:[ \t]+/y;
/** One word of a plain scalar in brackets. */
const WORD = /(?:[^\s,[\]{}:]|:(?![\s,[\]{}]))+/y;
/** What is no secret: a mention of a variable, a place to fill in, and words that are no text. */
const READABLE = /^(?:\$\{[^{}]*\}|\$\([^()]*\)|\$[A-Z_][A-Z0-9_]*|\{\{[^{}]*\}\}|<[^<>]*>|true|false|null|~|-)?$/i;
const ALIAS = /^\*([^\s,[\]{}]+)$/;

/** A mapping that is not yet at its end. Until then it is not known whether it is of a secret: `key` may come last. */
interface Mapping {
  /** Where its entries begin in their lines; -1 in brackets. */
  column: number;
  isSecret: boolean;
  /** What was held back when it began. */
  held: number;
  /** The key of the entry that is read. */
  key: string;
  /** It stands under an entry that holds no value. */
  isOther: boolean;
}

class Items {
  readonly #hidden: Span[] = [];
  /** Values of mappings not yet at their end. */
  readonly #held: Span[] = [];
  readonly #open: Mapping[] = [];
  /** What an alias stands for. */
  readonly #anchors = new Map<string, Span>();
  /** The column of the entry whose literal or folded text is read. */
  #blockColumn: number | undefined;
  /** Brackets that are not closed: what follows is read line by line. */
  #isBroken = false;

  constructor(readonly text: string) {}

  read(): Span[] {
    let start = 0;
    while (start < this.text.length) {
      const end = this.#line(start);
      const next = /\r\n|\n|\r/g;
      next.lastIndex = end;
      const found = next.exec(this.text);
      start = found ? next.lastIndex : this.text.length;
    }
    this.#close(-1);
    return this.#hidden;
  }

  /** Reads the line that begins here and what it opens; returns where that ends. */
  #line(start: number): number {
    const first = start + this.#length(/[ \t]*/y, start);
    const end = first + this.#length(REST, first);
    const indent = first - start;
    if (first === end) return end;
    if (this.#blockColumn !== undefined && indent > this.#blockColumn) {
      this.#hold({ start: first, end });
      return end;
    }
    this.#blockColumn = undefined;
    if (this.text[first] === '#') {
      const length = this.#length(COMMENTED, first);
      if (length > 0 && indent >= (this.#open.at(-1)?.column ?? 0)) this.#keep({ start: first + length, end });
      return end;
    }
    this.#close(indent);
    const at = first + this.#length(DASHES, first);
    return this.#content(at, end, at - start, at > first);
  }

  #content(at: number, end: number, column: number, isItem: boolean): number {
    if (this.text[at] === '{' || this.text[at] === '[') return this.#brackets(at, end);
    ENTRY.lastIndex = at;
    const entry = ENTRY.exec(this.text);
    const top = this.#open.at(-1);
    if (!entry) {
      this.#more(top, { start: at, end });
      return end;
    }
    if (isItem || !top || top.column < column) this.#begin(column);
    const mapping = this.#open.at(-1);
    if (mapping) mapping.key = entry[2] ?? '';
    return this.#value(at + entry[0].length, end, column);
  }

  /** A line that goes on with a value. Behind a name that is complete, as in `value:hunter2`, it is no name. */
  #more(mapping: Mapping | undefined, line: Span): void {
    if (mapping?.key !== 'key') this.#hold(line);
    else if (mapping.isSecret) this.#keep(line);
    else this.#name(mapping, this.text.slice(line.start, line.end));
  }

  /** Reads what stands behind an entry's colon; returns where it ends. */
  #value(from: number, end: number, column: number): number {
    const at = from + this.#length(PROPERTIES, from);
    if (this.text[at] === '{' || this.text[at] === '[') return this.#brackets(at, end);
    if (this.#length(BLOCK_HEADER, at) > 0) {
      this.#blockColumn = column;
      return end;
    }
    const value = this.#quoted(at, end, column) ?? this.#plain(at, end);
    const anchor = /&([^\s,[\]{}]+)/.exec(this.text.slice(from, at))?.[1];
    if (anchor !== undefined) this.#anchors.set(anchor, value);
    const mapping = this.#open.at(-1);
    if (mapping?.key === 'key') this.#name(mapping, this.text.slice(value.start, value.end));
    this.#hold(value);
    return Math.max(value.end, end);
  }

  /** A text in quotes, over several lines where they are indented as they must be. */
  #quoted(at: number, end: number, column: number): Span | undefined {
    const length = this.#length(QUOTED, at);
    if (length === 0) return undefined;
    const inner = { start: at + 1, end: at + length - 1 };
    if (inner.end < end) return inner;
    const indents = this.text.slice(end, inner.end).matchAll(/[\r\n]([ \t]*)(?![ \t\r\n])/g);
    for (const [, indent = ''] of indents) if (indent.length <= column) return undefined;
    return inner;
  }

  #plain(at: number, end: number): Span {
    const value = this.text.slice(at, end).split(/[ \t]#/, 1)[0] ?? '';
    return { start: at, end: at + value.trimEnd().length };
  }

  // ---- brackets

  /** Reads what stands in brackets; returns where they end. Brackets that stay open are read up to the line's end. */
  #brackets(start: number, lineEnd: number): number {
    const outer = this.#open.length;
    const limit = this.#isBroken ? lineEnd : this.text.length;
    let depth = 0;
    let at = start;
    while (at < limit) {
      const character = this.text.charAt(at);
      if (character === '{' || character === '[') depth += 1;
      if (character === '{') this.#begin(-1);
      if (character === '}' && this.#open.length > outer) this.#end();
      if (character === '}' || character === ']') depth -= 1;
      if (character === ',' && this.#open.length > outer) this.#startEntry();
      at = '{}[],:'.includes(character) ? at + 1 : this.#token(at, outer);
      if (depth <= 0) return at + this.#length(REST, at);
    }
    while (this.#open.length > outer) this.#end();
    this.#isBroken = true;
    return lineEnd;
  }

  #startEntry(): void {
    const mapping = this.#open.at(-1);
    if (mapping) mapping.key = '';
  }

  /** Reads a blank, a comment or a scalar in brackets; returns where it ends. */
  #token(at: number, outer: number): number {
    const blank = this.#length(/\s+/y, at);
    if (blank > 0) return at + blank;
    if (this.text[at] === '#') return at + this.#length(REST, at);
    const quoted = this.#length(QUOTED, at);
    const length = quoted || this.#length(WORD, at) || 1;
    const inner = quoted > 0 ? { start: at + 1, end: at + quoted - 1 } : { start: at, end: at + length };
    this.#scalar(inner, outer, at + length);
    return at + length;
  }

  #scalar(inner: Span, outer: number, after: number): void {
    const mapping = this.#open.length > outer ? this.#open.at(-1) : undefined;
    const words = this.text.slice(inner.start, inner.end);
    const colon = after + this.#length(/[ \t]*/y, after);
    if (mapping?.key === '' && this.text[colon] === ':') {
      mapping.key = words;
      return;
    }
    if (mapping?.key === 'key') this.#name(mapping, words);
    this.#hold(inner);
  }

  // ---- mappings

  #begin(column: number): void {
    const outer = this.#open.at(-1);
    const isOther = outer !== undefined && (outer.isOther || OTHERS.has(outer.key));
    this.#open.push({ column, isSecret: false, held: this.#held.length, key: '', isOther });
  }

  /** Ends the mappings whose entries stand further to the right. */
  #close(column: number): void {
    while ((this.#open.at(-1)?.column ?? -1) > column) this.#end();
  }

  #end(): void {
    const mapping = this.#open.pop();
    if (!mapping?.isSecret) {
      if (this.#open.length === 0) this.#held.length = 0;
      return;
    }
    for (const span of this.#held.splice(mapping.held)) this.#hidden.push(this.#meant(span));
  }

  /** What an alias stands for, else the span itself. */
  #meant(span: Span): Span {
    const alias = ALIAS.exec(this.#short(span))?.[1];
    return (alias === undefined ? undefined : this.#anchors.get(alias)) ?? span;
  }

  #name(mapping: Mapping, words: string): void {
    const name = /^["']?([\w.-]{1,64})["']?(?:\s|$)/.exec(words.slice(0, 256).trim())?.[1];
    if (name !== undefined && namesSecret(name)) mapping.isSecret = true;
  }

  #hold(span: Span): void {
    const mapping = this.#open.at(-1);
    if (!mapping || mapping.isOther || OTHERS.has(mapping.key)) return;
    this.#keep(span);
  }

  #keep(span: Span): void {
    if (!READABLE.test(this.#short(span))) this.#held.push(span);
  }

  /** A text too long for a mention of a variable is cut. */
  #short({ start, end }: Span): string {
    return this.text.slice(start, Math.min(end, start + 128)).trim();
  }

  #length(pattern: RegExp, at: number): number {
    pattern.lastIndex = at;
    return pattern.exec(this.text)?.[0].length ?? 0;
  }
}
