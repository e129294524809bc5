/**
 * A path of a tree as a command in one of its folders names it. `isProgram`: it is the word that names the program, which
 * without a slash would be looked for in the PATH.
 */
export function seenFrom(folder: string, path: string, isProgram: boolean): string {
  const isInside = folder === '' || path.startsWith(`${folder}/`);
  if (!isInside) return path === folder ? '.' : `${'../'.repeat(folder.split('/').length)}${path}`;
  const inside = folder === '' ? path : path.slice(folder.length + 1);
  return isProgram && !inside.includes('/') ? `./${inside}` : inside;
}
