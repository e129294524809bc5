import type { Step } from '../../model/finding.js';
import type { Location } from '../../model/location.js';
import { knownValue } from '../../model/value.js';
import type { Django } from '../django/settings.js';
import { hasItem } from '../django/texts.js';

/** A module that Django loads for its database when it starts. */
export interface Driver {
  module: string;
  /** Modules that do in its place. */
  instead: readonly string[];
  at: Location;
  /** From the start command to the settings. */
  steps: readonly Step[];
}

const POSTGRES = ['psycopg2', 'psycopg'];
/** PyMySQL where the code calls `install_as_MySQLdb()`. */
const MYSQL = ['MySQLdb', 'pymysql'];

/** The modules of which an engine needs one: https://docs.djangoproject.com/en/stable/ref/databases/ */
const DRIVERS: Readonly<Record<string, readonly string[]>> = {
  'django.db.backends.postgresql': POSTGRES,
  'django.db.backends.postgresql_psycopg2': POSTGRES,
  'django.contrib.gis.db.backends.postgis': POSTGRES,
  'django.db.backends.mysql': MYSQL,
  'django.contrib.gis.db.backends.mysql': MYSQL,
};

/**
 * The driver that a project of Django cannot start without; undefined where it needs none that is known. Django 5.2.17
 * loads it with the first model, 3.2.25 with the first whose table it has to name, which those of `django.contrib.auth`
 * are (measured 2026-11-21).
 */
export function driverOf(django: Django | undefined): Driver | undefined {
  if (django?.is !== 'settings' || django.process?.conditional === true) return undefined;
  const main = django.databases.find(({ alias }) => alias === 'default');
  const [module, ...instead] = driversFor(main && knownValue(main.engine));
  if (!main || module === undefined || !hasItem(django.apps.value, 'django.contrib.auth')) return undefined;
  return { module, instead, at: main.at, steps: django.steps };
}

function driversFor(engine: string | undefined): readonly string[] {
  return (engine !== undefined && Object.hasOwn(DRIVERS, engine) ? DRIVERS[engine] : undefined) ?? [];
}
