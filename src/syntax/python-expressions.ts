import type { Argument, Clause, DictionaryEntry, Expression, Identifier, Parameter, Span } from './python.js';
import { allInField, ERROR, inField, ofType, type Node } from './python-node.js';
import { concatenation, stringLiteral } from './python-strings.js';

/** The node's shape without its place; undefined where it is not the one the grammar promises. */
type Converter = (node: Node, text: string) => Shape | undefined;
type Shape = Unplaced<Expression>;
type Unplaced<T> = T extends Span ? Omit<T, keyof Span> : never;

/** By type of tree-sitter-python's node. What is not named here is opaque. */
const CONVERTERS: Readonly<Record<string, Converter>> = {
  identifier: (node, text) => ({ is: 'name', name: written(node, text) }),
  dotted_name: (node, text) => (node.children.length === 1 ? { is: 'name', name: written(node, text) } : undefined),
  attribute: (node, text) => {
    const name = inField(node, 'attribute');
    return name && { is: 'attribute', object: expressionIn(node, 'object', text), name: written(name, text) };
  },
  subscript: (node, text) => subscript(node, inField(node, 'value'), allInField(node, 'subscript'), text),
  // A subscript in an annotation.
  generic_type: (node, text) => subscript(node, node.children[0], node.children[1]?.children ?? [], text),
  call: (node, text) => {
    const given = inField(node, 'arguments');
    return { is: 'call', callee: expressionIn(node, 'function', text), arguments: argumentsOf(given, text) };
  },
  string: (node, text) => stringLiteral(node, text, (inner) => expressionOf(inner, text)),
  concatenated_string: (node, text) => {
    const literals = node.children.map((each) => stringLiteral(each, text, (inner) => expressionOf(inner, text)));
    return concatenation(node, literals);
  },
  integer: numberOf,
  float: numberOf,
  true: () => ({ is: 'boolean', value: true }),
  false: () => ({ is: 'boolean', value: false }),
  none: () => ({ is: 'none' }),
  ellipsis: () => ({ is: 'ellipsis' }),
  list: (node, text) => ({ is: 'list', items: expressionsOf(node, text) }),
  list_pattern: (node, text) => ({ is: 'list', items: expressionsOf(node, text) }),
  tuple: (node, text) => ({ is: 'tuple', items: expressionsOf(node, text) }),
  tuple_pattern: (node, text) => ({ is: 'tuple', items: expressionsOf(node, text) }),
  expression_list: (node, text) => ({ is: 'tuple', items: expressionsOf(node, text) }),
  pattern_list: (node, text) => ({ is: 'tuple', items: expressionsOf(node, text) }),
  set: (node, text) => ({ is: 'set', items: expressionsOf(node, text) }),
  dictionary: (node, text) => ({
    is: 'dictionary',
    entries: node.children.flatMap((each) => entryOf(each, text) ?? []),
  }),
  list_comprehension: (node, text) => comprehension('list', node, text),
  set_comprehension: (node, text) => comprehension('set', node, text),
  generator_expression: (node, text) => comprehension('generator', node, text),
  conditional_expression: (node, text) => {
    const [then, test, otherwise] = expressionsOf(node, text);
    return then && test && otherwise && { is: 'conditional', test, then, otherwise };
  },
  boolean_operator: (node, text) => ({
    is: inField(node, 'operator')?.type === 'and' ? 'and' : 'or',
    left: expressionIn(node, 'left', text),
    right: expressionIn(node, 'right', text),
  }),
  comparison_operator: (node, text) => {
    const operators = allInField(node, 'operators').map(({ type }) => type);
    const [first, ...operands] = node.children
      .filter(({ field }) => field !== 'operators')
      .map((each) => expressionOf(each, text));
    const rest = operands.map((operand, index) => ({ operator: operators[index] ?? '', operand }));
    return first && { is: 'comparison', first, rest };
  },
  binary_operator: (node, text) => ({
    is: 'binary',
    operator: inField(node, 'operator')?.type ?? '',
    left: expressionIn(node, 'left', text),
    right: expressionIn(node, 'right', text),
  }),
  unary_operator: (node, text) => ({
    is: 'unary',
    operator: inField(node, 'operator')?.type ?? '',
    operand: expressionIn(node, 'argument', text),
  }),
  not_operator: (node, text) => ({ is: 'not', operand: expressionIn(node, 'argument', text) }),
  lambda: (node, text) => ({
    is: 'lambda',
    parameters: parametersOf(inField(node, 'parameters'), text),
    body: expressionIn(node, 'body', text),
  }),
  await: (node, text) => wrapping('await', node, text),
  list_splat: (node, text) => wrapping('starred', node, text),
  list_splat_pattern: (node, text) => wrapping('starred', node, text),
  named_expression: (node, text) => {
    const name = inField(node, 'name');
    return name && { is: 'walrus', name: written(name, text), value: expressionIn(node, 'value', text) };
  },
};

const TUPLES = new Set(['tuple', 'tuple_pattern']);

/** Nodes that only hold another expression. */
const TRANSPARENT = new Set([
  'parenthesized_expression',
  'parenthesized_list_splat',
  'type',
  'as_pattern_target',
  'if_clause',
]);

/** Reads an expression. Opaque where part of it does not parse. */
export function expressionOf(node: Node, text: string): Expression {
  const { start, end } = node;
  const inner = held(node, text);
  if (inner) return expressionOf(inner, text);
  const shape = node.broken ? undefined : CONVERTERS[node.type]?.(node, text);
  return starsAround({ start, end, ...(shape ?? { is: 'opaque' }) });
}

/**
 * A star is in front of all that follows it. The grammar ties the first one in a list closer than what is called on it:
 * in `[*hosts.split(',')]` to `hosts` alone, as it would be in `[*hosts] = …`.
 */
function starsAround(expression: Expression): Expression {
  const { start, end } = expression;
  const around = (star: Expression, value: (inner: Expression) => Expression): Expression =>
    star.is === 'starred' ? { is: 'starred', value: value(star.value), start, end } : expression;
  switch (expression.is) {
    case 'call':
      return around(expression.callee, (callee) => ({ ...expression, callee, start: callee.start }));
    case 'attribute':
    case 'subscript':
      return around(expression.object, (object) => ({ ...expression, object, start: object.start }));
    case 'binary':
      return around(expression.left, (left) => ({ ...expression, left, start: left.start }));
    default:
      return expression;
  }
}

/** What a node only stands around. The grammar calls `(a)` a tuple where it could be assigned to. */
function held(node: Node, text: string): Node | undefined {
  const [inner, ...others] = node.children;
  if (!inner || others.length > 0) return undefined;
  const parenthesised = TUPLES.has(node.type) && !commaAfter(inner, node, text);
  return parenthesised || TRANSPARENT.has(node.type) ? inner : undefined;
}

/** Whether a comma follows the last part of a node. */
function commaAfter(last: Span, node: Span, text: string): boolean {
  return text.slice(last.end, node.end).replace(/#.*/g, '').includes(',');
}

/** The expression in a field; opaque, and without extent, where the field is empty. */
export function expressionIn(node: Node, field: string, text: string): Expression {
  const inner = inField(node, field);
  return inner ? expressionOf(inner, text) : { is: 'opaque', start: node.end, end: node.end };
}

/** The expression in a field that may be empty. */
export function optionalIn(node: Node, field: string, text: string): Expression | undefined {
  const inner = inField(node, field);
  return inner && expressionOf(inner, text);
}

export function expressionsOf(node: Node, text: string): readonly Expression[] {
  return node.children.map((each) => expressionOf(each, text));
}

/** The source of a node. */
export function written({ start, end }: Span, text: string): string {
  return text.slice(start, end);
}

export function identifierOf(node: Node, text: string): Identifier {
  return { name: written(node, text), start: node.start, end: node.end };
}

const SPLATS: Readonly<Record<string, 'star' | 'doubleStar'>> = {
  list_splat: 'star',
  dictionary_splat: 'doubleStar',
  list_splat_pattern: 'star',
  dictionary_splat_pattern: 'doubleStar',
};

/** The arguments of a call or the bases of a class. A generator on its own needs no brackets. */
export function argumentsOf(node: Node | undefined, text: string): readonly Argument[] {
  if (!node) return [];
  if (node.type === 'generator_expression') return [argumentOf(node, text)];
  return node.children.filter(({ type }) => type !== ERROR).map((each) => argumentOf(each, text));
}

function argumentOf(node: Node, text: string): Argument {
  const { start, end } = node;
  if (node.type === 'keyword_argument') {
    const name = inField(node, 'name');
    return { kind: 'keyword', name: name && written(name, text), value: expressionIn(node, 'value', text), start, end };
  }
  const [inner] = node.children;
  const splat = SPLATS[node.type];
  if (splat && inner) return { kind: splat, name: undefined, value: expressionOf(inner, text), start, end };
  return { kind: 'positional', name: undefined, value: expressionOf(node, text), start, end };
}

/** The parameters of a function or lambda, without the marks `/` and `*`. */
export function parametersOf(node: Node | undefined, text: string): readonly Parameter[] {
  const parameters: Parameter[] = [];
  let keywordOnly = false;
  for (const child of node?.children ?? []) {
    if (child.type === 'keyword_separator') keywordOnly = true;
    const parameter = parameterOf(child, text, keywordOnly);
    if (!parameter) continue;
    parameters.push(parameter);
    if (parameter.kind === 'star') keywordOnly = true;
  }
  return parameters;
}

function parameterOf(node: Node, text: string, keywordOnly: boolean): Parameter | undefined {
  const [first] = node.children;
  const typed = node.type === 'typed_parameter';
  const held = typed ? first : inField(node, 'name');
  const target = held ?? node;
  const splat = SPLATS[target.type];
  const name = splat ? target.children[0] : target;
  if (name?.type !== 'identifier') return undefined;
  return {
    ...identifierOf(name, text),
    kind: splat ?? (keywordOnly ? 'keywordOnly' : 'plain'),
    annotation: optionalIn(node, 'type', text),
    default: optionalIn(node, 'value', text),
  };
}

/** Several subscripts, or one with a comma, are a tuple. */
function subscript(node: Node, object: Node | undefined, indices: readonly Node[], text: string): Shape | undefined {
  const items = indices.map((each) => expressionOf(each, text));
  const [first] = items;
  const last = items.at(-1);
  if (!object || !first || !last) return undefined;
  const several = items.length > 1 || commaAfter(last, node, text);
  const index: Expression = several ? { is: 'tuple', items, start: first.start, end: last.end } : first;
  return { is: 'subscript', object: expressionOf(object, text), index };
}

/** An integer that a double holds exactly, or a float. */
function numberOf(node: Node, text: string): Shape | undefined {
  const digits = written(node, text).replaceAll('_', '');
  const isNumber =
    /^(?:0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+|\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)$/.test(digits);
  const value = Number(digits);
  if (!isNumber || (node.type === 'integer' && !Number.isSafeInteger(value))) return undefined;
  return { is: 'number', value };
}

function wrapping(is: 'await' | 'starred', node: Node, text: string): Shape | undefined {
  const [inner] = node.children;
  return inner && { is, value: expressionOf(inner, text) };
}

function entryOf(node: Node, text: string): DictionaryEntry | undefined {
  const { start, end } = node;
  const [first] = node.children;
  if (node.type === 'pair')
    return { key: expressionIn(node, 'key', text), value: expressionIn(node, 'value', text), start, end };
  return node.type === 'dictionary_splat' && first
    ? { key: undefined, value: expressionOf(first, text), start, end }
    : undefined;
}

function comprehension(of: 'list' | 'set' | 'generator', node: Node, text: string): Shape {
  const clauses = node.children.flatMap((each): Clause[] => {
    if (each.type === 'if_clause') return [{ test: expressionOf(each, text) }];
    if (each.type !== 'for_in_clause') return [];
    return [{ target: expressionIn(each, 'left', text), iterable: expressionIn(each, 'right', text) }];
  });
  return { is: 'comprehension', of, element: expressionIn(node, 'body', text), clauses };
}

/** The names a `case` may bind: those that stand alone, behind `as` or behind a star. */
export function capturedNames(pattern: Node, text: string): readonly Identifier[] {
  const [only, ...others] = pattern.children;
  if (pattern.type === 'dotted_name') return only && others.length === 0 ? [identifierOf(only, text)] : [];
  if (pattern.type === 'as_pattern' || pattern.type === 'splat_pattern') {
    const bound = ofType(pattern, 'identifier').map((each) => identifierOf(each, text));
    return [...pattern.children.flatMap((each) => capturedNames(each, text)), ...bound];
  }
  // The class itself comes first in `Class(…)`.
  const parts = pattern.type === 'class_pattern' ? pattern.children.slice(1) : pattern.children;
  return parts.flatMap((each) => capturedNames(each, text));
}
