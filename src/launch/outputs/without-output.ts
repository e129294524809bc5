import type { Words } from '../words.js';

/** Programs that install, check, print, generate sources or fill a database: none makes what a command could start. */
const WITHOUT_OUTPUT = new Set(
  [
    'pip pip3 uv poetry pipenv pdm npm npx yarn pnpm corepack apt-get apt apk bundle gem bundler composer nvm volta rustup',
    'conda brew dpkg asdf mise python-build hatch rye setuptools',
    'prisma sequelize sequelize-cli knex typeorm mikro-orm mikro-orm-esm drizzle-kit migrate-mongo alembic dbmate flyway',
    'typeorm-ts-node-commonjs typeorm-ts-node-esm db-migrate node-pg-migrate atlas zenstack',
    'eslint prettier biome jest vitest mocha ava pytest husky patch-package playwright puppeteer cypress tap c8 nyc',
    'simple-git-hooks lint-staged commitlint oxlint stylelint svelte-check knip depcheck audit-ci type-coverage',
    'graphql-codegen graphql-code-generator openapi-typescript orval kysely-codegen relay-compiler panda paraglide-js',
    'tsc-alias tsconfig-replace-paths tspath resolve-tspaths tscpaths tsc-esm-fix fix-esm-import-path ts-add-js-extension',
    'rm rimraf chmod chown ls pwd true false sleep date whoami test which wait-on cat head tail grep wc sort uname df du',
    'psql pg_isready mysql redis-cli is-ci only-allow ngcc check-node-version envinfo npm-check-updates browserslist',
    'update-browserslist-db manage.py django-admin : echo printf command [ export set unset kill pkill free env printenv id',
    'node-gyp sentry-cli next-sitemap size-limit bundlesize lerna is-ci-cli nuxi-prepare flake8 ruff black isort mypy',
    'useradd groupadd usermod groupmod adduser addgroup apt-mark update-ca-certificates yum dnf microdnf locale-gen ldconfig',
    'passwd setcap update-alternatives',
    'coverage sqlfluff cloudinary semver stat md5sum sha256sum basename dirname exit return cd pushd popd read shopt umask',
  ].flatMap((line) => line.split(' ')),
);

/** Modules that `python -m` runs for the same purposes. */
const MODULES_WITHOUT_OUTPUT = new Set([
  'pip',
  'nltk.downloader',
  'spacy',
  'playwright',
  'ensurepip',
  'flask',
  'alembic',
  'compileall',
  'pytest',
]);

/** Subcommands that make nothing of programs that may. */
const SUBCOMMANDS: Readonly<Record<string, readonly string[]>> = {
  git: ['config', 'status', 'log', 'rev-parse', 'fetch', 'lfs', 'describe', 'show', 'diff', 'remote', 'tag'],
  go: ['mod', 'get', 'vet', 'test', 'version', 'env', 'fmt', 'generate', 'run'],
  mix: [
    'local.hex',
    'local.rebar',
    'deps.get',
    'deps.compile',
    'compile',
    'ecto.create',
    'ecto.migrate',
    'phx.digest',
    'test',
  ],
  cargo: ['test', 'check', 'fmt', 'clippy', 'fetch', 'update', '--version'],
  dotnet: ['restore', 'test', 'tool', '--version', '--info'],
  svelte: ['check'],
  'svelte-kit': ['sync'],
  astro: ['check', 'sync', 'telemetry', 'db'],
  next: ['lint', 'telemetry', 'typegen', 'info'],
  nuxt: ['prepare', 'typecheck', 'cleanup', 'telemetry'],
  nuxi: ['prepare', 'typecheck', 'cleanup', 'telemetry'],
  'react-router': ['typegen'],
  ng: ['lint', 'test', 'analytics', 'version', 'cache'],
  nx: ['reset', 'report', 'lint', 'test'],
  turbo: ['telemetry', 'lint', 'test'],
  flask: ['db', 'init-db', 'routes'],
  payload: ['migrate', 'generate:types', 'generate:importmap'],
  directus: ['bootstrap', 'database'],
  medusa: ['db:migrate', 'db:setup', 'user', 'exec'],
  remix: ['setup'],
  panda: ['codegen'],
  bun: ['test', 'pm'],
};

/** Whether a command of a build makes no file or folder that a later command could name. */
export function makesNoTarget(words: Words): boolean {
  const [program = '', first, ...rest] = words;
  if (rest.length === 0 && ['--version', '-v', '-V', 'version', '--help'].includes(first ?? '')) return true;
  if (program === 'python') {
    if (first === '-m') return MODULES_WITHOUT_OUTPUT.has(rest[0] ?? '');
    return /(?:^|\/)manage\.py$/.test(first ?? '');
  }
  if (Object.hasOwn(SUBCOMMANDS, program))
    return first !== undefined && (SUBCOMMANDS[program]?.includes(first) ?? false);
  return WITHOUT_OUTPUT.has(program);
}
