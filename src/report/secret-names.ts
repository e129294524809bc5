/** A stretch of a text, in UTF-16 units. `end` is not in it. */
export interface Span {
  start: number;
  end: number;
}

/** A placeholder, a mention of a variable (`${X}`, `$X`, `{{ x }}`, `<password>`, `%(x)s`) or a range of versions. */
export function isReference(value: string): boolean {
  return /^["'`]?(?:\$\{|\$\(|\$[A-Z_][A-Z0-9_]*["'`]?$|\{|<|%[(s]|\[|\*+$|[\^~]\d+\.|\u2022)/.test(value);
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
/** As one word; `bypass` and `compass` are none. */
const PASS =
  /^(?:db|database|pg|sql|mysql|postgres|redis|mongo|smtp|mail|ftp|ssh|user|root|admin|login|auth|basic)pass$/;
const SECRET_KEYS = new Set(
  'api private secret access signing signature encryption auth master account service stripe license deploy ssh rsa jwt session cookie app webhook admin'.split(
    ' ',
  ),
);

/** Whether a name (`DB_PASSWORD`, `stripe.apiKey`) says that its value is a secret. */
export function namesSecret(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  const last = words.at(-1);
  if (last === undefined || ABOUT.has(last)) return false;
  if (last === 'key') return SECRET_KEYS.has(words.at(-2) ?? '');
  return (
    last === 'pass' || PASS.test(last) || SECRET_ENDINGS.test(last) || words.some((word) => SECRET_WORDS.has(word))
  );
}
