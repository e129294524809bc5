import type { Location } from '../../../model/location.js';
import { itemsOf } from './items.js';
import type { Frame } from './machine.js';
import { doubtOf, pairs } from './operators.js';
import { entryOf, isSequence, unknown, written, type Evaluated } from './values.js';
import { variable } from './variables.js';

/** `object[index]`. What raises an error yields no value: `undefined`. */
export function itemOf(frame: Frame, object: Evaluated, index: Evaluated, at: Location): Evaluated {
  return pairs(object, index, at, (one, by) => {
    if (one.is === 'external' && one.name === 'os.environ' && by.is === 'string') return required(frame, by.value, at);
    // Annotations such as `list[str]`, and what they are made of.
    if (one.is === 'external') return written({ is: 'external', name: one.name }, at);
    const known = inside(one, by);
    if (known) return known;
    return unknown(doubtOf(one, by)?.why ?? 'is an item that is not read', at);
  });
}

/** `os.environ['NAME']` of a variable that is not set ends the program. */
function required(frame: Frame, name: string, at: Location): Evaluated {
  const found = variable(frame.machine, name, at);
  if (found.is !== 'unset') return found.value;
  frame.machine.raises = true;
  return unknown(`${name} is not set`, at);
}

function inside(object: Evaluated, index: Evaluated): Evaluated | undefined {
  if (object.is === 'dictionary') {
    if (index.is !== 'string' && index.is !== 'number') return undefined;
    return object.rest ? undefined : entryOf(object, index.value);
  }
  if (index.is !== 'number' || !Number.isInteger(index.value)) return undefined;
  if (isSequence(object)) return object.rest && index.value < 0 ? undefined : object.items.at(index.value);
  if (object.is !== 'string') return undefined;
  return itemsOf(object)?.at(index.value);
}
