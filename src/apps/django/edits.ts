import type { TextEdit } from '../../model/finding.js';
import type { Location } from '../../model/location.js';
import type { Repository } from '../../repository/repository.js';
import { linesOf } from '../../syntax/lines.js';
import type { DjangoSettings } from './settings.js';

/**
 * Edits that add a variable's value to ALLOWED_HOSTS, behind the last statement that makes it. Undefined where that is not
 * a list or tuple on its own lines, or lies in a class.
 */
export function addHostVariable(
  repository: Repository,
  { allowedHosts, file }: DjangoSettings,
  variable: string,
): readonly TextEdit[] | undefined {
  const { value, statements } = allowedHosts;
  const last = statements.at(-1);
  const source = repository.read(last?.file ?? file);
  if (source.is !== 'text' || source.lossy) return undefined;
  const { text } = source;
  if (!last) {
    const line = `ALLOWED_HOSTS = [os.environ.get('${variable}', 'localhost')]`;
    return value.is === 'absent' ? inserted(text, file, text.length, '', [line], /[^\n]$/.test(text)) : undefined;
  }
  const kind = value.is === 'known' ? value.value.kind : undefined;
  if (kind !== 'list' && kind !== 'tuple') return undefined;
  const place = lineOf(text, last);
  if (!place) return undefined;
  const held = `os.environ['${variable}']`;
  const change = kind === 'list' ? `ALLOWED_HOSTS.append(${held})` : `ALLOWED_HOSTS += (${held},)`;
  const step = place.indent.includes('\t') ? '\t' : '    ';
  const lines = [`if os.environ.get('${variable}'):`, `${step}${change}`];
  return inserted(text, last.file, place.end, place.indent, lines, place.unfinished);
}

interface Line {
  indent: string;
  /** Behind the end of the last line of the statement. */
  end: number;
  /** That line has no line ending. */
  unfinished: boolean;
}

/** Where a statement's lines end; undefined where something else stands on them. */
function lineOf(text: string, { range }: Location): Line | undefined {
  const start = text.lastIndexOf('\n', range.start.offset - 1) + 1;
  const indent = text.slice(start, range.start.offset);
  if (!/^[ \t]*$/.test(indent)) return undefined;
  const newline = text.indexOf('\n', range.end.offset);
  const end = newline < 0 ? text.length : newline + 1;
  if (!/^[ \t]*(?:#.*)?\r?\n?$/.test(text.slice(range.end.offset, end))) return undefined;
  return { indent, end, unfinished: newline < 0 };
}

const IMPORTS_OS = /^import[ \t]+(?:[\w.]+[ \t]*,[ \t]*)*os[ \t]*(?:,|\r?$|#)/m;

function inserted(
  text: string,
  file: string,
  offset: number,
  indent: string,
  added: readonly string[],
  unfinished: boolean,
): readonly TextEdit[] {
  const lines = linesOf(file, text);
  const ending = text.includes('\r\n') ? '\r\n' : '\n';
  const body = added.map((line) => `${indent}${line}${ending}`).join('');
  const edits: TextEdit[] = [{ at: lines.location(offset, offset), text: `${unfinished ? ending : ''}${body}` }];
  if (IMPORTS_OS.test(text.slice(0, offset))) return edits;
  const first = firstImport(text, offset);
  if (first === offset)
    return [
      { at: lines.location(offset, offset), text: `${unfinished ? ending : ''}${indent}import os${ending}${body}` },
    ];
  return [{ at: lines.location(first, first), text: `import os${ending}` }, ...edits];
}

/** The first import on a line of its own, those of `__future__` left out; without one before it, the offset itself. */
function firstImport(text: string, offset: number): number {
  const found = /^(?:import|from(?![ \t]+__future__))[ \t]+[\w.]+/m.exec(text.slice(0, offset));
  return found?.index ?? offset;
}
