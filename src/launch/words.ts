import type { ShellCommand, ShellList, ShellPart, ShellWord } from '../syntax/shell.js';

/** A program's name and arguments; a word that cannot be decided is undefined. */
export type Words = readonly (string | undefined)[];

/** What is known of a variable of a shell; `set` without a text: to something that cannot be read. */
export type Setting = { is: 'set'; text: string | undefined } | { is: 'unset' } | { is: 'unknown' };

/** What words are expanded with. */
export interface Scope {
  variable(name: string): Setting;
  /** `${name:=text}` sets it. */
  assign(name: string, text: string | undefined): void;
  /** What `$1`, `$2` and so on stand for; undefined where that cannot be decided. */
  args: Words | undefined;
  /** Paths as they are where the service runs; undefined where that cannot be decided. */
  workingFolder: string | undefined;
  script: string | undefined;
}

/** The words a command is run with: one word may become several, or none. */
export function expandWords(words: readonly ShellWord[], scope: Scope): Words {
  return words.flatMap((word) => expandWord(word, scope));
}

/** A word as one text, as in an assignment; undefined where it cannot be decided. */
export function expandText(word: ShellWord, scope: Scope): string | undefined {
  if (word.text !== undefined) return word.text;
  let text = '';
  for (const part of word.parts) {
    const values = valuesOf(part, scope, 0);
    if (values === undefined || values.includes(undefined)) return undefined;
    text += values.join(' ');
    // A variable may be put together of itself, over and over.
    if (text.length > MAX_TEXT) return undefined;
  }
  return text;
}

/** Longest text that variables are expanded to, in UTF-16 units. */
const MAX_TEXT = 100_000;

function expandWord(word: ShellWord, scope: Scope): Words {
  if (word.text !== undefined) return [word.text];
  // No file has a name such as `build:*`, so the shell leaves it alone.
  if (/^[\w-]+:[\w:-]*\*{1,2}$/.test(word.raw)) return [word.raw];
  // Nor a requirement of Python's with extras: `uvicorn[standard]==0.34`, `.[web]`.
  if (/^(?:\.|[\w.-]*\w)\[[\w,.-]+\](?:[=<>!~]=?[\w.]+)?$/.test(word.raw)) return [word.raw];
  // Nor does any match an option such as `--pattern=*.py`.
  if (/^--[\w-]+=[^$`"'\\]*$/.test(word.raw)) return [word.raw];
  const lookedUp = lookedUpProgram(word.parts);
  if (lookedUp !== undefined) return [`node_modules/.bin/${lookedUp}`];
  return fieldsOf(asAddress(word) ?? word.parts, scope, 0);
}

/** The parts of an address such as `*:$PORT` or `[::]:80`: no file has a name like it, so the shell leaves it alone. */
function asAddress({ raw, parts }: ShellWord): readonly ShellPart[] | undefined {
  const [, pattern] = /^(?:-\w|--[\w.-]+=)?(\*|\[[\da-fA-F:]+\]):/.exec(raw) ?? [];
  if (pattern === undefined || parts.filter(({ is }) => is === 'other').length !== 1) return undefined;
  return parts.map((part) => (part.is === 'other' ? { is: 'text', text: pattern } : part));
}

/** Deepest nesting of defaults within defaults that is followed. */
const MAX_DEPTH = 10;

function fieldsOf(parts: readonly ShellPart[], scope: Scope, depth: number): Words {
  const fields: (string | undefined)[] = [];
  /** Whether the next piece goes on with the last field. */
  let open = false;
  const add = (text: string | undefined): void => {
    const last = fields.at(-1);
    if (!open) fields.push(text);
    else
      fields[fields.length - 1] =
        last === undefined || text === undefined || last.length > MAX_TEXT ? undefined : last + text;
    open = true;
  };
  for (const part of parts) {
    if (part.is === 'text') {
      add(part.text);
      continue;
    }
    const values = valuesOf(part, scope, depth);
    if (values === undefined) add(undefined);
    else if (isQuoted(part) && !isArguments(part)) add(values.includes(undefined) ? undefined : values.join(' '));
    else {
      const pieces = isQuoted(part) ? values : values.flatMap((value) => value?.split(/[ \t\n]+/) ?? [undefined]);
      pieces.forEach((piece, index) => {
        if (index > 0) open = false;
        if (piece !== '' || isQuoted(part)) add(piece);
      });
    }
  }
  return fields;
}

function isQuoted(part: ShellPart): boolean {
  return (part.is === 'variable' || part.is === 'command') && part.quoted;
}

function isArguments(part: ShellPart): boolean {
  return part.is === 'variable' && part.name === '@';
}

/** What a piece stands for: one text, or any number for `$@`. Undefined where that cannot be decided. */
function valuesOf(part: ShellPart, scope: Scope, depth: number): Words | undefined {
  switch (part.is) {
    case 'text':
      return [part.text];
    case 'command': {
      const text = outputOf(part.body, scope);
      return text === undefined ? undefined : [text];
    }
    case 'variable':
      return depth > MAX_DEPTH ? undefined : variableOf(part, scope, depth);
    case 'other':
      return undefined;
  }
}

function variableOf(part: Extract<ShellPart, { is: 'variable' }>, scope: Scope, depth: number): Words | undefined {
  const { name, operation } = part;
  if (name === '@' || name === '*') {
    if (operation === undefined) return scope.args;
    return operation.is === 'from' && operation.position > 0 ? scope.args?.slice(operation.position - 1) : undefined;
  }
  const setting = settingOf(name, scope);
  switch (operation?.is) {
    case undefined:
    case 'error':
      if (setting.is === 'unset') return [''];
      return setting.is === 'set' ? one(setting.text) : undefined;
    case 'default':
    case 'assign': {
      if (setting.is === 'unknown') return undefined;
      if (setting.is === 'set' && !(setting.text === '' && operation.orEmpty)) return one(setting.text);
      const values = fieldsOf(operation.operand.parts, scope, depth + 1);
      if (operation.is === 'assign') scope.assign(name, values.includes(undefined) ? undefined : values.join(' '));
      return values;
    }
    case 'alternative':
      if (setting.is === 'unset') return [''];
      if (setting.is !== 'set' || (setting.text === undefined && operation.orEmpty)) return undefined;
      if (setting.text === '' && operation.orEmpty) return [''];
      return fieldsOf(operation.operand.parts, scope, depth + 1);
    case 'from':
    case 'other':
      return undefined;
  }
}

function one(text: string | undefined): Words | undefined {
  return text === undefined ? undefined : [text];
}

function settingOf(name: string, scope: Scope): Setting {
  if (name === '0' || name === 'BASH_SOURCE') return { is: 'set', text: scope.script };
  if (name === 'PWD') return { is: 'set', text: scope.workingFolder };
  if (/^[1-9]$/.test(name)) {
    if (scope.args === undefined) return { is: 'unknown' };
    const index = Number(name) - 1;
    return index < scope.args.length ? { is: 'set', text: scope.args[index] } : { is: 'unset' };
  }
  return /^[A-Za-z_]\w*$/.test(name) ? scope.variable(name) : { is: 'unknown' };
}

/** What the few commands print that scripts use to find their own folder; undefined for all others. */
function outputOf(list: ShellList, scope: Scope): string | undefined {
  const commands = flat(list);
  const words = commands.map((command) => command.is === 'simple' && expandWords(command.words, scope));
  const [first, second, ...more] = words;
  if (!first || more.length > 0) return undefined;
  if (!second) return words.length === 1 ? printedBy(first, scope) : undefined;
  // `$(cd "$(dirname "$0")" && pwd)`
  if (first[0] !== 'cd' || second[0] !== 'pwd') return undefined;
  const folder = first.find((word, index) => index > 0 && word?.startsWith('-') !== true);
  return folder === undefined ? undefined : fromFolder(scope.workingFolder, folder);
}

function printedBy([program, ...rest]: Words, scope: Scope): string | undefined {
  const [operand] = rest.filter((word) => word?.startsWith('-') !== true);
  switch (program) {
    case 'pwd':
      return scope.workingFolder;
    case 'echo':
    case 'printf':
      return rest.length === 1 ? operand : undefined;
    case 'dirname':
      return operand?.includes('/') === true ? operand.slice(0, operand.lastIndexOf('/')) || '/' : operand && '.';
    case 'readlink':
    case 'realpath':
      return operand === undefined ? undefined : fromFolder(scope.workingFolder, operand);
    default:
      return undefined;
  }
}

function fromFolder(base: string | undefined, path: string): string | undefined {
  if (path.startsWith('/')) return path;
  if (base === undefined) return undefined;
  const segments = base.split('/');
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/') || '/';
}

/** The program of a word that is nothing but `$(which program)` or `$(command -v program)`. */
function lookedUpProgram(parts: readonly ShellPart[]): string | undefined {
  const [part, ...more] = parts.filter((each) => each.is !== 'text' || each.text !== '');
  if (part?.is !== 'command' || more.length > 0) return undefined;
  const [command, ...others] = flat(part.body);
  if (command?.is !== 'simple' || others.length > 0) return undefined;
  const words = command.words.map(({ text }) => text);
  if (words[0] === 'which' && words.length === 2) return words[1];
  return words[0] === 'command' && words[1] === '-v' ? words[2] : undefined;
}

function flat(list: ShellList): readonly ShellCommand[] {
  return list.flatMap(({ command }) => (command.is === 'list' ? flat(command.list) : [command]));
}
