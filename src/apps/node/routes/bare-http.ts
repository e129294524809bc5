import type { Node } from '@babel/types';
import { textOf } from '../../../code/literals.js';
import type { Run } from '../../../code/run/run.js';
import { pathOfExternal, type Call, type FunctionValue } from '../../../code/run/values.js';
import { walk } from '../../../code/walk.js';
import { CONNECT, effectOf } from './functions.js';
import type { Entry, Router } from './router.js';

/** What a program answers that gives Node's own http server one function; undefined where it does not. */
export function bareRouter(run: Run): Router | undefined {
  const entries = run.calls.flatMap((call) => {
    const handler = handlerOf(call);
    return handler ? entriesOf(handler, call) : [];
  });
  return entries.length > 0 ? { prefix: '', entries } : undefined;
}

function handlerOf(call: Call): FunctionValue | undefined {
  return makesServer(call) || listensToRequests(call) ? call.args.find((each) => each.is === 'function') : undefined;
}

/** `http.createServer(…)`. */
export function makesServer({ callee }: Pick<Call, 'callee'>): boolean {
  const path = callee.is === 'external' ? pathOfExternal(callee) : undefined;
  return path?.length === 2 && /^https?$/.test(path[0] ?? '') && /^(?:createServer|Server)$/.test(path[1] ?? '');
}

/** `server.on('request', …)` of such a server. */
export function listensToRequests({ callee, args }: Pick<Call, 'callee' | 'args'>): boolean {
  if (callee.is !== 'external' || callee.origin.by !== 'member' || !/^(?:on|addListener)$/.test(callee.origin.name))
    return false;
  const { origin } = callee.origin.of;
  const [event] = args;
  return origin.by === 'call' && makesServer(origin.call) && event?.is === 'primitive' && event.value === 'request';
}

/** The paths that it compares with are answered; what becomes of others is only known where it looks at none. */
function entriesOf({ node, at }: FunctionValue, { conditional }: Call): readonly Entry[] {
  const entry = { methods: ['ALL'], isPrefix: false, at, conditional };
  const effect = effectOf(node, CONNECT);
  if (effect.is === 'answers' && !looksAtPath(node)) {
    return [{ ...entry, paths: [{ path: '/*', partly: false }], links: [{ is: 'function', effect, at }] }];
  }
  const compared = comparedPaths(node).map((path) => ({ path, partly: false }));
  return [
    { ...entry, paths: compared, links: [{ is: 'answers' }] },
    {
      ...entry,
      paths: [{ path: '/*', partly: true }],
      links: [{ is: 'unknown', why: 'its paths are told apart by hand' }],
    },
  ];
}

const PATH_NAMES = new Set(['url', 'path', 'pathname', 'parse']);

function looksAtPath(root: Node): boolean {
  let found = false;
  walk(root, ({ node }) => {
    if (node.type === 'Identifier' && PATH_NAMES.has(node.name)) found = true;
    // What is done elsewhere may look at it.
    if (
      node.type === 'CallExpression' &&
      node.arguments.some((each) => each.type === 'Identifier' && /^req(?:uest)?$/.test(each.name))
    ) {
      found = true;
    }
  });
  return found;
}

/** `url === '/health'` and `case '/health':`. */
function comparedPaths(root: Node): readonly string[] {
  const paths = new Set<string>();
  walk(root, ({ node }) => {
    const sides =
      node.type === 'BinaryExpression' && /^===?$/.test(node.operator)
        ? [node.left, node.right]
        : node.type === 'SwitchCase'
          ? [node.test]
          : [];
    for (const each of sides) {
      const text = textOf(each);
      if (text !== undefined && /^\/[\w/.-]*$/.test(text)) paths.add(text);
    }
  });
  return [...paths];
}
