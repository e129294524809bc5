import type { Node } from '@babel/types';
import type { Location } from '../../model/location.js';
import type { Environment } from '../../model/process.js';
import type { Repository } from '../../repository/repository.js';
import { bare } from '../literals.js';
import { placeOf, type Module } from '../modules.js';
import { branch, write } from './branches.js';
import { call, construct } from './calls.js';
import { defineClass, instantiate } from './classes.js';
import { effect } from './effects.js';
import { environmentObject } from './environment.js';
import { expression } from './expressions.js';
import { bindImports, declareExports } from './imports.js';
import type { Completion, LaterPlace, Library, Machine } from './machine.js';
import { member, setMember } from './members.js';
import {
  exportOf,
  jsonValue,
  moduleOf,
  moduleValue,
  newModules,
  packageOf,
  packageValue,
  runModule,
  type Running,
} from './modules.js';
import { bind } from './patterns.js';
import type { Program } from './program.js';
import { execute } from './statements.js';
import { primitive, unknown, type Call, type JsValue } from './values.js';

/** What a program does on its way, as far as it can be told. */
export interface Run {
  program: Program;
  /** Calls of packages and of what is unknown, in order; those that later questions make are added to them. */
  calls: readonly Call[];
  /** How many of the calls the program makes by itself. */
  settled: number;
  /** Why there may be others: clauses with their places. */
  gaps: readonly { why: string; at: Location }[];
  /** Names of properties that it sets on something unknown. */
  lost: ReadonlySet<string>;
  /** Calls a function of the program once more, as a framework would. */
  machine: Machine;
}

export interface RunOptions {
  repository: Repository;
  environment: Environment;
  /** The folder it runs in, relative to the root of the repository. */
  folder: string;
  /** It is started without arguments. */
  withoutArguments?: boolean;
  libraries: readonly Library[];
  /** What loading a package does by itself. */
  onLoad?: (machine: Machine, specifier: string, at: Location) => void;
}

/** Most nodes that are evaluated in one run: a large server takes about a tenth of it. */
const MAX_STEPS = 400_000;

/** How often one function is called by what is outside of the program. */
const MAX_CALLBACKS = 2;

/** Runs a program in the mind, from its entry through all that it may call. Never throws. */
export function runProgram(program: Program, options: RunOptions): Run {
  const { machine, settle } = newMachine(program, options);
  settle();
  const { calls, gaps, state } = machine;
  return {
    program,
    calls,
    settled: calls.length,
    gaps: [...program.leftOut, ...program.gaps, ...gaps],
    lost: new Set(state.lost),
    machine,
  };
}

const alone = new WeakMap<Run, Run>();

/** A run with the calls alone that its program makes by itself, whatever it was asked since; the same one each time. */
export function settled(run: Run): Run {
  const known = alone.get(run) ?? { ...run, calls: run.calls.slice(0, run.settled) };
  alone.set(run, known);
  return known;
}

interface Waiting {
  callee: JsValue;
  args: readonly JsValue[] | undefined;
  how: LaterPlace;
}

function newMachine(
  program: Program,
  { repository, environment, folder, withoutArguments = false, libraries, onLoad }: RunOptions,
): { machine: Machine; settle: () => void } {
  const modules = newModules();
  const waiting: Waiting[] = [];
  /** A function that is called again has its places already. */
  const places = new WeakMap<Node, Location>();
  const start = placeOf(program.entry, program.entry.program.ast.program);
  const machine: Machine = {
    program,
    repository,
    environment,
    folder,
    withoutArguments,
    libraries,
    calls: [],
    gaps: [],
    env: environmentObject(environment, start),
    state: {
      steps: 0,
      conditional: false,
      within: [],
      stack: [],
      journals: [],
      returns: [],
      running: [],
      lost: new Set(),
    },
    evaluate: (node, scope, module) => evaluate(machine, node, { scope, module }),
    execute: (body, scope, module) => execute({ machine, scope, module }, body),
    bind: (pattern, value, target) => {
      bind(machine, pattern, value, target);
    },
    member: (object, name, at) => member(machine, object, name, at),
    setMember: (object, name, value) => {
      setMember(machine, object, name, value);
    },
    call: (callee, args, how) => call(machine, callee, args, how),
    construct: (callee, args, how) => construct(machine, callee, args, how),
    instantiate: (value, args, how) => instantiate(machine, value, args, how),
    later: (callee, args, how) => {
      waiting.push({ callee, args, how });
    },
    branch: (alternatives) => branch(machine, alternatives),
    write: (cell, value) => {
      write(machine, cell, value);
    },
    exported: (file, name, at) => {
      const module = program.modules.get(file);
      return module ? exportOf(machine, started(module, at), name, at) : unknown(`${file} is not read`, at);
    },
    request: (specifier, from, at, by) => {
      const target = program.resolve(from.file, specifier);
      if (target.is === 'module') return moduleValue(machine, started(target.module, at), at, by);
      if (target.is === 'package') onLoad?.(machine, target.specifier, at);
      if (target.is === 'package') return packageValue(machine, target.specifier, at);
      return target.is === 'json' ? jsonValue(target.json) : unknown(target.why, at);
    },
    packageOf: (specifier, at) => packageOf(modules, specifier, at),
    mainModule: () => moduleOf(machine, modules, program.entry).object,
    exportDefault: (module, value) => {
      const cell = moduleOf(machine, modules, module).exports.get('default');
      if (cell) cell.value = value;
    },
    exportWhole: (module, value) => {
      setMember(machine, moduleOf(machine, modules, module).object, 'exports', value);
    },
    scopeOf: (module) => modules.running.get(module.file)?.scope,
    at: (node, module) => {
      const place = places.get(node) ?? placeOf(module, node);
      places.set(node, place);
      return place;
    },
    step: (at) => step(machine, at),
  };
  function started(module: Module, at: Location): Running {
    const running = moduleOf(machine, modules, module);
    if (!running.started) declareExports(machine, running);
    runModule(machine, running, at, bindImports);
    return running;
  }
  const settle = (): void => {
    try {
      started(program.entry, start);
      runWaiting(machine, waiting);
    } catch (error) {
      // Calls in calls of expressions in expressions: what was seen up to there stands.
      if (!(error instanceof RangeError)) throw error;
      machine.gaps.push({ why: 'the program nests too deep to be followed to its end', at: start });
    }
  };
  return { machine, settle };
}

function step({ state, gaps }: Machine, at: () => Location): boolean {
  state.steps += 1;
  if (state.steps === MAX_STEPS) gaps.push({ why: 'the program is too large to be followed to its end', at: at() });
  return state.steps < MAX_STEPS;
}

function evaluate(
  machine: Machine,
  node: Node | null | undefined,
  { scope, module }: { scope: Parameters<Machine['evaluate']>[1]; module: Module },
): JsValue {
  const inner = bare(node);
  const at = (): Location => placeOf(module, inner ?? module.program.ast.program);
  if (!inner) return primitive(undefined, at());
  if (!machine.step(at)) return unknown('the program is too large to be followed to its end', at());
  if (inner.type === 'ClassExpression' || inner.type === 'ClassDeclaration')
    return defineClass(machine, inner, scope, module);
  const context = { machine, scope, module };
  return effect(context, inner) ?? expression(context, inner);
}

/** Lets functions run that packages were given, in the order they were. */
function runWaiting(machine: Machine, waiting: Waiting[]): void {
  const { state } = machine;
  const times = new Map<Node, number>();
  for (const { callee, args, how } of waiting) {
    if (callee.is === 'function') {
      const before = times.get(callee.node) ?? 0;
      if (before >= MAX_CALLBACKS) continue;
      times.set(callee.node, before + 1);
    }
    state.within = how.within;
    state.stack = how.stack;
    const run = (): Completion | undefined => {
      machine.call(callee, args ?? [], { ...how, open: args === undefined });
      return undefined;
    };
    if (how.conditional) machine.branch([run, () => undefined]);
    else run();
  }
}
