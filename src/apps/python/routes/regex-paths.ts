/** A path that a regular expression takes in. `isWhole`: it says all; otherwise only how the path begins. */
export interface RegexPath {
  path: string;
  isWhole: boolean;
}

/** What stands for a part of a path in a regular expression, and in a pattern. */
const PARTS: readonly (readonly [RegExp, string])[] = [
  [/^\((?:\?P<\w+>)?(?:\\d|\[0-9\])\+\)/, ':id(int)'],
  [/^\((?:\?P<\w+>)?\[\^\/\]\+\)/, ':id'],
  [/^\((?:\?P<\w+>)?\.[*+]\)$|^\.[*+]$/, '*'],
  [/^\((?:\?P<\w+>)?(?:\\w|\[[\w-]+\])[+*]\)/, ':id(type)'],
  [/^\((?:\?P<\w+>|\?:)?[\w|-]+\)(?![?*+{])/, ':id(type)'],
];

/** The paths that a whole regular expression takes in, with `:id` for a part and `*` for the rest. */
export function regexPatterns(expression: string): readonly RegexPath[] {
  let rest = expression.replace(/^\^/, '').replace(/(?<!\\)\$$/, '');
  const isOptional = rest.endsWith('/?');
  if (isOptional) rest = rest.slice(0, -2);
  let path = '';
  // Another expression beside a whole one.
  if (rest.replace(/\([^()]*\)/g, '').includes('|')) return [{ path: '/*', isWhole: false }];
  while (rest !== '') {
    const part = PARTS.find(([found]) => found.test(rest));
    if (part) {
      path += part[1];
      rest = rest.replace(part[0], '');
      continue;
    }
    const plain = /^(?:\\([./_~-])|([^\\()[\]{}?*+|^$.]))(?![?*+{])/.exec(rest);
    // A dot takes in any character, and so itself.
    const dot = /^\.(?![?*+{])/.exec(rest);
    if (!plain && !dot) return begunWith(path);
    path += plain?.[1] ?? plain?.[2] ?? '.';
    rest = rest.slice((plain ?? dot)?.[0].length);
  }
  // A part beside other characters stands for more than is told of it.
  const isWhole = !/[^/]:id|:id(?:\(\w+\))?[^/(]/.test(path.replaceAll('(int)', '').replaceAll('(type)', ''));
  const whole = { path, isWhole };
  return isOptional ? [whole, { path: `${path}/`, isWhole }] : [whole];
}

/** All that begins so. */
function begunWith(path: string): readonly RegexPath[] {
  const paths = path === '' || path.endsWith('/') ? [`${path}*`] : [`${path}:rest(type)`, `${path}:rest(type)/*`];
  return paths.map((each) => ({ path: each, isWhole: false }));
}
