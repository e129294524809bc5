import {
  parse,
  type CommandNode,
  type CompoundList,
  type PipelineNode,
  type Script,
  type Statement,
  type Word,
  type WordPart,
} from 'unbash';
import type { Connector, ShellAssignment, ShellCommand, ShellWord } from './shell.js';

/** Most commands of one script that are looked at. */
const MAX_COMMANDS = 2_000;

/** What a command inherits from what it stands in. */
interface Surroundings {
  after: Connector;
  background: boolean;
  subshells: readonly number[];
  conditional: boolean;
}

/** `parseShell` with its parser at hand. */
export function simpleCommands(text: string): readonly ShellCommand[] {
  const found: ShellCommand[] = [];
  try {
    new Flattener(found).statements(parse(text).commands, {
      after: ';',
      background: false,
      subshells: [],
      conditional: false,
    });
  } catch (error) {
    // The parser bounds its own recursion; the walk over its tree is bounded by the stack.
    if (!(error instanceof RangeError)) throw error;
  }
  return found;
}

class Flattener {
  #subshells = 0;

  constructor(private readonly found: ShellCommand[]) {}

  statements(statements: readonly Statement[], around: Surroundings): void {
    statements.forEach((statement, index) => {
      const after = index === 0 ? around.after : ';';
      this.#logical(statement.command, {
        ...around,
        after,
        background: around.background || statement.background === true,
      });
    });
  }

  #logical(node: Statement['command'], around: Surroundings): void {
    if (node.type !== 'AndOr') {
      this.#pipeline(node, around);
      return;
    }
    node.commands.forEach((command, index) => {
      this.#pipeline(command, { ...around, after: node.operators[index - 1] ?? around.after });
    });
  }

  #pipeline(node: PipelineNode, around: Surroundings): void {
    if (node.type !== 'Pipeline') {
      this.#command(node, around);
      return;
    }
    const alone = node.commands.length === 1;
    node.commands.forEach((command, index) => {
      const inner = alone ? around : this.#subshell(around);
      this.#command(command, index === 0 ? inner : { ...inner, after: '|' });
    });
  }

  #command(node: CommandNode | CompoundList, around: Surroundings): void {
    const conditional = { ...around, conditional: true };
    switch (node.type) {
      case 'Command':
        this.#simple(node, around);
        return;
      case 'Redirected':
        this.#command(node.command, around);
        return;
      case 'CompoundList':
        this.statements(node.commands, around);
        return;
      case 'Subshell':
        this.statements(node.body.commands, this.#subshell(around));
        return;
      case 'BraceGroup':
        this.statements(node.body.commands, around);
        return;
      case 'If':
        for (const { clause, then } of [node, ...node.elif]) {
          this.statements(clause.commands, conditional);
          this.statements(then.commands, conditional);
        }
        this.statements(node.else?.commands ?? [], conditional);
        return;
      case 'While':
        this.statements(node.clause.commands, conditional);
        this.statements(node.body.commands, conditional);
        return;
      case 'For':
      case 'Select':
      case 'ArithmeticFor':
        this.statements(node.body.commands, conditional);
        return;
      case 'Case':
        for (const item of node.items) this.statements(item.body.commands, conditional);
        return;
      case 'Function':
      case 'Coproc':
        this.#command(node.body, conditional);
        return;
      case 'TestCommand':
      case 'ArithmeticCommand':
    }
  }

  #simple(node: Extract<CommandNode, { type: 'Command' }>, around: Surroundings): void {
    if (this.found.length >= MAX_COMMANDS) return;
    const words = [node.name, ...node.args].flatMap((word) => (word?.type === 'Word' ? [wordOf(word)] : []));
    const assignments = [...node.prefix, ...node.suffix].flatMap((each) =>
      each.type === 'Assignment' ? [assignmentOf(each)] : [],
    );
    this.found.push({ ...around, words, assignments, start: node.pos, end: node.end });
  }

  #subshell(around: Surroundings): Surroundings {
    return { ...around, subshells: [...around.subshells, ++this.#subshells] };
  }
}

function assignmentOf({ name, value }: { name: string; value: { type: string } | Word }): ShellAssignment {
  return { name, value: 'value' in value ? wordOf(value).text : undefined };
}

function wordOf(word: Word): ShellWord {
  const isStatic = !word.text.startsWith('~') && (word.parts ?? []).every(isStaticPart);
  const which = whichOf(word.parts);
  const plain = { text: isStatic ? word.value : undefined, raw: word.text };
  return which === undefined ? plain : { ...plain, which };
}

function isStaticPart(part: WordPart): boolean {
  switch (part.type) {
    case 'Literal':
    case 'SingleQuoted':
    case 'AnsiCQuoted':
      return true;
    case 'DoubleQuoted':
      return part.parts.every(({ type }) => type === 'Literal');
    default:
      return false;
  }
}

/** The program of a word that is nothing but `$(which program)` or `$(command -v program)`. */
function whichOf(parts: readonly WordPart[] | undefined): string | undefined {
  const [outer, ...more] = parts ?? [];
  const [only, ...others] = outer?.type === 'DoubleQuoted' ? outer.parts : [outer];
  if (more.length > 0 || others.length > 0 || only?.type !== 'CommandExpansion') return undefined;
  const words = onlyCommandOf(only.script);
  if (words[0] === 'which' && words.length === 2) return words[1];
  return words[0] === 'command' && words[1] === '-v' ? words[2] : undefined;
}

function onlyCommandOf(script: Script | undefined): readonly (string | undefined)[] {
  const [statement, ...more] = script?.commands ?? [];
  if (more.length > 0 || statement?.command.type !== 'Command') return [];
  const { name, args } = statement.command;
  return [name, ...args].map((word) => (word?.type === 'Word' ? wordOf(word).text : undefined));
}
