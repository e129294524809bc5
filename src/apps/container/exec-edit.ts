import { writtenCommand } from '../../launch/written.js';
import type { TextEdit } from '../../model/finding.js';
import type { Parent, Process } from '../../model/process.js';
import type { Repository } from '../../repository/repository.js';

/**
 * Puts `exec` in front of a server, so that it takes the place of the shell above it; undefined where that shell has
 * something left to do, or the command is not one that begins where it is written.
 */
export async function execEdit(
  repository: Repository,
  process: Process,
  keeper: Parent,
): Promise<readonly TextEdit[] | undefined> {
  const parents = process.container?.parents ?? [];
  if (process.conditional || parents.at(-1) !== keeper || !isShell(keeper.name)) return undefined;
  const { words, isShell: isText } = await writtenCommand(repository, process);
  const [first] = words;
  if (!isText || first?.raw === undefined) return undefined;
  const { file, range } = first.at;
  const source = repository.read(file);
  const text = source.is === 'text' ? source.text : '';
  // What a shell is told to do at its end, it does not do once another program has its place.
  if (keeper.name !== 'sh' && /\btrap\b/.test(text)) return undefined;
  const { offset } = range.start;
  if (!begins(text.slice(Math.max(0, offset - 200), offset)) || !isLast(text, offset)) return undefined;
  return [{ at: { file, range: { start: range.start, end: range.start } }, text: 'exec ' }];
}

function isShell(name: string): boolean {
  return /^(?:sh|dash|bash|ash)$/.test(name) || name.endsWith('.sh');
}

/** Whether a command begins behind this text: at the begin of an instruction or a line, or behind `&&` or `;`. */
function begins(before: string): boolean {
  return /(?:^|\n|&&|;|\bCMD|\bENTRYPOINT|"|'|[Cc]ommand:)[ \t]*(?:\\\r?\n[ \t]*)*$/.test(before);
}

/** Whether nothing follows it in its shell; what stands in quotes is not told apart. */
function isLast(text: string, offset: number): boolean {
  const [own = ''] = /^(?:[^\\\n]|\\[\s\S])*/.exec(text.slice(offset, offset + MAX_TEXT)) ?? [];
  const rest = text.slice(offset + own.length);
  const isInstruction = /^\s*(?:$|(?:#[^\n]*\n\s*)*(?:[A-Z]+[ \t]|$))/.test(rest.slice(0, MAX_TEXT));
  return own.length < MAX_TEXT && !/[|;&`]|\$\(|<<|\s\)/.test(own) && isInstruction;
}

/** Longest command that is looked at, in UTF-16 units. */
const MAX_TEXT = 2_000;
