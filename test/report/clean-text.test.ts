import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText, escapesIn, redactSecrets } from '../../src/report/clean-text.js';

describe('cleanText', () => {
  it.each([
    ['a terminal escape', 'x\u001b[31mred', 'x\\u{1B}[31mred'],
    ['a C1 control sequence introducer', 'x\u009b31m', 'x\\u{9B}31m'],
    ['a bell and a backspace', 'a\u0007\b', 'a\\u{7}\\u{8}'],
    ['a carriage return that would overwrite the line', 'safe\rhidden', 'safe\\u{D}hidden'],
    ['a bidirectional override', 'a\u202eb', 'a\\u{202E}b'],
    ['an isolate', '\u2066a\u2069', '\\u{2066}a\\u{2069}'],
    ['a zero-width space', 'a\u200bb', 'a\\u{200B}b'],
    ['a zero-width joiner', 'a\u200db', 'a\\u{200D}b'],
    ['a byte order mark', '\ufeffa', '\\u{FEFF}a'],
    ['a tag character', 'a\u{e0041}', 'a\\u{E0041}'],
    ['a Hangul filler', 'a\u3164b', 'a\\u{3164}b'],
    ['a variation selector behind a letter', 'a\ufe0f', 'a\\u{FE0F}'],
    ['a line separator', 'a\u2028b', 'a\\u{2028}b'],
    ['a lone surrogate', 'a\ud800', 'a\\u{D800}'],
    ['an old runner command anywhere', 'x ##[error]y', 'x ##\\u{5B}error]y'],
    ['a runner command at the start', '::error file=a::x', ':\\u{3A}error file=a::x'],
    ['a runner command behind blanks', '\n  ::stop-commands::x', '\n  :\\u{3A}stop-commands::x'],
  ])('shows %s', (_, text, shown) => {
    expect(cleanText(text)).toBe(shown);
  });

  it.each([
    'tab\there',
    'two\nlines',
    'e\u0301',
    '日本語',
    '👍 ⚠️',
    '::1 and ::ffff:127.0.0.1',
    'std::vector',
    '# a [b]',
  ])('leaves %j as it is', (text) => {
    expect(cleanText(text)).toBe(text);
  });

  it('turns CR LF into LF, as a terminal would read it', () => {
    expect(cleanText('a\r\nb')).toBe('a\nb');
  });

  it('changes nothing the second time', () => {
    const once = cleanText('\u202e##[x] ::add-mask::\r');
    expect(cleanText(once)).toBe(once);
  });
});

describe('cleanLine', () => {
  it('keeps a file name on one line', () => {
    expect(cleanLine('a\r\nb\tc\u202e')).toBe('a\\u{D}\\u{A}b\\u{9}c\\u{202E}');
  });
});

describe('escapesIn', () => {
  it('gives the offset of each character it stands for', () => {
    expect([...escapesIn('a\u202eb##[\u{e0041}')]).toEqual([
      [1, '\\u{202E}'],
      [5, '\\u{5B}'],
      [6, '\\u{E0041}'],
    ]);
  });
});

describe('redactSecrets', () => {
  it.each([
    // in URLs
    ['postgres://user:pw1@host/db', 'postgres://user:•••@host/db'],
    ['redis://:pw1@host', 'redis://:•••@host'],
    ['mysql://u:p@ss@host/db', 'mysql://u:••••@host/db'],
    ['postgres://a:b1@h1,postgres://c:d1@h2', 'postgres://a:••@h1,postgres://c:••@h2'],
    // in YAML
    ['  password: hunter2', '  password: •••••••'],
    ['  - DB_PASSWORD: correct horse  # old', '  - DB_PASSWORD: ••••••• •••••  # old'],
    ["  apiKey: 'it''s'", "  apiKey: '•••••'"],
    ['{ password: hunter2, user: me }', '{ password: •••••••, user: me }'],
    ['secret_key_base: YWJj=', 'secret_key_base: •••••'],
    [
      '- key: API_TOKEN\n  value: abc\n- key: PORT\n  value: 3000',
      '- key: API_TOKEN\n  value: •••\n- key: PORT\n  value: 3000',
    ],
    ['- key: API_TOKEN # x\r\n  value: "abc"', '- key: API_TOKEN # x\r\n  value: "•••"'],
    ['- value: abc\n  key: API_TOKEN', '- value: •••\n  key: API_TOKEN'],
    ['{ key: API_TOKEN, value: abc }', '{ key: API_TOKEN, value: ••• }'],
    // in .env, shell and Dockerfiles
    ['DB_PASSWORD=a;b', 'DB_PASSWORD=•••'],
    ['export API_KEY="abc"', 'export API_KEY="•••"'],
    ['PGPASSWORD=abc psql -h db', 'PGPASSWORD=••• psql -h db'],
    ['serve --token abc --port 80', 'serve --token ••• --port 80'],
    ['serve --auth-token=abc', 'serve --auth-token=•••'],
    ['PASSWORD="unclosed', 'PASSWORD="••••••••'],
    // in JSON, JavaScript, Python
    ['{"password":"abc","user":"me"}', '{"password":"•••","user":"me"}'],
    ["session({ secret: 'keyboard cat' })", "session({ secret: '•••••••• •••' })"],
    ['const token = `abc`;', 'const token = `•••`;'],
    ["const password: string = 'abc'", "const password: string = '•••'"],
    ["process.env['API_KEY'] = 'abc'", "process.env['API_KEY'] = '•••'"],
    ["process.env.JWT_SECRET || 'dev'", "process.env.JWT_SECRET || '•••'"],
    ["os.environ.get('SECRET_KEY', 'dev')", "os.environ.get('SECRET_KEY', '•••')"],
    ["config('SECRET_KEY', default='dev')", "config('SECRET_KEY', default='•••')"],
    // by their shape
    ['id AKIAABCDEFGHIJKLMNOP', 'id AKIA••••••••••••••••'],
    [`x ghp_${'a1'.repeat(18)} y`, `x ghp_${'•'.repeat(36)} y`],
    ['sk_live_abcdefgh', 'sk_live_••••••••'],
    ['xoxb-12345678', 'xoxb-••••••••'],
    [`AIza${'x'.repeat(35)}`, `AIza${'•'.repeat(35)}`],
    ['eyJhbGciOiJI.eyJzdWI.c2ln', `eyJ${'•'.repeat(22)}`],
    [
      '-----BEGIN RSA PRIVATE KEY-----\nMII\nabc\n-----END RSA PRIVATE KEY-----',
      '-----BEGIN RSA PRIVATE KEY-----\n•••\n•••\n-----END RSA PRIVATE KEY-----',
    ],
    ['-----BEGIN PRIVATE KEY-----\nMII', '-----BEGIN PRIVATE KEY-----\n•••'],
  ])('%j', (text, shown) => {
    expect(redactSecrets(text)).toBe(shown);
    expect(shown).toHaveLength(text.length);
  });

  it.each([
    'http://localhost:3000/@scope/pkg',
    'postgres://u:${DB_PASSWORD}@host/db',
    'password: ${DB_PASSWORD}',
    'password: $DB_PASSWORD',
    'token: ${{ secrets.TOKEN }}',
    'password: <your password>',
    'password: *shared',
    'password: string;',
    'const token = getToken();',
    'const token = req.headers.authorization;',
    'login(password=password)',
    'password: { type: String }',
    "const [token, setToken] = useState('x')",
    'max_tokens: 4096',
    'password_reset_url: /reset',
    '- key: SECRET_KEY\n  generateValue: true',
    '- key: SECRET_KEY\n  sync: false',
    'Unknown key `apiToken`: Render ignores it.',
    'The variable API_TOKEN: it is declared twice.',
    'sk-loading-spinner',
    '"jsonwebtoken": "9.0.6"',
    '"is-password": "^1.0.0"',
    'log("no token:", error);',
    "if (typeof token === 'string')",
    "else if (token === ']')",
    "ok ? 'PASS' : 'FAIL'",
    "log('PASS: all is well')",
    '  accessToken: data.access_token,',
    '- TOKEN=${TOKEN:-}',
    'primaryKey: abc',
  ])('leaves %j readable', (text) => {
    expect(redactSecrets(text)).toBe(text);
  });

  // At 1 MB each takes under half a second here; a pattern that is not linear would take minutes.
  it.each([
    'a:',
    '://u:',
    'token=',
    'password: ',
    'eyJa.',
    'key:value:',
    'postgres://a:b@',
    '(',
    '"',
    'value: x\n',
    '-----BEGIN ',
    `password: a${' '.repeat(1000)}b\n`,
  ])('takes time linear in the length of %j repeated', (part) => {
    const text = part.repeat(Math.ceil(1_000_000 / part.length));
    const start = performance.now();
    expect(cleanText(redactSecrets(text)).length).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
