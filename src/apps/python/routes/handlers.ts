import type { ExternalCall } from '../../../code/python/evaluate/machine.js';
import { readProgram, type Program } from '../../../code/python/program.js';
import { blocksOf } from '../../../code/python/walk.js';
import type { Evaluated, PythonFunction as EvaluatedFunction } from '../../../code/python/evaluate/values.js';
import { ADDS } from './doubts.js';
import { mayAnswerItself } from './passing.js';
import type { Repository } from '../../../repository/repository.js';
import type { Body, Expression, Statement } from '../../../syntax/python.js';

type PythonFunction = Extract<Statement, { is: 'function' }>;

/** What the functions do that calls decorate. Where none is found, the worst is told. */
export interface Handlers {
  /** Another decorator or a parameter may refuse a request. */
  mayRefuse(call: ExternalCall): boolean;
  /** What a parameter of the path takes in, by the type that the function gives it. */
  takes(call: ExternalCall, parameter: string): 'any text' | 'integers' | 'unknown';
  /** A function in front of all routes may answer a request itself. */
  mayAnswer(call: ExternalCall): boolean;
  /** A function that is decorated with one of these methods, without a call, may answer a request itself. */
  standsBefore(methods: readonly string[]): boolean;
  /** A function that is called when the app starts adds routes. */
  addsRoutes(call: ExternalCall): boolean;
  /** A function for errors answers what is not found with 404. */
  answersNotFound(call: ExternalCall): boolean;
}

/** Finds the functions that calls decorate. */
export async function handlerAt(repository: Repository, calls: readonly ExternalCall[]): Promise<Handlers> {
  const files = new Map<string, { program: Program; byDecorator: ReadonlyMap<number, PythonFunction> }>();
  for (const file of new Set(calls.map(({ at }) => at.file))) {
    const program = await readProgram(repository, file);
    if (program.is === 'program') files.set(file, { program, byDecorator: decorated(program.body) });
  }
  const find = ({ at }: ExternalCall): { text: string; own: PythonFunction } | undefined => {
    const file = files.get(at.file);
    const own = file?.byDecorator.get(at.range.start.offset);
    return file && own && { text: textOf(file.program, own), own };
  };
  const typed = (call: ExternalCall): Typed | undefined => {
    const own = find(call)?.own;
    return own ? { text: files.get(call.at.file)?.program.text ?? '', parameters: own.parameters } : given(call);
  };
  return {
    mayRefuse: (call) => {
      const own = find(call)?.own ?? givenFunction(call);
      return own ? mayRefuse(own, call) : false;
    },
    takes: (call, parameter) => {
      const found = typed(call);
      return found ? takes(found, parameter) : 'unknown';
    },
    mayAnswer: (call) => {
      const found = find(call);
      return found === undefined || mayAnswerItself(found.text);
    },
    standsBefore: (methods) =>
      [...files.values()].some(({ program, byDecorator }) =>
        [...byDecorator].some(([start, own]) => {
          const decorator = own.decorators.find((each) => each.start === start);
          const isMethod = decorator?.is === 'attribute' && methods.includes(decorator.name);
          return isMethod && mayAnswerItself(textOf(program, own));
        }),
      ),
    addsRoutes: (call) => ADDS.test(find(call)?.text ?? ''),
    answersNotFound: (call) => {
      const found = find(call);
      return found !== undefined && /\b404\b|HTTP_404|exc\.status_code|\.code\b/.test(found.text);
    },
  };
}

/** A function's parameters, and the text of its file. */
interface Typed {
  text: string;
  parameters: PythonFunction['parameters'];
}

function given(call: ExternalCall): Typed | undefined {
  const own = givenFunction(call);
  return own && { text: own.program.text, parameters: own.parameters };
}

/** The function that is given itself: `app.add_api_route('/items/{id}', item)`. */
function givenFunction(call: ExternalCall): EvaluatedFunction | undefined {
  const value = viewOf(call);
  const own = value?.is === 'method' ? value.definition : value;
  return own?.is === 'function' ? own : undefined;
}

/** What is given to answer the requests of a route. */
export function viewOf({ arguments: { positional, named } }: Pick<ExternalCall, 'arguments'>): Evaluated | undefined {
  const name = ['view_func', 'endpoint', 'handler', 'route'].find((each) => named.has(each));
  if (name !== undefined) return named.get(name);
  return positional.find(({ is }) => CODE.has(is)) ?? positional.find(({ is }) => !PLAIN.has(is));
}

const CODE: ReadonlySet<Evaluated['is']> = new Set(['function', 'method', 'class', 'instance']);

/** Paths, names and lists of methods. */
const PLAIN: ReadonlySet<Evaluated['is']> = new Set(['string', 'list', 'tuple', 'set', 'none', 'dictionary']);

/** FastAPI answers 422 where the text is not of the type (https://fastapi.tiangolo.com/tutorial/path-params/). */
function takes({ text, parameters }: Typed, parameter: string): 'any text' | 'integers' | 'unknown' {
  const own = parameters.find(({ name }) => name === parameter);
  if (!own || own.default) return 'unknown';
  const type = own.annotation && text.slice(own.annotation.start, own.annotation.end);
  if (type === undefined || type === 'str') return 'any text';
  return type === 'int' ? 'integers' : 'unknown';
}

function textOf({ text }: Program, { body }: PythonFunction): string {
  return text.slice(body[0]?.start ?? 0, body.at(-1)?.end ?? 0);
}

/** Functions by the place of each of their decorators. */
function decorated(body: Body): ReadonlyMap<number, PythonFunction> {
  const found = new Map<number, PythonFunction>();
  const visit = (statements: Body): void => {
    for (const statement of statements) {
      if (statement.is === 'function') for (const { start } of statement.decorators) found.set(start, statement);
      for (const block of blocksOf(statement)) visit(block);
    }
  };
  visit(body);
  return found;
}

/** Decorators and parameters that give or note something and let every request pass. */
const HARMLESS_DECORATOR =
  /^(?:route|get|post|put|patch|delete|head|options|api_route|cache\w*|cached|cross_origin|limit|exempt|inject|view|swag_from|wraps|async_to_sync|middleware|coroutine)$/;
const HARMLESS_DEPENDENCY =
  /(?:^|_)(?:db|database|session|settings|config|cache|redis|pool|conn|connection|engine|client|repo\w*|service\w*|store|logger)(?:_dep\w*)?$/i;
/** Names that projects give to `Annotated[Session, Depends(get_db)]`. */
const HARMLESS_ALIAS = /^(?:Async)?(?:Session|Db|Database|Settings|Config|Cache|Redis|Pool)Dep(?:endency|s)?$/i;
const PLAIN_ANNOTATION =
  /^(?:str|int|float|bool|dict|list|Request|Response|Session|AsyncSession|BackgroundTasks|HTTPConnection)$/;

function mayRefuse(
  { decorators, parameters }: Pick<PythonFunction, 'decorators' | 'parameters'>,
  call: ExternalCall,
): boolean {
  const others = decorators.filter(({ start }) => start !== call.at.range.start.offset);
  if (mayRefuseBy(others)) return true;
  return parameters.some(({ name, default: value, annotation }) => {
    const dependency = [value, ...annotatedWith(annotation)].find(isDependency);
    if (dependency) {
      const [given] = dependency.arguments;
      return !given || !HARMLESS_DEPENDENCY.test(lastName(given.value));
    }
    if (value !== undefined) return false;
    const type = annotation && lastName(annotation);
    if (type !== undefined && HARMLESS_ALIAS.test(type)) return false;
    if (type !== undefined && !PLAIN_ANNOTATION.test(type)) return true;
    return isRequired(name, type, call);
  });
}

/** What stands beside a type: https://fastapi.tiangolo.com/tutorial/dependencies/#share-annotated-dependencies */
function annotatedWith(annotation: Expression | undefined): readonly Expression[] {
  if (annotation?.is !== 'subscript' || lastName(annotation.object) !== 'Annotated') return [];
  return annotation.index.is === 'tuple' ? annotation.index.items.slice(1) : [];
}

function isDependency(value: Expression | undefined): value is Extract<Expression, { is: 'call' }> {
  return value?.is === 'call' && /^(?:Depends|Security)$/.test(lastName(value));
}

/** Whether one of these decorators may refuse a request. */
export function mayRefuseBy(decorators: readonly Expression[]): boolean {
  return decorators.some((each) => !HARMLESS_DECORATOR.test(lastName(each)));
}

/** A parameter of the query: without it FastAPI answers 422 (https://fastapi.tiangolo.com/tutorial/query-params/). */
function isRequired(name: string, type: string | undefined, { callee, arguments: given }: ExternalCall): boolean {
  const path = given.positional[0] ?? given.named.get('path');
  if (!callee.startsWith('fastapi.') || /\.(?:add_)?route$/.test(callee) || path?.is !== 'string' || name === 'self')
    return false;
  return !path.value.includes(`{${name}`) && (type === undefined || VALUE_TYPE.test(type));
}

const VALUE_TYPE = /^(?:str|int|float|bool|dict|list)$/;

function lastName(expression: Expression): string {
  switch (expression.is) {
    case 'name':
    case 'attribute':
      return expression.name;
    case 'call':
      return lastName(expression.callee);
    default:
      return '';
  }
}
