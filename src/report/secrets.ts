import { itemSecrets } from './secret-items.js';
import { isReference, namesSecret, type Span } from './secret-names.js';

const HIDDEN = '•';

/**
 * The text with the values of secrets replaced, one `•` for each UTF-16 unit: length, offsets and columns stay, line
 * breaks too. Hidden are passwords in URLs, tokens of a known shape, private keys, and what is written for a name that
 * speaks of a secret (`DB_PASSWORD: …`, `apiKey = '…'`, Render's `key:`/`value:` pairs). References such as
 * `${DB_PASSWORD}` and code such as `process.env.TOKEN` stay readable.
 * Takes time linear in the text's length. Of a file, `redactFile` hides more.
 */
export function redactSecrets(text: string): string {
  return masked(text, textSecrets(text));
}

/**
 * As `redactSecrets`, for the whole text of a file: a pair or a private key spans lines, and in YAML everything is hidden
 * that a list's item says besides `key:` where that names a secret.
 */
export function redactFile(file: string, text: string): string {
  return masked(text, fileSecrets(file, text));
}

/** What `redactFile` hides, in the order of the text, without overlaps. */
export function fileSecrets(file: string, text: string): Span[] {
  const spans = textSecrets(text);
  if (!/\.ya?ml$/i.test(file)) return spans;
  return merged([...spans, ...itemSecrets(text)]);
}

/** The text with what stands in these spans, which are in order, hidden. */
export function masked(text: string, spans: readonly Span[]): string {
  let result = '';
  let done = 0;
  for (const { start, end } of spans) {
    result += text.slice(done, start) + text.slice(start, end).replace(/[^\r\n\t ]/g, HIDDEN);
    done = end;
  }
  return result + text.slice(done);
}

function textSecrets(text: string): Span[] {
  return merged([...shapedSecrets(text), ...namedSecrets(text), ...pairedSecrets(text)]);
}

/** The same spans in the order of the text, without overlaps. */
export function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    const last = result.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

/**
 * Tokens that show by their own shape, with the page that says so where there is one. The first group stays readable, the
 * second is hidden.
 */
const SHAPES: readonly RegExp[] = [
  // scheme://user:password@host; a port is no password. A password may itself hold an `@`.
  /(:\/\/[^\s/@:'"`]{0,256}:(?!\d{1,5}[/?#]))([^\s'"`@]{1,256}(?:@[^\s'"`@/]{1,256}){0,3})(?=@)/dg,
  // AWS: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes
  /(?<![\w-])((?:AKIA|ASIA))([0-9A-Z]{16})(?![0-9A-Z])/dg,
  // GitHub: https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats
  // GitLab: https://docs.gitlab.com/administration/settings/account_and_limit_settings/#personal-access-token-prefix
  // npm: https://github.blog/2021-09-23-announcing-npms-new-access-token-format/
  // Then Render, Stripe's webhooks, DigitalOcean, Hugging Face, Shopify.
  /(?<![\w-])(gh[pousr]_|github_pat_|glpat-|npm_|rnd_|whsec_|dop_v1_|hf_|shpat_)([\w-]{16,})/dg,
  // Stripe: https://docs.stripe.com/keys
  /(?<![\w-])([sr]k_(?:live|test)_)(\w{8,})/dg,
  // OpenAI and others with keys like it
  /(?<![\w-])(sk-(?:proj-|ant-|or-)?)([A-Za-z0-9][\w-]{19,})/dg,
  // Slack: https://docs.slack.dev/authentication/tokens
  /(?<![\w-])(xox[a-z]-)([\w-]{8,})/dg,
  // Slack: https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
  /(hooks\.slack\.com\/services\/)([\w/]{8,})/dg,
  // Google's API keys
  /(?<![\w-])(AIza)([\w-]{30,})/dg,
  // SendGrid
  /(?<![\w-])(SG\.)([\w-]{16,}\.[\w-]{16,})/dg,
  // JSON Web Tokens, whose header begins with `{"`: https://www.rfc-editor.org/rfc/rfc7515#section-3.1
  /(?<![\w-])(eyJ)([\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*)?)/dg,
  // Django's startproject: https://docs.djangoproject.com/en/5.2/ref/checks/#security (W009)
  /(django-insecure-)([^\s'"`]{8,})/dg,
  // https://www.rfc-editor.org/rfc/rfc7468#section-10
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

const CODE =
  /^(?:(?:true|false|null|undefined|none|nil|string|str|number|boolean|bool|int|any|unknown|bytes|optional|new|await|async|function|lambda|require|~)(?![\w-])|(?:process|import|os|req|request|config|settings|this|self|ctx|env|Deno|Bun)\.|[{[(<!|>*&])/i;

/** Bare text that is code or structure, not a written value. */
function isCode(value: string): boolean {
  if (isReference(value) || CODE.test(value) || /^[\w.$?]+[([]/.test(value)) return true;
  const path = /^[A-Za-z_$][\w$.?]*(?=[;,]?$|\s*(?:\?\?|\|\|))/.exec(value)?.[0];
  return path !== undefined && namesSecret(path);
}
