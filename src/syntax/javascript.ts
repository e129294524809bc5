import type { File } from '@babel/types';
import type { Location } from '../model/location.js';
import type { Dialect, Refused, Result } from './javascript-babel.js';
import { componentTags, isScriptType, scriptElements } from './html.js';
import { linesOf, type Lines } from './lines.js';
import { tooDeepAt } from './nesting.js';
import { parserLoaded } from './loaded.js';

/** A parsed program. Offsets in the tree are those of the file, also where the code is only part of it. */
export interface JavaScript {
  is: 'parsed';
  ast: File;
  /** The text of the file. */
  text: string;
  lines: Lines;
  /** Components that the markup around the code uses, in .vue and .svelte files. */
  components: ReadonlySet<string>;
  /** Where mistakes are whose statements are left out of the tree; empty where the file is whole. */
  leftOut: readonly Location[];
}

/** Why a file could not be parsed. `why` is a clause such as "does not parse: …". */
export interface NotParsed {
  is: 'failed';
  why: string;
  at: Location;
}

/** What to try, in this order, by the end of the file's name. Some .js files hold Flow's types or TypeScript's. */
const DIALECTS: Readonly<Record<string, readonly Dialect[]>> = {
  ts: ['typescript'],
  mts: ['typescript'],
  cts: ['typescript'],
  tsx: ['typescript-jsx'],
  vue: ['typescript', 'typescript-jsx'],
  svelte: ['typescript'],
  html: ['jsx'],
};
const PLAIN: readonly Dialect[] = ['jsx', 'flow', 'typescript-jsx'];

/** Files whose code stands in `<script>` elements. */
const EMBEDDING = new Set(['vue', 'svelte', 'html']);

export interface ParseOptions {
  /**
   * Leaves out the statements of a file that hold mistakes and reads the rest. What is left out may say anything: this is
   * for those who heed `leftOut`. Loads TypeScript's parser, which takes a while, for a file that has mistakes.
   */
  aroundMistakes?: boolean;
}

/**
 * Parses JavaScript or TypeScript, or the scripts of a .vue, .svelte or .html file, by the file's name.
 * Recoverable mistakes, such as a name declared twice, are let pass. Never throws; loads the parser on first use.
 */
export async function parseJavaScript(
  text: string,
  file: string,
  { aroundMistakes = false }: ParseOptions = {},
): Promise<JavaScript | NotParsed> {
  const lines = linesOf(file, text);
  const failed = (why: string, offset: number): NotParsed => ({
    is: 'failed',
    why,
    at: lines.location(offset, offset),
  });
  const extension = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
  const code = EMBEDDING.has(extension) ? codeAlone(text, extension === 'html') : text;
  const deep = tooDeepAt(code);
  if (deep !== undefined) return failed('nests too deep', deep);
  const { parseWithBabel } = await import('./javascript-babel.js');
  parserLoaded('JavaScript');
  const dialects = DIALECTS[extension] ?? PLAIN;
  const whole = parseWithBabel(code, dialects);
  const parsed = whole.is === 'failed' && aroundMistakes ? await parseRest(code, dialects, whole) : whole;
  if (parsed.is !== 'parsed') return failed(parsed.why, parsed.offset);
  const components = extension === 'svelte' || extension === 'vue' ? componentTags(text) : new Set<string>();
  const leftOut = parsed.leftOut.map((offset) => lines.location(offset, offset));
  return { is: 'parsed', ast: parsed.ast, text, lines, components, leftOut };
}

async function parseRest(code: string, dialects: readonly Dialect[], refused: Refused): Promise<Result> {
  const { parseAroundMistakes } = await import('./javascript-mistakes.js');
  parserLoaded('TypeScript');
  return parseAroundMistakes(code, dialects, refused);
}

/** The text with all but its scripts' code blanked out, so that offsets stay true. Scripts elsewhere (`src`) hold none. */
function codeAlone(text: string, isPage: boolean): string {
  let code = '';
  for (const { attributes, inert, start, end } of scriptElements(text)) {
    const type = attributes.get('type')?.value ?? 'module';
    if (attributes.has('src') || !isScriptType(type) || (isPage && inert)) continue;
    // A `;` ends the code before: one element's last statement may have none.
    code += blank(text.slice(code.length, start - 1)) + ';' + text.slice(start, end);
  }
  return code + blank(text.slice(code.length));
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
