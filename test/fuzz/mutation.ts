import fc from 'fast-check';

/** One change to a text, at a place given as a share of its tokens, so that a mutation fits every text. */
type Mutation =
  | { is: 'delete'; at: number; count: number }
  | { is: 'repeat'; at: number; count: number; times: number }
  | { is: 'move'; from: number; to: number; count: number }
  | { is: 'insert'; at: number; text: string }
  | { is: 'replace'; at: number; text: string }
  | { is: 'nest'; at: number; open: string; close: string; depth: number }
  | { is: 'cut'; at: number }
  /** The end of another text of the same kind. */
  | { is: 'splice'; at: number; from: number };

/** What breaks readers of any kind of text. */
const HOSTILE: readonly string[] = [
  ...[
    '',
    '\0',
    '\r',
    '\r\n',
    '\n\n\n',
    '\t',
    '\f',
    '\u00a0',
    '\u2028',
    '\ufeff',
    '\ud800',
    '\u202e',
    '💥',
    '\u001b[31m',
  ],
  ...['"', "'", '`', '\\', '$', '${', '$(', '${{', '#', '//', '/*', '*/', '<!--', '"""', "'''", '<<EOF', '---', '...'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'null', 'true', '~', 'NaN', '-0', '1e999', '0x'],
  ...[
    '99999999999999999999',
    '../../../etc/passwd',
    '/',
    '.',
    '..',
    '*',
    '**',
    '?',
    '%',
    '%00',
    '::error::',
    'file:///',
  ],
  'a'.repeat(5_000),
];
const BRACKETS: readonly (readonly [open: string, close: string])[] = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['{a: ', '}'],
  ['- ', ''],
  ['"', '"'],
  ['$(', ')'],
  ['${a:-', '}'],
  ['<a>', '</a>'],
  ['not ', ''],
  ['() => ', ''],
  ['a.', ''],
  ['if x:\n ', ''],
  ['a ? ', ' : b'],
];

/** Mostly few: most faults need no long text, and many short ones are tried in the time of one that is long. */
const TIMES = [1, 2, 2, 2, 5, 5, 5, 5, 5, 300];
const DEPTHS = [1, 1, 1, 1, 3, 3, 3, 3, 40, 40, 400, 3_000];

function mutation(words: readonly string[]): fc.Arbitrary<Mutation> {
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  const count = fc.nat({ max: 12 });
  const text = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...words) },
    { weight: 2, arbitrary: fc.constantFrom(...HOSTILE) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  );
  return fc.oneof(
    fc.record({ is: fc.constant('delete' as const), at: place, count }),
    fc.record({ is: fc.constant('repeat' as const), at: place, count, times: fc.constantFrom(...TIMES) }),
    fc.record({ is: fc.constant('move' as const), from: place, to: place, count }),
    fc.record({ is: fc.constant('insert' as const), at: place, text }),
    fc.record({ is: fc.constant('replace' as const), at: place, text }),
    fc
      .tuple(place, fc.constantFrom(...BRACKETS), fc.constantFrom(...DEPTHS))
      .map(([at, [open, close], depth]) => ({ is: 'nest' as const, at, open, close, depth })),
    fc.record({ is: fc.constant('cut' as const), at: place }),
    fc.record({ is: fc.constant('splice' as const), at: place, from: place }),
  );
}

/** Texts made from the seeds by a few changes each. `words` are what the grammar knows. */
export function mutated(seeds: readonly string[], words: readonly string[]): fc.Arbitrary<string> {
  const seed = fc.constantFrom(...seeds);
  return fc
    .tuple(seed, seed, fc.array(mutation(words), { minLength: 1, maxLength: 6 }))
    .map(([text, other, changes]) => changes.reduce((changed, change) => apply(changed, other, change), text));
}

/** Texts stop growing here, so that repeats of repeats do not test the patience of the machine only. */
const LONGEST = 200_000;

function apply(text: string, other: string, change: Mutation): string {
  if (text.length > LONGEST) return text;
  const tokens = tokensOf(text);
  const index = (share: number) => Math.floor(share * tokens.length);
  const before = (share: number) => tokens.slice(0, index(share)).join('');
  const after = (share: number, skipped = 0) => tokens.slice(index(share) + skipped).join('');
  switch (change.is) {
    case 'delete':
      return before(change.at) + after(change.at, change.count);
    case 'repeat': {
      const span = tokens.slice(index(change.at), index(change.at) + change.count).join('');
      return before(change.at) + span.repeat(change.times) + after(change.at);
    }
    case 'move': {
      const span = tokens.slice(index(change.from), index(change.from) + change.count).join('');
      return before(change.to) + span + after(change.to);
    }
    case 'insert':
      return before(change.at) + change.text + after(change.at);
    case 'replace':
      return before(change.at) + change.text + after(change.at, 1);
    case 'nest':
      return (
        before(change.at) + change.open.repeat(change.depth) + after(change.at) + change.close.repeat(change.depth)
      );
    case 'cut':
      return before(change.at);
    case 'splice': {
      const others = tokensOf(other);
      return before(change.at) + others.slice(Math.floor(change.from * others.length)).join('');
    }
  }
}

function tokensOf(text: string): readonly string[] {
  return text.match(/\w+|\s+|[^\w\s]/g) ?? [];
}
