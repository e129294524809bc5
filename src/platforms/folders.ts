/** How many levels below the root platform files and services are looked for. */
export const MAX_FOLDER_DEPTH = 3;

/** Dependencies, virtual environments and caches: nothing in them is deployed as a service of its own. */
const DEPENDENCIES = new Set([
  'node_modules',
  'bower_components',
  'vendor',
  'venv',
  'env',
  'site-packages',
  '__pycache__',
]);

/** Words in a folder's name that say that its content is shown or tested rather than deployed. */
const SHOWN_ONLY = new Set([
  'example',
  'examples',
  'sample',
  'samples',
  'template',
  'templates',
  'fixture',
  'fixtures',
  'test',
  'tests',
]);

/** Whether a folder of this name may hold something that is deployed. Hidden folders do not. */
export function isDeployedFolder(name: string): boolean {
  if (name.startsWith('.') || DEPENDENCIES.has(name)) return false;
  return !name
    .toLowerCase()
    .split(/[-_. ]/)
    .some((word) => SHOWN_ONLY.has(word));
}
