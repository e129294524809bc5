import type { Finding, Fix, TextEdit } from '../model/finding.js';
import type { Location, Position } from '../model/location.js';
import { linesOf, type Lines } from '../syntax/lines.js';
import { applyEdits } from './edit.js';

/** A finding that had a fix, and the fix that was taken. */
interface AppliedFix {
  finding: Finding;
  fix: Fix;
}

/** A finding whose fix was left out; `why` is a sentence. */
export interface SkippedFix {
  finding: Finding;
  why: string;
}

export interface FixPlan {
  applied: readonly AppliedFix[];
  skipped: readonly SkippedFix[];
  /** The files that change, by path, in code-unit order. */
  files: ReadonlyMap<string, { before: string; after: string }>;
}

/** The decoded text of a file; undefined where there is none. */
type ReadSource = (file: string) => string | undefined;

/**
 * Chooses the edits to make. Each finding gets at most one fix: its first safe one, else its first unsafe one where
 * `wanted` is `unsafe`. A finding without such a fix is in neither list. A fix is taken whole or not at all. Of two
 * fixes that touch the same text, the one whose finding comes first is taken; the other may fit after a second run.
 * Insertions at one place stand in the order of their findings, and what two fixes do alike is done once.
 */
export function planFixes(findings: readonly Finding[], wanted: Fix['safety'], source: ReadSource): FixPlan {
  const applied: AppliedFix[] = [];
  const skipped: SkippedFix[] = [];
  const open = new OpenFiles(source);
  for (const finding of findings) {
    const fix = chooseFix(finding, wanted);
    if (!fix) continue;
    const why = open.refusal(fix.edits);
    if (why !== undefined) {
      skipped.push({ finding, why });
      continue;
    }
    open.take(fix.edits);
    applied.push({ finding, fix });
  }
  return { applied, skipped, files: open.changes() };
}

function chooseFix({ fixes }: Finding, wanted: Fix['safety']): Fix | undefined {
  const usable = fixes.filter(({ edits }) => edits.length > 0);
  const safe = usable.find(({ safety }) => safety === 'safe');
  return safe ?? (wanted === 'unsafe' ? usable[0] : undefined);
}

interface OpenFile {
  before: string;
  after: string;
  lines: Lines;
  edits: readonly TextEdit[];
}

/** The files under edit, each with the edits taken so far. */
class OpenFiles {
  readonly #files = new Map<string, OpenFile | undefined>();

  constructor(private readonly source: ReadSource) {}

  /** Why these edits do not fit the texts or the edits already taken. */
  refusal(edits: readonly TextEdit[]): string | undefined {
    for (const [index, edit] of edits.entries()) {
      const file = this.#open(edit.at.file);
      if (!file) return `${edit.at.file} cannot be read.`;
      if (!fits(edit.at, file)) return `The fix does not fit the text of ${edit.at.file}.`;
      if (edits.slice(0, index).some((other) => overlap(edit, other))) return 'The edits of the fix overlap.';
      if (file.edits.some((other) => overlap(edit, other))) {
        return 'Another fix changes the same text. Run again to apply this one.';
      }
    }
    return undefined;
  }

  take(edits: readonly TextEdit[]): void {
    for (const name of new Set(edits.map(({ at }) => at.file))) {
      const file = this.#open(name);
      if (!file) continue;
      const all = [...file.edits, ...edits.filter(({ at }) => at.file === name)];
      this.#files.set(name, { ...file, after: applyEdits(file.before, all), edits: all });
    }
  }

  changes(): Map<string, { before: string; after: string }> {
    const changes = new Map<string, { before: string; after: string }>();
    for (const name of [...this.#files.keys()].sort()) {
      const file = this.#files.get(name);
      if (file && file.after !== file.before) changes.set(name, { before: file.before, after: file.after });
    }
    return changes;
  }

  #open(name: string): OpenFile | undefined {
    if (!this.#files.has(name)) {
      const before = this.source(name);
      this.#files.set(
        name,
        before === undefined ? undefined : { before, after: before, lines: linesOf(name, before), edits: [] },
      );
    }
    return this.#files.get(name);
  }
}

/** Whether a place is one of this very text, and cuts no line break or character in two. */
function fits({ range: { start, end } }: Location, { before, lines }: OpenFile): boolean {
  return start.offset <= end.offset && [start, end].every((position) => isPositionIn(position, before, lines));
}

function isPositionIn({ offset, line, column }: Position, text: string, lines: Lines): boolean {
  const real = lines.position(offset);
  if (real.offset !== offset || real.line !== line || real.column !== column) return false;
  return !/^(?:\r\n|[\uD800-\uDBFF][\uDC00-\uDFFF])/.test(text.slice(offset - 1, offset + 1));
}

/** Two edits that cannot both be made. Neighbours can, and so can two that are alike. */
function overlap(one: TextEdit, other: TextEdit): boolean {
  if (one.at.file !== other.at.file) return false;
  const [a, b] = [one.at.range, other.at.range];
  const alike = a.start.offset === b.start.offset && a.end.offset === b.end.offset && one.text === other.text;
  return !alike && a.start.offset < b.end.offset && b.start.offset < a.end.offset;
}
