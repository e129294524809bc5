import type { Location } from '../model/location.js';
import { NO_SETTINGS, type Settings } from '../model/settings.js';
import { join, parent } from '../repository/paths.js';
import type { Repository } from '../repository/repository.js';
import { jsonMistakeAt, member, parseJson } from '../syntax/json.js';
import { startOf } from '../syntax/lines.js';
import { parseYaml } from '../syntax/yaml.js';
import { entryAt, fromJson, fromYaml, textsOf, type ConfigNode } from './node.js';
import type { ConfigProblem } from './problem.js';
import { configSchema, type SchemaFacts } from './schema.js';
import { settingsOf } from './settings.js';
import { problemsOf } from './validate.js';

/** The name of the file, at the root. */
const CONFIG_FILE = 'lint-deploy.yaml';
/** The key of package.json that stands for it. */
const PACKAGE_KEY = 'lint-deploy';

/** Files that one configuration may be made of, those that it extends included. */
const MAX_FILES = 20;

/** Where configuration is read from: nothing outside of it can be reached. */
export type ConfigFiles = Pick<Repository, 'lookup' | 'read'>;

export type ConfigResult =
  | { is: 'read'; settings: Settings }
  /** In the order of the files; never empty. */
  | { is: 'wrong'; problems: readonly ConfigProblem[] };

/**
 * Reads lint-deploy's own configuration: `file`, or where none is given lint-deploy.yaml at the root, or the key
 * `lint-deploy` of package.json there. Data only: nothing of it is run. Without any, the settings are empty.
 */
export async function readSettings(files: ConfigFiles, facts: SchemaFacts, file?: string): Promise<ConfigResult> {
  const found = file === undefined ? discover(files) : { is: 'found' as const, file };
  if (found.is === 'none') return { is: 'read', settings: NO_SETTINGS };
  if (found.is === 'wrong') return { is: 'wrong', problems: [found.problem] };
  const reading: Reading = { files, schema: configSchema(facts), documents: new Map(), problems: [] };
  await readFile(found.file, startOf(found.file), [], reading);
  if (reading.problems.length > 0) return { is: 'wrong', problems: reading.problems };
  return { is: 'read', settings: settingsOf([...reading.documents].map(([path, root]) => ({ file: path, root }))) };
}

type Discovery = { is: 'none' } | { is: 'found'; file: string } | { is: 'wrong'; problem: ConfigProblem };

function discover(files: ConfigFiles): Discovery {
  // A link out of the repository, say, is there and cannot be read, and then nothing may pass for its being empty.
  const exists = (path: string): boolean => files.lookup(path).is !== 'missing';
  const inPackage = packageKey(files);
  if (exists(CONFIG_FILE)) {
    if (!inPackage) return { is: 'found', file: CONFIG_FILE };
    const message = `The configuration stands in ${CONFIG_FILE} and here. Keep one of them.`;
    return { is: 'wrong', problem: { at: inPackage, message } };
  }
  const misnamed = ['lint-deploy.yml', '.lint-deploy.yaml', '.lint-deploy.yml'].find(exists);
  if (misnamed !== undefined) {
    return { is: 'wrong', problem: { at: startOf(misnamed), message: `The configuration is called ${CONFIG_FILE}.` } };
  }
  return inPackage ? { is: 'found', file: 'package.json' } : { is: 'none' };
}

/** The place of the key in package.json. */
function packageKey(files: ConfigFiles): Location | undefined {
  const source = files.read('package.json');
  if (source.is !== 'text' || !source.text.includes(`"${PACKAGE_KEY}"`)) return undefined;
  const manifest = parseJson(source.text, 'package.json');
  return manifest?.is === 'object' ? manifest.members.get(PACKAGE_KEY)?.key : undefined;
}

interface Reading {
  files: ConfigFiles;
  schema: object;
  /** By path; what a file extends stands before it. */
  documents: Map<string, ConfigNode>;
  problems: ConfigProblem[];
}

/** `from` is where the file is named; `trail` holds the files that led to it. */
async function readFile(file: string, from: Location, trail: readonly string[], reading: Reading): Promise<void> {
  const { problems, documents } = reading;
  if (trail.includes(file)) {
    const circle = [...trail.slice(trail.indexOf(file)), file].join(' → ');
    problems.push({ at: from, message: `The configuration extends itself: ${circle}.` });
    return;
  }
  if (documents.has(file)) return;
  if (documents.size + trail.length >= MAX_FILES) {
    problems.push({ at: from, message: `The configuration extends more than ${MAX_FILES} files.` });
    return;
  }
  const root = await rootOf(file, from, reading);
  if (!root) return;
  problems.push(...(await problemsOf(root, reading.schema)));
  for (const { value, at } of textsOf(entryAt(root, 'extends')?.value)) {
    if (value === '') continue;
    const path = /^[a-z][a-z+.-]*:\/\//i.test(value) ? undefined : join(parent(file), value);
    if (path === undefined) {
      problems.push({
        at,
        message: `"${value}" is outside the repository. Only files of the repository can be extended.`,
      });
    } else await readFile(path, at, [...trail, file], reading);
  }
  documents.set(file, root);
}

async function rootOf(file: string, from: Location, { files, problems }: Reading): Promise<ConfigNode | undefined> {
  const source = files.read(file);
  if (source.is !== 'text') {
    problems.push({
      at: from,
      message: source.is === 'missing' ? `There is no file ${file}.` : `${file} ${source.why}.`,
    });
    return undefined;
  }
  if (file.endsWith('.json')) return jsonRoot(file, source.text, problems);
  const yaml = await parseYaml(file, source.text);
  for (const { message, range } of yaml.problems) problems.push({ at: { file, range }, message });
  if (yaml.problems.length > 0) return undefined;
  const [root, second] = yaml.documents;
  if (second) {
    problems.push({
      at: { file, range: second.range },
      message: 'A configuration is one document, and this is a second one.',
    });
    return undefined;
  }
  return root ? fromYaml(yaml, root) : { is: 'map', entries: [], at: startOf(file) };
}

function jsonRoot(file: string, text: string, problems: ConfigProblem[]): ConfigNode | undefined {
  const json = parseJson(text, file);
  const mistake = jsonMistakeAt(text, file);
  if (mistake) {
    problems.push({ at: mistake, message: `${file} is no JSON from here on.` });
    return undefined;
  }
  const root = file === 'package.json' || file.endsWith('/package.json') ? member(json, PACKAGE_KEY) : json;
  if (!root) problems.push({ at: startOf(file), message: `${file} holds no configuration.` });
  return root && fromJson(root);
}
