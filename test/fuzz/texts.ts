import { basename, join, relative } from 'node:path';
import { readdirSync, readFileSync } from 'node:fs';
import { fixtures } from '../../scripts/lib/fixtures.js';

/** A fixture as the files of a repository, by path. */
export type Files = Readonly<Record<string, string>>;

/** The repositories that the mutations start from. */
export const REPOSITORIES: readonly Files[] = fixtures().map(({ folder }) => {
  const paths = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name !== 'expected.json')
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
});

const SYNTAXES = [
  ['yaml', /\.ya?ml$/],
  ['json', /\.json5?$/],
  ['toml', /\.toml$/],
  ['dockerfile', /dockerfile/i],
  ['javascript', /\.[cm]?[jt]sx?$/],
  ['python', /\.py$/],
  ['shell', /\.(?:sh|bash)$/],
  ['dotenv', /^\.env/],
  ['procfile', /^Procfile/],
  ['html', /\.html$/],
  ['requirements', /requirements.*\.txt$/],
] as const;

export type Syntax = (typeof SYNTAXES)[number][0];

export function syntaxOf(path: string): Syntax | undefined {
  return SYNTAXES.find(([, pattern]) => pattern.test(basename(path)))?.[0];
}

/** What each grammar knows, so that mutations go past the first error. */
export const WORDS: Readonly<Record<Syntax, readonly string[]>> = {
  yaml: [
    ...[
      'services:\n',
      '  - type: web\n',
      'name: a\n',
      'envVars:\n',
      '*a',
      '&a ',
      '<<: *a\n',
      '!!binary ',
      '| \n',
      '>-\n',
      '? ',
      ': ',
    ],
    ...[
      'runtime: docker\n',
      'startCommand: ',
      'routes:\n',
      'fromGroup: ',
      'fromService:\n',
      '{',
      '}',
      '[',
      ']',
      ',',
      '%YAML 1.1\n',
    ],
  ],
  json: [
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '"',
    '"scripts": {',
    '"main": ',
    '"workspaces": ["*"]',
    '// x\n',
    '/* */',
    '"extends": "./tsconfig.json"',
  ],
  toml: [
    '[',
    ']',
    '[[',
    ']]',
    '=',
    '"""',
    "'''",
    '[tool.poetry.dependencies]\n',
    'requires-python = ',
    '.',
    ',',
    '{',
    '}',
    '1979-05-27',
  ],
  dockerfile: [
    ...[
      'FROM node:22 AS a\n',
      'FROM a\n',
      'RUN ',
      'CMD ',
      'ENTRYPOINT ',
      'COPY --from=a ',
      'ARG A=1\n',
      'ENV A=$A\n',
      'WORKDIR ..\n',
    ],
    ...[
      '["',
      '", "',
      '"]',
      '\\\n',
      '# escape=`\n',
      '<<EOF\n',
      'EOF\n',
      'ONBUILD ',
      'SHELL ["',
      '--mount=type=cache ',
      'USER ',
      '$PORT',
      '&&',
    ],
  ],
  javascript: [
    ...[
      'import a from "./server.js";',
      'export default ',
      'require("./a")',
      'process.env.PORT',
      'app.listen(',
      'async ',
      'await ',
      '=> ',
      '...',
    ],
    ...[
      'class A extends A {',
      'function* f() {',
      'for (;;) ',
      'while (true) ',
      'try {',
      '} catch {',
      'new Proxy(',
      '`${',
      '?.',
      '??=',
      '</a>',
      '#x',
      '@x ',
    ],
  ],
  python: [
    ...[
      'import os\n',
      'from .settings import *\n',
      'def f(',
      'class A(A):\n',
      'lambda: ',
      'async def ',
      'await ',
      'yield ',
      'if True:\n    ',
    ],
    ...[
      'os.environ["A"]',
      'ALLOWED_HOSTS += ',
      'try:\n',
      'except:\n',
      '**',
      '*',
      ':=',
      'f"{',
      'f"{x!r:>{y}}"',
      'match x:\n',
      '@',
      '\\\n',
      'print "x"\n',
    ],
  ],
  shell: [
    ...[
      'exec ',
      'cd ',
      '&& ',
      '|| ',
      '; ',
      '| ',
      '& ',
      '$(',
      '`',
      '${A:-',
      '}',
      '<<EOF\n',
      'EOF\n',
      'if true; then ',
      'fi\n',
      'case $1 in ',
    ],
    ...[
      'esac\n',
      'for a in *; do ',
      'done\n',
      'f() { ',
      '}\n',
      'f\n',
      '"$@"',
      "'",
      '"',
      '2>&1',
      'env -i ',
      'sh -c ',
      'npm run ',
      'source ',
    ],
  ],
  dotenv: ['A=', 'export ', '"', "'", '${A}', '#', '\\n', 'PORT='],
  procfile: ['web: ', 'release: ', 'worker: ', '$PORT', ':'],
  html: ['<script', ' type="module"', ' src="', '">', '</script>', '<!--', '-->', '<app-root>', '<', '>', '<![CDATA['],
  requirements: [
    '-r ',
    '-c ',
    '-e ',
    '--hash=',
    ';',
    '==',
    '>=',
    '~=',
    '[',
    ']',
    '@ ',
    'git+',
    '#',
    'django',
    'gunicorn',
    '\\\n',
  ],
};

/** Of kinds that the fixtures hold few of. */
const MORE: Partial<Record<Syntax, readonly string[]>> = {
  dotenv: [
    'PORT=3000\nHOST="127.0.0.1" # ours\nexport NAME=\'a b\'\n',
    'A=${B:-c}\nLONG="one\ntwo"\n\n#none\n',
    'A = 1\nB\n=2\n',
  ],
  procfile: [
    'web: gunicorn app:app --bind 0.0.0.0:$PORT\nrelease: python manage.py migrate\n',
    'web: npm start\n',
    '# a\nweb:',
  ],
  html: ['<!doctype html><div id="root"></div><script type="module" src="/src/main.tsx"></script>\n'],
};

/** The texts of one kind in all fixtures, and some more. */
export function textsOf(syntax: Syntax): readonly string[] {
  const texts = REPOSITORIES.flatMap((files) =>
    Object.entries(files).flatMap(([path, text]) => (syntaxOf(path) === syntax ? [text] : [])),
  );
  return [...new Set([...texts, ...(MORE[syntax] ?? [])])];
}
