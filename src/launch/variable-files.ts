import type { Location } from '../model/location.js';
import type { Environment, Variable } from '../model/process.js';
import { join } from '../repository/paths.js';
import { parseDotenv } from '../syntax/dotenv.js';
import { member, parseJson } from '../syntax/json.js';
import { extended, opened } from './environment.js';
import { failing, writtenVariable, type Flow, type Follower, type Place } from './flow.js';
import { missingFile } from './missing.js';
import type { VariableFile } from './wrappers.js';

/** The environment with the variables of a file; what the file cannot be read for is added to `gaps`. */
export function withFile(
  follower: Follower,
  base: Environment,
  file: VariableFile,
  at: Location,
  place: Place,
  gaps: Flow[],
): Environment {
  const { repository } = follower;
  const path = file.path === undefined ? undefined : join(place.folder, file.path);
  const source = path === undefined ? undefined : repository.read(path);
  if (path === undefined || source?.is !== 'text') {
    // A file of variables is rarely committed: the service may be given it.
    if (path !== undefined && !file.optional) {
      gaps.push(
        failing(follower.gap(`${path} does not exist`, at, place, missingFile(repository, file.path ?? path, path))),
      );
    }
    return opened(base);
  }
  const changes = new Map<string, Variable>();
  for (const { name, value, at: entryAt } of entriesOf(source.text, path, file)) {
    const before = base.variable(name);
    if (file.overrides || before.is === 'unset') changes.set(name, writtenVariable(value, entryAt));
    else if (before.is === 'unknown') changes.set(name, writtenVariable(undefined, entryAt));
  }
  return extended(base, changes);
}

function entriesOf(
  text: string,
  path: string,
  { part: of }: VariableFile,
): readonly { name: string; value: string | undefined; at: Location }[] {
  if (of === undefined) return parseDotenv(text, path);
  const json = member(parseJson(text, path), of);
  if (json?.is !== 'object') return [];
  return [...json.members].flatMap(([name, { value }]) =>
    value.is === 'string' || value.is === 'number' ? [{ name, value: String(value.value), at: value.at }] : [],
  );
}
