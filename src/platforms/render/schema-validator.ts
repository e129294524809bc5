import type { ErrorObject } from 'ajv';
import schema from '../../../schema/render.yaml.json' with { type: 'json' };
import { validate } from './compiled-schema.js';
import type { Path } from './tree.js';

/** One place where data is not what the schema says, in our terms. */
export interface Violation {
  path: Path;
  /** Of JSON Schema, such as `type` or `required`. */
  keyword: string;
  /** The key that is unknown or missing, or the limit that is not kept. */
  detail: string;
  /** Types, values or keys that are accepted there, by keyword. */
  allowed: readonly string[];
}

// Beyond this a file is no Blueprint, and its first problems tell that as well as all of them.
const MAX_VIOLATIONS = 500;

export function violationsOf(data: unknown): readonly Violation[] {
  validate(data);
  // `if` only says that its `then` or `else` failed, which is reported itself.
  const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if');
  return errors.slice(0, MAX_VIOLATIONS).map(violationOf);
}

const DETAIL: Readonly<Record<string, string>> = {
  additionalProperties: 'additionalProperty',
  required: 'missingProperty',
  minimum: 'limit',
  maximum: 'limit',
  maxItems: 'limit',
};

function violationOf(error: ErrorObject): Violation {
  const params: Readonly<Record<string, unknown>> = error.params;
  const parent: unknown = error.parentSchema;
  const detail = params[DETAIL[error.keyword] ?? ''];
  return {
    path: pathOf(error.instancePath),
    keyword: error.keyword,
    detail: typeof detail === 'string' || typeof detail === 'number' ? String(detail) : '',
    allowed: allowedOf(error.keyword, params, parent),
  };
}

function allowedOf(keyword: string, params: Readonly<Record<string, unknown>>, parent: unknown): readonly string[] {
  switch (keyword) {
    case 'type':
      return strings(params.type);
    case 'enum':
      return strings(params.allowedValues);
    case 'const':
      return strings(params.allowedValue);
    case 'additionalProperties':
      return currentKeys(parent);
    case 'required':
      return valuesIn(parent, params.missingProperty);
    default:
      return [];
  }
}

function strings(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');
}

/** The values a schema itself lists for one of its keys. */
function valuesIn(parent: unknown, key: unknown): readonly string[] {
  const properties = isRecord(parent) ? parent.properties : undefined;
  const property = isRecord(properties) && typeof key === 'string' ? properties[key] : undefined;
  return isRecord(property) && Array.isArray(property.enum) ? strings(property.enum) : [];
}

/** The keys a schema knows, without those that are deprecated. */
function currentKeys(parent: unknown): readonly string[] {
  const properties = isRecord(parent) ? parent.properties : undefined;
  if (!isRecord(properties)) return [];
  return Object.entries(properties).flatMap(([key, value]) =>
    isRecord(value) && value.deprecated === true ? [] : [key],
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** A JSON pointer as steps. A step of digits only is an index, unless an object holds it: no key of a Blueprint is a number. */
function pathOf(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~')));
}

const { server, static: site, cron, keyValue, database, disk, scaling } = schema.definitions;
const { valueVar, databaseVar, serviceVar, groupVar } = schema.definitions;

/** Where a key that is unknown in one kind of entry belongs. The first that knows it counts. */
const PLACES: readonly (readonly [words: string, ...kinds: readonly { properties: object }[]])[] = [
  ['the top level of the file', schema],
  ['a web service, private service or worker', server],
  ['a static site', site],
  ['a cron job', cron],
  ['a key value store', keyValue],
  ['a database', database],
  ['an entry of envVars', valueVar, databaseVar, serviceVar, groupVar],
  ['disk', disk],
  ['scaling', scaling],
];

/** `name`, `type`, `key` and `value` are keys of many things, and `env` is mostly written where `envVars` is meant. */
const NO_ONE_PLACE = ['name', 'type', 'key', 'value', 'env'];

/** In words; undefined for a key that Blueprints do not know, or that says nothing of where it belongs. */
export function placeOfKey(key: string): string | undefined {
  if (NO_ONE_PLACE.includes(key)) return undefined;
  return PLACES.find(([, ...kinds]) => kinds.some(({ properties }) => Object.hasOwn(properties, key)))?.[0];
}

/** The values a key may have, for a message about its absence. */
export function valuesOfKey(key: string): readonly string[] {
  const { runtime, region, service } = schema.definitions;
  if (key === 'runtime') return runtime.enum;
  if (key === 'region') return region.enum;
  return key === 'type' ? service.properties.type.enum : [];
}
