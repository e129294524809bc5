import type { Fix, TextEdit } from '../../model/finding.js';
import type { Location, Range } from '../../model/location.js';
import type { Problem } from '../../model/platform-file.js';
import type { YamlFile, YamlScalar } from '../../syntax/yaml.js';
import { oneLine } from './resources.js';

export function locationOf(file: YamlFile, range: Range): Location {
  return { file: file.file, range };
}

/** The place of a finding: one line. */
export function placeIn(file: YamlFile, range: Range): Location {
  return locationOf(file, oneLine(range));
}

export function replace(file: YamlFile, range: Range, text: string): TextEdit {
  return { at: locationOf(file, range), text };
}

/** The line break this file is written with. */
export function lineBreakOf({ text }: YamlFile): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** A plain one-line scalar put in double quotes, its text kept. */
export function quoteFix(file: YamlFile, scalar: YamlScalar): readonly Fix[] {
  if (scalar.style !== 'plain' || scalar.range.start.line !== scalar.range.end.line) return [];
  const written = file.text.slice(scalar.range.start.offset, scalar.range.end.offset);
  return [{ title: `Quote ${written}`, safety: 'safe', edits: [replace(file, scalar.range, `"${written}"`)] }];
}

/**
 * A value that comes by several aliases has its problem once, at the text it is written in. Of a key that is read as another,
 * nothing else is said.
 */
export function withoutRepeatedProblems(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  const misread = new Set(
    problems.flatMap(({ problem, at }) => (problem === 'unknown-key' ? [at.range.start.offset] : [])),
  );
  return problems.filter((problem) => {
    if (problem.problem !== 'unknown-key' && misread.has(problem.at.range.start.offset)) return false;
    const key = 'key' in problem ? problem.key : '';
    const id = `${problem.problem} ${key} ${problem.at.range.start.offset}`;
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}
