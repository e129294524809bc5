import { pathOfExternal, textIn, type Call, type JsValue } from '../../../code/run/values.js';
import type { Collecting, Reader, Target } from './collecting.js';
import { EVERY_PATH, pathsOf, ROOT, type PatternPath } from './patterns.js';
import { cell } from './plugins.js';
import type { Link } from './router.js';

/** https://hapi.dev/api/ */
export const readHapi: Reader = (collector, target, name, call) => {
  const [first] = call.args;
  if (name === 'route') {
    const list = first?.is === 'array' ? first.items : first ? [first] : [];
    for (const each of list) route(collector, target, call, each);
    if (first?.is === 'array' && first.open !== undefined) collector.doubt(first.open);
    return true;
  }
  if (name === 'default' || name === 'strategy' || name === 'scheme') {
    if (name === 'default') {
      target.owner.router.entries.unshift(collector.entry(call, ROOT, [{ is: 'guard' }], ['ALL'], true));
    }
    return true;
  }
  if (name === 'register') {
    if (first?.is === 'function' || first?.is === 'object') return collector.target(call.result) !== undefined;
    const path = first?.is === 'external' ? (pathOfExternal(first)?.[0] ?? '') : '';
    return /^@hapi\/|^(?:inert|vision)$/.test(path);
  }
  return false;
};

function route(collector: Collecting, { owner }: Target, call: Call, value: JsValue): void {
  const path = cell(value, 'path');
  const method = cell(value, 'method');
  if (value.is !== 'object' || !path) {
    collector.doubt('a route is put together in a way that is not followed');
    return;
  }
  const options = cell(value, 'options') ?? cell(value, 'config');
  const handler = cell(value, 'handler') ?? cell(options, 'handler');
  const auth = cell(options, 'auth');
  const isOpen = auth?.is === 'primitive' && auth.value === false;
  const guard: readonly Link[] = auth && !isOpen ? [{ is: 'guard' }] : [];
  const links = [...guard, ...collector.answer(handler, owner.dialect)];
  const list = method?.is === 'array' ? method.items : method ? [method] : [];
  const methods = list.map((each) => (textIn(each) ?? '*').toUpperCase().replace('*', 'ALL'));
  const entry = collector.entry({ ...call, at: value.at }, hapiPaths(path), links, methods, false);
  // `auth: false` takes a route out of the server's default.
  if (isOpen) owner.router.entries.unshift(entry);
  else owner.router.entries.push(entry);
}

/** `{name}`, `{name?}` and `{name*}` for parameters. */
function hapiPaths(value: JsValue): readonly PatternPath[] {
  const text = textIn(value);
  if (text === undefined) return [EVERY_PATH];
  return pathsOf(
    text
      .replace(/\{(\w+)\*\d*\}/g, '*$1')
      .replace(/\/\{(\w+)\?\}/g, '{/:$1}')
      .replace(/\{(\w+)\}/g, ':$1'),
  );
}
