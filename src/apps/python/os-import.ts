import type { Program } from '../../code/python/program.js';
import type { TextEdit } from '../../model/finding.js';
import type { Body, Statement } from '../../syntax/python.js';

/** Edits that make the module `os` known under its name before a place; none where it is. Undefined where it cannot be. */
export function osEdits({ body, lines, text }: Program, offset: number): readonly TextEdit[] | undefined {
  if (body.some((each) => isImport(each) && each.end <= offset)) return [];
  // Elsewhere the name may stand for something else.
  if (/\bos[ \t]*=(?!=)|\bas[ \t]+os\b|\bimport[ \t]+(?:\w+[ \t]*,[ \t]*)*os\b/.test(text)) return undefined;
  const next = body.find((each) => !comesFirst(each, body));
  if (!next || next.start > offset) return undefined;
  const start = text.lastIndexOf('\n', next.start - 1) + 1;
  // `"""Text."""; import sys`
  if (text.slice(start, next.start).trim() !== '') return undefined;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const isBeforeImport = next.is === 'import' || next.is === 'fromImport';
  return [{ at: lines.location(start, start), text: `import os${newline}${isBeforeImport ? '' : newline}` }];
}

function isImport(statement: Statement): boolean {
  return statement.is === 'import' && statement.modules.some(({ name, as }) => name === 'os' && !as);
}

/** The text that describes a module, and imports that have to come before all others. */
function comesFirst(statement: Statement, body: Body): boolean {
  const isText = statement.is === 'expression' && statement.value.is === 'string' && statement === body[0];
  return isText || (statement.is === 'fromImport' && statement.level === 0 && statement.module === '__future__');
}
