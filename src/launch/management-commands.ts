import type { Role } from '../model/process.js';
import type { Words } from './words.js';

/**
 * Commands of Django's manage.py, and of the packages that add some, that do not end
 * (https://docs.djangoproject.com/en/stable/ref/django-admin/, django-extensions, django-q, django-rq, channels and so on).
 */
const ROLES: Readonly<Record<string, Role>> = {
  runserver: 'dev-server',
  runserver_plus: 'dev-server',
  run_gunicorn: 'server',
  rungunicorn: 'server',
  runworker: 'worker',
  rqworker: 'worker',
  rqscheduler: 'worker',
  qcluster: 'worker',
  process_tasks: 'worker',
  run_huey: 'worker',
  celery: 'worker',
  rundramatiq: 'worker',
  runapscheduler: 'worker',
  db_worker: 'worker',
  procrastinate: 'worker',
};

/** Commands that are known to end. */
const TASKS = new Set([
  ...[
    'migrate',
    'makemigrations',
    'collectstatic',
    'createsuperuser',
    'loaddata',
    'dumpdata',
    'check',
    'flush',
    'compress',
  ],
  ...[
    'createcachetable',
    'compilemessages',
    'clearsessions',
    'showmigrations',
    'shell',
    'test',
    'sqlmigrate',
    'inspectdb',
  ],
  ...[
    'tailwind',
    'rebuild_index',
    'update_index',
    'sendtestemail',
    'remove_stale_contenttypes',
    'changepassword',
    'diffsettings',
  ],
]);

/** What a command of manage.py does; one of the project's own may do anything. */
export function managementRole(words: Words): Role {
  const command = words.find((word) => word?.startsWith('-') !== true);
  if (command === undefined) return 'runtime';
  if (TASKS.has(command)) return 'task';
  return (Object.hasOwn(ROLES, command) ? ROLES[command] : undefined) ?? 'runtime';
}
