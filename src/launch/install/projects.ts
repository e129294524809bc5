import { childOf } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { parsePython, type Expression } from '../../syntax/python.js';
import { parseIni } from '../../syntax/sections.js';
import { isTrue, member, stringAt, stringsOf, type Json } from '../../syntax/json.js';
import { parseToml } from '../../syntax/toml.js';
import { joined, normalised, NOTHING_LISTED, operandListing, requirementOf, type Listing } from './requirements.js';

/** Which lists of a project are taken: those of extras, and of groups; `all`: whatever there is. */
export interface Lists {
  /** What the project itself depends on. */
  main: boolean;
  extras: readonly string[] | 'all';
  /** `optional`: poetry leaves the group out unless it is asked for. */
  groups: (name: string, optional: boolean) => boolean;
}

/** What a project depends on, by its pyproject.toml, setup.cfg or setup.py. */
export async function projectListing(repository: Repository, folder: string, lists: Lists): Promise<Listing> {
  const listings: Listing[] = [];
  for (const [name, read] of READERS) {
    const file = childOf(folder, name);
    const source = repository.read(file);
    if (source.is === 'text') listings.push({ ...(await read(source.text, file, lists)), files: [file] });
    else if (source.is !== 'missing') listings.push(doubtful(`${file} ${source.why}`, file));
  }
  if (listings.length === 0)
    return doubtful(
      `${folder || 'the root of the repository'} has no list of dependencies`,
      childOf(folder, 'pyproject.toml'),
    );
  return joined(listings);
}

/** What a Pipfile lists (https://pipenv.pypa.io/en/latest/pipfile.html). */
export async function pipfileListing(repository: Repository, folder: string, development: boolean): Promise<Listing> {
  const file = childOf(folder, 'Pipfile');
  const source = repository.read(file);
  if (source.is !== 'text') return doubtful(`${file} ${source.why}`, file);
  const toml = await parseToml(source.text, file);
  if (toml.is === 'failed') return { ...NOTHING_LISTED, doubts: [{ why: `${file} ${toml.why}`, at: toml.at }] };
  const tables = ['packages', ...(development ? ['dev-packages'] : [])].map((name) =>
    tableListing(member(toml.value, name)),
  );
  return { ...joined(tables), files: [file] };
}

type Reader = (text: string, file: string, lists: Lists) => Promise<Listing>;

const READERS: readonly (readonly [name: string, read: Reader])[] = [
  ['pyproject.toml', pyproject],
  ['setup.cfg', async (text, file, lists) => setupConfig(text, file, lists)],
  ['setup.py', setupProgram],
];

function doubtful(why: string, file: string): Listing {
  const start = { offset: 0, line: 1, column: 1 };
  return { ...NOTHING_LISTED, doubts: [{ why, at: { file, range: { start, end: start } } }] };
}

/**
 * Dependencies as PEP 621 has them, those of dependency groups (PEP 735), and those of poetry, uv and pdm in their own
 * tables (https://python-poetry.org/docs/pyproject/, https://docs.astral.sh/uv/concepts/projects/dependencies/,
 * https://pdm-project.org/latest/usage/dependency/).
 */
async function pyproject(text: string, file: string, { main, extras, groups }: Lists): Promise<Listing> {
  const toml = await parseToml(text, file);
  if (toml.is === 'failed') return { ...NOTHING_LISTED, doubts: [{ why: `${file} ${toml.why}`, at: toml.at }] };
  const root = toml.value;
  const listings: Listing[] = [];
  if (main) {
    listings.push(arrayListing(member(root, 'project', 'dependencies')));
    listings.push(tableListing(member(root, 'tool', 'poetry', 'dependencies'), extras));
    if (stringsOf(member(root, 'project', 'dynamic')).includes('dependencies')) listings.push(dynamic(root, file));
  }
  listings.push(
    ...entriesOf(member(root, 'project', 'optional-dependencies')).map(([name, list]) =>
      extras === 'all' || extras.includes(normalised(name)) || groups(name, true) ? arrayListing(list) : NOTHING_LISTED,
    ),
  );
  const grouped = [
    ...entriesOf(member(root, 'dependency-groups')).map(([name, list]) => [name, groupListing(root, list, 0)] as const),
    ...entriesOf(member(root, 'tool', 'pdm', 'dev-dependencies')).map(
      ([name, list]) => [name, arrayListing(list)] as const,
    ),
    ...entriesOf(member(root, 'tool', 'poetry', 'group')).map(
      ([name, group]) =>
        [name, tableListing(member(group, 'dependencies')), isTrue(member(group, 'optional'))] as const,
    ),
    ['dev', tableListing(member(root, 'tool', 'poetry', 'dev-dependencies'))] as const,
    ['dev', arrayListing(member(root, 'tool', 'uv', 'dev-dependencies'))] as const,
    ['dev', arrayListing(member(root, 'tool', 'rye', 'dev-dependencies'))] as const,
  ];
  listings.push(...grouped.flatMap(([name, listing, optional = false]) => (groups(name, optional) ? listing : [])));
  return joined(listings);
}

/** Deepest chain of groups that include each other. */
const MAX_GROUPS = 10;

function groupListing(root: Json, list: Json, depth: number): Listing {
  if (list.is !== 'array' || depth > MAX_GROUPS) return NOTHING_LISTED;
  return joined(
    list.items.map((item) => {
      const included = stringAt(item, 'include-group');
      const group = included === undefined ? undefined : member(root, 'dependency-groups', included);
      return group ? groupListing(root, group, depth + 1) : textListing(item);
    }),
  );
}

/** Dependencies that a build backend finds elsewhere: setuptools in the files it is told. */
function dynamic(root: Json, file: string): Listing {
  const files = stringsOf(member(root, 'tool', 'setuptools', 'dynamic', 'dependencies', 'file'));
  return doubtful(`its dependencies are in ${files.length > 0 ? files.join(', ') : 'no table of it'}`, file);
}

function arrayListing(list: Json | undefined): Listing {
  return list?.is === 'array' ? joined(list.items.map(textListing)) : NOTHING_LISTED;
}

function textListing(item: Json): Listing {
  return item.is === 'string' ? operandListing(item.value, '', item.at) : NOTHING_LISTED;
}

/** A table `name = version`, as poetry and pipenv have it. */
function tableListing(table: Json | undefined, extras: readonly string[] | 'all' = 'all'): Listing {
  if (table?.is !== 'object') return NOTHING_LISTED;
  return joined(
    [...table.members].map(([name, { key, value }]): Listing => {
      if (name === 'python') return NOTHING_LISTED;
      const isOptional = isTrue(member(value, 'optional'));
      const path = stringAt(value, 'path');
      const markers = stringAt(value, 'markers');
      const written = `${name}${bracketed(stringsOf(member(value, 'extras')))}${markers === undefined ? '' : ` ; ${markers}`}`;
      const found = requirementOf(written, key);
      if (found === undefined || found === 'never') return NOTHING_LISTED;
      // Which extra of the project asks for it stands elsewhere.
      const maybe = found.maybe || (isOptional && extras !== 'all') || (path !== undefined && value.is === 'object');
      return isOptional && extras !== 'all' && extras.length === 0
        ? NOTHING_LISTED
        : { ...NOTHING_LISTED, requirements: [{ ...found, versions: versionsOf(value), maybe }] };
    }),
  );
}

/** `name = "^5.0"` and `name = { version = "^5.0" }`; a star is any version. */
function versionsOf(value: Json): string {
  const written = value.is === 'string' ? value.value : (stringAt(value, 'version') ?? '');
  return written.trim() === '*' ? '' : written;
}

function bracketed(extras: readonly string[]): string {
  return extras.length === 0 ? '' : `[${extras.join(',')}]`;
}

function entriesOf(json: Json | undefined): readonly (readonly [string, Json])[] {
  return json?.is === 'object' ? [...json.members].map(([name, { value }]) => [name, value] as const) : [];
}

/** https://setuptools.pypa.io/en/latest/userguide/declarative_config.html */
function setupConfig(text: string, file: string, { main, extras }: Lists): Listing {
  const settings = parseIni(text, file).filter(({ section, key }) => {
    if (section === 'options') return main && key === 'install_requires';
    return section === 'options.extras_require' && (extras === 'all' || extras.includes(normalised(key)));
  });
  return joined(
    settings.map(({ value, at }) =>
      /^(?:file|attr):/.test(value)
        ? { ...NOTHING_LISTED, doubts: [{ why: `its dependencies are in ${value}`, at }] }
        : joined(parts(value).map((each) => operandListing(each, '', at))),
    ),
  );
}

/** Lines of a value are joined by blanks; a requirement may hold some, before its version. */
function parts(value: string): readonly string[] {
  return value
    .split(/[;\n]|\s(?=[A-Za-z])/)
    .flatMap((each) => (each.trim() === '' ? [] : [each.trim().replace(/\s+/g, '')]));
}

/** The literal list `install_requires` of a call of `setup`. */
async function setupProgram(text: string, file: string, { main }: Lists): Promise<Listing> {
  if (!main) return NOTHING_LISTED;
  const { body } = await parsePython(text, file);
  const call = body
    .flatMap((each) => (each.is === 'expression' && each.value.is === 'call' ? [each.value] : []))
    .at(-1);
  const list = call?.arguments.find(({ name }) => name === 'install_requires')?.value;
  if (!list) return call ? NOTHING_LISTED : doubtful(`${file} is not read`, file);
  const texts = literalTexts(list);
  if (!texts) return doubtful(`the dependencies in ${file} are not a plain list`, file);
  const start = { offset: 0, line: 1, column: 1 };
  return joined(texts.map((each) => operandListing(each, '', { file, range: { start, end: start } })));
}

function literalTexts(list: Expression): readonly string[] | undefined {
  if (list.is !== 'list' && list.is !== 'tuple') return undefined;
  const texts = list.items.map((item) => (item.is === 'string' ? item.value : undefined));
  return texts.every((each) => each !== undefined) ? texts : undefined;
}
