import {
  parse,
  type CommandNode,
  type CompoundList,
  type ParameterExpansionPart,
  type PipelineNode,
  type Statement,
  type TestExpression,
  type Word,
  type WordPart,
} from 'unbash';
import { tooDeepAt } from './nesting.js';
import type {
  ShellAssignment,
  ShellCommand,
  ShellItem,
  ShellList,
  ShellOperation,
  ShellPart,
  ShellScript,
  ShellWord,
} from './shell.js';

/** Most simple commands of one script that are read. */
const MAX_COMMANDS = 2_000;

/** `parseShell` with its parser at hand. */
export function parseScript(text: string): ShellScript {
  const deep = tooDeepAt(text);
  if (deep !== undefined) return { list: [], fault: { why: 'it nests too deep', offset: deep } };
  try {
    const script = parse(text);
    const reader = new Reader();
    const list = reader.list(script.commands);
    const [error] = script.errors ?? [];
    if (error) return { list, fault: { why: error.message, offset: error.pos } };
    return reader.isFull ? { list, fault: { why: `it has more than ${MAX_COMMANDS} commands`, offset: 0 } } : { list };
  } catch (error) {
    // The parser bounds its own recursion; the walk over its tree is bounded by the stack.
    if (!(error instanceof RangeError)) throw error;
    return { list: [], fault: { why: 'it nests too deep', offset: 0 } };
  }
}

/** Redirections that fill a file. */
const WRITING: ReadonlySet<string> = new Set(['>', '>>', '>|', '&>', '&>>']);

class Reader {
  #commands = 0;

  get isFull(): boolean {
    return this.#commands >= MAX_COMMANDS;
  }

  list(statements: readonly Statement[]): ShellList {
    const items: ShellItem[] = [];
    for (const { command, background } of statements) {
      if (this.isFull) break;
      items.push({ command: this.#logical(command), after: ';', background: background === true });
    }
    return items;
  }

  #logical(node: Statement['command']): ShellCommand {
    if (node.type !== 'AndOr') return this.#pipeline(node);
    const list = node.commands.map((command, index): ShellItem => {
      return { command: this.#pipeline(command), after: node.operators[index - 1] ?? ';', background: false };
    });
    return { is: 'list', list };
  }

  #pipeline(node: PipelineNode): ShellCommand {
    if (node.type !== 'Pipeline') return this.#command(node);
    const commands = node.commands.map((command) => this.#command(command));
    const [only] = commands;
    const command: ShellCommand = commands.length === 1 && only ? only : { is: 'pipe', commands };
    const negated = node.prefixes.filter(({ type }) => type === 'Negation').length % 2 === 1;
    return negated ? { is: 'not', command } : command;
  }

  #command(node: CommandNode | CompoundList): ShellCommand {
    switch (node.type) {
      case 'Command':
        return this.#simple(node);
      case 'Redirected':
        return this.#command(node.command);
      case 'CompoundList':
        return { is: 'list', list: this.list(node.commands) };
      case 'BraceGroup':
        return { is: 'list', list: this.list(node.body.commands) };
      case 'Subshell':
        return { is: 'subshell', list: this.list(node.body.commands) };
      case 'If': {
        const branches = [node, ...node.elif].map(({ clause, then }) => ({
          test: this.list(clause.commands),
          body: this.list(then.commands),
        }));
        const last = node.else ? [{ test: [], body: this.list(node.else.commands) }] : [];
        return { is: 'if', branches: [...branches, ...last] };
      }
      case 'Case':
        return {
          is: 'case',
          word: this.#word(node.word),
          branches: node.items.map(({ pattern, body }) => ({
            patterns: pattern.map((word) => this.#word(word)),
            body: this.list(body.commands),
          })),
        };
      case 'While':
        return { is: 'loop', test: this.list(node.clause.commands), body: this.list(node.body.commands) };
      case 'For':
      case 'Select':
      case 'ArithmeticFor':
        return {
          is: 'loop',
          test: [],
          body: this.list(node.body.commands),
          ...(node.type === 'For' && { variable: node.name.value }),
        };
      case 'Function':
        return { is: 'function', name: node.name.text, body: this.#command(node.body) };
      case 'Coproc':
        return { is: 'subshell', list: [{ command: this.#command(node.body), after: ';', background: true }] };
      case 'TestCommand':
        return { is: 'test', words: this.#testWords(node.expression) };
      case 'ArithmeticCommand':
        return { is: 'test', words: [] };
    }
  }

  /** The words of a test as `[ … ]` would have them; none for one that is put together of several. */
  #testWords(test: TestExpression): readonly ShellWord[] {
    const plain = (text: string): ShellWord => ({ text, raw: text, parts: [{ is: 'text', text }] });
    switch (test.type) {
      case 'TestUnary':
        return [plain(test.operator), this.#word(test.operand)];
      case 'TestBinary':
        return [this.#word(test.left), plain(test.operator), this.#word(test.right)];
      case 'TestNot': {
        const inner = this.#testWords(test.operand);
        return inner.length > 0 && test.negations.length === 1 ? [plain('!'), ...inner] : [];
      }
      case 'TestGroup':
        return this.#testWords(test.expression);
      case 'TestLogical':
        return [];
    }
  }

  #simple(node: Extract<CommandNode, { type: 'Command' }>): ShellCommand {
    this.#commands++;
    const words = [node.name, ...node.args].flatMap((word) => (word?.type === 'Word' ? [this.#word(word)] : []));
    const assignments = [...node.prefix, ...node.suffix].flatMap((each) =>
      each.type === 'Assignment' ? [this.#assignment(each)] : [],
    );
    const writes = node.redirects.flatMap((each) =>
      each.type === 'Redirect' && each.target && WRITING.has(each.operator) && each.target.text !== '/dev/null'
        ? [this.#word(each.target)]
        : [],
    );
    return { is: 'simple', words, assignments, ...(writes.length > 0 && { writes }), start: node.pos, end: node.end };
  }

  #assignment({ name, value }: { name: string; value: { type: string } | Word }): ShellAssignment {
    return { name, value: 'value' in value ? this.#word(value) : undefined };
  }

  #word(word: Word): ShellWord {
    const parts = word.text.startsWith('~') ? [OTHER] : this.#parts(word);
    const isText = parts.every(({ is }) => is === 'text');
    return { text: isText ? word.value : undefined, raw: word.text, parts };
  }

  #parts({ parts, value }: Word): readonly ShellPart[] {
    if (parts === undefined) return [{ is: 'text', text: value }];
    return parts.flatMap((part) => this.#part(part, false));
  }

  #part(part: WordPart, quoted: boolean): readonly ShellPart[] {
    switch (part.type) {
      case 'Literal':
      case 'SingleQuoted':
      case 'AnsiCQuoted':
        return [{ is: 'text', text: part.value }];
      case 'DoubleQuoted':
      case 'LocaleString':
        // An empty text keeps a word that is nothing but quotes.
        return [{ is: 'text', text: '' }, ...part.parts.flatMap((each) => this.#part(each, true))];
      case 'SimpleExpansion':
        return [{ is: 'variable', name: part.text.slice(1), quoted }];
      case 'ParameterExpansion':
        return [this.#parameter(part, quoted)];
      case 'CommandExpansion':
        return [{ is: 'command', body: this.list(part.script?.commands ?? []), quoted }];
      default:
        return [OTHER];
    }
  }

  #parameter(part: ParameterExpansionPart, quoted: boolean): ShellPart {
    const { parameter: name, operation, prefix, index } = part;
    if (prefix !== undefined) return OTHER;
    // The path of the script itself (`${BASH_SOURCE[0]}`) is the one element that matters.
    if (index !== undefined && !(name === 'BASH_SOURCE' && index.text === '0')) return OTHER;
    if (operation === undefined) return { is: 'variable', name, quoted };
    return { is: 'variable', name, quoted, operation: this.#operation(operation) };
  }

  #operation(operation: NonNullable<ParameterExpansionPart['operation']>): ShellOperation {
    if (operation.type === 'Slice' && operation.length === undefined && /^\d$/.test(operation.offset.text))
      return { is: 'from', position: Number(operation.offset.text) };
    if (operation.type !== 'Default') return { is: 'other' };
    const { operator } = operation;
    const is = OPERATIONS[operator.slice(-1)];
    return is ? { is, orEmpty: operator.startsWith(':'), operand: this.#word(operation.operand) } : { is: 'other' };
  }
}

const OTHER: ShellPart = { is: 'other' };

const OPERATIONS: Readonly<Record<string, 'default' | 'assign' | 'alternative' | 'error'>> = {
  '-': 'default',
  '=': 'assign',
  '+': 'alternative',
  '?': 'error',
};
