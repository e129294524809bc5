import type { Location } from '../../model/location.js';
import { callPlace } from '../run/methods.js';
import type { Library, Machine } from '../run/machine.js';
import { isNullish, objectOf, pathOfExternal, unknown, type Call, type JsValue } from '../run/values.js';
import { atPath, withOtherwise } from './runtime.js';
import { applied, isSchema } from './schemas.js';

const PACKAGE = '@nestjs/config';

/**
 * `configService.get('PORT', 3000)`: a variable as the schema of ConfigModule.forRoot has it, or what the functions give
 * that it loads (https://docs.nestjs.com/techniques/configuration).
 */
export const nestConfig: Library = (call, machine) => {
  const { path, on, args, at } = call;
  if (path?.[0] === PACKAGE && path.at(-1) === 'registerAs') return namespace(machine, args, at);
  const isService = isConfigService(on?.call) || path?.join('.') === `${PACKAGE}.ConfigService.get`;
  const method = on?.names.at(-1);
  if (!isService || (method !== 'get' && method !== 'getOrThrow')) return undefined;
  const [key, otherwise] = args;
  if (key?.is !== 'primitive') return unknown('which setting is read depends on a value', at);
  // The second argument may be options.
  const fallback = otherwise?.is === 'object' ? undefined : otherwise;
  return withOtherwise(settingOf(machine, String(key.value), at), fallback, at);
};

/** `app.get(ConfigService)`, or an instance made by hand. */
function isConfigService(call: Call | undefined): boolean {
  if (!call) return false;
  const isService = (value: JsValue | undefined): boolean =>
    value?.is === 'external' && pathOfExternal(value)?.join('.') === `${PACKAGE}.ConfigService`;
  return isService(call.callee) || isService(call.args[0]);
}

function settingOf(machine: Machine, key: string, at: Location): JsValue {
  const roots = machine.calls.filter(
    ({ callee }) => callee.is === 'external' && pathOfExternal(callee)?.join('.') === `${PACKAGE}.ConfigModule.forRoot`,
  );
  const options = roots.flatMap(({ args: [first] }) => (first ? [first] : []));
  for (const each of options) {
    const loads = machine.member(each, 'load', at);
    for (const load of loads.is === 'array' ? loads.items : []) {
      const found = atPath(machine, loadedBy(machine, load, at), key, at);
      if (isNullish(found) !== true) return found;
    }
  }
  for (const each of options) {
    const schema = machine.member(each, 'validationSchema', at);
    const validated = isSchema(schema) ? applied(machine, schema, machine.env, at, 0) : undefined;
    if (validated?.is === 'object' && validated.cells.has(key)) return machine.member(validated, key, at);
  }
  return machine.member(machine.env, key, at);
}

function loadedBy(machine: Machine, load: JsValue, at: Location): JsValue {
  return load.is === 'function' ? machine.call(load, [], callPlace(machine, at)) : load;
}

/** `registerAs('app', () => ({…}))`: what the function gives, under that name. */
function namespace(machine: Machine, [name, make]: readonly JsValue[], at: Location): JsValue {
  if (name?.is !== 'primitive' || !make) return unknown('a namespace of settings', at);
  return objectOf([[String(name.value), machine.call(make, [], callPlace(machine, at))]], at);
}
