import { externalBases } from '../../../code/python/evaluate/members.js';
import type { Evaluated, PythonClass, PythonFunction } from '../../../code/python/evaluate/values.js';
import { mayRefuseBy } from './handlers.js';

/** What a view answers, as far as its function or its class tells. */
export interface View {
  /** HTTP methods in upper case, or `ALL`. */
  methods: readonly string[];
  /** Something in it may refuse a request. */
  guarded: boolean;
}

const METHODS = ['get', 'head', 'post', 'put', 'patch', 'delete', 'options', 'trace'] as const;

/** Methods of a class that see a request before the one for its HTTP method does. */
const FIRST = ['prepare', 'dispatch', '_execute', 'initialize_request', '__call__', '_iter'];

/**
 * A view that is a class has a method for each HTTP method; undefined where it has others from a class that is not read.
 * `base`: the class of the framework, which answers none by itself.
 */
export function classView(view: PythonClass, base: RegExp): View | undefined {
  if (externalBases(view).some((each) => !base.test(each))) return undefined;
  const all = withBases(view, 0);
  const names = METHODS.filter((name) => all.some(({ members }) => members.bindings.has(name)));
  const own = (name: string): PythonFunction | undefined => {
    const value: Evaluated | undefined = all
      .find(({ members }) => members.bindings.has(name))
      ?.members.bindings.get(name)?.value;
    return value?.is === 'function' ? value : undefined;
  };
  const get = own('get');
  const isSeen = FIRST.some((name) => all.some(({ members }) => members.bindings.has(name)));
  return {
    methods: names.map((name) => name.toUpperCase()),
    guarded: isSeen || (names.includes('get') && (get === undefined || mayRefuseBy(get.decorators))),
  };
}

/** A class and those of the repository that it derives from. */
function withBases(view: PythonClass, depth: number): readonly PythonClass[] {
  if (depth > 10) return [];
  return [view, ...view.bases.flatMap((base) => (base.is === 'class' ? withBases(base, depth + 1) : []))];
}
