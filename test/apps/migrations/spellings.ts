/** Projects with migrations, and commands as people write them. */
export interface MigrationProject {
  tool: string;
  files: Readonly<Record<string, string>>;
  runtime: 'python' | 'node';
  install: string;
  start: string;
  /** Commands that bring the database up to date. */
  applying: readonly string[];
  /** Near misses: they make, show or undo migrations. */
  others: readonly string[];
}

const PACKAGE = (dependencies: Readonly<Record<string, string>>): string =>
  JSON.stringify({
    scripts: { start: 'node server.js', other: 'node other.js' },
    dependencies: { express: '5.1.0', ...dependencies },
  });

const SERVER = "require('express')().listen(process.env.PORT);\n";

function nodeProject(
  tool: string,
  dependencies: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>>,
  commands: Pick<MigrationProject, 'applying' | 'others'>,
): MigrationProject {
  return {
    tool,
    files: { 'package.json': PACKAGE(dependencies), 'server.js': SERVER, 'other.js': '', ...files },
    runtime: 'node',
    install: 'npm install',
    start: 'node server.js',
    ...commands,
  };
}

export const PROJECTS: readonly MigrationProject[] = [
  {
    tool: 'Django',
    files: {
      'requirements.txt': 'Django==5.2\ngunicorn\npsycopg2-binary\n',
      'manage.py':
        "import os, sys\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'mysite.settings')\nfrom django.core.management import execute_from_command_line\nexecute_from_command_line(sys.argv)\n",
      'mysite/__init__.py': '',
      'mysite/settings.py':
        "INSTALLED_APPS = ['django.contrib.auth', 'django.contrib.contenttypes']\nDATABASES = {'default': {'ENGINE': 'django.db.backends.postgresql', 'NAME': 'shop'}}\n",
      'mysite/wsgi.py':
        "import os\nfrom django.core.wsgi import get_wsgi_application\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'mysite.settings')\napplication = get_wsgi_application()\n",
    },
    runtime: 'python',
    install: 'pip install -r requirements.txt',
    start: 'gunicorn mysite.wsgi',
    applying: [
      'python manage.py migrate',
      'python3 manage.py migrate --noinput',
      'python ./manage.py migrate --no-input --database default',
      './manage.py migrate',
      'python manage.py collectstatic --noinput && python manage.py migrate',
      'python manage.py migrate auth',
      'python -m django migrate --settings mysite.settings',
      'django-admin migrate --pythonpath .',
      'DJANGO_SETTINGS_MODULE=mysite.settings python manage.py migrate',
      'env DEBUG=0 python manage.py migrate',
      'poetry run python manage.py migrate',
      'pipenv run python manage.py migrate',
      'uv run manage.py migrate',
      'uv run python manage.py migrate --fake-initial',
      'cd . && python manage.py migrate',
      'python manage.py migrate --run-syncdb',
      'python manage.py migrate_schemas --shared',
      'bash -c "python manage.py migrate"',
      "sh -c 'set -e; python manage.py migrate'",
      '(python manage.py migrate)',
      'if [ "$RENDER" ]; then python manage.py migrate; fi',
      'python manage.py migrate || true',
    ],
    others: [
      'python manage.py makemigrations',
      'python manage.py makemigrations --check',
      'python manage.py showmigrations',
      'python manage.py sqlmigrate auth 0001',
      'python manage.py migrate --check',
      'python manage.py migrate --plan',
      'python manage.py check',
      'python manage.py collectstatic --noinput',
      'python manage.py createsuperuser --noinput',
      'python manage.py optimizemigration auth 0001',
      'python manage.py squashmigrations auth 0002',
    ],
  },
  {
    tool: 'Alembic',
    files: {
      'requirements.txt': 'fastapi\nuvicorn\nalembic==1.16\n',
      'alembic.ini': '[alembic]\nscript_location = alembic\n',
      'alembic/env.py': '',
      'alembic/versions/0a1b_first.py': "revision = '0a1b'\n",
      'main.py': 'from fastapi import FastAPI\napp = FastAPI()\n',
    },
    runtime: 'python',
    install: 'pip install -r requirements.txt',
    start: 'uvicorn main:app --host 0.0.0.0 --port $PORT',
    applying: [
      'alembic upgrade head',
      'alembic upgrade heads',
      'alembic -c alembic.ini upgrade head',
      'alembic --raiseerr upgrade +1',
      'python -m alembic upgrade head',
      'uv run alembic upgrade head',
      'poetry run alembic upgrade head',
      'pdm run alembic upgrade head',
      'PYTHONPATH=. alembic upgrade head',
    ],
    others: [
      'alembic revision --autogenerate -m first',
      'alembic current',
      'alembic history',
      'alembic stamp head',
      'alembic downgrade -1',
      'alembic check',
      'alembic upgrade head --sql',
    ],
  },
  {
    tool: 'Alembic',
    files: {
      'requirements.txt': 'flask\ngunicorn\nFlask-Migrate==4.1\n',
      'migrations/env.py': '',
      'migrations/versions/0a1b_first.py': "revision = '0a1b'\n",
      'app.py': 'from flask import Flask\napp = Flask(__name__)\n',
    },
    runtime: 'python',
    install: 'pip install -r requirements.txt',
    start: 'gunicorn app:app',
    applying: [
      'flask db upgrade',
      'flask --app app db upgrade',
      'FLASK_APP=app.py flask db upgrade',
      'python -m flask db upgrade',
      'poetry run flask db upgrade',
      'python manage.py db upgrade',
      'flask db upgrade --directory migrations',
    ],
    others: [
      'flask db migrate -m first',
      'flask db init',
      'flask db current',
      'flask db downgrade',
      'flask db stamp head',
      'flask db upgrade --sql',
    ],
  },
  nodeProject(
    'Prisma',
    { prisma: '6.19.0', '@prisma/client': '6.19.0' },
    { 'prisma/schema.prisma': '', 'prisma/migrations/20250101000000_first/migration.sql': 'SELECT 1;' },
    {
      applying: [
        'npx prisma migrate deploy',
        'npx prisma migrate deploy --schema=prisma/schema.prisma',
        'npx --yes prisma@6 migrate deploy',
        'yarn prisma migrate deploy',
        'pnpm prisma migrate deploy',
        'pnpm exec prisma migrate deploy',
        'bunx prisma migrate deploy',
        './node_modules/.bin/prisma migrate deploy',
        'npx prisma generate && npx prisma migrate deploy',
        'npx prisma db push --accept-data-loss',
        'npx prisma migrate dev',
      ],
      others: [
        'npx prisma generate',
        'npx prisma migrate status',
        'npx prisma migrate diff --from-empty --to-schema-datamodel prisma/schema.prisma',
        'npx prisma validate',
        'npx prisma db seed',
        'npx prisma db pull',
        'npx prisma format',
      ],
    },
  ),
  nodeProject(
    'Knex',
    { knex: '3.1.0' },
    { 'knexfile.js': 'module.exports = {};\n', 'migrations/20250101000000_first.js': '' },
    {
      applying: [
        'npx knex migrate:latest',
        'npx knex migrate:latest --env production',
        'npx knex --knexfile knexfile.js migrate:latest',
        'NODE_ENV=production npx knex migrate:latest',
        'yarn knex migrate:latest',
        'npx knex migrate:up',
      ],
      others: [
        'npx knex migrate:make other',
        'npx knex migrate:rollback',
        'npx knex migrate:down',
        'npx knex migrate:list',
        'npx knex migrate:status',
        'npx knex seed:run',
      ],
    },
  ),
  nodeProject(
    'TypeORM',
    { typeorm: '0.3.27' },
    { 'src/data-source.ts': '', 'src/migrations/1700000000000-First.ts': '' },
    {
      applying: [
        'npx typeorm migration:run -d dist/data-source.js',
        'npx typeorm-ts-node-commonjs migration:run -d src/data-source.ts',
        'npx typeorm-ts-node-esm migration:run -d src/data-source.ts',
        'node ./node_modules/typeorm/cli.js migration:run -d dist/data-source.js',
        'npx ts-node ./node_modules/typeorm/cli migration:run -d src/data-source.ts',
        'npx typeorm schema:sync -d dist/data-source.js',
      ],
      others: [
        'npx typeorm migration:generate src/migrations/Next -d dist/data-source.js',
        'npx typeorm migration:create src/migrations/Next',
        'npx typeorm migration:show -d dist/data-source.js',
        'npx typeorm migration:revert -d dist/data-source.js',
        'npx typeorm schema:log -d dist/data-source.js',
      ],
    },
  ),
  nodeProject(
    'Drizzle',
    { 'drizzle-orm': '0.44.0', 'drizzle-kit': '0.31.0' },
    { 'drizzle.config.ts': 'export default {};\n', 'drizzle/0000_first.sql': 'SELECT 1;' },
    {
      applying: [
        'npx drizzle-kit migrate',
        'npx drizzle-kit migrate --config=drizzle.config.ts',
        'npx drizzle-kit push',
        'npx drizzle-kit push:pg',
        'pnpm drizzle-kit migrate',
        'bunx drizzle-kit migrate',
      ],
      others: [
        'npx drizzle-kit generate',
        'npx drizzle-kit generate:pg',
        'npx drizzle-kit check',
        'npx drizzle-kit up',
        'npx drizzle-kit pull',
      ],
    },
  ),
  nodeProject(
    'Sequelize',
    { sequelize: '6.37.0', 'sequelize-cli': '6.6.0' },
    { 'config/config.json': '{}', 'migrations/20250101000000-first.js': '' },
    {
      applying: [
        'npx sequelize-cli db:migrate',
        'npx sequelize db:migrate --env production',
        'NODE_ENV=production npx sequelize-cli db:migrate',
        'yarn sequelize-cli db:migrate --config config/config.json',
        './node_modules/.bin/sequelize db:migrate',
      ],
      others: [
        'npx sequelize-cli db:migrate:undo',
        'npx sequelize-cli db:migrate:undo:all',
        'npx sequelize-cli db:migrate:status',
        'npx sequelize-cli db:seed:all',
        'npx sequelize-cli migration:generate --name other',
        'npx sequelize-cli db:create',
      ],
    },
  ),
];
