import type { NodePackages } from '../../launch/install/node.js';
import type { Provision } from '../../launch/install/provision.js';
import type { PythonPackages } from '../../launch/install/python.js';
import type { Called } from './wants.js';

/** What the name of a package of npm begins with, where it is called as a module. */
export const NPM = 'npm:';

/** Whether Node's packages have what a command calls; undefined where it is not known to come from one. */
export function nodeAnswer(node: NodePackages, called: Called): Provision | undefined {
  const { what, name, from, folder, scripts = [] } = called;
  if (what === 'module') return name.startsWith(NPM) ? node.package(name.slice(NPM.length), folder) : undefined;
  if (from === 'python') return undefined;
  const own = node.program(name, folder);
  if (own?.is !== 'no') return own;
  const inScripts = scripts.map((each) => node.program(name, each));
  return (
    inScripts.find((each) => each?.is === 'yes') ??
    inScripts.find((each) => each?.is === 'unknown') ??
    inScripts.find((each) => each?.is === 'no' && each.lack.is === 'omitted') ??
    own
  );
}

/** The same of Python's. */
export function pythonAnswer(python: PythonPackages, { what, name, instead = [] }: Called): Provision | undefined {
  if (what === 'program') return python.program(name);
  if (name.startsWith(NPM)) return undefined;
  const answers = [name, ...instead].flatMap((each) => python.module(each) ?? []);
  return answers.find(({ is }) => is === 'yes') ?? answers.find(({ is }) => is === 'unknown') ?? answers[0];
}

/** A name that npm and PyPI have both: it is enough that one of them is installed. */
export function joinedAnswer(answers: readonly (Provision | undefined)[], { name, at }: Called): Provision | undefined {
  const [first, ...others] = answers.flatMap((each) => each ?? []);
  if (!first || others.length === 0) return first;
  const found = [first, ...others].find(({ is }) => is === 'yes');
  return found ?? { is: 'unknown', why: `\`${name}\` may be a program of npm or of Python`, at };
}
