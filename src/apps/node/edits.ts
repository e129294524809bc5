import type { Module } from '../../code/modules.js';
import type { JsValue } from '../../code/run/values.js';
import type { TextEdit } from '../../model/finding.js';
import type { Location } from '../../model/location.js';
import type { SocketEdits } from '../../model/socket.js';
import type { Value } from '../../model/value.js';
import type { Repository } from '../../repository/repository.js';
import { keepAliveEdits } from './keep-alive-edits.js';
import type { Listening } from './listening.js';
import type { Given } from './given.js';
import { insertion, type Source } from './places.js';

interface Known {
  host: Value<string>;
  port: Value<number>;
  keepAlive: Value<number>;
  given: Given;
  at: Location;
}

/** The edits that mend a socket, as far as its places allow. */
export function socketEdits(
  repository: Repository,
  listening: Listening,
  { host, port, keepAlive: time, given, at }: Known,
): SocketEdits {
  const source = sourceOf(repository, listening.call.module);
  if (source === undefined) return {};
  const hostEdit = literalEdit(repository, host, () => "'0.0.0.0'") ?? addedHost(source, listening, given, host, at);
  const portEdit = literalEdit(repository, port, (text, place) => portText(text, place));
  const isSet = time.is !== 'known' || time.from.by !== 'default';
  const keepAlive = isSet
    ? timeEdit(repository, time)
    : keepAliveEdits((module) => sourceOf(repository, module), listening);
  return { ...(hostEdit && { host: hostEdit }), ...(portEdit && { port: portEdit }), ...(keepAlive && { keepAlive }) };
}

function sourceOf(repository: Repository, module: Module): Source | undefined {
  const source = repository.read(module.file);
  return source.is === 'text' ? { module, text: source.text } : undefined;
}

const SCRIPT = /\.[cm]?[jt]sx?$/;

/** Replaces a literal of a script by something else. */
function literalEdit<T>(
  repository: Repository,
  value: Value<T>,
  replacement: (text: string, at: Location) => string | undefined,
): readonly TextEdit[] | undefined {
  if (value.is !== 'known' || value.from.by !== 'written' || !SCRIPT.test(value.at.file)) return undefined;
  const { at } = value;
  const source = repository.read(at.file);
  if (source.is !== 'text') return undefined;
  const written = source.text.slice(at.range.start.offset, at.range.end.offset);
  if (!/^(?:'[^']*'|"[^"]*"|`[^`$]*`|\d+)$/.test(written) || isConstant(source.text, at)) return undefined;
  const text = replacement(written, at);
  if (text === undefined) return undefined;
  const quoted = written.startsWith('"') ? text.replaceAll("'", '"') : text;
  return [{ at, text: isLoose(source.text, at) ? `(${quoted})` : quoted }];
}

/** Replaces a time in ms that is written as a number or a product of some. */
function timeEdit(repository: Repository, value: Value<number>): SocketEdits['keepAlive'] {
  if (value.is !== 'known' || value.from.by !== 'written' || !SCRIPT.test(value.at.file)) return undefined;
  const { at } = value;
  const source = repository.read(at.file);
  const written = source.is === 'text' ? source.text.slice(at.range.start.offset, at.range.end.offset) : '';
  if (!/^[\d_]+(?:[ \t]*\*[ \t]*[\d_]+)*$/.test(written)) return undefined;
  const product = written.split('*').reduce((all, factor) => all * Number(factor.trim().replaceAll('_', '')), 1);
  // Some options count in seconds, and a product may go on outside of what is written here.
  return product === value.value ? (milliseconds) => [{ at, text: String(milliseconds) }] : undefined;
}

/** The port of the environment, with the literal behind it. TypeScript wants a number where there was one. */
function portText(written: string, { file }: Location): string | undefined {
  const isTyped = /\.[cm]?tsx?$/.test(file) && /^\d/.test(written);
  return isTyped ? `Number(process.env.PORT) || ${written}` : `process.env.PORT || ${written}`;
}

/** Whether TypeScript takes a literal alone there: `8080 as const`, `<const>8080`, the value of an enum. */
function isConstant(text: string, { range }: Location): boolean {
  const before = text.slice(0, range.start.offset);
  const isEnum = /\benum\s+[\w$]+\s*$/.test(before.slice(0, Math.max(0, before.lastIndexOf('{'))).slice(-MAX_NAME));
  return isEnum || /<const>\s*$/.test(before.slice(-MAX_NAME)) || /^\s*as\s+const\b/.test(text.slice(range.end.offset));
}

/** Characters in front of a literal that are looked at for a name. */
const MAX_NAME = 200;

/** Whether an `||` would bind to what stands beside it: behind `??` it is not even allowed. */
function isLoose(text: string, { range }: Location): boolean {
  const before = text.slice(0, range.start.offset).trimEnd();
  const after = text.slice(range.end.offset).trimStart();
  return /(?:\?\?|&&|[-+*/%<>!&]|[=!]==?)$/.test(before) && !before.endsWith('=>')
    ? true
    : /^(?:\?\?|&&|[-+*%<>.]|[=!]==?|as\b|satisfies\b|\[)/.test(after);
}

/** A host where none is given and the default is a local one. */
function addedHost(
  { module, text }: Source,
  { call, make, framework }: Listening,
  given: Given,
  host: Value<string>,
  at: Location,
): readonly TextEdit[] | undefined {
  if (host.is !== 'known' || host.from.by !== 'default' || at.file !== module.file) return undefined;
  const own = framework.options === 'make' ? make : call;
  const [first, second] = own.nodes;
  if (given.options?.is === 'object' && given.options.at.file === module.file) {
    return addedProperty({ module, text }, given.options, `${framework.hostKeys[0] ?? 'host'}: '0.0.0.0'`);
  }
  // `listen(port)` and `listen(port, callback)`: the host comes second.
  const isCallback = second?.type.includes('Function');
  if (!first || given.options || (second && !isCallback) || /Function|Spread/.test(first.type)) return undefined;
  return [insertion(module, first.end ?? 0, ", '0.0.0.0'")];
}

/** A property at the beginning of an object as it is written. */
function addedProperty(
  { module, text }: Source,
  object: JsValue & { is: 'object' },
  property: string,
): readonly TextEdit[] | undefined {
  const { start } = object.at.range;
  if (text.charAt(start.offset) !== '{') return undefined;
  const rest = text.slice(start.offset + 1);
  const isEmpty = /^\s*\}/.test(rest);
  const [space = ''] = /^\s*/.exec(rest) ?? [];
  const lead = space === '' ? ' ' : space;
  return [insertion(module, start.offset + 1, isEmpty ? ` ${property} ` : `${lead}${property},`)];
}
