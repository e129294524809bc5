/** What a variable is while an image is built; undefined: it is set, but to something that cannot be told. */
export type BuildVariable = { is: 'set'; text: string | undefined } | { is: 'unset' };

export type BuildVariables = (name: string) => BuildVariable;

/** Longest text that variables are expanded to, in UTF-16 units. */
const MAX_TEXT = 20_000;

/** Deepest nesting of `${a:-${b:-…}}` that is followed. */
const MAX_DEPTH = 10;

/**
 * A word of an instruction with its variables expanded and its quotes taken off, as Docker does it
 * (https://docs.docker.com/reference/dockerfile/#environment-replacement); undefined where it cannot be told.
 */
export function expandWord(word: string, variables: BuildVariables, escape: string, depth = 0): string | undefined {
  let out = '';
  let at = 0;
  let quote = '';
  while (at < word.length) {
    const unit = word.charAt(at);
    if (quote === "'" ? unit === "'" : unit === quote) {
      quote = '';
      at++;
    } else if (quote === "'") {
      out += unit;
      at++;
    } else if (quote === '' && (unit === "'" || unit === '"')) {
      quote = unit;
      at++;
    } else if (unit === escape && at + 1 < word.length) {
      const next = word.charAt(at + 1);
      out += quote === '"' && !['"', '$', escape].includes(next) ? unit + next : next;
      at += 2;
    } else if (unit === '$') {
      const found = variableAt(word, at, variables, escape, depth);
      if (found?.text === undefined) return undefined;
      out += found.text;
      at = found.end;
    } else {
      out += unit;
      at++;
    }
    if (out.length > MAX_TEXT) return undefined;
  }
  return out;
}

/** The variable that a `$` begins, and where it ends. */
function variableAt(
  word: string,
  at: number,
  variables: BuildVariables,
  escape: string,
  depth: number,
): { text: string | undefined; end: number } | undefined {
  if (word.charAt(at + 1) !== '{') {
    const [name = ''] = /^[A-Za-z_]\w*|^\d/.exec(word.slice(at + 1, at + 200)) ?? [];
    return name === '' ? { text: '$', end: at + 1 } : { text: textOf(variables(name)), end: at + 1 + name.length };
  }
  const end = closingBrace(word, at + 2);
  const [whole, name = '', operator = '', operand = ''] =
    /^([A-Za-z_]\w*)(?:(:?[-+?])([\s\S]*))?$/.exec(word.slice(at + 2, end)) ?? [];
  if (end === -1 || whole === undefined || depth >= MAX_DEPTH) return undefined;
  const variable = variables(name);
  const isThere =
    variable.is === 'set' && (!operator.startsWith(':') || variable.text === undefined ? true : variable.text !== '');
  if (variable.is === 'set' && variable.text === undefined && operator.startsWith(':')) return undefined;
  const inner = (): string | undefined => expandWord(operand, variables, escape, depth + 1);
  if (operator.endsWith('-')) return { text: isThere ? textOf(variable) : inner(), end: end + 1 };
  if (operator.endsWith('+')) return { text: isThere ? inner() : '', end: end + 1 };
  return { text: textOf(variable), end: end + 1 };
}

function textOf(variable: BuildVariable): string | undefined {
  return variable.is === 'set' ? variable.text : '';
}

function closingBrace(word: string, from: number): number {
  let open = 1;
  for (let at = from; at < word.length; at++) {
    if (word.charAt(at) === '{' && word.charAt(at - 1) === '$') open++;
    else if (word.charAt(at) === '}' && --open === 0) return at;
  }
  return -1;
}

/** The `name=value` words of ENV, ARG and LABEL, quotes kept; `ENV name value` gives one. */
export function namedValues(text: string, escape: string): readonly { name: string; value: string | undefined }[] {
  const words = quotedWords(text, escape);
  const [first = ''] = words;
  if (!first.includes('=')) {
    const [, name = '', value] = /^(\S+)(?:\s+([\s\S]*))?$/.exec(text) ?? [];
    return name === '' ? [] : [{ name, value }];
  }
  return words.flatMap((word) => {
    const equals = word.indexOf('=');
    return equals < 1 ? [] : [{ name: word.slice(0, equals), value: word.slice(equals + 1) }];
  });
}

/** Words between blanks that no quote or escape holds together; both are kept. */
function quotedWords(text: string, escape: string): readonly string[] {
  const words: string[] = [];
  let word = '';
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    if (unit === escape && quote !== "'") {
      word += unit + text.charAt(at + 1);
      at++;
    } else if (quote === '' && /\s/.test(unit)) {
      if (word !== '') words.push(word);
      word = '';
    } else {
      if (quote === '' ? unit === "'" || unit === '"' : unit === quote) quote = quote === '' ? unit : '';
      word += unit;
    }
  }
  return word === '' ? words : [...words, word];
}
