import type { Baseline, BaselineEntry } from '../model/settings.js';
import { jsonMistakeAt, member, parseJson, stringAt } from '../syntax/json.js';
import { startOf } from '../syntax/lines.js';
import type { ConfigProblem } from './problem.js';

/** The version of the format that is read. */
const VERSION = 1;

export type BaselineResult = { is: 'read'; baseline: Baseline } | { is: 'wrong'; problem: ConfigProblem };

/** Reads a baseline from the text of its file. An empty file is an empty baseline. */
export function readBaseline(text: string, file: string): BaselineResult {
  if (text.trim() === '') return { is: 'read', baseline: { entries: [] } };
  const json = parseJson(text, file);
  const version = member(json, 'version');
  if (version?.is !== 'number' || version.value !== VERSION) {
    const message = 'This is no baseline that this version of lint-deploy reads. --update-baseline writes one.';
    return { is: 'wrong', problem: { at: version?.at ?? startOf(file), message } };
  }
  const mistake = jsonMistakeAt(text, file);
  // What a merge left half done would lose entries.
  if (mistake) return { is: 'wrong', problem: { at: mistake, message: 'This is no JSON from here on.' } };
  const findings = member(json, 'findings');
  if (findings?.is !== 'array') {
    return { is: 'wrong', problem: { at: startOf(file), message: 'This baseline has no list of findings.' } };
  }
  const entries = findings.items.map((item): BaselineEntry | ConfigProblem => {
    const [fingerprint, rule, path] = [stringAt(item, 'fingerprint'), stringAt(item, 'rule'), stringAt(item, 'file')];
    if (fingerprint === undefined || rule === undefined || path === undefined) {
      return { at: item.at, message: 'An entry has a fingerprint, a rule and a file.' };
    }
    return { fingerprint, rule, file: path, found: stringAt(item, 'found') ?? '' };
  });
  const problem = entries.find((entry) => 'message' in entry);
  if (problem) return { is: 'wrong', problem };
  return { is: 'read', baseline: { entries: entries.filter((entry) => 'fingerprint' in entry) } };
}
