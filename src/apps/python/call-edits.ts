import { readProgram } from '../../code/python/program.js';
import { isSequence, type Arguments, type Evaluated } from '../../code/python/evaluate/values.js';
import type { TextEdit } from '../../model/finding.js';
import type { Location } from '../../model/location.js';
import type { SocketEdits } from '../../model/socket.js';
import type { Repository } from '../../repository/repository.js';
import { linesOf } from '../../syntax/lines.js';
import { isNone } from './evaluated.js';
import type { ListenCall, Parameter } from './listen-calls.js';
import { osEdits } from './os-import.js';
import { seconds } from './socket-parts.js';

/** A call whose arguments say where a server listens. */
export interface ArgumentHolder {
  arguments: Arguments;
  at: Location;
}

/** Edits of the arguments of a call: a literal is written anew, what is missing is added at the end. */
export async function callEdits(repository: Repository, row: ListenCall, holder: ArgumentHolder): Promise<SocketEdits> {
  const source = repository.read(holder.at.file);
  if (source.is !== 'text') return {};
  const edit = (parameter: Parameter | undefined, text: string): readonly TextEdit[] | undefined =>
    parameter && argumentEdit(source.text, holder, parameter, text);
  const host = row.address ? partEdit(source.text, holder, row.address, 0, '"0.0.0.0"') : edit(row.host, '"0.0.0.0"');
  const port = await portEdits(repository, source.text, row, holder);
  const keepAlive = row.keepAliveOnFirst ? undefined : row.keepAlive;
  return {
    ...(host && { host }),
    ...(port && { port }),
    ...(edit(keepAlive, '0') && { keepAlive: (wanted) => edit(keepAlive, seconds(wanted)) ?? [] }),
  };
}

/** `int(os.environ.get("PORT", 8000))` in the place of a port that is written, or added with the default. */
async function portEdits(
  repository: Repository,
  source: string,
  row: ListenCall,
  holder: ArgumentHolder,
): Promise<readonly TextEdit[] | undefined> {
  const parameter = row.address ?? row.port;
  if (!parameter) return undefined;
  const value = row.address ? partOf(holder, parameter, 1) : argumentOf(holder, parameter);
  if (value === undefined || isNone(value)) {
    const { port } = row.defaults;
    const edits =
      row.address || port === undefined ? undefined : argumentEdit(source, holder, parameter, readPort(String(port)));
    return edits && withOs(repository, edits);
  }
  const literal = literalOf(repository, value);
  // Of a constant, only one whose name says that it is a port: another may be there for other things, too.
  if (literal === undefined || !(isInside(holder, value) || /port/i.test(literal.constant ?? ''))) return undefined;
  return withOs(repository, [{ at: value.at, text: readPort(literal.written) }]);
}

/** A text stays a text. */
function readPort(standard: string): string {
  const quote = standard.startsWith("'") ? "'" : '"';
  const read = `os.environ.get(${quote}PORT${quote}, ${standard})`;
  return /^\d/.test(standard) ? `int(${read})` : read;
}

/** With the import that the new text needs. */
async function withOs(repository: Repository, edits: readonly TextEdit[]): Promise<readonly TextEdit[] | undefined> {
  const [first] = edits;
  const program = first && (await readProgram(repository, first.at.file));
  if (program?.is !== 'program') return undefined;
  const imported = osEdits(program, first?.at.range.start.offset ?? 0);
  return imported && [...imported, ...edits];
}

interface Literal {
  /** Decimal digits, maybe in quotes. */
  written: string;
  /** The name that it is given, where a line of its own does nothing else. */
  constant: string | undefined;
}

/** A number that is written where a value comes from. */
function literalOf(repository: Repository, value: Evaluated): Literal | undefined {
  const source = repository.read(value.at.file);
  if (source.is !== 'text') return undefined;
  const { start, end } = value.at.range;
  const written = source.text.slice(start.offset, end.offset);
  if (!/^(?:\d{1,5}|"\d{1,5}"|'\d{1,5}')$/.test(written)) return undefined;
  const before = source.text.slice(source.text.lastIndexOf('\n', start.offset - 1) + 1, start.offset);
  const constant = /^(\w+)\s*(?::\s*\w+\s*)?=\s*$/.exec(before)?.[1];
  return { written, constant };
}

function argumentEdit(
  source: string,
  holder: ArgumentHolder,
  parameter: Parameter,
  text: string,
): readonly TextEdit[] | undefined {
  const { name } = parameter;
  const { arguments: given, at } = holder;
  const value = argumentOf(holder, parameter);
  if (value === undefined) return name === undefined || given.rest ? undefined : added(source, at, `${name}=${text}`);
  return literalEdit(source, holder, value, text);
}

/** The part of a pair `(host, port)`. */
function partEdit(
  source: string,
  holder: ArgumentHolder,
  parameter: Parameter,
  index: number,
  text: string,
): readonly TextEdit[] | undefined {
  const value = partOf(holder, parameter, index);
  return value && literalEdit(source, holder, value, text);
}

function partOf(holder: ArgumentHolder, parameter: Parameter, index: number): Evaluated | undefined {
  const pair = argumentOf(holder, parameter);
  return pair && isSequence(pair) && !pair.rest ? pair.items[index] : undefined;
}

function literalEdit(
  source: string,
  holder: ArgumentHolder,
  value: Evaluated,
  text: string,
): readonly TextEdit[] | undefined {
  const { start, end } = value.at.range;
  const written = source.slice(start.offset, end.offset);
  // A constant may be there for other things, too.
  if (!isInside(holder, value) || isNone(value) || !/^(?:"[^"\\]*"|'[^'\\]*'|\d+)$/.test(written)) return undefined;
  const quote = written.startsWith("'") ? "'" : '"';
  return [{ at: value.at, text: text.replaceAll('"', quote) }];
}

function isInside({ at }: ArgumentHolder, value: Evaluated): boolean {
  const { start, end } = value.at.range;
  return value.at.file === at.file && start.offset >= at.range.start.offset && end.offset <= at.range.end.offset;
}

function argumentOf(
  { arguments: { positional, named } }: ArgumentHolder,
  { name, position }: Parameter,
): Evaluated | undefined {
  return (
    (name === undefined ? undefined : named.get(name)) ?? (position === undefined ? undefined : positional[position])
  );
}

/** Behind the last argument; a comma that is there already stays the last. */
function added(source: string, at: Location, text: string): readonly TextEdit[] | undefined {
  const whole = source.slice(at.range.start.offset, at.range.end.offset);
  const [, inner, space] = /\(((?:.*[^\s])?)(\s*)\)$/s.exec(whole) ?? [];
  if (inner === undefined || space === undefined || /#[^\n]*$/.test(inner)) return undefined;
  const end = at.range.end.offset - 1;
  const offset = end - space.length;
  // `make_app().run()`: the first bracket is another call's. With its brackets replaced, no second edit fits in.
  if (inner === '' || inner.endsWith('(')) {
    return [{ at: linesOf(at.file, source).location(offset - 1, end + 1), text: `(${text})` }];
  }
  const place = linesOf(at.file, source).location(offset, offset);
  const isOwnLine = space.includes('\n');
  const hasComma = inner.endsWith(',');
  const indent = isOwnLine ? `\n${/\n([ \t]*)\S[^\n]*$/.exec(inner)?.[1] ?? ''}` : ' ';
  return [{ at: place, text: `${hasComma ? '' : ','}${indent}${text}${hasComma ? ',' : ''}` }];
}
