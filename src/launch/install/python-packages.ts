import { PACKAGES, type PythonPackage } from './python-package-table.js';
import { normalised } from './requirements.js';

/** The packages of which any gives a module, the usual one first; empty where none is known. */
export function packagesOfModule(module: string): readonly string[] {
  return namesOf((each) => each.modules.includes(module));
}

export function packagesOfProgram(program: string): readonly string[] {
  return namesOf((each) => each.programs.includes(program));
}

function namesOf(is: (each: PythonPackage) => boolean): readonly string[] {
  const names = [...PACKAGES.values()].filter(is).map(({ name }) => name);
  // Compiled packages need a compiler and headers, unless there is one with binaries.
  return [...names].sort((one, other) => Number(other.endsWith('-binary')) - Number(one.endsWith('-binary')));
}

/** Most packages that are gathered. */
const MAX_PACKAGES = 10_000;

/**
 * The packages that come with those listed, themselves included; `open`: those whose own needs are not known. What the
 * table names as a need and has no row for needs nothing that applications ask for by name.
 */
export function withNeeds(listed: readonly { name: string; extras: readonly string[] }[]): {
  names: ReadonlySet<string>;
  open: readonly string[];
} {
  const names = new Set<string>();
  const open = new Set<string>();
  const pending = listed.flatMap(({ name, extras }) => [name, ...extras.map((extra) => `${name}[${extra}]`)]);
  const asked = new Set(pending);
  const seen = new Set<string>();
  for (let each = pending.pop(); each !== undefined && seen.size < MAX_PACKAGES; each = pending.pop()) {
    if (seen.has(each)) continue;
    seen.add(each);
    const [, bare = '', extra] = /^([^[]*)(?:\[(.*)\])?$/.exec(each) ?? [];
    names.add(bare);
    const known = PACKAGES.get(each);
    if (known ? known.needs.includes('?') : asked.has(each)) open.add(bare);
    pending.push(...(known?.needs ?? []).filter((need) => need !== '?'));
    if (extra !== undefined) pending.push(bare);
  }
  return { names, open: [...open] };
}

/** A line of a requirements file for a package. */
export function requirementLine(name: string): string {
  return name === 'uvicorn' ? 'uvicorn[standard]' : normalised(name);
}
