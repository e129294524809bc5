import type { Function as FunctionNode, Node } from '@babel/types';
import { bare, textOf } from '../../../code/literals.js';
import { walk, type Path } from '../../../code/walk.js';
import { isInFunction } from '../places.js';

/** How the functions of a router name what they are given, by position. */
export interface Convention {
  /** The position of the request, or of the context that holds it. */
  request: number;
  /** The position of what is answered by; the same as `request` for a context. */
  response: number;
  /** The position of what passes the request on; undefined where there is none. */
  next: number | undefined;
  /** Whether what a function returns is the answer. */
  returns: boolean;
  /** Whether it passes the request on by ending without an answer. */
  passesByEnding: boolean;
}

/** `(request, response, next)`: Express, Polka, Restify, Connect. */
export const CONNECT: Convention = { request: 0, response: 1, next: 2, returns: false, passesByEnding: false };
/** `(context, next)` of Koa, which answers by what is set on the context. */
export const KOA: Convention = { request: 0, response: 0, next: 1, returns: false, passesByEnding: false };
/** `(context, next)` of Hono, which answers by what is returned. */
export const HONO: Convention = { request: 0, response: 0, next: 1, returns: true, passesByEnding: false };
/** `(request, reply)` of Fastify and `(request, h)` of Hapi, which answer by what is returned or sent. */
export const REPLY: Convention = { request: 0, response: 1, next: undefined, returns: true, passesByEnding: false };
/** What Fastify and Hapi run before a handler. */
export const HOOK: Convention = { request: 0, response: 1, next: 2, returns: false, passesByEnding: true };

/** What a function does with a request for a path. */
export type Effect =
  /** It lets every request pass. */
  | { is: 'passes' }
  /** It answers every request. */
  | { is: 'answers'; statuses: readonly number[] | undefined }
  /** It refuses what carries no login. */
  | { is: 'refuses' }
  /** It may refuse a request, or pass it on. */
  | { is: 'may-refuse' }
  /** It may answer some paths by itself. */
  | { is: 'may-answer' };

/** Methods that end an answer. */
const ANSWERING = new Set([
  ...[
    'send',
    'json',
    'jsonp',
    'end',
    'sendStatus',
    'sendFile',
    'sendfile',
    'redirect',
    'render',
    'download',
    'writeHead',
  ],
  ...['text', 'html', 'body', 'newResponse', 'notFound', 'view', 'file', 'throw', 'response'],
]);
const STATUS = new Set(['status', 'code', 'sendStatus', 'writeHead']);

/** One place where a function answers. */
interface Reply {
  path: Path;
  statuses: readonly number[] | undefined;
}

/** What a function of a router does, and with whose help. */
interface Handling {
  effect: Effect;
  /** Calls that are given what it answers by, `next(response)` and the like included. */
  handedOn: readonly CallNode[];
}

/** A handler is asked about by several questions, and its tree never changes. */
const known = new WeakMap<FunctionNode, Map<Convention, Handling>>();

/** What a function of a router does, as far as its own text tells. */
export function effectOf(node: FunctionNode, convention: Convention): Effect {
  return handlingOf(node, convention).effect;
}

/** What a function of a router does, and the calls that it gives what it answers by. */
export function handlingOf(node: FunctionNode, convention: Convention): Handling {
  const byConvention = known.get(node) ?? new Map<Convention, Handling>();
  const handling = byConvention.get(convention) ?? readHandling(node, convention);
  known.set(node, byConvention.set(convention, handling));
  return handling;
}

function readHandling(node: FunctionNode, convention: Convention): Handling {
  const names = namesOf(node, convention);
  const seen = observe(node, names, convention);
  return { effect: readEffect(node, convention, names, seen), handedOn: seen.handedOn };
}

function readEffect(node: FunctionNode, convention: Convention, names: Names, seen: Observed): Effect {
  const replies = seen.replies.filter(({ path }) => !isForPreflight(path, node));
  const passesOn = seen.next.length > 0 || convention.passesByEnding;
  if (replies.length === 0) {
    if (seen.handsOn || seen.throws) return passesOn ? { is: 'may-refuse' } : { is: 'answers', statuses: undefined };
    return passesOn ? { is: 'passes' } : { is: 'answers', statuses: undefined };
  }
  if (!passesOn) return { is: 'answers', statuses: seen.handsOn ? undefined : statusesOf(replies) };
  if (seen.readsPath) return { is: 'may-answer' };
  const refused = replies.filter((reply) => isRefusal(reply, seen));
  if (refused.length === 0) return { is: 'may-refuse' };
  const carried = carriedNames(node, names);
  return { is: refused.some(({ path }) => lacksLogin(path, node, carried)) ? 'refuses' : 'may-refuse' };
}

type CallNode = Extract<Node, { type: 'CallExpression' }>;

interface Names {
  request: string | undefined;
  response: string | undefined;
  next: string | undefined;
}

function namesOf({ params }: FunctionNode, { request, response, next }: Convention): Names {
  const name = (position: number | undefined): string | undefined => {
    const param = position === undefined ? undefined : params[position];
    const inner = param?.type === 'AssignmentPattern' ? param.left : param;
    return inner?.type === 'Identifier' ? inner.name : undefined;
  };
  return { request: name(request), response: name(response), next: name(next) };
}

interface Observed {
  replies: Reply[];
  /** Where it passes the request on. */
  next: Path[];
  /** It gives what it answers by to another function. */
  handsOn: boolean;
  handedOn: CallNode[];
  throws: boolean;
  /** It looks at the path of the request. */
  readsPath: boolean;
  /** It sets a status apart from the answer. */
  setsStatus: boolean;
}

const PATHS = new Set(['path', 'url', 'originalUrl', 'baseUrl', 'pathname', 'routerPath', 'nextUrl', 'routeOptions']);

function observe(node: FunctionNode, names: Names, convention: Convention): Observed {
  const seen: Observed = {
    ...{ replies: [], next: [], handedOn: [] },
    ...{ handsOn: false, throws: false, readsPath: false, setsStatus: false },
  };
  walk(node.body, (path) => {
    const { node: each } = path;
    if (each.type === 'ThrowStatement') seen.throws = true;
    if (each.type === 'MemberExpression' || each.type === 'OptionalMemberExpression') {
      const isPath = each.property.type === 'Identifier' && PATHS.has(each.property.name);
      const root = rootName(each);
      if (isPath && root !== undefined && root === names.request) seen.readsPath = true;
    }
    if (each.type === 'Identifier' && each.name === names.next) seen.next.push(path);
    if (each.type === 'AssignmentExpression') assigned(each, names, convention, path, seen);
    if (each.type === 'CallExpression') called(each, names, path, seen);
    if (each.type === 'ReturnStatement' && convention.returns) returned(each, names, path, seen);
  });
  if (
    convention.returns &&
    node.body.type !== 'BlockStatement' &&
    seen.replies.length === 0 &&
    seen.next.length === 0
  ) {
    seen.replies.push({ path: { node: node.body, key: 'body', parent: undefined }, statuses: undefined });
  }
  if (seen.setsStatus) for (const reply of seen.replies) reply.statuses = undefined;
  return seen;
}

/** Koa answers by `ctx.body = …` and `ctx.status = …`; others set `response.statusCode` before they answer. */
function assigned(
  { left, right }: Extract<Node, { type: 'AssignmentExpression' }>,
  names: Names,
  { response, request }: Convention,
  path: Path,
  seen: Observed,
): void {
  if (left.type !== 'MemberExpression' || left.property.type !== 'Identifier' || left.computed) return;
  if (rootName(left) !== names.response || names.response === undefined) return;
  const { name } = left.property;
  if (response !== request) {
    if (name === 'statusCode') seen.setsStatus = true;
    return;
  }
  if (name === 'status') seen.replies.push({ path, statuses: numbers(right) });
  else if (name === 'body') seen.replies.push({ path, statuses: [200] });
}

function called(call: CallNode, names: Names, path: Path, seen: Observed): void {
  const { callee } = call;
  const handsOn = call.arguments.some((each) => each.type === 'Identifier' && each.name === names.response);
  if (handsOn) seen.handedOn.push(call);
  const isOnResponse = names.response !== undefined && rootName(callee) === names.response;
  if (isOnResponse && callee.type === 'MemberExpression' && callee.property.type === 'Identifier') {
    const { name } = callee.property;
    if (ANSWERING.has(name)) seen.replies.push({ path, statuses: statusOf(wholeChain(path, call)) });
    else if (STATUS.has(name) && path.parent?.node.type === 'ExpressionStatement') seen.setsStatus = true;
    return;
  }
  // `stream.pipe(response)`, `sendError(response, 401)`, `handle(request, response)`.
  if (handsOn && !(callee.type === 'Identifier' && callee.name === names.next)) seen.handsOn = true;
}

/** The last call of the chain that a call begins: `h.response(text).code(404)`. */
function wholeChain(path: Path, call: CallNode): CallNode {
  let whole = call;
  for (let each = path.parent; each?.node.type === 'MemberExpression'; each = each.parent?.parent) {
    const outer = each.parent?.node;
    if (outer?.type !== 'CallExpression' || each.key !== 'callee') break;
    whole = outer;
  }
  return whole;
}

/** `return { status: 'ok' }` answers where what is returned is the answer. */
function returned(
  { argument }: Extract<Node, { type: 'ReturnStatement' }>,
  names: Names,
  path: Path,
  seen: Observed,
): void {
  const value = bare(argument);
  if (!value || isInFunction(path)) return;
  const isCall = value.type === 'CallExpression';
  if (isCall && (rootName(value.callee) === names.response || rootName(value.callee) === names.next)) return;
  if (value.type === 'AwaitExpression' && containsName(value, names.next)) return;
  seen.replies.push({ path, statuses: undefined });
}

function containsName(node: Node, name: string | undefined): boolean {
  let found = false;
  walk(node, (path) => {
    if (path.node.type === 'Identifier' && path.node.name === name) found = true;
  });
  return found;
}

/** The name that a chain of members and calls begins with: `res` of `res.status(200).json({})`. */
function rootName(node: Node): string | undefined {
  let each: Node = node;
  for (;;) {
    switch (each.type) {
      case 'Identifier':
        return each.name;
      case 'MemberExpression':
      case 'OptionalMemberExpression':
        each = each.object;
        break;
      case 'CallExpression':
      case 'OptionalCallExpression':
        each = each.callee;
        break;
      case 'TSNonNullExpression':
      case 'TSAsExpression':
        each = each.expression;
        break;
      default:
        return undefined;
    }
  }
}

/** The statuses of one answer, by the calls of its chain: 200 where none sets one. */
function statusOf(call: CallNode): readonly number[] | undefined {
  let each: Node = call;
  while (each.type === 'CallExpression' && each.callee.type === 'MemberExpression') {
    const { property } = each.callee;
    const name = property.type === 'Identifier' ? property.name : '';
    const [first, second] = each.arguments;
    if (STATUS.has(name)) return numbers(first);
    if (name === 'redirect') return numbers(first) ?? [302];
    if (name === 'notFound') return [404];
    if (name === 'throw') return numbers(first);
    // Hono's and Fastify's `json` and `text` take the status behind the content.
    if ((name === 'json' || name === 'text' || name === 'html' || name === 'body') && second) return numbers(second);
    each = each.callee.object;
  }
  return [200];
}

/** The numbers an expression may be; undefined where they cannot be read. */
function numbers(node: Node | undefined): readonly number[] | undefined {
  const value = bare(node);
  if (value?.type === 'NumericLiteral') return [value.value];
  if (value?.type !== 'ConditionalExpression') return undefined;
  const [one, other] = [numbers(value.consequent), numbers(value.alternate)];
  return one && other && [...one, ...other];
}

function statusesOf(replies: readonly Reply[]): readonly number[] | undefined {
  const all = new Set<number>();
  for (const { statuses } of replies) {
    if (!statuses) return undefined;
    for (const status of statuses) all.add(status);
  }
  return [...all];
}

/** Whether a place only runs for `OPTIONS`. */
function isForPreflight(path: Path, within: FunctionNode): boolean {
  for (let each: Path | undefined = path; each && each.node !== within; each = each.parent) {
    const outer = each.parent?.node;
    if (outer?.type === 'IfStatement' && each.key === 'consequent' && mentionsText(outer.test, 'OPTIONS')) return true;
  }
  return false;
}

function mentionsText(node: Node, text: string): boolean {
  let found = false;
  walk(node, (path) => {
    if (textOf(path.node) === text) found = true;
  });
  return found;
}

/** What a login is carried in. */
const CREDENTIAL =
  /authori[sz]ation|token|session|cookie|api[-_]?key|isAuthenticated|^user$|secret|password|credential/i;

/** Whether an answer is 401 or 403, before the request can have been passed on. */
function isRefusal({ path: { node } }: Reply, { next }: Observed): boolean {
  const start = node.start ?? 0;
  if (next.some(({ node: each }) => (each.start ?? 0) < start)) return false;
  if (node.type !== 'CallExpression') return false;
  return statusOf(node)?.every((status) => status === 401 || status === 403) === true;
}

/**
 * Whether an answer is what a request without a login gets: it stands under `if (!token)` or the like. A guard that looks
 * at something else first, such as a setting, may let it pass.
 */
function lacksLogin({ parent }: Path, within: FunctionNode, carried: ReadonlySet<string>): boolean {
  let conditions = 0;
  let lacks = false;
  let key = '';
  for (let each = parent; each && each.node !== within; key = each.key, each = each.parent) {
    if (each.node.type === 'CatchClause' || /Function|Method/.test(each.node.type)) return false;
    if (each.node.type !== 'IfStatement') continue;
    conditions += 1;
    lacks = key === 'consequent' && lacksCredential(each.node.test, carried);
  }
  return conditions === 1 && lacks;
}

/** The request, and what is taken from it: a guard may also look at what the program itself is set to. */
function carriedNames(node: FunctionNode, { request }: Names): ReadonlySet<string> {
  const names = new Set(request === undefined ? [] : [request]);
  walk(node.body, ({ node: each }) => {
    if (each.type !== 'VariableDeclarator' || !each.init) return;
    if ([...names].some((name) => containsName(each, name))) {
      walk(each.id, (path) => {
        if (path.node.type === 'Identifier') names.add(path.node.name);
      });
    }
  });
  return names;
}

/** `!token`, `!req.headers.authorization`, `!header || !header.startsWith('Bearer ')`, `token == null`. */
function lacksCredential(test: Node, carried: ReadonlySet<string>): boolean {
  const condition = bare(test);
  switch (condition?.type) {
    case 'UnaryExpression':
      return condition.operator === '!' && isCredential(condition.argument, carried);
    case 'LogicalExpression':
      return condition.operator === '||' && lacksCredential(condition.left, carried);
    case 'BinaryExpression': {
      const isNone = condition.right.type === 'NullLiteral' || rootName(condition.right) === 'undefined';
      return ['==', '==='].includes(condition.operator) && isNone && isCredential(condition.left, carried);
    }
    default:
      return false;
  }
}

function isCredential(node: Node, carried: ReadonlySet<string>): boolean {
  const name = rootName(node);
  if (name === undefined || !carried.has(name)) return false;
  let found = false;
  walk(node, (path) => {
    const text = path.node.type === 'Identifier' ? path.node.name : textOf(path.node);
    if (text !== undefined && CREDENTIAL.test(text)) found = true;
  });
  return found;
}
