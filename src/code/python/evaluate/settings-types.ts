import type { Expression } from '../../../syntax/python.js';

/** What a field of settings makes of a text. */
export type FieldType = 'str' | 'int' | 'float' | 'bool';

const KINDS: Readonly<Record<string, FieldType>> = {
  str: 'str',
  int: 'int',
  float: 'float',
  bool: 'bool',
  PositiveInt: 'int',
  NonNegativeInt: 'int',
  conint: 'int',
  constr: 'str',
};

/** The type that a field is declared with, `Optional`, `Annotated` and `Literal` around it or not; undefined where it is another. */
export function fieldTypeOf(type: Expression | undefined): FieldType | undefined {
  if (type === undefined) return 'str';
  switch (type.is) {
    case 'name':
    case 'attribute':
      return KINDS[type.name];
    case 'call':
      return fieldTypeOf(type.callee);
    case 'binary':
      return type.operator === '|' ? only([type.left, type.right]) : undefined;
    case 'subscript': {
      const name = type.object.is === 'name' || type.object.is === 'attribute' ? type.object.name : '';
      const items = type.index.is === 'tuple' ? type.index.items : [type.index];
      if (name === 'Literal') return items.every(({ is }) => is === 'string') ? 'str' : undefined;
      if (name === 'Annotated') return fieldTypeOf(items[0]);
      return name === 'Optional' || name === 'Union' ? only(items) : undefined;
    }
    default:
      return undefined;
  }
}

/** The one type beside None. */
function only(types: readonly Expression[]): FieldType | undefined {
  const [first, ...others] = types.filter(({ is }) => is !== 'none');
  return first && others.length === 0 ? fieldTypeOf(first) : undefined;
}

/** `Annotated[int, Field(…)]`, which may name other variables. */
export function hasField(type: Expression | undefined): boolean {
  if (type?.is !== 'subscript') return false;
  const items = type.index.is === 'tuple' ? type.index.items : [type.index];
  return items.some(
    (item) =>
      item.is === 'call' &&
      (item.callee.is === 'name' || item.callee.is === 'attribute') &&
      item.callee.name === 'Field' &&
      item.arguments.some(({ name }) => /alias$|^default/.test(name ?? '')),
  );
}
