import type { CallExpression, JSXOpeningElement, Node, ObjectExpression } from '@babel/types';
import { bare, calleeName, constant, declared, property, textOf } from '../../code/literals.js';
import type { ModuleGraph } from '../../code/modules.js';
import type { Use } from '../../code/uses.js';

/**
 * What a use of a router says about where the routes are kept. `history`: in the path of the address. `notInPath`:
 * behind its `#`, or in memory. `half`: it takes the other half, a router that is handed its history, or that history.
 * `none`: nothing at all.
 */
type Mode = 'history' | 'notInPath' | 'half' | 'undecided' | 'none';

type Judge = (use: Use, graph: ModuleGraph) => Mode | Promise<Mode>;

/** A client-side router, and the names of it that decide its mode. */
export interface RouterLibrary {
  /** One name for all its packages. */
  family: string;
  /** Modules it is imported from; one that ends with `/` stands for all that begin so. */
  specifiers: readonly string[];
  names: Readonly<Record<string, Mode | Judge>>;
  /** What to call its default export in messages. */
  defaultExport?: string;
  /** The mode is changed in another place than where the router is used, so a look at the whole app is needed. */
  overruled?: true;
  /** Where the mode is documented. */
  source: string;
}

/** Routers by package. Names that are not listed say nothing. */
const ROUTERS: readonly RouterLibrary[] = [
  {
    family: 'React Router',
    specifiers: [
      'react-router',
      'react-router-dom',
      'react-router/',
      'react-router-dom/',
      '@react-router/',
      'react-router-dom-v5-compat',
    ],
    names: {
      BrowserRouter: 'history',
      createBrowserRouter: 'history',
      browserHistory: 'history',
      HashRouter: 'notInPath',
      createHashRouter: 'notInPath',
      MemoryRouter: 'notInPath',
      createMemoryRouter: 'notInPath',
      hashHistory: 'notInPath',
      Router: 'half',
      unstable_HistoryRouter: 'half',
      HistoryRouter: 'half',
    },
    source: 'https://reactrouter.com/api/declarative-routers/BrowserRouter',
  },
  {
    family: 'React Router',
    specifiers: ['history'],
    names: { createBrowserHistory: 'half', createHashHistory: 'notInPath', createMemoryHistory: 'notInPath' },
    source: 'https://github.com/remix-run/history/blob/main/docs/api-reference.md#createbrowserhistory',
  },
  {
    family: 'Vue Router',
    specifiers: ['vue-router', 'vue-router/'],
    names: {
      createWebHistory: 'history',
      createWebHashHistory: 'notInPath',
      createMemoryHistory: 'notInPath',
      default: vueRouterMode,
    },
    defaultExport: "mode: 'history'",
    source: 'https://router.vuejs.org/guide/essentials/history-mode.html',
  },
  {
    family: 'Angular Router',
    specifiers: ['@angular/router', '@angular/common'],
    names: {
      provideRouter: providedRouter,
      withHashLocation: 'notInPath',
      RouterModule: routerModule,
      HashLocationStrategy: 'notInPath',
    },
    overruled: true,
    source: 'https://angular.dev/guide/routing/customizing-route-behavior',
  },
  {
    family: 'wouter',
    specifiers: ['wouter', 'wouter-preact', 'wouter/', 'wouter-preact/'],
    names: {
      Route: 'history',
      Switch: 'history',
      useRoute: 'history',
      Router: wouterRouter,
      useHashLocation: 'notInPath',
      memoryLocation: 'notInPath',
    },
    overruled: true,
    source: 'https://github.com/molefrog/wouter#customizing-the-location-hook',
  },
  {
    family: 'TanStack Router',
    specifiers: ['@tanstack/react-router', '@tanstack/solid-router', '@tanstack/vue-router'],
    names: {
      createRouter: tanStackRouter,
      Router: tanStackRouter,
      createHashHistory: 'notInPath',
      createMemoryHistory: 'notInPath',
    },
    source: 'https://tanstack.com/router/latest/docs/framework/react/guide/history-types',
  },
  {
    family: 'Solid Router',
    specifiers: ['@solidjs/router', 'solid-app-router'],
    names: { Router: unless('source'), HashRouter: 'notInPath', MemoryRouter: 'notInPath' },
    source: 'https://docs.solidjs.com/solid-router/reference/components/router',
  },
  {
    family: 'svelte-routing',
    specifiers: ['svelte-routing'],
    names: { Router: 'history' },
    source: 'https://github.com/EmilTholin/svelte-routing#router',
  },
  {
    family: 'svelte-navigator',
    specifiers: ['svelte-navigator'],
    names: { Router: unless('history'), createHistory: 'undecided', createMemorySource: 'notInPath' },
    source: 'https://github.com/mefechoel/svelte-navigator#router',
  },
  {
    family: 'preact-router',
    specifiers: ['preact-router'],
    names: { default: unless('history'), Router: unless('history') },
    defaultExport: 'Router',
    source: 'https://github.com/preactjs/preact-router#custom-history',
  },
  {
    family: 'preact-iso',
    specifiers: ['preact-iso', 'preact-iso/'],
    names: { LocationProvider: 'history' },
    source: 'https://github.com/preactjs/preact-iso#locationprovider',
  },
  {
    family: 'Reach Router',
    specifiers: ['@reach/router'],
    names: { Router: 'history', createHistory: 'undecided', createMemorySource: 'notInPath' },
    overruled: true,
    source: 'https://reach.tech/router/api/LocationProvider',
  },
];

/** The library a module belongs to. */
export function routerOf(specifier: string): RouterLibrary | undefined {
  return ROUTERS.find(({ specifiers }) =>
    specifiers.some((each) => specifier === each || (each.endsWith('/') && specifier.startsWith(each))),
  );
}

/** What one use of a library's name says. */
export async function modeOf(library: RouterLibrary, use: Use, graph: ModuleGraph): Promise<Mode> {
  const mode = Object.hasOwn(library.names, use.name) ? library.names[use.name] : undefined;
  return typeof mode === 'function' ? mode(use, graph) : (mode ?? 'none');
}

/** Whether a name of a library says anything of where the routes are kept. */
export function decides({ names }: RouterLibrary, name: string): boolean {
  return Object.hasOwn(names, name);
}

/** What a component is handed by a name; `unknown` where that, or whether it is handed at all, cannot be read. */
type Given = { is: 'set'; value: Node | undefined } | { is: 'unset' } | { is: 'unknown' };

/** An attribute of `<Router …>`, or a property of `createElement(Router, {…})`. */
function given(use: Use, name: string): Given {
  const outer = use.path?.parent?.node;
  // In markup of a component of Svelte's, attributes are not read; what makes a history of its own is imported.
  if (!use.path) return { is: 'unset' };
  if (outer?.type === 'JSXOpeningElement') return attribute(outer, name);
  if (outer?.type !== 'CallExpression' || outer.arguments[0] !== use.path.node) return { is: 'unknown' };
  const [, written] = outer.arguments;
  if (!written || written.type === 'NullLiteral') return { is: 'unset' };
  const object = objectArgument(use, written);
  const found = object ? property(object, name) : undefined;
  return !found || found.is === 'spread' ? { is: 'unknown' } : found;
}

function attribute({ attributes }: JSXOpeningElement, name: string): Given {
  const set = attributes.findLast((each) => each.type === 'JSXAttribute' && each.name.name === name);
  if (set?.type === 'JSXAttribute') {
    return { is: 'set', value: set.value?.type === 'JSXExpressionContainer' ? set.value.expression : undefined };
  }
  return { is: attributes.some((each) => each.type === 'JSXSpreadAttribute') ? 'unknown' : 'unset' };
}

/** By the path, unless this attribute gives the router a history of its own. */
function unless(name: string): Judge {
  return (use) => (given(use, name).is === 'unset' ? 'history' : 'undecided');
}

/** `<Router hook={useHashLocation}>`: what tells the location decides. */
function wouterRouter(use: Use): Mode {
  const hook = given(use, 'hook');
  if (hook.is !== 'set') return hook.is === 'unset' ? 'history' : 'undecided';
  const { value } = hook;
  const binding =
    value?.type === 'Identifier' ? use.module.bindings.find(({ local }) => local === value.name) : undefined;
  if (binding?.name === 'useBrowserLocation') return 'history';
  return binding?.name === 'useHashLocation' ? 'notInPath' : 'undecided';
}

/** The call (or `new`) whose callee is this expression. */
function callOf({ path }: Use): { arguments: CallExpression['arguments'] } | undefined {
  const outer = path?.key === 'callee' ? path.parent?.node : undefined;
  return outer?.type === 'CallExpression' || outer?.type === 'NewExpression' ? outer : undefined;
}

/** An argument that is an object, written there or as a constant of the file. */
function objectArgument({ module }: Use, node: Node | undefined): ObjectExpression | undefined {
  const value = constant(module.program.ast, node);
  return value?.type === 'ObjectExpression' ? value : undefined;
}

/** Vue Router 3: `new VueRouter({ mode: 'history' })`; without a mode it keeps routes in the hash. */
function vueRouterMode(use: Use): Mode {
  const call = callOf(use);
  if (!call) return 'none';
  if (call.arguments.length === 0) return 'notInPath';
  const options = objectArgument(use, call.arguments[0]);
  const mode = options && property(options, 'mode');
  if (mode?.is === 'unset') return 'notInPath';
  const text = mode?.is === 'set' ? textOf(constant(use.module.program.ast, mode.value)) : undefined;
  if (text === undefined) return 'undecided';
  return text === 'history' ? 'history' : 'notInPath';
}

/** `createRouter({ routeTree })`; the option `history` may change the mode. */
function tanStackRouter(use: Use): Mode {
  const call = callOf(use);
  if (!call) return 'none';
  const options = objectArgument(use, call.arguments[0]);
  const history = options && property(options, 'history');
  if (!history || history.is === 'spread') return 'undecided';
  if (history.is === 'unset') return 'history';
  const value = constant(use.module.program.ast, history.value);
  switch (value?.type === 'CallExpression' ? calleeName(value.callee) : undefined) {
    case 'createBrowserHistory':
      return 'history';
    case 'createHashHistory':
    case 'createMemoryHistory':
      return 'notInPath';
    default:
      return 'undecided';
  }
}

/** `provideRouter(routes, withHashLocation())`. */
async function providedRouter(use: Use, graph: ModuleGraph): Promise<Mode> {
  const [routes, ...features] = callOf(use)?.arguments ?? [];
  if (routes?.type === 'SpreadElement') return 'undecided';
  if (!routes || (await areNone(use, routes, graph))) return 'none';
  const names = features.map((each) => featureName(use, each));
  if (names.includes('withHashLocation')) return 'notInPath';
  return names.includes(undefined) ? 'undecided' : 'history';
}

/** The name in Angular's router of the function that makes a feature; undefined where it is made in another way. */
function featureName({ module }: Use, feature: Node): string | undefined {
  const made = constant(module.program.ast, feature);
  if (made?.type !== 'CallExpression' || made.callee.type !== 'Identifier') return undefined;
  const { name } = made.callee;
  const binding = module.bindings.find(({ local }) => local === name);
  return binding?.specifier === '@angular/router' ? binding.name : undefined;
}

/** `RouterModule.forRoot(routes, { useHash: true })`. */
async function routerModule(use: Use, graph: ModuleGraph): Promise<Mode> {
  const member = use.path?.parent;
  if (member?.node.type !== 'MemberExpression' || calleeName(member.node) !== 'forRoot') return 'none';
  const [routes, options] = callOf({ ...use, path: member })?.arguments ?? [];
  if (!routes || (await areNone(use, routes, graph))) return 'none';
  if (!options) return 'history';
  const object = objectArgument(use, options);
  const hash = object && property(object, 'useHash');
  if (hash?.is === 'unset') return 'history';
  const value = hash?.is === 'set' ? constant(use.module.program.ast, hash.value) : undefined;
  if (value?.type !== 'BooleanLiteral') return 'undecided';
  return value.value ? 'notInPath' : 'history';
}

/** Whether a list of routes is empty, as in a new Angular project: then there is no page to lose. */
async function areNone({ module }: Use, routes: Node, graph: ModuleGraph): Promise<boolean> {
  const here = constant(module.program.ast, routes);
  if (here?.type === 'ArrayExpression') return here.elements.length === 0;
  const binding = routes.type === 'Identifier' ? module.bindings.find(({ local }) => local === routes.name) : undefined;
  const target = binding && (await graph.resolve(module.file, binding.specifier));
  if (!binding || target?.is !== 'file') return false;
  const other = await graph.module(target.file);
  const there = other.is === 'module' ? bare(declared(other.program.ast, binding.name)) : undefined;
  return there?.type === 'ArrayExpression' && there.elements.length === 0;
}
