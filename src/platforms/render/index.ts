import type { Location } from '../../model/location.js';
import type { PlatformFile, Problem } from '../../model/platform-file.js';
import type { Repository, Unread } from '../../repository/repository.js';
import { startOf } from '../../syntax/lines.js';
import { parseYaml, type YamlFile, type YamlNode } from '../../syntax/yaml.js';
import type { Platform, PlatformReading } from '../platform.js';
import { checkResource, checkRoot, duplicateNames } from './checks.js';
import { blueprintPaths, BLUEPRINT_NAME, type BlueprintPath } from './discover.js';
import { blueprintEdits } from './edits.js';
import { renderFacts } from './facts.js';
import { locationOf, placeIn, withoutRepeatedProblems } from './problems.js';
import { moveStores } from './misplaced-stores.js';
import { groupsOf, servicesOf, storesOf } from './reader.js';
import { wrongReferences } from './references.js';
import { isInside, resourcesOf, type Resource } from './resources.js';
import { withoutRepeats } from './tree.js';
import { interpret } from './validate.js';
import { typeWords } from './wrong-values.js';

/** Render: Blueprints (render.yaml), by https://render.com/docs/blueprint-spec. */
export const render: Platform = { facts: renderFacts, read };

/** A Blueprint on its way: its resources, and what is wrong with it so far. */
interface Blueprint {
  file: string;
  partial: boolean;
  resources: readonly Resource[];
  problems: readonly Problem[];
}

async function read(repository: Repository): Promise<PlatformReading> {
  const blueprints: Blueprint[] = [];
  for (const path of blueprintPaths(repository)) {
    const blueprint = await readBlueprint(repository, path);
    if (blueprint) blueprints.push(onlyNewNames(blueprint, blueprints));
  }
  const all = blueprints.flatMap(({ resources }) => resources);
  return { files: blueprints.map((blueprint) => platformFile(repository, blueprint, all)), edits: blueprintEdits(all) };
}

function platformFile(repository: Repository, blueprint: Blueprint, all: readonly Resource[]): PlatformFile {
  const { file, partial, resources, problems } = blueprint;
  const checked = [
    ...resources.flatMap((resource) => checkResource(resource, all)),
    ...wrongReferences(resources, all),
  ];
  return {
    platform: renderFacts.id,
    file,
    at: startOf(file),
    partial,
    services: servicesOf(repository, resources, all),
    stores: storesOf(resources),
    groups: groupsOf(resources),
    // What follows from a syntax error is no fault of its own.
    problems: partial
      ? problems
      : moveStores(withoutRepeatedProblems([...problems, ...duplicateNames(resources), ...checked]), all).toSorted(
          byPlace,
        ),
  };
}

function byPlace(a: Problem, b: Problem): number {
  return a.at.range.start.offset - b.at.range.start.offset;
}

// ---- one file

/** Undefined where a file deeper in the tree turns out to be no Blueprint. */
async function readBlueprint(repository: Repository, found: BlueprintPath): Promise<Blueprint | undefined> {
  const { file: path, name, atRoot } = found;
  const source = repository.read(path);
  if (source.is !== 'text') return unreadBlueprint(path, source);
  if (!atRoot && !looksLikeBlueprint(source.text)) return undefined;
  const file = await parseYaml(path, source.text);
  const problems = [...fileProblems(file), ...(name === BLUEPRINT_NAME ? [] : [nameProblem(path)])];
  const [root] = file.documents;
  const partial = file.problems.length > 0;
  if (root?.is !== 'map')
    return { file: path, partial, resources: [], problems: partial ? problems : [...problems, noMap(file, root)] };
  // What would be found in a broken file follows from the break.
  if (partial) return { file: path, partial, resources: resourcesOf(file, withoutRepeats(root).root), problems };
  const interpreted = await interpret(file, root);
  return {
    file: path,
    partial,
    resources: resourcesOf(file, interpreted.root),
    problems: [...problems, ...interpreted.problems, ...checkRoot({ file, node: interpreted.root, owner: '' })],
  };
}

/** Other tools have files of this name too; only at the root can it be nothing else. */
function looksLikeBlueprint(text: string): boolean {
  return /^["']?(?:services|databases|envVarGroups|projects|ungrouped|buildSources)["']?[ \t]*:/m.test(text);
}

function unreadBlueprint(file: string, unread: Unread): Blueprint {
  const at = startOf(file);
  const reason = unread.is === 'unreadable' ? 'unreadable' : 'refused';
  return {
    file,
    partial: true,
    resources: [],
    problems: [
      unread.is === 'tooLarge'
        ? tooLarge(unread.why, at)
        : { problem: 'unread', reason, why: unread.why, at, owner: '', fixes: [] },
    ],
  };
}

/** What is not read for its size may be right. */
function tooLarge(why: string, at: Location): Problem {
  return { problem: 'unread', reason: 'too-large', why, at, owner: '', fixes: [] };
}

function fileProblems(file: YamlFile): Problem[] {
  const syntax = file.problems.map(({ message, range, limit }): Problem => {
    const at = locationOf(file, range);
    if (limit !== undefined) return tooLarge(`holds more than ${limit}`, at);
    return { problem: 'syntax', why: message, at, owner: '', fixes: [] };
  });
  const second = file.documents[1];
  if (!second) return syntax;
  const why = 'A second YAML document starts here. A Blueprint is one document.';
  return [...syntax, { problem: 'syntax', why, at: placeIn(file, second.range), owner: '', fixes: [] }];
}

function nameProblem(file: string): Problem {
  return { problem: 'file-name', expected: BLUEPRINT_NAME, at: startOf(file), owner: '', fixes: [], effect: 'none' };
}

function noMap(file: YamlFile, root: YamlNode | undefined): Problem {
  const at = root ? placeIn(file, root.range) : startOf(file.file);
  const got = root ? typeWords(root) : /^[ \t]*#/m.test(file.text) ? 'only comments' : 'nothing';
  return {
    problem: 'wrong-type',
    key: '',
    expected: 'a map with keys such as services',
    got,
    at,
    owner: '',
    fixes: [],
  };
}

// ---- several files

/**
 * A resource whose name an earlier file declares is an older or other copy of the same one: it is dropped, with every
 * problem inside its entry. What is wrong with the rest of the file stays.
 */
function onlyNewNames(blueprint: Blueprint, earlier: readonly Blueprint[]): Blueprint {
  const names = new Set(earlier.flatMap(({ resources }) => resources.map(idOf)));
  const copies = blueprint.resources.filter((resource) => resource.name !== undefined && names.has(idOf(resource)));
  if (copies.length === 0) return blueprint;
  return {
    ...blueprint,
    resources: blueprint.resources.filter((resource) => !copies.includes(resource)),
    problems: blueprint.problems.filter(({ at }) => !copies.some((copy) => isInside(at, copy))),
  };
}

/** Services and key value stores share their names; databases, groups and build sources have their own. */
function idOf({ kind, name }: Resource): string {
  const space = kind === 'database' || kind === 'group' || kind === 'buildSource' ? kind : 'service';
  return `${space} ${name ?? ''}`;
}
