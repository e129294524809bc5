/** A small repository on a rule's page: flagged ones give a finding of the rule, clean ones do not. */
export interface Example {
  kind: 'flagged' | 'clean';
  /** The heading it stands under, and that heading's line on the page. */
  heading: string;
  line: number;
  /** Text by path. */
  files: ReadonlyMap<string, string>;
}

/** What a page holds that is generated, by the name of its marks. */
type Generated = 'generated' | 'measured';

/**
 * Puts text between the two marks of a page.
 *
 * @throws {Error} if the marks are not there, once and in order
 */
export function replaceGenerated(page: string, text: string, name: Generated = 'generated'): string {
  const [open, close] = marksOf(name);
  const [before, rest, ...more] = page.split(open);
  const [, after, ...others] = (rest ?? '').split(close);
  if (before === undefined || after === undefined || more.length + others.length > 0) {
    throw new Error(`needs ${open} and, after it, ${close}, each once`);
  }
  return `${before}${open}\n\n${text.trim()}\n\n${close}${after}`;
}

function marksOf(name: Generated): readonly [string, string] {
  return [`<!-- ${name} -->`, `<!-- /${name} -->`];
}

/** A rule's page with the part on how to reproduce its fault, before the sources where it has none yet. */
export function withReproduction(page: string, text: string): string {
  const [open, close] = marksOf('measured');
  const part = `## Reproduce it\n\n${open}\n${close}\n\n`;
  const prepared = page.includes(open) ? page : page.replace(/^## Sources$/m, `${part}## Sources`);
  return replaceGenerated(prepared, text, 'measured');
}

/** A fenced block of a page. */
interface Fence {
  /** From its opening, such as "```yaml file=render.yaml"; empty where it names none. */
  file: string;
  text: string;
}

/** The files that a page holds in fences, by path. */
export function filesOf(page: string): Map<string, string> {
  const fences = [...blocks(page)].flatMap(({ block }) =>
    typeof block === 'string' || block.file === '' ? [] : block,
  );
  return new Map(fences.map(({ file, text }) => [file, text]));
}

/**
 * The examples of a rule's page: under `## Examples`, each heading `### Flagged` or `### Clean` (more words may
 * follow) holds one repository, and each fence below it one file.
 *
 * @throws {Error} on another heading, a fence that names no file, and a heading without a file
 */
export function examplesOf(page: string): Example[] {
  const found: (Example & { files: Map<string, string> })[] = [];
  let inExamples = false;
  for (const { line, block } of blocks(page)) {
    if (typeof block === 'string') {
      if (/^##? /.test(block)) inExamples = block.trim() === '## Examples';
      if (inExamples && block.startsWith('### ')) {
        found.push({ kind: kindOf(block, line), heading: block.slice(4).trim(), line, files: new Map() });
      }
    } else if (inExamples) {
      fileIn(found.at(-1), block, line).set(block.file, block.text);
    }
  }
  const empty = found.find(({ files }) => files.size === 0);
  if (empty) throw new Error(`line ${empty.line}: "${empty.heading}" has no file`);
  return found;
}

/** The lines of a page outside its fences, and the fences, each with the line it begins on. */
function* blocks(page: string): Generator<{ line: number; block: string | Fence }> {
  let open: { line: number; end: string; block: Fence } | undefined;
  for (const [index, text] of page.split('\n').entries()) {
    const opening = /^(`{3,})(?:.* file=(\S+))?/.exec(text);
    if (text.trimEnd() === open?.end) {
      yield open;
      open = undefined;
    } else if (open) {
      open.block.text += `${text}\n`;
    } else if (opening) {
      open = { line: index + 1, end: opening[1] ?? '', block: { file: opening[2] ?? '', text: '' } };
    } else {
      yield { line: index + 1, block: text };
    }
  }
}

/** Where the file of a fence goes. */
function fileIn(
  example: { files: Map<string, string> } | undefined,
  { file }: Fence,
  line: number,
): Map<string, string> {
  if (!example) throw new Error(`line ${line}: an example needs a heading "### Flagged" or "### Clean" above it`);
  if (file === '') throw new Error(`line ${line}: an example must name its file, such as \`\`\`yaml file=render.yaml`);
  if (example.files.has(file)) throw new Error(`line ${line}: this example has ${file} already`);
  return example.files;
}

function kindOf(heading: string, line: number): Example['kind'] {
  if (/^### Flagged\b/.test(heading)) return 'flagged';
  if (/^### Clean\b/.test(heading)) return 'clean';
  throw new Error(`line ${line}: an example's heading starts with "Flagged" or "Clean"`);
}
