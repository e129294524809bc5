import { pythonPathFolder } from '../../code/python/modules.js';
import { type Value, written } from '../../model/value.js';
import { childOf, join } from '../../repository/paths.js';
import { parseIni } from '../../syntax/sections.js';
import type { FindTarget } from '../programs/known-program.js';
import { option, readOptions } from '../tools/options.js';
import type { Words } from '../words.js';
import { BY_VARIABLE, byDefault, NO_TARGET, unknown, type Asked, type FoundTarget } from './asked.js';
import { asFile } from './files.js';

/** Folders that Python looks for modules in, besides those of what is installed. */
function searched(asked: Asked, first: string | undefined): readonly string[] {
  const path = asked.environment.variable('PYTHONPATH');
  const text = path.is === 'set' && path.value.is === 'known' ? path.value.value : '';
  const folders = [
    first ?? asked.folder,
    ...text.split(':').flatMap((each) => (each === '' ? [] : [pythonPathFolder(each, asked.folder)])),
  ];
  return [...new Set(folders.flatMap((each) => each ?? []))];
}

function moduleTarget(
  name: string,
  asked: Asked,
  more: { attribute?: string; call?: boolean; folder?: string | undefined; isDefault?: boolean },
): FoundTarget {
  const { at } = asked;
  const [module = '', object] = name.split(/:(.*)/s);
  const called = /^([\w.]+)\s*\(/.exec(object ?? '')?.[1];
  const attribute = called ?? (object === '' ? undefined : object);
  const own: Value<string> =
    attribute !== undefined
      ? written(attribute, at)
      : more.attribute === undefined
        ? { is: 'absent', at }
        : byDefault(more.attribute, asked);
  const value = more.isDefault === true ? byDefault(module, asked) : written(module, at);
  const call = called !== undefined || more.call === true;
  return { target: { is: 'module', module: value, attribute: own, call, folders: searched(asked, more.folder) } };
}

function unknownModule(why: string, asked: Asked): FoundTarget {
  return {
    target: {
      is: 'module',
      module: unknown(why, asked.at),
      attribute: unknown(why, asked.at),
      call: false,
      folders: searched(asked, undefined),
    },
  };
}

/** The options of a Python server: all but the listed ones are followed by a value. */
function serverOptions({ words, program }: Asked): {
  values: ReadonlyMap<string, readonly (string | undefined)[]>;
  operands: Words;
} {
  const flags = program.options ?? [];
  const valued = words.flatMap((word) =>
    word?.startsWith('-') === true && !flags.includes(word) && !/^-\w\S/.test(word) ? [word] : [],
  );
  const { values, operands, rest } = readOptions(words.slice(1), valued);
  return { values, operands: [...operands, ...(rest ?? [])] };
}

export function objectTarget(
  asked: Asked,
  { attribute, options = [], folders = [], factory = [], dotted }: Extract<FindTarget, { by: 'object' }>,
): FoundTarget {
  const read = { ...serverOptions(asked), rest: undefined };
  const given = option(read, ...options);
  const name = given.given ? given.value : read.operands[0];
  if (name === undefined) {
    return unknownModule(
      given.given || read.operands.length > 0 ? BY_VARIABLE : `${asked.program.name} is given no app`,
      asked,
    );
  }
  const own = option(read, ...folders);
  const folder = own.value === undefined ? undefined : join(asked.folder, own.value);
  if (own.given && folder === undefined) return unknownModule('the folder it is looked for in cannot be read', asked);
  const call = factory.some((each) => read.values.has(each));
  const split = dotted && !name.includes(':') ? name.replace(/\.(\w+(?:\(\))?)$/, ':$1') : name;
  return moduleTarget(split, asked, { ...(attribute !== undefined && { attribute }), call, folder });
}

/** gunicorn: options on the command line, else in its file (https://docs.gunicorn.org/en/stable/settings.html#wsgi-app). */
export function gunicornTarget(asked: Asked): FoundTarget {
  const read = { ...serverOptions(asked), rest: undefined };
  const chdir = option(read, '--chdir');
  const folder = chdir.value === undefined ? undefined : join(asked.folder, chdir.value);
  if (chdir.given && folder === undefined) return unknownModule('the folder it is looked for in cannot be read', asked);
  const config = option(read, '-c', '--config');
  const name =
    read.operands.length > 0
      ? read.operands[0]
      : configuredApp(asked, config.given ? config.value : './gunicorn.conf.py');
  if (name === undefined)
    return unknownModule(read.operands.length > 0 ? BY_VARIABLE : 'gunicorn is given no app', asked);
  return moduleTarget(name, asked, { attribute: 'application', folder });
}

function configuredApp({ repository, folder }: Asked, file: string | undefined): string | undefined {
  const path = file === undefined ? undefined : join(folder, file.replace(/^file:/, ''));
  const source = path === undefined ? undefined : repository.read(path);
  if (source?.is !== 'text') return undefined;
  return /^wsgi_app[ \t]*=[ \t]*["']([\w.:()]+)["']/m.exec(source.text)?.[1];
}

/** https://flask.palletsprojects.com/en/stable/cli/#application-discovery */
export function flaskTarget(asked: Asked): FoundTarget {
  const given = option(readOptions(asked.words.slice(1), asked.program.options ?? []), '--app', '-A');
  const variable = asked.environment.variable('FLASK_APP');
  const named = given.given
    ? given.value
    : variable.is === 'set' && variable.value.is === 'known'
      ? variable.value.value
      : undefined;
  if (given.given && named === undefined) return unknownModule(BY_VARIABLE, asked);
  if (named !== undefined) return flaskModule(named, asked);
  if (variable.is === 'set') return unknownModule('FLASK_APP cannot be read', asked);
  const found = ['wsgi.py', 'app.py'].find(
    (name) => asked.repository.lookup(childOf(asked.folder, name)).is === 'file',
  );
  if (found !== undefined) return moduleTarget(found.replace(/\.py$/, ''), asked, { isDefault: true });
  return unknownModule(
    variable.is === 'unknown' ? 'FLASK_APP may be set in the dashboard' : 'FLASK_APP is not set',
    asked,
  );
}

/** A file may stand for its module, with its folder in front. */
function flaskModule(name: string, asked: Asked): FoundTarget {
  const [path = '', object] = name.split(/:(.*)/s);
  if (!/\.py$|\//.test(path)) return moduleTarget(name, asked, {});
  const at = path.lastIndexOf('/');
  const module = path.slice(at + 1).replace(/\.py$/, '');
  const folder = at === -1 ? undefined : join(asked.folder, path.slice(0, at));
  return moduleTarget(object === undefined ? module : `${module}:${object}`, asked, { folder });
}

const UWSGI_VALUED = [
  '--http',
  '--http-socket',
  '--socket',
  '-s',
  '--module',
  '-w',
  '--wsgi-file',
  '--file',
  '--ini',
  '--chdir',
  '--callable',
  '--processes',
  '-p',
  '--threads',
  '--uid',
  '--gid',
  '--home',
  '-H',
  '--virtualenv',
  '--pythonpath',
  '--stats',
  '--mount',
];

/** https://uwsgi-docs.readthedocs.io/en/latest/WSGIquickstart.html: options on the command line or in an ini file. */
export function uwsgiTarget(asked: Asked): FoundTarget {
  const { words, folder, repository } = asked;
  const options = readOptions(words.slice(1), UWSGI_VALUED);
  const ini = option(options, '--ini').value ?? options.operands.find((word) => word?.endsWith('.ini'));
  const path = ini === undefined ? undefined : join(folder, ini);
  const source = path === undefined ? undefined : repository.read(path);
  const settings = source?.is === 'text' ? parseIni(source.text, path ?? '') : [];
  const setting = (...names: readonly string[]): string | undefined =>
    option(options, ...names.map((name) => (name.length === 1 ? `-${name}` : `--${name}`))).value ??
    settings.find(({ section, key }) => section === 'uwsgi' && names.includes(key))?.value;
  const chdir = setting('chdir');
  const base = chdir === undefined ? undefined : join(folder, chdir);
  const file = setting('wsgi-file', 'file');
  if (file !== undefined) return asFile(file, { ...asked, folder: base ?? folder }, []);
  const module = setting('module', 'w');
  if (module === undefined) return unknownModule('uwsgi is given no app that can be read', asked);
  return moduleTarget(module, asked, { attribute: setting('callable') ?? 'application', folder: base });
}

export function pythonTarget(asked: Asked): FoundTarget {
  const { at, folder, repository } = asked;
  const words = asked.words.slice(1);
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word === undefined) return asFile(undefined, asked, []);
    if (word === '-c') return { target: { is: 'file', path: unknown('the code stands in the command', at) } };
    if (word === '-m') {
      const name = words[index + 1];
      return name === undefined ? unknownModule(BY_VARIABLE, asked) : moduleTarget(name, asked, {});
    }
    if (word === '-W' || word === '-X') index++;
    else if (!word.startsWith('-')) {
      const path = join(folder, word);
      // A folder runs its __main__.py.
      const isFolder = path !== undefined && repository.lookup(path).is === 'directory';
      return asFile(isFolder ? `${word.replace(/\/$/, '')}/__main__.py` : word, asked, []);
    }
  }
  return NO_TARGET;
}
