import type { Location } from '../../../model/location.js';
import { submoduleOf } from '../modules.js';
import type { Expression } from '../../../syntax/python.js';
import type { Frame, Machine } from './machine.js';
import { lookUp } from './names.js';
import { alternatives, derived, each, oneOf, unknown, written, type Evaluated, type PythonClass } from './values.js';

/** `object.name`. */
export function memberOf(machine: Machine, object: Evaluated, name: string, at: Location): Evaluated {
  return each(object, (one) => {
    switch (one.is) {
      case 'external':
        if (one.name === 'sys' && name === 'argv' && machine.words) return commandLine(machine.words, at);
        return written({ is: 'external', name: `${one.name}.${name}` }, at);
      case 'module':
        return ofModule(machine, one, name, at);
      case 'class':
        return ofClass(one, name, at) ?? unknown(`${one.name} is not known to have ${name}`, at);
      case 'instance': {
        const own = one.attributes.find(({ key }) => key === name)?.value;
        return (
          own ??
          bound(machine, one, ofClass(one.of, name, at), at) ??
          unknown(`${one.of.name} is not known to have ${name}`, at)
        );
      }
      case 'path':
        return ofPath(one.value, name, at) ?? method(one, name, at);
      case 'unknown':
      case 'undefined':
        return unknown(one.is === 'unknown' ? one.why : 'has no value', at);
      case 'none':
        return unknown(`is None, which has no \`${name}\``, at);
      case 'function':
        return unknown('has attributes that are not read', at);
      case 'object':
        return (
          parsedArgument(one, name) ?? partOfAddress(one, name) ?? urlsOfRouter(one, name, at) ?? method(one, name, at)
        );
      default:
        return method(one, name, at);
    }
  });
}

/** What `parse_args()` of argparse gives, with the value of each name as an argument. */
export const PARSED = 'argparse.Namespace';

function parsedArgument(object: Extract<Evaluated, { is: 'object' }>, name: string): Evaluated | undefined {
  return object.of === PARSED ? object.arguments.named.get(name) : undefined;
}

const TAKES_ADDRESSES_APART = /^urllib\.parse\.url(?:parse|split)$/;

/** `urlparse(text).hostname`; what an address has not is empty, or None where it is a name or a number. */
function partOfAddress(object: Extract<Evaluated, { is: 'object' }>, name: string): Evaluated | undefined {
  const [address] = object.arguments.positional;
  if (!TAKES_ADDRESSES_APART.test(object.of) || !address || object.arguments.positional.length > 1) return undefined;
  return each(address, (one) => {
    if (one.is !== 'string') return unknown('is a part of an address that is not read', object.at);
    const [, scheme = '', , netloc = '', path = ''] =
      /^(?:([A-Za-z][\w+.-]*):)?(\/\/([^/?#]*))?([^?#]*)/.exec(one.value) ?? [];
    const [, host = '', port] = /^(?:[^@]*@)?(\[[^\]]*\]|[^:]*)(?::(\d*))?$/.exec(netloc) ?? [];
    const text = (value: string): Evaluated => derived({ is: 'string', value }, one);
    const none = derived({ is: 'none' }, one);
    switch (name) {
      case 'scheme':
        return text(scheme.toLowerCase());
      case 'netloc':
        return text(netloc);
      case 'path':
        return text(path);
      case 'hostname':
        return host === '' ? none : text(host.toLowerCase().replace(/^\[|\]$/g, ''));
      case 'port':
        return port === undefined || port === '' ? none : derived({ is: 'number', value: Number(port) }, one);
      default:
        return unknown(`${name} of an address is not read`, object.at);
    }
  });
}

/** A router of Django REST framework stands in a list for its routes, which are known once all are registered. */
function urlsOfRouter(object: Extract<Evaluated, { is: 'object' }>, name: string, at: Location): Evaluated | undefined {
  if (name !== 'urls' || !/^rest_framework\.routers\.(?:Default|Simple)Router$/.test(object.of)) return undefined;
  return written({ is: 'list', items: [method(object, name, at)] }, at);
}

function commandLine(words: readonly (string | undefined)[], at: Location): Evaluated {
  const items = words.map((word) =>
    word === undefined ? unknown('a word of the command is not known', at) : written({ is: 'string', value: word }, at),
  );
  return written({ is: 'list', items }, at);
}

function method(object: Evaluated, name: string, at: Location): Evaluated {
  return written({ is: 'method', object, name }, at);
}

/** A function of a class, called on an object of it, gets that object first; a property is called at once. */
function bound(
  machine: Machine,
  object: Evaluated,
  member: Evaluated | undefined,
  at: Location,
): Evaluated | undefined {
  if (member?.is !== 'function') return member;
  const decorators = member.decorators.map(lastName);
  if (decorators.includes('staticmethod')) return member;
  if (decorators.some((each) => each.endsWith('property'))) {
    if (!decorators.every((each) => /property$|^computed_field$/.test(each))) {
      return unknown('is a property with a decorator that is not read', member.at);
    }
    const { program, around } = member;
    const frame: Frame = {
      machine,
      program,
      names: around,
      module: around,
      dotted: '',
      returned: [],
      globals: new Set(),
    };
    return machine.call(frame, { ...member, decorators: [] }, { positional: [object], named: new Map() }, at);
  }
  return written({ is: 'method', object, name: member.name, definition: member }, member.at);
}

function lastName(decorator: Expression): string {
  if (decorator.is === 'call') return lastName(decorator.callee);
  return decorator.is === 'name' || decorator.is === 'attribute' ? decorator.name : '';
}

function ofModule(
  machine: Machine,
  { module, dotted }: Extract<Evaluated, { is: 'module' }>,
  name: string,
  at: Location,
): Evaluated {
  const names = module.is === 'namespace' ? undefined : machine.run(module);
  if (names && 'why' in names) return unknown(names.why, names.at);
  const binding = names && lookUp(names, name);
  const known = alternatives(binding?.value ?? written({ is: 'undefined' }, at)).filter(({ is }) => is !== 'undefined');
  if (known.length > 0) return oneOf(known, at);
  const submodule = submoduleOf(machine.repository, module, name);
  if (submodule?.is === 'unknown') return unknown(`${submodule.path} ${submodule.why}`, at);
  if (submodule) return written({ is: 'module', module: submodule, dotted: `${dotted}.${name}` }, at);
  return written({ is: 'undefined' }, at);
}

/** Most classes that are looked through for one name. */
const MAX_BASES = 50;

/** A member of a class or of one that it derives from, depth first; undefined where none is known to have it. */
function ofClass(start: PythonClass, name: string, at: Location): Evaluated | undefined {
  const left: Evaluated[] = [{ ...start, at, from: { by: 'written' } }];
  for (let tried = 0; tried < MAX_BASES; tried++) {
    const next = left.shift();
    if (!next) return undefined;
    if (next.is !== 'class') continue;
    const binding = next.members.bindings.get(name);
    if (binding) return binding.value;
    left.unshift(...next.bases);
  }
  return undefined;
}

/** Names of the classes from outside the repository that a class derives from, however far. */
export function externalBases({ bases }: PythonClass, depth = 0): readonly string[] {
  if (depth > 10) return [];
  return bases.flatMap((base) => {
    if (base.is === 'external') return [base.name];
    if (base.is === 'object') return [base.of];
    return base.is === 'class' ? externalBases(base, depth + 1) : [];
  });
}

function ofPath(path: string, name: string, at: Location): Evaluated | undefined {
  switch (name) {
    case 'parent':
      return written({ is: 'path', value: folderOf(path) }, at);
    case 'parents': {
      const items: Evaluated[] = [];
      for (let folder = folderOf(path); items.length < 20; folder = folderOf(folder)) {
        items.push(written({ is: 'path', value: folder }, at));
      }
      return written({ is: 'tuple', items }, at);
    }
    case 'name':
      return written({ is: 'string', value: path.slice(path.lastIndexOf('/') + 1) }, at);
    case 'stem':
      return written({ is: 'string', value: path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '') }, at);
    default:
      return undefined;
  }
}

/** The folder of a path as Python tells it: without looking at `..`. */
export function folderOf(path: string): string {
  const end = path.lastIndexOf('/');
  return end <= 0 ? (path.startsWith('/') ? '/' : '.') : path.slice(0, end);
}
