/**
 * Makes foreign text (file names, source lines, parser messages) fit to print.
 *
 * Three dangers: control and bidirectional characters that move the cursor or reorder what is read, text that a CI
 * runner takes for a command, and secrets.
 */

/**
 * One code point at a time: control characters but for tab and line feed, line and paragraph separators, lone
 * surrogates, and everything invisible (bidirectional marks, zero-width characters, tags, fillers); the selector that
 * makes a symbol an emoji stays. Then what GitHub's runner obeys in ordinary output: `##[command]` anywhere in a line
 * and `::command::` at the start of one (actions/runner, src/Runner.Common/ActionCommand.cs).
 */
const UNPRINTABLE =
  /(?![\t\n])\p{Cc}|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?!(?<=\p{Extended_Pictographic})\uFE0F)\p{Default_Ignorable_Code_Point}|(?<=##)\[|(?<=(?:^|\s):):(?=[a-z][a-z-]{2,40}(?:\s|::|$))/giu;

/**
 * The text with every character that would not show shown as an escape such as `\u{202E}`: a reader should see that it
 * is there. Tabs and line feeds stay; CR LF becomes LF.
 */
export function cleanText(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(UNPRINTABLE, escapeOf);
}

/**
 * As `cleanText`, for a name or anything else that must stay on one line: tabs and line feeds are shown as escapes too.
 */
export function cleanLine(text: string): string {
  return text.replace(UNPRINTABLE, escapeOf).replace(/[\t\n]/g, escapeOf);
}

/** The escapes `cleanText` would put in, by the offset of the character they stand for. */
export function escapesIn(text: string): ReadonlyMap<number, string> {
  return new Map(Array.from(text.matchAll(UNPRINTABLE), (match) => [match.index, escapeOf(match[0])]));
}

function escapeOf(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
}

const HIDDEN = '•';

/**
 * The text with the values of secrets replaced, one `•` for each UTF-16 unit: length, offsets and columns stay, line
 * breaks too. Hidden are passwords in URLs, tokens of a known shape, private keys, and what is written for a name that
 * speaks of a secret (`DB_PASSWORD: …`, `apiKey = '…'`, Render's `key:`/`value:` pairs). References such as
 * `${DB_PASSWORD}` and code such as `process.env.TOKEN` stay readable.
 * A whole file is best given at once: a pair or a private key spans lines. Takes time linear in the text's length.
 */
export function redactSecrets(text: string): string {
  const ranges = [...shapedSecrets(text), ...namedSecrets(text), ...pairedSecrets(text)];
  if (ranges.length === 0) return text;
  ranges.sort((a, b) => a.start - b.start);
  let result = '';
  let done = 0;
  for (const { start, end } of ranges) {
    if (end <= done) continue;
    const from = Math.max(start, done);
    result += text.slice(done, from) + text.slice(from, end).replace(/[^\r\n\t ]/g, HIDDEN);
    done = end;
  }
  return result + text.slice(done);
}

interface Span {
  start: number;
  end: number;
}

/** Tokens that show by their own shape. The first group stays readable, the second is hidden. */
const SHAPES: readonly RegExp[] = [
  // scheme://user:password@host; a port is no password. A password may itself hold an `@`.
  /(:\/\/[^\s/@:'"`]{0,256}:(?!\d{1,5}[/?#]))([^\s'"`@]{1,256}(?:@[^\s'"`@/]{1,256}){0,3})(?=@)/dg,
  /(?<![\w-])((?:AKIA|ASIA))([0-9A-Z]{16})(?![0-9A-Z])/dg,
  /(?<![\w-])(gh[pousr]_|github_pat_|glpat-|npm_|rnd_|whsec_|dop_v1_|hf_|shpat_)([\w-]{16,})/dg,
  /(?<![\w-])([sr]k_(?:live|test)_)(\w{8,})/dg,
  /(?<![\w-])(sk-(?:proj-|ant-|or-)?)([A-Za-z0-9][\w-]{19,})/dg,
  /(?<![\w-])(xox[a-z]-)([\w-]{8,})/dg,
  /(hooks\.slack\.com\/services\/)([\w/]{8,})/dg,
  /(?<![\w-])(AIza)([\w-]{30,})/dg,
  /(?<![\w-])(SG\.)([\w-]{16,}\.[\w-]{16,})/dg,
  /(?<![\w-])(eyJ)([\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*)?)/dg,
  /(django-insecure-)([^\s'"`]{8,})/dg,
  /(-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----)([\s\S]*?)(?=-----END|$(?![\s\S]))/dg,
];

function* shapedSecrets(text: string): Iterable<Span> {
  for (const shape of SHAPES) {
    for (const match of text.matchAll(shape)) {
      const span = spanOf(match, 2);
      if (span && !isReference(text.slice(span.start, span.end))) yield span;
    }
  }
}

/** A name and what stands between it and its value. */
const NAMES: readonly RegExp[] = [
  // name: value, name = value, "name": value, env['NAME'] = value, name: str = value
  /(?<![\w.-])([\w.-]{1,64})["']?\]?\??[ \t]*(?::[ \t]*(?:string|str|String|any|bytes)[ \t]*=|!?={1,3}>?|:)[ \t]*/g,
  // process.env.NAME || 'value', name ?? 'value', name or 'value'
  /(?<![\w.-])([\w.-]{1,64})["']?\]?[ \t]*(?:\|\||\?\?|or(?= ))[ \t]*(?=["'`])/g,
  // environ.get('NAME', 'value'), config("NAME", default="value")
  /\([ \t]*["']([\w.-]{1,64})["'][ \t]*,[ \t]*(?:default[ \t]*=[ \t]*)?(?=["'`])/g,
  // --name value
  /(?<![\w.-])(--[\w-]{1,64})[ \t]+(?!-)/g,
];

/** Shorter values are punctuation or initials. */
const SHORTEST = 3;
/** Units looked at, as in the patterns below. */
const LONGEST = 1024;

/** What follows a name: a quoted text, or up to a blank or a closing character. */
const QUOTED = /(["'`])((?:(?!\1)[^\\\r\n]|\\[^\r\n]|\1\1){1,1024})/dy;
const BARE = /[^\s,;"'`)}\]]{1,1024}/dy;
/** At the start of a line, as in YAML and `.env`, a value runs further. */
const WHOLE_WORD = /(?!["'`])\S{1,1024}/dy;
const REST_OF_LINE = /[^\s#"'`][^\r\n]{0,1023}/dy;

function* namedSecrets(text: string): Iterable<Span> {
  for (const pattern of NAMES) {
    let hidden = 0;
    for (const match of text.matchAll(pattern)) {
      if (match.index < hidden || !namesSecret(match[1] ?? '')) continue;
      const span = valueAt(text, match.index, match.index + match[0].length);
      if (!span || span.end - span.start < SHORTEST) continue;
      hidden = span.end;
      yield span;
    }
  }
}

function valueAt(text: string, nameStart: number, start: number): Span | undefined {
  const before = text.slice(Math.max(0, nameStart - 64), nameStart);
  // condition ? 'PASS' : 'FAIL'
  if (/\?[ \t]*["']$/.test(before)) return undefined;
  const startsLine = /(?:^|[\r\n])[ \t]*(?:-[ \t]+|export[ \t]+|ENV[ \t]+|ARG[ \t]+)?["']?$/.test(before);
  const quoted = spanOf(matchAt(QUOTED, text, start), 2);
  if (quoted) {
    const value = text.slice(quoted.start, quoted.end);
    // Else the quote is the end of a text in which the name stands: log("the token:", x)
    const begins = startsLine || text[quoted.end] === text[start] || value.length >= LONGEST;
    return !begins || isReference(value) || TYPES.test(value) ? undefined : quoted;
  }
  const colon = text.slice(nameStart, start).trimEnd().endsWith(':');
  // After a colon inside a sentence bare text is no value, or prose would be hidden.
  if (colon && !startsLine && !/[{,(]\s*$|[{,]\s*["']$/.test(before)) return undefined;
  const bare =
    startsLine && colon ? plainScalar(text, start) : spanOf(matchAt(startsLine ? WHOLE_WORD : BARE, text, start), 0);
  return bare && !isCode(text.slice(bare.start, bare.end)) ? bare : undefined;
}

/** An unquoted YAML value: to the end of the line or to a comment. */
function plainScalar(text: string, start: number): Span | undefined {
  const line = matchAt(REST_OF_LINE, text, start)?.[0];
  const value = line?.split(/[ \t]#/, 1)[0]?.trimEnd();
  return value === undefined ? undefined : { start, end: start + value.length };
}

/** What `typeof token ===` is compared with. */
const TYPES = /^(?:string|number|boolean|object|function|undefined)$/;

/** Two entries of one item: `key: NAME` and `value: …`, in either order, as in Render's and Kubernetes' lists. */
const NAME_THEN_VALUE =
  /(?<![\w-])(?:key|name)["']?[ \t]*:[ \t]*["']?([\w.-]{1,64})["']?[ \t]*,?[ \t]*(?:#[^\r\n]{0,200})?(?:\r\n|\n|\r)?[ \t]*["']?value["']?[ \t]*:[ \t]*/g;
const VALUE_THEN_NAME =
  /(?<![\w-])value["']?[ \t]*:[ \t]*([^\r\n]{1,256})(?:\r\n|\n|\r)[ \t]*["']?(?:key|name)["']?[ \t]*:[ \t]*["']?([\w.-]{1,64})/dg;

function* pairedSecrets(text: string): Iterable<Span> {
  for (const match of text.matchAll(NAME_THEN_VALUE)) {
    if (!namesSecret(match[1] ?? '')) continue;
    const start = match.index + match[0].length;
    const span =
      spanOf(matchAt(QUOTED, text, start), 2) ??
      (/[\r\n]/.test(match[0]) ? plainScalar(text, start) : spanOf(matchAt(BARE, text, start), 0));
    if (span && !isReference(text.slice(span.start, span.end))) yield span;
  }
  for (const match of text.matchAll(VALUE_THEN_NAME)) {
    const span = spanOf(match, 1);
    if (span && namesSecret(match[2] ?? '') && !isReference(text.slice(span.start, span.end))) yield span;
  }
}

function matchAt(pattern: RegExp, text: string, start: number): RegExpExecArray | null {
  pattern.lastIndex = start;
  return pattern.exec(text);
}

function spanOf(match: RegExpExecArray | null, group: number): Span | undefined {
  const span = match?.indices?.[group];
  return span && { start: span[0], end: span[1] };
}

/** A placeholder, a mention of a variable (`${X}`, `$X`, `{{ x }}`, `<password>`, `%(x)s`) or a range of versions. */
function isReference(value: string): boolean {
  return /^["'`]?(?:\$\{|\$\(|\$[A-Z_][A-Z0-9_]*["'`]?$|\{|<|%[(s]|\[|\*+$|[\^~]\d+\.|•)/.test(value);
}

const CODE =
  /^(?:(?:true|false|null|undefined|none|nil|string|str|number|boolean|bool|int|any|unknown|bytes|optional|new|await|async|function|lambda|require|~)(?![\w-])|(?:process|import|os|req|request|config|settings|this|self|ctx|env|Deno|Bun)\.|[{[(<!|>*&])/i;

/** Bare text that is code or structure, not a written value. */
function isCode(value: string): boolean {
  if (isReference(value) || CODE.test(value) || /^[\w.$?]+[([]/.test(value)) return true;
  const path = /^[A-Za-z_$][\w$.?]*(?=[;,]?$|\s*(?:\?\?|\|\|))/.exec(value)?.[0];
  return path !== undefined && namesSecret(path);
}

/** Words that make a name a secret's wherever they stand in it … */
const SECRET_WORDS = new Set(['password', 'passwd', 'passphrase', 'pwd', 'secret', 'secrets', 'apikey', 'credentials']);
/** … unless it ends in one of these: then it speaks of something about the secret. */
const ABOUT = new Set(
  'name url uri path file dir id length len size min max count expiry expires expiration ttl timeout lifetime age field label reset header type policy rounds algorithm required enabled change forgot'.split(
    ' ',
  ),
);
const SECRET_ENDINGS =
  /(?:password|passwd|passphrase|secret|apikey|secretkey|privatekey|accesskey|authkey|^(?:auth|access|api|bearer|refresh|session|bot)?token)$/;
const SECRET_KEYS = new Set(
  'api private secret access signing signature encryption auth master account service stripe license deploy ssh rsa jwt session cookie app webhook admin'.split(
    ' ',
  ),
);

/** Whether a name (`DB_PASSWORD`, `stripe.apiKey`) says that its value is a secret. */
function namesSecret(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  const last = words.at(-1);
  if (last === undefined || ABOUT.has(last)) return false;
  if (last === 'key') return SECRET_KEYS.has(words.at(-2) ?? '');
  return last === 'pass' || SECRET_ENDINGS.test(last) || words.some((word) => SECRET_WORDS.has(word));
}
