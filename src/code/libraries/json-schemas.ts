import type { Location } from '../../model/location.js';
import { join } from '../../repository/paths.js';
import { copyOver } from '../run/copying.js';
import type { Library, LibraryCall, Machine } from '../run/machine.js';
import {
  intrinsic,
  isNullish,
  objectOf,
  pathOfExternal,
  primitive,
  textIn,
  unknown,
  type JsValue,
} from '../run/values.js';
import { chainOf } from './chains.js';
import { readFileInto } from './dotenv.js';
import { withOtherwise } from './runtime.js';
import { numbered } from './schemas.js';

/** Packages that check variables by a JSON schema, and TypeBox, which makes such schemas. */
export const jsonSchemas: Library = (call, machine) => {
  const { path, callee, args, at } = call;
  const name = path?.join('.') ?? '';
  if (/^env-schema(?:\.envSchema)?$/.test(name)) return checkedEnv(machine, args[0], at);
  const [, method] = /^(?:@sinclair\/typebox|typebox)\/value\.(?:Value\.)?(\w+)$/.exec(name) ?? [];
  if (method !== undefined) return byTypeBox(machine, method, args, at);
  if (callee.is === 'external' && callee.origin.by === 'member' && callee.origin.name === 'register') {
    registered(call, machine, callee.origin.of);
  }
  return undefined;
};

/** `app.register(env, { schema, confKey })` puts what it has checked on the app (https://github.com/fastify/fastify-env). */
function registered({ args: [plugin, options], at }: LibraryCall, machine: Machine, app: JsValue): void {
  const path = plugin?.is === 'external' ? pathOfExternal(plugin) : undefined;
  if ((path?.[0] !== '@fastify/env' && path?.[0] !== 'fastify-env') || !options) return;
  const name = textIn(machine.member(options, 'confKey', at)) ?? 'config';
  const checked = checkedEnv(machine, options, at);
  for (const each of [app, chainOf(app)?.base]) {
    if (!each) continue;
    machine.setMember(each, name, checked);
    machine.setMember(
      each,
      'getEnvs',
      intrinsic('getEnvs', at, () => checked),
    );
  }
}

// ---- env-schema (https://github.com/fastify/env-schema)

/** `data` comes before variables, and these before the file of variables. */
function checkedEnv(machine: Machine, options: JsValue | undefined, at: Location): JsValue {
  if (options?.is !== 'object') return unknown('the schema of the variables is not known', at);
  const dotenv = machine.member(options, 'dotenv', at);
  const isRead = dotenv.is === 'object' || (dotenv.is === 'primitive' && dotenv.value === true);
  const input = objectOf([], at);
  const file = isRead ? (textIn(machine.member(dotenv, 'path', at)) ?? '.env') : undefined;
  if (file !== undefined) readFileInto(machine, join(machine.folder, file) ?? file, input);
  const isLeftOut = machine.member(options, 'env', at);
  if (!(isLeftOut.is === 'primitive' && isLeftOut.value === false)) overlay(machine, input, machine.env, at);
  const data = machine.member(options, 'data', at);
  const list = data.is === 'array' ? data.items : [data];
  for (const each of list)
    if (isNullish(each) !== true) copyOver(input, each, at, (name, value) => input.cells.set(name, { value }));
  return converted(machine, machine.member(options, 'schema', at), input, at, { defaults: true, converts: true });
}

/** Variables over what a file says. */
function overlay(machine: Machine, input: JsValue & { is: 'object' }, env: JsValue, at: Location): void {
  for (const [name, cell] of input.cells) {
    const set = machine.member(env, name, at);
    if (isNullish(set) !== true) cell.value = set;
  }
  input.lookup = (name, place) => machine.member(env, name, place);
}

// ---- TypeBox (https://github.com/sinclairzx81/typebox#values)

function byTypeBox(machine: Machine, method: string, args: readonly JsValue[], at: Location): JsValue | undefined {
  const value = args.at(-1) ?? primitive(undefined, at);
  const schema = args.at(-2);
  if (!schema) return undefined;
  switch (method) {
    case 'Parse':
      return converted(machine, schema, value, at, { defaults: true, converts: true });
    case 'Default':
      return converted(machine, schema, value, at, { defaults: true, converts: false });
    case 'Convert':
    case 'Decode':
    case 'Cast':
      return converted(machine, schema, value, at, { defaults: method === 'Cast', converts: true });
    case 'Clean':
    case 'Encode':
      return value;
    default:
      return undefined;
  }
}

interface Way {
  defaults: boolean;
  converts: boolean;
}

/** The properties of a schema: as given, converted to their types, or as the schema says otherwise. */
function converted(machine: Machine, schema: JsValue, input: JsValue, at: Location, way: Way): JsValue {
  const properties = propertiesOf(machine, schema, at);
  if (!properties) return unknown('the schema of the variables is not known', at);
  const object = objectOf([], at);
  for (const [name, { value }] of properties.cells) {
    const { type, otherwise } = typeOf(machine, value, at);
    const given = machine.member(input, name, at);
    const isNumber = way.converts && (type === 'number' || type === 'integer');
    const read = isNumber ? numbered(given, at) : given;
    object.cells.set(name, { value: way.defaults ? withOtherwise(read, otherwise, at) : read });
  }
  return { ...object, open: properties.open ?? 'further properties are not in its schema' };
}

/** Of `{ type: 'object', properties: {…} }` and `Type.Object({…})`. */
function propertiesOf(machine: Machine, schema: JsValue, at: Location): (JsValue & { is: 'object' }) | undefined {
  const made = typeBoxCall(schema);
  const found =
    made?.name === 'Object'
      ? made.args[0]
      : schema.is === 'object'
        ? machine.member(schema, 'properties', at)
        : undefined;
  return found?.is === 'object' ? found : undefined;
}

function typeOf(
  machine: Machine,
  schema: JsValue,
  at: Location,
): { type: string | undefined; otherwise: JsValue | undefined } {
  const made = typeBoxCall(schema);
  const [first, second] = made?.args ?? [];
  if (made?.name === 'Optional' && first) return typeOf(machine, first, at);
  const isPlain = made !== undefined && /^(?:String|Number|Integer|Boolean)$/.test(made.name);
  const options = made ? (isPlain ? first : second) : schema;
  const otherwise = options?.is === 'object' ? machine.member(options, 'default', at) : undefined;
  const isNone = otherwise?.is === 'primitive' && otherwise.value === undefined;
  const type = made ? made.name.toLowerCase() : textIn(machine.member(schema, 'type', at));
  return { type, otherwise: isNone ? undefined : otherwise };
}

const TYPE_BOX = /^(?:@sinclair\/typebox|typebox|@fastify\/type-provider-typebox)$/;

/** `Type.Number({ default: 3000 })`. */
function typeBoxCall(schema: JsValue): { name: string; args: readonly JsValue[] } | undefined {
  if (schema.is !== 'external' || schema.origin.by !== 'call') return undefined;
  const { callee, args } = schema.origin.call;
  const path = callee.is === 'external' ? pathOfExternal(callee) : undefined;
  return path?.[0] !== undefined && TYPE_BOX.test(path[0]) ? { name: path.at(-1) ?? '', args } : undefined;
}
