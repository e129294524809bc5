import type { Decorator, Node } from '@babel/types';
import type { Run } from '../../../code/run/run.js';
import { pathOfExternal, textIn, type Call, type ClassValue, type JsValue } from '../../../code/run/values.js';
import type { Collector } from './collect.js';
import { CONNECT } from './functions.js';
import { functionLink } from './links.js';
import { addsNestRoutes } from './nest-modules.js';
import { rootPath } from './packages.js';
import { joined, pathsOf, ROOT, type PatternPath } from './patterns.js';
import { cell } from './plugins.js';
import type { Entry, Link, Router } from './router.js';

/** The app that Nest makes of its root module (https://docs.nestjs.com/controllers); undefined where there is none. */
export function nestRouter(run: Run, collector: Collector): Router | undefined {
  const made = run.calls.find((call) => isMaking(call));
  const [root] = made?.args ?? [];
  if (!made || !root) return undefined;
  const reader = new NestReader(run, collector, settingsOf(made, collector, run));
  reader.module(root);
  return { prefix: '', entries: [...reader.settings.entries, ...reader.entries] };
}

function isMaking({ callee }: Call): boolean {
  const path = callee.is === 'external' ? (pathOfExternal(callee) ?? []) : [];
  return path[0] === '@nestjs/core' && path[1] === 'NestFactory' && path[2] === 'create';
}

/** What is set on the app itself. */
interface Settings {
  prefix: string | undefined;
  excluded: readonly PatternPath[];
  /** The version in the path of what names none; undefined without versions in paths. */
  versions: { prefix: string; standard: string | undefined } | undefined;
  guarded: boolean;
  entries: Entry[];
}

function settingsOf(made: Call, collector: Collector, run: Run): Settings {
  const settings: Settings = { prefix: '', excluded: [], versions: undefined, guarded: false, entries: [] };
  for (const call of run.calls) {
    const { callee, args } = call;
    if (callee.is !== 'external') continue;
    const { origin } = callee;
    if (origin.by === 'member' && origin.of === made.result) applySetting(settings, origin.name, call, collector);
    const path = pathOfExternal(callee) ?? [];
    if (path[0] === '@nestjs/swagger' && path[2] === 'setup') {
      const links: readonly Link[] = [{ is: 'opaque', why: 'it is the documentation' }];
      settings.entries.push(collector.entry(call, collector.paths(args[0]), links, ['ALL'], true));
    }
  }
  return settings;
}

function applySetting(settings: Settings, name: string, call: Call, collector: Collector): void {
  const [first, second] = call.args;
  switch (name) {
    case 'setGlobalPrefix': {
      settings.prefix = textIn(first);
      const exclude = cell(second, 'exclude');
      const items = exclude?.is === 'array' ? exclude.items : [];
      settings.excluded = items.flatMap((each) => collector.paths(each.is === 'object' ? cell(each, 'path') : each));
      break;
    }
    case 'enableVersioning':
      settings.versions = versionsOf(first);
      break;
    case 'useGlobalGuards':
      settings.guarded = true;
      break;
    case 'use': {
      const isPath = textIn(first) !== undefined;
      const links = call.args.slice(isPath ? 1 : 0).flatMap((each): readonly Link[] => {
        return each.is === 'function' ? [functionLink(each, CONNECT)] : collector.connectLinks(each);
      });
      settings.entries.push(collector.entry(call, isPath ? collector.paths(first) : ROOT, links, ['ALL'], true));
      break;
    }
    default:
  }
}

/** Versions stand in the path unless another way is named (https://docs.nestjs.com/techniques/versioning). */
function versionsOf(options: JsValue | undefined): Settings['versions'] {
  const type = cell(options, 'type');
  const isElsewhere = type?.is === 'external' && type.origin.by === 'member' && type.origin.name !== 'URI';
  if (isElsewhere) return undefined;
  const prefix = cell(options, 'prefix');
  const none = prefix?.is === 'primitive' && prefix.value === false;
  return { prefix: none ? '' : (textIn(prefix) ?? 'v'), standard: textIn(cell(options, 'defaultVersion')) };
}

const METHODS: Readonly<Record<string, readonly string[]>> = {
  Get: ['GET'],
  Sse: ['GET'],
  Post: ['POST'],
  Put: ['PUT'],
  Patch: ['PATCH'],
  Delete: ['DELETE'],
  Options: ['OPTIONS'],
  Head: ['HEAD'],
  All: ['ALL'],
};

/** Deepest nesting of modules that is followed. */
const MAX_DEPTH = 40;

class NestReader {
  readonly entries: Entry[] = [];
  readonly #seen = new Set<unknown>();
  #guarded = false;

  constructor(
    private readonly run: Run,
    private readonly collector: Collector,
    readonly settings: Settings,
  ) {}

  /** Reads a module, those it imports and their controllers. */
  module(value: JsValue, depth = MAX_DEPTH): void {
    if (depth === 0) return;
    if (value.is === 'class') this.#declared(value, depth);
    else if (value.is === 'object') this.#dynamic(value, depth);
    else if (value.is === 'external') this.#external(value);
    else this.collector.doubt('a module of Nest is not followed');
  }

  #declared(value: ClassValue, depth: number): void {
    if (this.#seen.has(value.node)) return;
    this.#seen.add(value.node);
    const [options] = this.#given(decoratorsOf(value.node), 'Module', value)?.args ?? [];
    if (options) this.#parts(options, depth);
    // Its middleware may refuse what it gets.
    if (value.methods.has('configure')) this.#guard();
  }

  /** `{ module, imports, controllers }`, as `forRoot()` gives it. */
  #dynamic(value: Extract<JsValue, { is: 'object' }>, depth: number): void {
    const module = cell(value, 'module');
    if (module) this.module(module, depth - 1);
    this.#parts(value, depth);
  }

  #parts(options: JsValue, depth: number): void {
    for (const each of this.#items(cell(options, 'imports'))) this.module(each, depth - 1);
    for (const each of this.#items(cell(options, 'providers'))) this.#provider(each);
    for (const each of this.#items(cell(options, 'controllers'))) this.#controller(each);
  }

  #items(value: JsValue | undefined): readonly JsValue[] {
    if (!value) return [];
    if (value.is !== 'array' || value.open !== undefined) {
      this.collector.doubt('a list of a Nest module is not followed');
      return value.is === 'array' ? value.items : [];
    }
    return value.items;
  }

  #external(value: Extract<JsValue, { is: 'external' }>): void {
    const path = rootPath(value);
    if (path?.[1] === 'forwardRef' && value.origin.by === 'call') {
      const [inner] = value.origin.call.args;
      const { call } = value.origin;
      if (inner?.is === 'function') this.module(this.run.machine.call(inner, [], call), MAX_DEPTH / 2);
      return;
    }
    if (!path || addsNestRoutes(path[0] ?? '')) {
      this.collector.doubt(`the module \`${path?.[1] ?? 'of a package'}\` may add routes`);
    }
  }

  /** A guard for all routes. */
  #provider(value: JsValue): void {
    const provide = cell(value, 'provide');
    if (provide?.is !== 'external' || pathOfExternal(provide)?.at(-1) !== 'APP_GUARD') return;
    const guard = cell(value, 'useClass');
    const isHarmless = guard?.is === 'external' && rootPath(guard)?.[0] === '@nestjs/throttler';
    if (!isHarmless) this.#guard();
  }

  #guard(): void {
    if (this.#guarded) return;
    this.#guarded = true;
    const { at } = this.run.machine.env;
    const links: readonly Link[] = [{ is: 'guard' }];
    this.entries.unshift({ methods: ['ALL'], paths: ROOT, isPrefix: true, links, at, conditional: false });
  }

  #controller(value: JsValue): void {
    if (value.is !== 'class') {
      this.collector.doubt('a controller of Nest is not followed');
      return;
    }
    if (this.#seen.has(value.node)) return;
    this.#seen.add(value.node);
    const own = decoratorsOf(value.node);
    const controller = this.#given(own, 'Controller', value);
    if (!controller) return;
    if (this.settings.guarded) this.#guard();
    const guarded = own.some((each) => nameOf(each) === 'UseGuards');
    const [first] = controller.args;
    const version = cell(first, 'version');
    const paths = this.#paths(first?.is === 'object' ? cell(first, 'path') : first);
    for (const from of ancestry(value)) {
      for (const { node } of from.methods.values()) {
        this.#method(from, node, { paths, guarded, version });
      }
    }
  }

  #method(from: ClassValue, node: Node, above: Above): void {
    const decorators = decoratorsOf(node);
    for (const [name, methods] of Object.entries(METHODS)) {
      const route = this.#given(decorators, name, from);
      if (!route) continue;
      const guarded = above.guarded || decorators.some((each) => nameOf(each) === 'UseGuards');
      const version = this.#given(decorators, 'Version', from)?.args[0] ?? above.version;
      const below = this.#paths(route.args[0]);
      const paths = above.paths.flatMap((one) => below.map((other) => this.#full(one, other, version)));
      const links: readonly Link[] = [...(guarded ? [{ is: 'guard' } as const] : []), { is: 'answers' }];
      const at = this.run.machine.at(route.node, from.module);
      this.entries.push({ methods, paths, isPrefix: false, links, at, conditional: false });
    }
  }

  #paths(value: JsValue | undefined): readonly PatternPath[] {
    return value ? this.collector.paths(value) : ROOT;
  }

  #full(one: PatternPath, other: PatternPath, version: JsValue | undefined): PatternPath {
    const { prefix, excluded, versions } = this.settings;
    const path = joined(one.path, other.path);
    const partly = one.partly || other.partly;
    const isExcluded = excluded.some(
      (each) => each.path === path || (each.path.endsWith('/*') && path.startsWith(each.path.slice(0, -1))),
    );
    // Whether what is excluded keeps its version differs between releases.
    if (isExcluded) return { path, partly: partly || versions !== undefined };
    if (prefix === undefined) return { path: '/*', partly: true };
    const named = version ? textIn(version) : versions?.standard;
    const isOpen = versions !== undefined && version !== undefined && named === undefined && version.is !== 'external';
    const versioned = versions && named !== undefined ? joined(`/${versions.prefix}${named}`, path) : path;
    return { path: joined(pathsOf(prefix)[0]?.path ?? '', versioned), partly: partly || isOpen };
  }

  /** What a decorator of this name is given. */
  #given(
    decorators: readonly Decorator[],
    name: string,
    from: ClassValue,
  ): { args: readonly JsValue[]; node: Node } | undefined {
    const found = decorators.find((each) => nameOf(each) === name);
    if (found?.expression.type !== 'CallExpression') return undefined;
    const args = found.expression.arguments.map((each) => this.run.machine.evaluate(each, from.scope, from.module));
    return { args, node: found };
  }
}

interface Above {
  paths: readonly PatternPath[];
  guarded: boolean;
  version: JsValue | undefined;
}

function decoratorsOf(node: Node): readonly Decorator[] {
  return 'decorators' in node ? (node.decorators ?? []) : [];
}

function nameOf({ expression }: Decorator): string | undefined {
  const callee = expression.type === 'CallExpression' ? expression.callee : expression;
  return callee.type === 'Identifier' ? callee.name : undefined;
}

/** A class and those it extends. */
function ancestry(value: ClassValue): readonly ClassValue[] {
  const found: ClassValue[] = [];
  for (let each: JsValue | undefined = value; each?.is === 'class' && !found.includes(each); each = each.base)
    found.push(each);
  return found;
}
