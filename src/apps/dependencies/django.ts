import { walk } from '../../code/python/walk.js';
import { bindingsOf } from '../../code/python/bindings.js';
import type { Program } from '../../code/python/program.js';
import type { Environment } from '../../model/process.js';
import type { Expression, Span } from '../../syntax/python.js';

/** The settings that a module names for Django, unless a variable of the process does. */
export function settingsModules({ body }: Program, environment: Environment): readonly { module: string; at: Span }[] {
  const found: { module: string; at: Span }[] = [];
  walk(body, (node) => {
    if (node.is !== 'call' || node.callee.is !== 'attribute' || node.callee.name !== 'setdefault') return true;
    const [key, value] = node.arguments.map((each) => each.value);
    if (key?.is === 'string' && key.value === 'DJANGO_SETTINGS_MODULE' && value?.is === 'string')
      found.push({ module: value.value, at: value });
    return true;
  });
  const variable = environment.variable('DJANGO_SETTINGS_MODULE');
  if (variable.is !== 'set' || found.length === 0) return found;
  const set = variable.value.is === 'known' ? variable.value.value : undefined;
  return set === undefined ? [] : found.slice(0, 1).map(({ at }) => ({ module: set, at }));
}

/** Settings of Django that name modules, which it imports when it starts. */
const LISTS = new Set(['INSTALLED_APPS', 'MIDDLEWARE']);

/** The first names of apps and middleware in lists that a module always sets, and that nothing there changes. */
export function djangoNames(program: Program): readonly { name: string; at: Span }[] {
  const isDjango = bindingsOf(program).names.some(({ name }) => name === 'INSTALLED_APPS');
  if (!isDjango) return [];
  return program.body.flatMap((statement) => {
    const target =
      statement.is === 'assign'
        ? statement.targets[0]
        : statement.is === 'augmentedAssign'
          ? statement.target
          : undefined;
    if (target?.is !== 'name' || (statement.is !== 'assign' && statement.is !== 'augmentedAssign')) return [];
    if (!LISTS.has(target.name) || !statement.value) return [];
    return textsIn(statement.value).map((item) => ({ name: item.value.split('.')[0] ?? '', at: item }));
  });
}

/** The texts of a list, or of several that are added. */
function textsIn(value: Expression): readonly Extract<Expression, { is: 'string' }>[] {
  switch (value.is) {
    case 'list':
    case 'tuple':
      return value.items.flatMap((item) => (item.is === 'string' ? [item] : []));
    case 'binary':
      return value.operator === '+' ? [...textsIn(value.left), ...textsIn(value.right)] : [];
    default:
      return [];
  }
}
