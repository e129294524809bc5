import { Node, Project, SyntaxKind, type Identifier, type SourceFile } from 'ts-morph';
import { posix } from 'node:path';

/** Lowest first. A file imports from its own layer or a lower one; those of one line do not know each other. */
const ORDER: readonly (readonly string[])[] = [
  ['repository'],
  ['model'],
  ['syntax'],
  ['code'],
  ['platforms'],
  ['launch'],
  ['apps'],
  ['deployment'],
  ['rules', 'engine', 'fixes', 'report', 'config', 'product'],
  ['index'],
  ['cli'],
  ['bin'],
];

/** A rule asks the model. What it needs of a file, the model knows. */
const RULES_KNOW = ['model', 'deployment'];
/** Where the answers of the model have their types. */
const RULES_KNOW_TYPES = ['platforms', 'launch', 'apps'];

/** What makes a report differ from machine to machine. */
const AMBIENT_MODULES = ['process', 'os', 'fs', 'fs/promises', 'child_process', 'perf_hooks', 'tty'];

interface Import {
  from: string;
  specifier: string;
  /** The project file it names; undefined for packages and data. */
  to: string | undefined;
  /** `types`: gone when it runs. `lazy`: by `import()`, loaded on demand. */
  as: 'code' | 'types' | 'lazy';
}

/** What is wrong with the imports and globals of these files, one sentence each. Text by path such as `src/model/value.ts`. */
export function layerFaults(files: ReadonlyMap<string, string>): string[] {
  const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });
  const sources = [...files].map(([path, text]) => [path, project.createSourceFile(`/${path}`, text)] as const);
  const imports = sources.flatMap(([path, source]) => importsOf(path, source));
  return [
    ...sources.flatMap(([path]) => (layerOf(path) === undefined ? [`${path} is in no layer.`] : [])),
    ...imports.flatMap((each) => importFault(each) ?? []),
    ...cycles(imports),
    ...sources.flatMap(([path, source]) => globalFaults(path, source)),
  ];
}

/** `src/<layer>/…`, `src/<layer>.ts` or `rules/…`. */
function layerOf(path: string): string | undefined {
  const layer = path.startsWith('rules/') ? 'rules' : /^src\/([^/.]+)/.exec(path)?.[1];
  return layer !== undefined && rank(layer) >= 0 ? layer : undefined;
}

function rank(layer: string): number {
  return ORDER.findIndex((layers) => layers.includes(layer));
}

/** Static, lazy and type imports, and re-exports. */
function importsOf(path: string, source: SourceFile): Import[] {
  const found: Import[] = [];
  const add = (specifier: string, as: Import['as']): void => {
    found.push({ from: path, specifier, to: targetOf(path, specifier), as });
  };
  for (const each of [...source.getImportDeclarations(), ...source.getExportDeclarations()]) {
    const specifier = each.getModuleSpecifierValue();
    if (specifier !== undefined) add(specifier, each.isTypeOnly() ? 'types' : 'code');
  }
  for (const each of source.getDescendantsOfKind(SyntaxKind.ImportType)) add(unquoted(each.getArgument()), 'types');
  for (const each of source.getDescendantsOfKind(SyntaxKind.CallExpression)) {
    if (each.getExpression().getKind() === SyntaxKind.ImportKeyword) add(unquoted(each.getArguments()[0]), 'lazy');
  }
  return found;
}

function unquoted(node: Node | undefined): string {
  return (node?.getText() ?? '').replace(/^['"`]|['"`]$/g, '');
}

function targetOf(path: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.') || specifier.endsWith('.json')) return undefined;
  return posix.join(posix.dirname(path), specifier).replace(/\.js$/, '.ts');
}

function importFault({ from, specifier, to, as }: Import): string | undefined {
  const layer = layerOf(from);
  if (layer === 'report' && AMBIENT_MODULES.includes(specifier.replace(/^node:/, ''))) {
    return `${from} imports ${specifier}: a report asks for nothing outside what it is given.`;
  }
  if (specifier.replace(/^node:/, '') === 'process')
    return `${from} imports ${specifier}: use the global, which is guarded.`;
  if (to === undefined || layer === undefined) return undefined;
  const target = layerOf(to);
  if (target === undefined) return `${from} imports ${to}, which is in no layer.`;
  if (layer === 'rules') return ruleFault(from, to, target, as);
  if (layer === target) return undefined;
  if (rank(target) > rank(layer)) return `${from} imports ${to}: ${layer} is below ${target}.`;
  if (rank(target) === rank(layer)) return `${from} imports ${to}: ${layer} and ${target} do not know each other.`;
  return undefined;
}

/** rules/index.ts gathers the rules; a rule itself sees its own folder, the model and the contract. */
function ruleFault(from: string, to: string, target: string, as: Import['as']): string | undefined {
  if (from === 'rules/index.ts' && target === 'rules') return undefined;
  if (target === 'rules') {
    return posix.dirname(from) === posix.dirname(to)
      ? undefined
      : `${from} imports ${to}: rules do not know each other.`;
  }
  if (RULES_KNOW.includes(target) || (as === 'types' && RULES_KNOW_TYPES.includes(target))) return undefined;
  return `${from} imports ${to}: rules know only ${RULES_KNOW.join(' and ')}, and the types of their answers.`;
}

/**
 * Files that import each other, in a circle of any length; one sentence for each circle's first way round. Types count.
 * A part that is loaded on demand may name the types of the file that loads it, so the lazy import does not count.
 */
function cycles(imports: readonly Import[]): string[] {
  const targets = new Map<string, string[]>();
  for (const { from, to, as } of imports) {
    if (to !== undefined && as !== 'lazy') targets.set(from, [...(targets.get(from) ?? []), to]);
  }
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): void => {
    const start = way.indexOf(file);
    if (start >= 0) found.push(`A circle: ${[...way.slice(start), file].join(' → ')}.`);
    if (start >= 0 || done.has(file)) return;
    for (const target of targets.get(file) ?? []) visit(target, [...way, file]);
    done.add(file);
  };
  for (const file of targets.keys()) visit(file, []);
  return found;
}

function globalFaults(path: string, source: SourceFile): string[] {
  const layer = layerOf(path) ?? '';
  const identifiers = source.getDescendantsOfKind(SyntaxKind.Identifier);
  const own = new Set(identifiers.filter((each) => isDeclaration(each)).map((each) => each.getText()));
  const globals = identifiers.filter((each) => isGlobalUse(each) && !own.has(each.getText()));
  const used = new Set(globals.flatMap((each) => wordsOf(each)));
  return GLOBALS.filter(({ name, refusedIn }) => used.has(name) && refusedIn(layer)).map(
    ({ name, because }) => `${path} uses ${name}: ${because}`,
  );
}

interface GuardedGlobal {
  name: string;
  refusedIn: (layer: string) => boolean;
  because: string;
}

const PROCESS = 'only bin.ts knows the process.';
const AMBIENT = 'a report asks for nothing outside what it is given.';

const GLOBALS: readonly GuardedGlobal[] = [
  { name: 'console', refusedIn: () => true, because: 'only cli writes, to the streams it is given.' },
  // The repository starts git, which needs the environment and differs by platform; it may ask no more than that.
  { name: 'process', refusedIn: (layer) => layer !== 'bin' && layer !== 'repository', because: PROCESS },
  ...['exit', 'exitCode', 'stdout', 'stderr', 'stdin', 'cwd'].map((property) => ({
    name: `process.${property}`,
    refusedIn: (layer: string) => layer === 'repository',
    because: PROCESS,
  })),
  ...['Date', 'performance'].map((name) => ({
    name,
    refusedIn: (layer: string) => layer === 'report',
    because: AMBIENT,
  })),
];

function isDeclaration(name: Identifier): boolean {
  const parent = name.getParent();
  const declares =
    Node.isVariableDeclaration(parent) || Node.isParameterDeclaration(parent) || Node.isBindingElement(parent);
  return declares && parent.getNameNode() === name;
}

/** The name, and with the property that is asked of it. */
function wordsOf(name: Identifier): string[] {
  const parent = name.getParent();
  return Node.isPropertyAccessExpression(parent) ? [name.getText(), parent.getText()] : [name.getText()];
}

/** A name on its own, which the file does not itself declare: not a property, a key, or a word of a type. */
function isGlobalUse(name: Identifier): boolean {
  const parent = name.getParent();
  if (Node.isPropertyAccessExpression(parent)) return parent.getExpression() === name;
  return !(
    Node.isPropertyAssignment(parent) ||
    Node.isPropertySignature(parent) ||
    Node.isPropertyDeclaration(parent) ||
    Node.isMethodSignature(parent) ||
    Node.isTypeReference(parent)
  );
}
