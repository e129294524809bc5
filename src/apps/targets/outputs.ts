import type { FollowedCommand } from '../../launch/flow.js';

/** Programs that install, check or fill a database: none makes a file that a start command could name. */
const WITHOUT_OUTPUT = new Set([
  ...[
    'pip',
    'uv',
    'poetry',
    'pipenv',
    'pdm',
    'npm',
    'yarn',
    'pnpm',
    'corepack',
    'apt-get',
    'apt',
    'apk',
    'bundle',
    'gem',
  ],
  ...[
    'prisma',
    'sequelize',
    'sequelize-cli',
    'knex',
    'typeorm',
    'mikro-orm',
    'drizzle-kit',
    'migrate-mongo',
    'alembic',
  ],
  ...['eslint', 'prettier', 'jest', 'vitest', 'mocha', 'pytest', 'husky', 'patch-package', 'playwright', 'puppeteer'],
  ...['rm', 'rimraf', 'chmod', 'ls', 'pwd', 'true', 'false', 'sleep', 'date', 'whoami', 'test', 'which', 'wait-on'],
  ...[
    'psql',
    'pg_isready',
    'is-ci',
    'only-allow',
    'ngcc',
    'manage.py',
    'django-admin',
    ':',
    'echo',
    'printf',
    'command',
  ],
]);

/** Modules that `python -m` runs for the same purposes. */
const MODULES_WITHOUT_OUTPUT = new Set([
  'pip',
  'nltk.downloader',
  'spacy',
  'playwright',
  'ensurepip',
  'flask',
  'alembic',
]);

/** Whether a command of a build may make a file or folder that is named later. */
export function mayMakeFiles({ words }: FollowedCommand): boolean {
  const [program = '', ...rest] = words;
  if (rest.length === 1 && ['--version', '-v', '-V', 'version'].includes(rest[0] ?? '')) return false;
  if (program === 'flask') return rest[0] !== 'db';
  if (program === 'python') {
    if (rest[0] === '-m') return !MODULES_WITHOUT_OUTPUT.has(rest[1] ?? '');
    return !/(?:^|\/)manage\.py$/.test(rest[0] ?? '');
  }
  return !WITHOUT_OUTPUT.has(program);
}
