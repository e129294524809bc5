import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/report/clean-text.js';
import { redactFile, redactSecrets } from '../../src/report/secrets.js';

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
  ])('gets through a megabyte of %j', (part) => {
    const text = part.repeat(Math.ceil(1_000_000 / part.length));
    expect(cleanText(redactSecrets(text)).length).toBeGreaterThan(0);
  });
});

const item = (...lines: string[]): string => ['envVars:', '  - key: DB_PASSWORD', ...lines, ''].join('\n');

describe('redactFile', () => {
  it.each([
    ['a misspelt key', item('    valu: hunter2')],
    ['a key of another format', item('    default: "hunter2"')],
    ['another case', item("    Value: 'hunter2'")],
    ['a second value', item('    value: x', '    previewValue: hunter2')],
    ['a key between the two', item('    sync: false', '    value: hunter2')],
    ['a comment between the two', item('    # note', '', '    value: hunter2')],
    ['a value that is commented out', item('    # value: hunter2')],
    ['the value first', 'envVars:\n  - valu: hunter2\n    note: x\n    key: DB_PASSWORD\n'],
    ['literal text', item('    value: |', '      hunter2', '', '      hunter2')],
    ['folded text with a comment', item('    value: >- # note', '      hunter2', '     hunter2')],
    ['plain text over lines', item('    value: a', '      hunter2', '      hunter2')],
    ['quoted text over lines', item('    value: "a', '', '      hunter2: x', '      hunter2"')],
    ['quoted text that does not end', item('    value: "hunter2', '    valu: hunter2')],
    ['text on the next line', item('    valu:', '      hunter2')],
    ['a list', item('    valu:', '    - hunter2', '    more: [hunter2, { a: hunter2 }]')],
    ['no blank behind the colon', item('    value:hunter2')],
    ['a tag and an anchor', item('    valu: !!str &pw hunter2')],
    ['an alias', 'x: &pw hunter2\n' + item('    value: *pw')],
    ['a key with a blank', item('    my value: hunter2')],
    ['braces', 'envVars: [{key: DB_PASSWORD, valu: hunter2}]'],
    ['braces in another order', '- { valu: hunter2 hunter2, key: "DB_PASSWORD" }'],
    ['braces over lines', '- {\n  "valu": "hunter2, }",\n  "key": "DB_PASSWORD"\n}'],
    ['braces that do not end', 'a: {b: [c\n' + item('    valu: hunter2')],
    ['a name in quotes, with an anchor', '- key: &name "DB_PASSWORD" # note\n  valu: hunter2'],
    ['a name on the next line', '- key:\n    DB_PASSWORD\n  valu: hunter2'],
    ['a name in one word', '- key: DBPASS\n  valu: hunter2'],
    ['carriage returns', item('    valu: hunter2', '    value: |', '      hunter2').replaceAll('\n', '\r\n')],
  ])('hides what a secret variable says: %s', (_, text) => {
    const shown = redactFile('render.yaml', text);
    expect(shown).not.toContain('hunter');
    expect(shown).toHaveLength(text.length);
    expect(shown.split(/\r\n|\n/)).toHaveLength(text.split(/\r\n|\n/).length);
    expect(shown).toMatch(/DB_?PASS/);
  });

  it.each([
    item('    sync: false', '    generateValue: true'),
    item('    fromDatabase:', '      name: db', '      property: connectionString'),
    item('    fromService: { name: api, type: web, envVarKey: KEY }'),
    item('    value: ${OTHER}'),
    item('    displayName: API key', '    description: >', '      Where it is found'),
    'secretKeyRef:\n  name: db\n  key: password',
    item('# Frontend: the site', '  - key: PORT', '    value: 3000'),
    item('services:', '  - name: api', '    buildCommand: |', '      npm ci'),
    '- key: PORT\n  value: 3000\n- key: NODE_ENV\n  valu: production',
    '[{key: PORT, value: 3000}, {key: DB_PASSWORD, sync: false}, {key: X, value: y}]',
    'fields:\n  - name: password\n    type: text\n    label: Enter it',
    'bypass: everything',
  ])('leaves %j readable', (text) => {
    expect(redactFile('render.yaml', text)).toBe(text);
  });

  it('takes items of YAML files only', () => {
    const text = "const columns = [{ key: 'password', title: 'Password' }];";
    expect(redactFile('columns.ts', text)).toBe(text);
  });

  it.each([
    '- key: PASSWORD\n  valu: x\n',
    '{key: PASSWORD, a: ',
    '- ',
    '{',
    '[[',
    'a: {\n',
    'a: "\n',
    "a: '\n' ",
    'a: "\\"\n',
    '{"\\"',
    'a: &x *x\n',
    'a: |\n b\n',
    ' ',
    '#',
  ])('gets through a megabyte of %j', (part) => {
    const text = part.repeat(Math.ceil(1_000_000 / part.length));
    expect(redactFile('render.yaml', text)).toHaveLength(text.length);
  });

  it('takes mappings in mappings', () => {
    const lines = Array.from(
      { length: 1_400 },
      (_, depth) => `${' '.repeat(depth)}key: PASSWORD\n${' '.repeat(depth)}a:\n`,
    );
    expect(redactFile('render.yaml', lines.join('')).length).toBeGreaterThan(1_000_000);
  });
});
