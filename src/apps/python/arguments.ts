import type { CommandWord } from '../../launch/written.js';
import type { TextEdit } from '../../model/finding.js';
import type { Location } from '../../model/location.js';
import type { Origin } from '../../model/value.js';

/** Where the words of a command come from. */
export interface ArgumentWord extends CommandWord {
  from?: Origin;
}

/** A value that a program is given by an option, or a word that is no option. */
export interface Argument {
  /** Of an option without a value the empty text; undefined where it cannot be decided. */
  text: string | undefined;
  /** The value; the whole word or command where the value cannot be found in it. */
  at: Location;
  from: Origin;
  /** The variable that its word ends with. */
  variable?: string;
  /** The word as it is written, where it can be found. */
  raw?: string;
  /** Writes another value in its place. */
  replace?: (text: string) => readonly TextEdit[] | undefined;
}

/** The options of a program. */
export interface OptionTable {
  /** Options followed by a value: every name of one, separated by spaces. */
  valued: readonly string[];
  /** Options without a value. */
  flags: readonly string[];
  /** Options whose value may be left out; it stands behind `=` then. */
  optional?: readonly string[];
  /**
   * `argparse` (https://docs.python.org/3/library/argparse.html) and getopt take any unique beginning of a long name,
   * argparse also `-b=value`; `click` takes neither.
   */
  parser: 'argparse' | 'getopt' | 'click';
  /** The table holds only what matters here: any other option is passed over, and a value of it is an operand. */
  partial?: true;
  source: string;
}

export interface Arguments {
  /** The values of an option by any of its names, in order. */
  option(name: string): readonly Argument[];
  operands: readonly Argument[];
  /** What the program would refuse or what cannot be read; each a clause. Other options may be there then. */
  faults: readonly { why: string; at: Location }[];
}

interface Option {
  names: readonly string[];
  takes: 'value' | 'nothing' | 'optional';
}

/** Reads the words behind a program's name. */
export function readArguments(words: readonly ArgumentWord[], table: OptionTable): Arguments {
  return new Reader(words, table).read();
}

class Reader {
  readonly #options: readonly Option[];
  readonly #given = new Map<Option, Argument[]>();
  readonly #operands: Argument[] = [];
  readonly #faults: { why: string; at: Location }[] = [];
  #at = 0;

  constructor(
    private readonly words: readonly ArgumentWord[],
    private readonly table: OptionTable,
  ) {
    const rows = (rows: readonly string[], takes: Option['takes']): Option[] =>
      rows.map((row) => ({ names: row.split(' '), takes }));
    this.#options = [
      ...rows(table.valued, 'value'),
      ...rows(table.flags, 'nothing'),
      ...rows(table.optional ?? [], 'optional'),
    ];
  }

  read(): Arguments {
    for (; this.#at < this.words.length; this.#at++) {
      const word = this.words[this.#at];
      if (word === undefined) break;
      if (word.text === '--') {
        this.#operands.push(...this.words.slice(this.#at + 1).map((each) => argument(each, each.text, '')));
        break;
      }
      const text = word.text ?? optionOf(word.raw);
      if (text !== undefined && text.length > 1 && text.startsWith('-')) this.#option(word, text);
      else this.#operand(word);
    }
    return {
      option: (name) => {
        const option = this.#options.find(({ names }) => names.includes(name));
        return (option && this.#given.get(option)) ?? [];
      },
      operands: this.#operands,
      faults: this.#faults,
    };
  }

  /** A variable that stands alone may be options, any number of them. */
  #operand(word: ArgumentWord): void {
    const isOpen = word.text === undefined && (this.#operands.length > 0 || !isApp(this.words, this.#at));
    if (isOpen) this.#faults.push({ why: 'some of its options depend on a variable', at: word.at });
    else this.#operands.push(argument(word, word.text, ''));
  }

  #option(word: ArgumentWord, text: string): void {
    const split = this.#split(text);
    if (split === undefined) {
      if (this.table.partial) return;
      this.#faults.push({ why: `\`${text.slice(0, 60)}\` is no option that is known`, at: word.at });
      return;
    }
    const { option, prefix, value } = split;
    if (value !== undefined) this.#give(option, argument(word, word.text === undefined ? undefined : value, prefix));
    else if (option.takes !== 'value') this.#give(option, argument(word, '', text));
    else {
      const next = this.words[this.#at + 1];
      if (next === undefined) this.#faults.push({ why: `\`${text}\` has no value`, at: word.at });
      else this.#give(option, argument(next, next.text, ''));
      this.#at++;
    }
  }

  #give(option: Option, value: Argument): void {
    this.#given.set(option, [...(this.#given.get(option) ?? []), value]);
  }

  /** An option, and its value where that is in the same word. */
  #split(text: string): { option: Option; prefix: string; value: string | undefined } | undefined {
    const equals = text.indexOf('=');
    const isLong = text.startsWith('--');
    const name = equals === -1 ? text : text.slice(0, equals);
    if (isLong || (this.table.parser === 'argparse' && equals === 2)) {
      const option = this.#named(name);
      if (!option) return undefined;
      return equals === -1
        ? { option, prefix: text, value: undefined }
        : { option, prefix: text.slice(0, equals + 1), value: text.slice(equals + 1) };
    }
    const whole = this.#named(text);
    if (whole) return { option: whole, prefix: text, value: undefined };
    const option = this.#named(text.slice(0, 2));
    if (!option || option.takes === 'nothing') return undefined;
    return { option, prefix: text.slice(0, 2), value: text.slice(2) };
  }

  #named(name: string): Option | undefined {
    const exact = this.#options.find(({ names }) => names.includes(name));
    if (exact || this.table.parser === 'click' || !/^--./.test(name)) return exact;
    const longer = this.#options.filter(({ names }) => names.some((each) => each.startsWith(name)));
    return longer.length === 1 ? longer[0] : undefined;
  }
}

/** The option of a word that ends with a variable, such as `--port=$PORT`. */
function optionOf(raw: string | undefined): string | undefined {
  return /^(?:--[\w.-]+=|-\w(?=.))/.exec(raw ?? '')?.[0];
}

/** Whether the first word that is no option may well be the app: it stands alone, or in front of options. */
function isApp(words: readonly ArgumentWord[], at: number): boolean {
  return !words.some((word, index) => index !== at && word.text !== undefined && /^[\w.]+:[\w.()]+$/.test(word.text));
}

/** `prefix` is what of the word stands before the value, such as `--port=`. */
function argument(word: ArgumentWord, text: string | undefined, prefix: string): Argument {
  const { raw, variable } = word;
  const base = { text, from: word.from ?? WRITTEN, ...(variable !== undefined && { variable }) };
  if (raw === undefined) return { ...base, at: word.at };
  const isPlain = raw === `${prefix}${text ?? ''}` || (text === undefined && prefix === '');
  const at = isPlain && text !== '' ? within(word.at, prefix.length) : word.at;
  return {
    ...base,
    at,
    raw,
    replace: (other) => {
      if (isPlain) return [{ at, text: other }];
      const isJson = raw.startsWith('"');
      // A list of words has no shell to put in the value of a variable.
      if (isJson && other.includes('$')) return undefined;
      return [{ at, text: isJson ? JSON.stringify(`${prefix}${other}`) : `${prefix}${other}` }];
    },
  };
}

const WRITTEN: Origin = { by: 'written' };

/** The place without its first units. */
function within({ file, range }: Location, skipped: number): Location {
  const { offset, line, column } = range.start;
  return { file, range: { start: { offset: offset + skipped, line, column: column + skipped }, end: range.end } };
}
