import type { Body, Case, Expression, Handler, ImportedName, Span, Statement } from './python.js';
import {
  argumentsOf,
  capturedNames,
  expressionIn,
  expressionOf,
  expressionsOf,
  identifierOf,
  optionalIn,
  parametersOf,
  written,
} from './python-expressions.js';
import { allInField, ERROR, inField, ofType, type Node } from './python-node.js';

/** The node's shape without its place; undefined where it is not the one the grammar promises. */
type Converter = (node: Node, text: string) => Shape | undefined;
type Shape = Unplaced<Statement>;
type Unplaced<T> = T extends Span ? Omit<T, keyof Span> : never;

/** Statements that hold others: they are read also where something in them does not parse. */
const COMPOUND: Readonly<Record<string, Converter>> = {
  if_statement: (node, text) => {
    const further = ofType(node, 'elif_clause');
    const branches = [node, ...further].map((each) => ({
      test: expressionIn(each, 'condition', text),
      body: bodyIn(each, 'consequence', text),
    }));
    return { is: 'if', branches, otherwise: elseBody(node, text) };
  },
  try_statement: (node, text) => ({
    is: 'try',
    body: bodyIn(node, 'body', text),
    handlers: ofType(node, 'except_clause').map((each) => handlerOf(each, text)),
    otherwise: elseBody(node, text),
    finally: ofType(node, 'finally_clause').flatMap((each) => blockBody(each, text)),
  }),
  with_statement: (node, text) => {
    const items = ofType(node, 'with_clause').flatMap((clause) => ofType(clause, 'with_item'));
    return { is: 'with', items: items.map((each) => withItem(each, text)), body: bodyIn(node, 'body', text) };
  },
  for_statement: (node, text) => ({
    is: 'for',
    target: expressionIn(node, 'left', text),
    iterable: expressionIn(node, 'right', text),
    body: bodyIn(node, 'body', text),
    otherwise: elseBody(node, text),
  }),
  while_statement: (node, text) => ({
    is: 'while',
    test: expressionIn(node, 'condition', text),
    body: bodyIn(node, 'body', text),
    otherwise: elseBody(node, text),
  }),
  match_statement: (node, text) => {
    const cases = ofType(inField(node, 'body'), 'case_clause');
    return {
      is: 'match',
      subject: expressionIn(node, 'subject', text),
      cases: cases.map((each) => caseOf(each, text)),
    };
  },
  function_definition: (node, text) => definition(node, text, []),
  class_definition: (node, text) => definition(node, text, []),
  decorated_definition: (node, text) => {
    const decorators = ofType(node, 'decorator').flatMap((each) => expressionsOf(each, text));
    const defined = inField(node, 'definition');
    return defined && definition(defined, text, decorators);
  },
};

/** Statements on their own. */
const SIMPLE: Readonly<Record<string, Converter>> = {
  expression_statement: (node, text) => {
    const [first, ...others] = node.children;
    if (!first) return undefined;
    if (first.type === 'assignment') return assignment(first, text);
    if (first.type === 'augmented_assignment') return augmentedAssignment(first, text);
    if (others.length === 0) return { is: 'expression', value: expressionOf(first, text) };
    const { start, end } = node;
    return { is: 'expression', value: { is: 'tuple', items: expressionsOf(node, text), start, end } };
  },
  import_statement: (node, text) => ({ is: 'import', modules: importedNames(node, text) }),
  import_from_statement: (node, text) => {
    const source = inField(node, 'module_name');
    if (!source) return undefined;
    const [prefix] = ofType(source, 'import_prefix');
    const level = prefix ? written(prefix, text).replace(/[^.]/g, '').length : 0;
    const dotted = source.type === 'dotted_name' ? source : ofType(source, 'dotted_name')[0];
    const names = ofType(node, 'wildcard_import').length > 0 ? '*' : importedNames(node, text);
    return { is: 'fromImport', level, module: dotted ? dottedName(dotted, text) : '', names };
  },
  future_import_statement: (node, text) => ({
    is: 'fromImport',
    level: 0,
    module: '__future__',
    names: importedNames(node, text),
  }),
  return_statement: (node, text) => ({ is: 'return', value: firstOf(node, text) }),
  raise_statement: (node, text) => {
    const error = node.children.find(({ field }) => field !== 'cause');
    return { is: 'raise', error: error && expressionOf(error, text), cause: optionalIn(node, 'cause', text) };
  },
  assert_statement: (node, text) => {
    const [test, message] = expressionsOf(node, text);
    return test && { is: 'assert', test, message };
  },
  delete_statement: (node, text) => {
    const [only] = expressionsOf(node, text);
    return { is: 'delete', targets: only?.is === 'tuple' ? only.items : only ? [only] : [] };
  },
  global_statement: (node, text) => ({ is: 'global', names: node.children.map((each) => written(each, text)) }),
  nonlocal_statement: (node, text) => ({ is: 'nonlocal', names: node.children.map((each) => written(each, text)) }),
  type_alias_statement: (node, text) => {
    const [first] = inField(node, 'left')?.children ?? [];
    const name = first?.type === 'generic_type' ? first.children[0] : first;
    return name?.type === 'identifier' ? { is: 'typeAlias', name: identifierOf(name, text) } : undefined;
  },
  pass_statement: () => ({ is: 'pass' }),
  break_statement: () => ({ is: 'break' }),
  continue_statement: () => ({ is: 'continue' }),
  print_statement: () => undefined,
  exec_statement: () => undefined,
};

/** The statements of a module, a block, or a part that does not parse. */
export function statementsOf({ children }: Node, text: string): Body {
  return children.flatMap((child) => {
    if (child.type === ERROR) return statementsOf(child, text);
    const { start, end } = child;
    const simple = SIMPLE[child.type];
    const convert = simple ?? COMPOUND[child.type];
    if (!convert) return [];
    const shape = simple && child.broken ? undefined : convert(child, text);
    return [{ start, end, ...(shape ?? { is: 'opaque' as const }) }];
  });
}

function bodyIn(node: Node, field: string, text: string): Body {
  const body = inField(node, field);
  return body ? statementsOf(body, text) : [];
}

/** The body of a clause whose block is in no field. */
function blockBody(node: Node, text: string): Body {
  return ofType(node, 'block').flatMap((each) => statementsOf(each, text));
}

function elseBody(node: Node, text: string): Body {
  return ofType(node, 'else_clause').flatMap((each) => bodyIn(each, 'body', text));
}

function firstOf(node: Node, text: string): Expression | undefined {
  return expressionsOf(node, text)[0];
}

/** `value as target`; the target is undefined without it. */
function aliased(node: Node, text: string): { value: Expression; target: Expression | undefined } {
  const [value] = node.children;
  if (node.type !== 'as_pattern' || !value) return { value: expressionOf(node, text), target: undefined };
  return { value: expressionOf(value, text), target: optionalIn(node, 'alias', text) };
}

function withItem(node: Node, text: string): { value: Expression; target: Expression | undefined } {
  const value = inField(node, 'value');
  return value ? aliased(value, text) : { value: expressionOf(node, text), target: undefined };
}

function handlerOf(node: Node, text: string): Handler {
  const { start, end } = node;
  const value = inField(node, 'value');
  const { value: error, target } = value ? aliased(value, text) : {};
  const alias = target ?? optionalIn(node, 'alias', text);
  const name = alias?.is === 'name' ? { name: alias.name, start: alias.start, end: alias.end } : undefined;
  return { error, name, body: blockBody(node, text), start, end };
}

function caseOf(node: Node, text: string): Case {
  const { start, end } = node;
  const binds = ofType(node, 'case_pattern').flatMap((each) => capturedNames(each, text));
  return { binds, guard: optionalIn(node, 'guard', text), body: bodyIn(node, 'consequence', text), start, end };
}

function definition(node: Node, text: string, decorators: readonly Expression[]): Shape | undefined {
  const found = inField(node, 'name');
  if (!found) return undefined;
  const name = identifierOf(found, text);
  const body = bodyIn(node, 'body', text);
  if (node.type === 'class_definition') {
    return { is: 'class', name, bases: argumentsOf(inField(node, 'superclasses'), text), decorators, body };
  }
  const parameters = parametersOf(inField(node, 'parameters'), text);
  return { is: 'function', name, async: text.startsWith('async', node.start), parameters, decorators, body };
}

/** `a = b = value` nests to the right. */
function assignment(node: Node, text: string): Shape {
  const targets: Expression[] = [];
  let value: Node | undefined = node;
  while (value?.type === 'assignment') {
    targets.push(expressionIn(value, 'left', text));
    value = inField(value, 'right');
  }
  return {
    is: 'assign',
    targets,
    annotation: optionalIn(node, 'type', text),
    value: value && expressionOf(value, text),
  };
}

function augmentedAssignment(node: Node, text: string): Shape {
  return {
    is: 'augmentedAssign',
    target: expressionIn(node, 'left', text),
    operator: inField(node, 'operator')?.type ?? '',
    value: expressionIn(node, 'right', text),
  };
}

function importedNames(node: Node, text: string): readonly ImportedName[] {
  return allInField(node, 'name').map((each) => {
    const { start, end } = each;
    const alias = inField(each, 'alias');
    const name = dottedName(inField(each, 'name') ?? each, text);
    return { name, as: alias && identifierOf(alias, text), start, end };
  });
}

function dottedName(node: Node, text: string): string {
  return node.children.map((each) => written(each, text)).join('.');
}
