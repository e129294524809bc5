import { isSequence, type Arguments, type Evaluated } from '../../../code/python/evaluate/values.js';
import type { Location } from '../../../model/location.js';
import { mayRefuseBy } from './handlers.js';
import { classView } from './views.js';

/** An item of Starlette's `routes=[…]` (https://www.starlette.io/routing/). */
export type ListedRoute =
  | { is: 'route'; path: string; methods: readonly string[]; guarded: boolean; at: Location }
  /** An app under a path, or routes. */
  | {
      is: 'mount';
      path: string;
      app?: Evaluated | undefined;
      routes?: Evaluated | undefined;
      guarded: boolean;
      at: Location;
    };

interface Found {
  items: readonly ListedRoute[];
  /** Why there may be others: each a clause. */
  doubts: readonly string[];
}

/** The routes in a list. */
export function listedRoutes(list: Evaluated): Found {
  if (list.is === 'none') return { items: [], doubts: [] };
  if (!isSequence(list)) return { items: [], doubts: ['a list of routes cannot be read'] };
  const found = list.items.map(itemOf);
  return {
    items: found.flatMap(({ items }) => items),
    doubts: [...found.flatMap(({ doubts }) => doubts), ...(list.rest ? [list.rest.why] : [])],
  };
}

function itemOf(item: Evaluated): Found {
  const kind = item.is === 'object' ? KINDS.find(({ of }) => of.test(item.of))?.kind : undefined;
  if (item.is !== 'object' || kind === undefined) {
    return { items: [], doubts: ['a route is made in a way that is not read'] };
  }
  if (kind === 'socket') return { items: [], doubts: [] };
  const { arguments: given, at } = item;
  const path = given.positional[0] ?? given.named.get('path');
  if (path?.is !== 'string' || given.rest) return { items: [], doubts: ['the path of a route cannot be read'] };
  const guarded = hasMiddleware(given);
  if (kind === 'route')
    return { items: [{ is: 'route', path: path.value, at, ...viewIn(given, guarded) }], doubts: [] };
  const app = given.positional[1] ?? given.named.get('app');
  const routes = given.positional[2] ?? given.named.get('routes');
  return {
    items: [{ is: 'mount', path: path.value, app: isNothing(app) ? undefined : app, routes, guarded, at }],
    doubts: [],
  };
}

const KINDS: readonly { of: RegExp; kind: 'route' | 'mount' | 'socket' }[] = [
  { of: /^(?:starlette|fastapi)\.routing\.(?:API)?Route$/, kind: 'route' },
  { of: /^(?:starlette|fastapi)\.routing\.Mount$/, kind: 'mount' },
  { of: /^(?:starlette|fastapi)\.routing\.(?:API)?WebSocketRoute$/, kind: 'socket' },
];

function isNothing(value: Evaluated | undefined): boolean {
  return value === undefined || value.is === 'none';
}

function hasMiddleware({ named }: Arguments): boolean {
  const value = named.get('middleware') ?? named.get('dependencies');
  return (
    value !== undefined && value.is !== 'none' && !(value.is === 'list' && value.items.length === 0 && !value.rest)
  );
}

/** A function answers GET where no methods are named, another app all. */
function viewIn(given: Arguments, isGuarded: boolean): { methods: readonly string[]; guarded: boolean } {
  const endpoint = given.positional[1] ?? given.named.get('endpoint');
  const methods = given.named.get('methods') ?? given.positional[2];
  const own = endpoint?.is === 'method' ? endpoint.definition : endpoint;
  const view = endpoint?.is === 'class' ? classView(endpoint, /^starlette\.endpoints\.HTTPEndpoint$/) : undefined;
  const guarded = isGuarded || (own?.is === 'function' && mayRefuseBy(own.decorators)) || view?.guarded === true;
  if (!isNothing(methods) && methods) return { methods: methodTexts(methods), guarded };
  if (own?.is === 'function') return { methods: ['GET'], guarded };
  return { methods: view && view.methods.length > 0 ? view.methods : ['ALL'], guarded };
}

/** The texts of a list of methods in upper case; all methods where they cannot be read. */
export function methodTexts(methods: Evaluated): readonly string[] {
  if (!isSequence(methods)) return ['ALL'];
  const texts = methods.items.flatMap((item) => (item.is === 'string' ? [item.value.toUpperCase()] : []));
  return texts.length === methods.items.length && !methods.rest ? texts : ['ALL'];
}
