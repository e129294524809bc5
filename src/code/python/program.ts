import type { Location } from '../../model/location.js';
import { perRepository } from '../../repository/kept.js';
import type { Repository, SourceText } from '../../repository/repository.js';
import { startOf } from '../../syntax/lines.js';
import { parsePython, type Python, type Span } from '../../syntax/python.js';

/** A source file that was read, perhaps with syntax errors. */
export interface Program extends Python {
  is: 'program';
  file: string;
}

/** Why a file is no program. `why` is a clause such as "is larger than 1 MB". */
export interface Unreadable {
  is: 'unreadable';
  why: string;
  at: Location;
}

/** Parsed once for each view of the repository, and kept as long as that is. */
const programs = perRepository(() => new Map<string, Promise<Program | Unreadable>>());

export function readProgram(repository: Repository, file: string): Promise<Program | Unreadable> {
  const known = programs(repository);
  const program = known.get(file) ?? parse(repository, file);
  known.set(file, program);
  return program;
}

async function parse(repository: Repository, file: string): Promise<Program | Unreadable> {
  const source = repository.read(file);
  if (source.is !== 'text') return { is: 'unreadable', why: source.why, at: startOf(file) };
  if (!isPythons(source)) return { is: 'unreadable', why: 'is not in UTF-8, as Python expects', at: startOf(file) };
  return { is: 'program', file, ...(await parsePython(source.text, file)) };
}

/** Another encoding has to be named in the first two lines (https://peps.python.org/pep-0263/). */
function isPythons({ text, encoding, lossy }: SourceText): boolean {
  const named = /^(?:[^\n]*\n)?[ \t\f]*#.*?coding[:=][ \t]*[-\w.]+/.test(text);
  return encoding === 'utf-8' && (!lossy || named);
}

/** The place of a node. */
export function placeOf({ lines }: Pick<Python, 'lines'>, { start, end }: Span): Location {
  return lines.location(start, end);
}
