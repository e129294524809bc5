/** A tool that changes a database by files, and how one sees that they are there and that they are applied. */
export interface MigrationTool {
  /** As its users call it. */
  name: string;
  /** What applies them: a command to name in advice. */
  command: string;
  /** A command that applies them, or makes the tables in another way; not one that only shows what would be done. */
  applies: RegExp;
  /** The same in the code of the program. */
  inCode: RegExp;
  /** A package of package.json, a Gemfile or a list of Python packages that has to be there. */
  packages: readonly string[];
  manifest: 'package.json' | 'Gemfile' | 'python';
  /** Folders, below that of the manifest, that may hold migrations. */
  folders: readonly string[];
  /** A file of such a folder, or of a folder in it, that is a migration. */
  file: RegExp;
  /** A file beside the manifest that has to be there. */
  config?: RegExp;
  source: string;
}

/*
 * The patterns are tried on texts of strangers, so what may stand between two words has a limit: without one, the time
 * grows with the square or the cube of the length.
 */

/** Django is told by its settings; the others by files. */
export const DJANGO: Pick<MigrationTool, 'name' | 'command' | 'applies' | 'inCode' | 'source'> = {
  name: 'Django',
  command: 'python manage.py migrate',
  applies:
    /\b(?:manage\.py|django-admin|django)\b[^\n]{0,200}?\bmigrate(?:_schemas)?\b(?![^\n&;|]{0,200}--(?:check|plan)\b)|\b(?:migrate_schemas|syncdb)\b/,
  inCode:
    /call_command\(\s*['"]migrate|execute_from_command_line\([^)]{0,200}['"]migrate|MigrationExecutor|['"]manage\.py['"],\s*['"]migrate|manage\.py migrate/,
  source: 'https://docs.djangoproject.com/en/stable/ref/django-admin/#migrate',
};

const SQL_OR_CODE = /\.(?:[cm]?[jt]s|sql)$/;

export const TOOLS: readonly MigrationTool[] = [
  {
    name: 'Alembic',
    command: 'alembic upgrade head',
    applies:
      /(?:\balembic\b|\bflask\b[^\n]{0,200}?\bdb\b|\bmanage\.py db\b)[^\n]{0,200}?\bupgrade\b(?![^\n&;|]{0,200}--sql\b)/,
    inCode:
      /\bcommand\.upgrade\(|\balembic\b[^\n]{0,80}\bupgrade\b|\bcreate_all\b|flask_migrate[^\n]{0,80}\bupgrade\b|\bupgrade\(\s*(?:directory|revision)?/,
    packages: ['alembic', 'flask-migrate', 'flask_migrate'],
    manifest: 'python',
    folders: [
      'alembic/versions',
      'migrations/versions',
      'app/alembic/versions',
      'src/alembic/versions',
      'db/migrations/versions',
    ],
    file: /\.py$/,
    source: 'https://alembic.sqlalchemy.org/en/latest/tutorial.html#running-our-first-migration',
  },
  {
    name: 'Prisma',
    command: 'npx prisma migrate deploy',
    applies:
      /\bprisma2?\b[^\n]{0,200}?\b(?:migrate\s+(?:deploy|dev|reset|resolve)|db\s+(?:push|execute))\b|\b(?:rw|redwood|cedar)\b[^\n]{0,200}?\bdeploy\b|\b(?:rw|redwood)\b[^\n]{0,200}?\bprisma\b/,
    inCode: /prisma[^\n]{0,60}(?:migrate|db push)/,
    packages: ['prisma', '@prisma/client', '@redwoodjs/api'],
    manifest: 'package.json',
    folders: ['prisma/migrations', 'db/migrations', 'src/prisma/migrations'],
    file: /^migration\.sql$/,
    source: 'https://www.prisma.io/docs/orm/prisma-client/deployment/deploy-database-changes-with-prisma-migrate',
  },
  {
    name: 'Knex',
    command: 'npx knex migrate:latest',
    applies: /\bknex\b[^\n]{0,200}?\bmigrate:(?:latest|up)\b/,
    inCode: /\.migrate\s*\.\s*(?:latest|up)\(|migrate:latest|\.schema\s*\.\s*(?:createTable|hasTable)/,
    packages: ['knex'],
    manifest: 'package.json',
    folders: [
      'migrations',
      'db/migrations',
      'src/migrations',
      'src/db/migrations',
      'database/migrations',
      'data/migrations',
    ],
    file: SQL_OR_CODE,
    config: /^knexfile\.[cm]?[jt]s$/,
    source: 'https://knexjs.org/guide/migrations.html',
  },
  {
    name: 'TypeORM',
    command: 'npx typeorm migration:run -d dist/data-source.js',
    applies: /\b(?:typeorm\S*|mikro-orm)\b[^\n]{0,200}?\b(?:migrations?:(?:run|up)|schema:sync)\b|\bmigrations?:run\b/,
    inCode: /\.runMigrations\(|migrationsRun['"]?\s*:\s*(?!false)|synchronize['"]?\s*:\s*(?!false)/,
    packages: ['typeorm'],
    manifest: 'package.json',
    folders: [
      'migrations',
      'src/migrations',
      'src/migration',
      'src/database/migrations',
      'src/db/migrations',
      'database/migrations',
      'db/migrations',
    ],
    file: /^\d{10,}.*\.[cm]?[jt]s$/,
    source: 'https://typeorm.io/docs/migrations/executing/',
  },
  {
    name: 'Drizzle',
    command: 'npx drizzle-kit migrate',
    applies: /\bdrizzle-kit\b[^\n]{0,200}?\b(?:migrate|push)(?::\w+)?\b/,
    inCode: /drizzle-orm\/[\w/-]*migrator|drizzle-kit[^\n]{0,40}(?:push|migrate)/,
    packages: ['drizzle-kit', 'drizzle-orm'],
    manifest: 'package.json',
    folders: [
      'drizzle',
      'drizzle/migrations',
      'migrations',
      'src/db/migrations',
      'src/drizzle',
      'db/migrations',
      'src/migrations',
    ],
    file: /^\d{4,}_.*\.sql$/,
    config: /^drizzle\.config\.[cm]?[jt]s$/,
    source: 'https://orm.drizzle.team/docs/drizzle-kit-migrate',
  },
  {
    name: 'Sequelize',
    command: 'npx sequelize-cli db:migrate',
    applies: /\bsequelize(?:-cli)?\b[^\n]{0,200}?\bdb:migrate\b(?!:)/,
    inCode: /\.sync\(|\bumzug\b|db:migrate/i,
    packages: ['sequelize', 'sequelize-cli'],
    manifest: 'package.json',
    folders: [
      'migrations',
      'src/migrations',
      'db/migrations',
      'database/migrations',
      'src/database/migrations',
      'src/db/migrations',
    ],
    file: /^\d{8,}.*\.[cm]?[jt]s$/,
    source: 'https://sequelize.org/docs/v6/other-topics/migrations/',
  },
  {
    name: 'Rails',
    command: 'bundle exec rails db:migrate',
    applies: /\bdb:(?:migrate|prepare|setup|schema:load|structure:load|create_and_migrate)\b/,
    inCode: /ActiveRecord::(?:MigrationContext|Migrator|Tasks)/,
    packages: ['rails'],
    manifest: 'Gemfile',
    folders: ['db/migrate'],
    file: /^\d{14}_.*\.rb$/,
    source: 'https://guides.rubyonrails.org/active_record_migrations.html#running-migrations',
  },
];
