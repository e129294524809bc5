import type { Location } from '../../../model/location.js';
import { textArgument } from './arguments.js';
import type { Reader } from './builtins.js';
import type { Frame } from './machine.js';
import { PARSED } from './members.js';
import { each, unknown, written, type Arguments, type Evaluated } from './values.js';

/** An option that a parser was told of: https://docs.python.org/3/library/argparse.html#the-add-argument-method */
interface Option {
  /** The name under which its value is found. */
  name: string;
  /** `--port`, `-p`. */
  flags: readonly string[];
  /** `store_true` and `store_false` take no value. */
  isSwitch: boolean;
  given: Arguments;
}

/** Options with a value of their own, and switches; with anything else, such as commands within the command, nothing is told. */
const parseArgs: Reader = (frame, { positional: [parser, ...others] }, at) => {
  const words = frame.machine.words?.slice(1);
  if (parser?.is !== 'object' || others.length > 0 || !words) return undefined;
  const added = frame.machine.calls.filter(({ self }) => self?.is === 'object' && self.arguments === parser.arguments);
  if (added.some(({ callee, conditional }) => conditional || !callee.endsWith('.add_argument'))) return undefined;
  const options = added.map(({ arguments: given }) => optionOf(given));
  if (options.includes(undefined)) return undefined;
  const known = options.flatMap((each) => each ?? []);
  const texts = wordsByOption(known, words);
  if (!texts) return undefined;
  const named = new Map(known.map((each) => [each.name, valueOf(frame, each, texts, at)]));
  return written({ is: 'object', of: PARSED, arguments: { positional: [], named } }, at);
};

function optionOf(given: Arguments): Option | undefined {
  const flags = given.positional.map((each) => (each.is === 'string' ? each.value : ''));
  const action = given.named.get('action');
  const isSwitch = action?.is === 'string' && /^store_(?:true|false)$/.test(action.value);
  if (given.rest || (action && !isSwitch) || given.named.has('nargs')) return undefined;
  if (flags.length === 0 || !flags.every((each) => /^--?\w/.test(each))) return undefined;
  const long = flags.find((each) => each.startsWith('--')) ?? flags[0] ?? '';
  const name = textArgument(given, flags.length, 'dest') ?? long.replace(/^-+/, '').replaceAll('-', '_');
  return { name, flags, isSwitch, given };
}

/** What words give each option: a word that is not known is undefined. Nothing where they are not all of these options. */
function wordsByOption(
  options: readonly Option[],
  words: readonly (string | undefined)[],
): ReadonlyMap<Option, string | undefined> | undefined {
  const texts = new Map<Option, string | undefined>();
  for (let at = 0; at < words.length; at++) {
    const [, flag, joined] = /^(--?[\w-]+)(?:=(.*))?$/s.exec(words[at] ?? '') ?? [];
    const option = options.find(({ flags }) => flag !== undefined && flags.includes(flag));
    if (!option || (joined !== undefined && option.isSwitch)) return undefined;
    if (option.isSwitch || joined !== undefined) texts.set(option, joined ?? '');
    else if (++at < words.length) texts.set(option, words[at]);
    else return undefined;
  }
  return texts;
}

function valueOf(
  frame: Frame,
  option: Option,
  texts: ReadonlyMap<Option, string | undefined>,
  at: Location,
): Evaluated {
  const { flags, isSwitch, given } = option;
  const { named } = given;
  const otherwise = named.get('default');
  if (isSwitch) {
    const action = named.get('action');
    const stored = action?.is === 'string' && action.value === 'store_true';
    if (texts.has(option)) return written({ is: 'boolean', value: stored }, at);
    return otherwise ?? written({ is: 'boolean', value: !stored }, at);
  }
  const text = texts.get(option);
  if (texts.has(option) && text === undefined) return unknown(`what follows ${flags.join(', ')} is not known`, at);
  const value = text === undefined ? otherwise : written({ is: 'string', value: text }, at);
  if (!value) return written({ is: 'none' }, at);
  const type = named.get('type');
  // Defaults that are texts are converted, too.
  return type ? each(value, (one) => (one.is === 'string' ? converted(frame, type, one) : one)) : value;
}

function converted(frame: Frame, type: Evaluated, value: Evaluated): Evaluated {
  return frame.machine.call(frame, type, { positional: [value], named: new Map() }, value.at);
}

export const COMMAND_LINES: Readonly<Record<string, Reader>> = {
  'argparse.ArgumentParser().parse_args': parseArgs,
};
