import { reason } from '../../code/run/operators.js';
import type { JsValue, Primitive } from '../../code/run/values.js';
import type { Location } from '../../model/location.js';
import type { Absent, Known, Unknown, Value } from '../../model/value.js';

/** What a value of a program is as a setting; `read` gives undefined for what the setting cannot be. */
export function settingOf<T>(
  value: JsValue | undefined,
  at: Location,
  read: (value: Primitive) => Known<T> | Absent | Unknown,
): Value<T> {
  if (!value) return { is: 'absent', at };
  if (value.is === 'primitive') return read(value);
  if (value.is !== 'oneOf') return { is: 'unknown', why: reason(value), at: value.at };
  const known: Known<T>[] = [];
  for (const each of value.values) {
    const setting = each.is === 'primitive' ? read(each) : undefined;
    if (setting?.is === 'known') known.push(setting);
    else return { is: 'unknown', why: undecided(each, setting), at: setting?.at ?? at };
  }
  return { is: 'oneOf', values: known };
}

function undecided(value: JsValue, setting: Absent | Unknown | undefined): string {
  if (setting?.is === 'unknown') return setting.why;
  return value.is === 'unknown' ? value.why : 'it depends on a condition';
}

/** A known setting with its place; a variable that would take its place stays with it. */
function known<T>(value: T, { at, from, unless }: Pick<Primitive, 'at' | 'from' | 'unless'>): Known<T> {
  return { is: 'known', value, at, from, ...(unless && { unless }) };
}

/** What nothing gives, with the variables that would. */
function absent({ at, from, unless = [] }: Primitive): Absent {
  const names = from.by === 'variable' ? [from.name, ...unless] : unless;
  return { is: 'absent', at, ...(names.length > 0 && { unless: names }) };
}

/** A port as Node takes it (net.Server.listen): a number, or a text that is one. */
export function portOf(value: Primitive): Known<number> | Absent | Unknown {
  const { value: content, at } = value;
  if (content === undefined || content === null) return absent(value);
  const text = String(content).trim();
  const port = Number(text);
  // The operating system chooses one for 0.
  if (text !== '' && port === 0) return absent(value);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return known(port, value);
  return { is: 'unknown', why: isPath(value) ? 'it is the path of a socket' : 'it is no port', at };
}

/** A text that is no number is the path of a unix socket. */
export function isPath({ value }: Primitive): boolean {
  return typeof value === 'string' && value !== '' && Number.isNaN(Number(value));
}

/** A host; undefined, null, false and '' are none. */
export function hostOf(value: Primitive): Known<string> | Absent | Unknown {
  const { value: content, at } = value;
  if (content === undefined || content === null || content === false || content === '') return absent(value);
  if (typeof content === 'string') return known(content, value);
  // `host: true` of some packages.
  return content === true ? known('0.0.0.0', value) : { is: 'unknown', why: 'it is no host', at };
}

/** A time in ms. Node closes nothing at 0. */
export function timeOf(unit: number): (value: Primitive) => Known<number> | Absent | Unknown {
  return (value) => {
    const { value: content, at } = value;
    if (content === undefined || content === null) return absent(value);
    const time = Number(content);
    if (Number.isNaN(time)) return { is: 'unknown', why: 'it is no number', at };
    return known(time === 0 ? Infinity : time * unit, value);
  };
}

/** A value, or another where it is absent. */
export function orElse<T>(value: Value<T>, otherwise: Value<T>): Value<T> {
  if (value.is !== 'absent' || (otherwise.is === 'absent' && value.unless)) return value;
  const { unless } = value;
  return unless && otherwise.is === 'known'
    ? { ...otherwise, unless: [...unless, ...(otherwise.unless ?? [])] }
    : otherwise;
}

export function byDefault<T>(value: T, of: string, source: string, at: Location): Known<T> {
  return { is: 'known', value, at, from: { by: 'default', of, source } };
}
