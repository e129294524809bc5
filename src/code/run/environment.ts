import type { Location } from '../../model/location.js';
import type { Environment, Variable } from '../../model/process.js';
import { objectOf, oneOf, primitive, unknown, type JsValue, type ObjectValue } from './values.js';

/** `process.env`: what the environment says, and what the program itself sets there. */
export function environmentObject(environment: Environment, at: Location): ObjectValue {
  return {
    ...objectOf([], at),
    lookup: (name, place) => variableValue(name, environment.variable(name), place),
  };
}

function variableValue(name: string, variable: Variable, at: Location): JsValue {
  const from = { by: 'variable', name } as const;
  switch (variable.is) {
    case 'unset':
      return primitive(undefined, at, from);
    case 'unknown':
      return unknown(`${name} may be set in the dashboard`, at);
    case 'set':
      break;
  }
  const { value } = variable;
  switch (value.is) {
    case 'known':
      return primitive(value.value, at, from);
    case 'oneOf':
      return oneOf(
        value.values.map((each) => primitive(each.value, at, from)),
        at,
      );
    case 'absent':
      return primitive(undefined, at, from);
    case 'unknown':
      return { ...unknown(`the value of ${name} is not known`, at), truthy: true };
  }
}
