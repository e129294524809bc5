import type { Fix, TextEdit } from '../../model/finding.js';
import type { Location, Range } from '../../model/location.js';
import type { Problem } from '../../model/platform-file.js';
import type { YamlEntry, YamlFile, YamlMap, YamlNode, YamlScalar } from '../../syntax/yaml.js';
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

/**
 * What stands between the entries of a map: a comma in braces, else a line break and the indentation of its keys. Undefined
 * where none of its keys shows that plainly, and in brackets, where a key and its value alone are a map too.
 */
export function separatorIn(file: YamlFile, map: YamlMap): string | undefined {
  if (map.flow) return file.text.startsWith('{', map.range.start.offset) ? ', ' : undefined;
  const shown = map.entries.find(({ keyRange: { start }, colon }) => {
    const before = file.text.slice(start.offset - start.column + 1, start.offset);
    return colon !== undefined && /^ *(?:- +)*$/.test(before);
  });
  return shown && lineBreakOf(file) + ' '.repeat(shown.keyRange.start.column - 1);
}

/** Whether an entry can be written anew: nothing else takes in what it changes, and it is a plain key with its value. */
export function isRewritable(map: YamlNode, { colon, value }: YamlEntry): boolean {
  return colon !== undefined && !map.properties && !value.properties;
}

/** A plain one-line scalar put in double quotes, its text kept. None where an anchor or tag gives it another meaning. */
export function quoteFix(file: YamlFile, scalar: YamlScalar): readonly Fix[] {
  if (scalar.style !== 'plain' || scalar.properties || scalar.range.start.line !== scalar.range.end.line) return [];
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
