/** Programs for a Python that has Django, and what they answer. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The Python that is asked; Debian's Django belongs to the system's own. */
export function pythonWithDjango(): string | undefined {
  const candidates = process.env.PYTHON === undefined ? ['python3', '/usr/bin/python3'] : [process.env.PYTHON];
  return candidates.find((each) => spawnSync(each, ['-c', 'import django']).status === 0);
}

/** Prints, behind everything that the settings print themselves, one line of JSON. */
const COMMON = `
import json, os, sys
sys.path.insert(0, os.getcwd())
sys.dont_write_bytecode = True

def plain(value):
    if isinstance(value, os.PathLike):
        value = str(value)
    if isinstance(value, str):
        return value.replace(os.path.realpath(os.getcwd()), '/repository')
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}
    return value if isinstance(value, (bool, int, float)) else None

def tell(answer):
    print('\\n' + json.dumps(answer))

def admits(host, hosts):
    from django.http.request import validate_host
    return isinstance(hosts, (list, tuple)) and validate_host(host, hosts)
`;

/** The settings as the settings module has them, and whether they let a host in. */
export const SETTINGS = `${COMMON}
import importlib
try:
    module = importlib.import_module(os.environ['DJANGO_SETTINGS_MODULE'])
    found = {name: plain(getattr(module, name)) for name in dir(module) if name.isupper()}
    tell({'values': found, 'admitted': admits(sys.argv[1], getattr(module, 'ALLOWED_HOSTS', []))})
except BaseException as error:
    tell({'error': type(error).__name__ + ': ' + str(error)[:120]})
`;

/**
 * The checks of \`manage.py check --deploy\` that look at settings alone. Packages that are not installed are stood in for,
 * so that the settings can be imported: nothing of the apps is loaded.
 */
export const DEPLOY_CHECKS = `${COMMON}
import importlib.abc, importlib.machinery, types
from django.conf import settings
from django.core.checks import run_checks
import django.core.checks.security.base, django.core.checks.security.csrf, django.core.checks.security.sessions
import django.http.request, django.middleware.csrf
class Anything(types.ModuleType):
    __path__ = []
    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return lambda *given, **named: {}
missing = set()
class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path, target=None):
        if name.split('.')[0] not in missing:
            return None
        return importlib.machinery.ModuleSpec(name, self, is_package=True)
    def create_module(self, spec):
        return Anything(spec.name)
    def exec_module(self, module):
        pass
sys.meta_path.append(Finder())
def load(module):
    for _ in range(30):
        try:
            return importlib.import_module(module)
        except ModuleNotFoundError as error:
            missing.add(error.name.split('.')[0])
try:
    load(os.environ['DJANGO_SETTINGS_MODULE'])
    found = run_checks(tags=['security'], include_deployment_checks=True)
    tell({'checks': sorted(each.id for each in found), 'admitted': admits(sys.argv[1], settings.ALLOWED_HOSTS)})
except BaseException as error:
    tell({'error': type(error).__name__ + ': ' + str(error)[:120]})
`;

/** Runs one of them in a folder; undefined where it told nothing. */
export function ask(
  python: string,
  program: string,
  folder: string,
  variables: Readonly<Record<string, string>>,
  host: string,
): Readonly<Record<string, unknown>> | undefined {
  const { stdout } = spawnSync(python, ['-c', program, host], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 30_000,
    env: { PATH: process.env.PATH, LANG: 'C.UTF-8', ...variables },
  });
  const last = stdout.trimEnd().split('\n').at(-1) ?? '';
  try {
    const answer: unknown = JSON.parse(last);
    return typeof answer === 'object' && answer !== null ? { ...answer } : undefined;
  } catch {
    return undefined;
  }
}

/** A folder with these files, for as long as a function runs. */
export function inFolder<T>(files: Readonly<Record<string, string>>, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'django-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
