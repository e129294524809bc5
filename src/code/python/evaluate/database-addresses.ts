import type { Location } from '../../../model/location.js';
import { argument } from './arguments.js';
import type { Reader } from './builtins.js';
import type { Frame } from './machine.js';
import { alternatives, derived, each, oneOf, unknown, written, type Arguments, type Evaluated } from './values.js';
import { variable } from './variables.js';

/** Where a library's function finds its arguments, by place (without the object) and by name. */
interface Signature {
  /** The variable that holds the address; undefined: the address itself is given. */
  variable: { index: number; names: readonly string[]; otherwise: string | undefined } | undefined;
  address: { index: number; names: readonly string[] };
  /** It takes `conn_max_age` and the like as arguments. */
  options: { maxAge: number; checks: number } | undefined;
  /** Without an address there is no database, and no error. */
  isOptional: boolean;
}

/** https://github.com/jazzband/dj-database-url (2.3.0) */
const CONFIG: Signature = {
  variable: { index: 0, names: ['env'], otherwise: 'DATABASE_URL' },
  address: { index: 1, names: ['default'] },
  options: { maxAge: 3, checks: 4 },
  isOptional: true,
};
const PARSE: Signature = {
  variable: undefined,
  address: { index: 0, names: ['url'] },
  options: { maxAge: 2, checks: 3 },
  isOptional: false,
};

/** https://django-environ.readthedocs.io/en/latest/api.html (0.11.2) */
const ENVIRON: Signature = {
  variable: { index: 0, names: ['var'], otherwise: 'DATABASE_URL' },
  address: { index: 1, names: ['default'] },
  options: undefined,
  isOptional: false,
};

/** https://github.com/sloria/environs, which passes the options on to dj-database-url. */
const ENVIRONS: Signature = {
  variable: { index: 0, names: ['name'], otherwise: undefined },
  address: { index: 1, names: ['default'] },
  options: { maxAge: 99, checks: 99 },
  isOptional: false,
};

/** The engine of Django for the scheme of an address. */
const ENGINES: Readonly<Record<string, string>> = {
  postgres: 'django.db.backends.postgresql',
  postgresql: 'django.db.backends.postgresql',
  pgsql: 'django.db.backends.postgresql',
  psql: 'django.db.backends.postgresql',
  postgis: 'django.contrib.gis.db.backends.postgis',
  mysql: 'django.db.backends.mysql',
  mysql2: 'django.db.backends.mysql',
  oracle: 'django.db.backends.oracle',
  sqlite: 'django.db.backends.sqlite3',
  spatialite: 'django.contrib.gis.db.backends.spatialite',
};

function reading(signature: Signature, skip: number): Reader {
  return (frame, all, at) => {
    const given: Arguments = { ...all, positional: all.positional.slice(skip) };
    const address = addressOf(frame, signature, given, at);
    if (!address && signature.isOptional) return written({ is: 'dictionary', entries: [] }, at);
    if (!address) {
      frame.machine.raises = true;
      return unknown('its variable is not set', at);
    }
    const { options } = signature;
    const maxAge = (options && argument(given, options.maxAge, 'conn_max_age')) ?? fromQuery(address, 'conn_max_age');
    const checks =
      (options && argument(given, options.checks, 'conn_health_checks')) ?? fromQuery(address, 'conn_health_checks');
    const entries = [
      { key: 'ENGINE', value: given.named.get('engine') ?? each(address, engineOf) },
      ...(maxAge ? [{ key: 'CONN_MAX_AGE', value: maxAge }] : []),
      ...(checks ? [{ key: 'CONN_HEALTH_CHECKS', value: checks }] : []),
    ];
    return written({ is: 'dictionary', entries, ...(given.rest && { rest: given.rest }) }, at);
  };
}

/** The address in the variable, else the one that is given; undefined where there is none. */
function addressOf(frame: Frame, signature: Signature, given: Arguments, at: Location): Evaluated | undefined {
  const otherwise = argument(given, signature.address.index, ...signature.address.names);
  const instead = otherwise?.is === 'none' ? undefined : otherwise;
  if (!signature.variable) return instead;
  const { index, names, otherwise: usual } = signature.variable;
  const named = argument(given, index, ...names);
  if (named && named.is !== 'string') return unknown('is read from a variable that is not known', at);
  const name = named?.value ?? usual;
  if (name === undefined) return unknown('is read from a variable that is not known', at);
  const found = variable(frame.machine, name, at);
  if (found.is === 'unset') return instead;
  return found.is === 'set' ? found.value : oneOf([found.value, ...(instead ? alternatives(instead) : [])], at);
}

function engineOf(address: Evaluated): Evaluated {
  if (address.is === 'unknown') return address;
  if (address.is !== 'string') return unknown('is not an address', address.at);
  const [, scheme = ''] = /^([\w+]+):/.exec(address.value) ?? [];
  const engine = Object.hasOwn(ENGINES, scheme) ? ENGINES[scheme] : undefined;
  return engine === undefined
    ? unknown('is an address of another kind', address.at)
    : derived({ is: 'string', value: engine }, address);
}

/** An option in the address: django-environ takes some from there. */
function fromQuery(address: Evaluated, name: string): Evaluated | undefined {
  if (address.is !== 'string') return undefined;
  const value = new URLSearchParams(address.value.split('?')[1] ?? '').get(name);
  if (value === null) return undefined;
  return /^\d+$/.test(value)
    ? derived({ is: 'number', value: Number(value) }, address)
    : derived({ is: 'boolean', value: /^(?:true|on|yes)$/i.test(value) }, address);
}

/** Functions that make an entry of DATABASES of an address. */
export const DATABASE_ADDRESSES: Readonly<Record<string, Reader>> = {
  'dj_database_url.config': reading(CONFIG, 0),
  'dj_database_url.parse': reading(PARSE, 0),
  'environ.Env().db': reading(ENVIRON, 1),
  'environ.Env().db_url': reading(ENVIRON, 1),
  'environ.FileAwareEnv().db': reading(ENVIRON, 1),
  'environ.FileAwareEnv().db_url': reading(ENVIRON, 1),
  'environs.Env().dj_db_url': reading(ENVIRONS, 1),
  'environs.env.dj_db_url': reading(ENVIRONS, 0),
};
