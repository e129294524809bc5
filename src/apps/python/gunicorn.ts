import { placesWithin } from '../../launch/places.js';
import type { WrittenCommand } from '../../launch/written.js';
import type { GunicornSettings } from '../../model/gunicorn.js';
import type { Location } from '../../model/location.js';
import type { Process } from '../../model/process.js';
import type { Origin, Value } from '../../model/value.js';
import type { Repository } from '../../repository/repository.js';
import { readArguments, type Argument, type Arguments, type ArgumentWord } from './arguments.js';
import type { Setting } from './evaluated.js';
import { configFile, type ConfigFile } from './gunicorn-config.js';
import { GUNICORN_DEFAULTS, GUNICORN_OPTIONS, GUNICORN_SETTINGS, type GunicornSetting } from './gunicorn-options.js';
import { splitWords } from './shlex.js';
import { argumentValue, byDefault, integer, mapValue, milliseconds } from './values.js';

/** gunicorn as one process runs it: the places that set it, the strongest first. */
export interface Gunicorn {
  process: Process;
  command: WrittenCommand;
  line: Arguments;
  /** The words of GUNICORN_CMD_ARGS; where it may be set to anything, why. */
  variable: Arguments | { why: string; at: Location } | undefined;
  file: ConfigFile | undefined;
  gaps: readonly { why: string; at: Location }[];
}

const VARIABLE = 'GUNICORN_CMD_ARGS';

/** Reads what sets gunicorn: its words, GUNICORN_CMD_ARGS, and the file it finds. Never rejects. */
export async function openGunicorn(
  repository: Repository,
  process: Process,
  command: WrittenCommand,
): Promise<Gunicorn> {
  const line = readArguments(command.words.slice(1), GUNICORN_OPTIONS);
  const variable = variableArguments(repository, process);
  const file = await configFile(repository, process, configArgument(line, variable));
  const faults = variable !== undefined && 'faults' in variable ? variable.faults : [];
  return { process, command, line, variable, file, gaps: [...line.faults, ...faults] };
}

function variableArguments(repository: Repository, { environment, at: command }: Process): Gunicorn['variable'] {
  const variable = environment.variable(VARIABLE);
  switch (variable.is) {
    case 'unset':
      return undefined;
    case 'unknown':
      return { why: `${VARIABLE} may be set in the dashboard`, at: variable.at };
    case 'set': {
      const { value, at } = variable;
      if (value.is !== 'known') return { why: `the value of ${VARIABLE} is not known`, at };
      // What a platform sets by itself is written nowhere.
      const place = value.from.by === 'platform' ? command : value.at;
      const words = wordsOf(repository, value.value, place, value.from);
      return words ? readArguments(words, GUNICORN_OPTIONS) : { why: `${VARIABLE} cannot be read`, at };
    }
  }
}

function wordsOf(
  repository: Repository,
  text: string,
  at: Location,
  from: Origin,
): readonly ArgumentWord[] | undefined {
  const pieces = splitWords(text);
  if (from.by !== 'written') return pieces?.map((piece) => ({ text: piece.text, at, from }));
  const places = placesWithin(repository, at, text);
  return pieces?.map(({ text: word, start, end }) => {
    const place = places(start, end);
    return { text: word, at: place, from, ...(place !== at && { raw: text.slice(start, end) }) };
  });
}

/** The configuration file that is named: on the command line, else by the variable. */
function configArgument(
  line: Arguments,
  variable: Gunicorn['variable'],
): Argument | { why: string; at: Location } | undefined {
  const own = line.option('--config').at(-1);
  if (own || variable === undefined) return own;
  return 'faults' in variable ? variable.option('--config').at(-1) : variable;
}

/** A setting as text, a number or a list of texts, and how another value is written in its place. */
export interface Found {
  value: Value<Setting>;
  /** Each argument, where it is set by arguments. */
  arguments?: readonly Argument[];
  replace?: (text: string) => ReturnType<NonNullable<Argument['replace']>>;
}

/** What sets a setting; undefined where nothing does, so that its default holds. */
export function settingOf({ line, variable, file }: Gunicorn, setting: GunicornSetting): Found | undefined {
  const { option, name } = GUNICORN_SETTINGS[setting];
  const own = line.option(option);
  const last = own.at(-1);
  if (last) return byArguments(own, last);
  if (variable !== undefined && !('faults' in variable)) return { value: { is: 'unknown', ...variable } };
  const given = variable?.option(option) ?? [];
  const lastGiven = given.at(-1);
  if (lastGiven) return byArguments(given, lastGiven);
  if (file === undefined) return undefined;
  const value = file.value(name);
  if (value.is === 'absent') return undefined;
  return { value, replace: (text) => file.replace(name, value, text) };
}

function byArguments(given: readonly Argument[], last: Argument): Found {
  const { replace, variable } = last;
  return { value: argumentValue(last), arguments: given, ...(replace && variable === undefined && { replace }) };
}

/** A number of a setting; undefined where its default holds. */
export function numberOf(gunicorn: Gunicorn, setting: GunicornSetting): Value<number> | undefined {
  const found = settingOf(gunicorn, setting);
  return found && mapValue(found.value, numeric, (value) => `\`${String(value).slice(0, 60)}\` is no number`);
}

function numeric(value: Setting): number | undefined {
  if (typeof value === 'string') return integer(value);
  return typeof value === 'number' ? value : undefined;
}

/** What it is set to, defaults included. */
export function settingsOf(gunicorn: Gunicorn): GunicornSettings {
  const { process, command, gaps } = gunicorn;
  const { timeout: seconds, gracefulTimeout: grace, source } = GUNICORN_DEFAULTS;
  const found = settingOf(gunicorn, 'timeout');
  const { at } = process;
  const set = numberOf(gunicorn, 'timeout') ?? byDefault(seconds, 'gunicorn', source, at);
  const graceful = numberOf(gunicorn, 'gracefulTimeout') ?? byDefault(grace, 'gunicorn', source, at);
  const inPlace = found?.replace;
  return {
    timeout: mapValue(set, (value) => (value === 0 ? Infinity : milliseconds(value)), String),
    defaultTimeout: milliseconds(seconds),
    gracefulTimeout: mapValue(graceful, milliseconds, String),
    workerClass: workerClass(gunicorn),
    setTimeout: (wanted) =>
      // What is set on the command line cannot be set once more behind it without confusion.
      inPlace?.(String(wanted)) ??
      (gunicorn.line.option('--timeout').length > 0 ? undefined : command.append(['--timeout', String(wanted)])),
    at,
    steps: process.steps,
    conditional: process.conditional,
    gaps,
  };
}

/** With more than one thread, the sync worker becomes gthread (gunicorn/config.py, `worker_class_str`). */
export function workerClass(gunicorn: Gunicorn): Value<string> {
  const { process } = gunicorn;
  const { workerClass: sync, threads: one, source } = GUNICORN_DEFAULTS;
  const named = settingOf(gunicorn, 'workerClass');
  const value: Value<string> = named
    ? mapValue(named.value, workerName, () => 'it is no name of a worker class')
    : byDefault(sync, 'gunicorn', source, process.at);
  if (value.is !== 'known' || value.value !== sync) return value;
  const threads = numberOf(gunicorn, 'threads') ?? byDefault(one, 'gunicorn', source, process.at);
  return threads.is === 'absent' ? value : mapValue(threads, (count) => (count > 1 ? 'gthread' : sync), String);
}

/** The short name of gunicorn's own classes; others by their path. */
function workerName(value: Setting): string | undefined {
  if (typeof value !== 'string') return undefined;
  const own = /^(?:egg:gunicorn#|gunicorn\.workers\.)(\w+)/.exec(value)?.[1];
  if (own === undefined) return value;
  return own === 'ggevent' ? 'gevent' : own === 'geventlet' ? 'eventlet' : own;
}
