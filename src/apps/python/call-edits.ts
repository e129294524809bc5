import type { ExternalCall } from '../../code/python/evaluate/machine.js';
import type { Evaluated } from '../../code/python/evaluate/values.js';
import type { TextEdit } from '../../model/finding.js';
import type { SocketEdits } from '../../model/socket.js';
import type { Repository } from '../../repository/repository.js';
import { linesOf } from '../../syntax/lines.js';
import { isNone } from './evaluated.js';
import type { ListenCall, Parameter } from './listen-calls.js';
import { seconds } from './socket-parts.js';

/** Edits of the arguments of a call: a literal is written anew, what is missing is added at the end. */
export function callEdits(repository: Repository, row: ListenCall, call: ExternalCall): SocketEdits {
  const source = repository.read(call.at.file);
  if (source.is !== 'text') return {};
  const edit = (parameter: Parameter | undefined, text: string): readonly TextEdit[] | undefined =>
    parameter && argumentEdit(source.text, call, parameter, text);
  const host = edit(row.host, '"0.0.0.0"');
  const { keepAlive } = row;
  return {
    ...(host && { host }),
    ...(edit(keepAlive, '0') && { keepAlive: (wanted) => edit(keepAlive, seconds(wanted)) ?? [] }),
  };
}

function argumentEdit(
  source: string,
  { arguments: given, at }: ExternalCall,
  { name, position }: Parameter,
  text: string,
): readonly TextEdit[] | undefined {
  const value = (name === undefined ? undefined : given.named.get(name)) ?? positional(given.positional, position);
  if (value === undefined) return name === undefined || given.rest ? undefined : added(source, at, `${name}=${text}`);
  const { start, end } = value.at.range;
  const isInside =
    value.at.file === at.file && start.offset >= at.range.start.offset && end.offset <= at.range.end.offset;
  const written = source.slice(start.offset, end.offset);
  // A constant may be there for other things, too.
  if (!isInside || isNone(value) || !/^(?:"[^"\\]*"|'[^'\\]*'|\d+)$/.test(written)) return undefined;
  const quote = written.startsWith("'") ? "'" : '"';
  return [{ at: value.at, text: text.replaceAll('"', quote) }];
}

function positional(values: readonly Evaluated[], position: number | undefined): Evaluated | undefined {
  return position === undefined ? undefined : values[position];
}

/** Behind the last argument; a comma that is there already stays the last. */
function added(source: string, at: ExternalCall['at'], text: string): readonly TextEdit[] | undefined {
  const whole = source.slice(at.range.start.offset, at.range.end.offset);
  const [, inner, space] = /\(((?:.*[^\s])?)(\s*)\)$/s.exec(whole) ?? [];
  if (inner === undefined || space === undefined || /#[^\n]*$/.test(inner)) return undefined;
  const offset = at.range.end.offset - 1 - space.length;
  const place = linesOf(at.file, source).location(offset, offset);
  const isOwnLine = space.includes('\n');
  // `make_app().run()`: the first bracket is another call's.
  if (inner === '' || inner.endsWith('(')) return [{ at: place, text }];
  const separator = inner.endsWith(',') ? (isOwnLine ? '\n' : ' ') : isOwnLine ? ',\n' : ', ';
  const indent = isOwnLine ? (/\n([ \t]*)\S[^\n]*$/.exec(inner)?.[1] ?? '') : '';
  return [{ at: place, text: `${separator}${indent}${text}${isOwnLine ? ',' : ''}` }];
}
