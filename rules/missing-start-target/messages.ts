import type { Missing, TargetFault } from '../../src/apps/targets/faults.js';
import { capital, listOf } from '../../src/deployment/prose.js';
import type { Message } from '../../src/model/finding.js';

/** What to say of something that a command needs and does not find. `command` names that command, in words. */
export function missingMessage(fault: Missing, command: string): Message {
  return { found: foundWords(fault, command), effect: EFFECT[fault.phase], remedy: remedyWords(fault) };
}

const EFFECT: Readonly<Record<Missing['phase'], string>> = {
  build: 'The build fails, and nothing is deployed.',
  'pre-deploy': 'The command fails, and the deploy is cancelled.',
  start: 'The service ends as soon as it starts, and every request is answered 502.',
};

function foundWords(fault: Missing, command: string): string {
  const { what, name, path, module = '', program = '', inImage } = fault;
  if (inImage !== undefined && what !== 'module') return imageWords(fault, command, inImage);
  const start = capital(command);
  switch (what) {
    case 'script':
      return `${start} runs the script \`${name}\`, which \`${path}\` does not have.`;
    case 'build':
      return `${start} runs \`${program}\`, but ${fault.because === 'no-build' ? 'there is no build command' : `the build does not run \`${name}\``}.`;
    case 'source':
      return `${start} copies \`${name}\` into the image, but ${fault.ignored ? `a .dockerignore leaves \`${path}\` out` : `there is no \`${path}\``}.`;
    case 'file':
      return `${start} runs \`${name}\`, but there is no file \`${path}\`${unmade(fault)}.`;
    case 'folder':
      return `${start} needs the folder \`${name}\`, but there is no \`${path}\`${unmade(fault)}.`;
    case 'package':
      return `${start} names the workspace package \`${name}\`, which no package.json of the workspace has.`;
    case 'manifest':
      return `${start} needs a package.json, but there is none in ${inWords(parent(path))} or above it.`;
    case 'module':
      return `${start} gives ${program} the module \`${module}\`, but there is no module \`${name}\` in ${inImage === undefined ? inWords(withoutEnd(path, name)) : `\`${withoutEnd(inImage, name) || '/'}\` of the image`}.`;
    case 'settings':
      return `\`${fault.at.file}\`, which ${program} loads, names the settings \`${name}\`, but seen from ${inWords(withoutEnd(path, name))} there is no module \`${name}\`.`;
    case 'attribute':
      return `${start} gives ${program} \`${name}\` of the module \`${module}\`, but \`${path}\` defines no \`${name}\` when it is imported.`;
    case 'root':
      return `The folder of the service is \`${name}\`, but the repository has no such folder.`;
    case 'dockerfile':
      return `The service is built from \`${name}\`, but the repository has no such file.`;
    case 'outside':
      return `${start} goes to \`${name}\`, which is outside of the repository.`;
    case 'context':
      return `The image is built with the folder \`${name}\`, but the repository has no such folder.`;
  }
}

/** Of what a container starts. */
function imageWords({ what, name, path, ignored }: Missing, command: string, inImage: string): string {
  const start = `${capital(command)} ${what === 'file' ? 'runs' : 'needs'} \`${name}\``;
  if (ignored) return `${start}, but a .dockerignore leaves \`${path}\` out of the image.`;
  return `${start}, but the image has no \`${inImage}\`: no COPY brings it, and no RUN makes it.`;
}

/** Of what is in the folder of the platform file only. */
export function besideMessage(
  fault: Extract<TargetFault, { is: 'beside' }>,
  command: string,
  service: string,
): Message {
  const { what, name, folder, image, phase } = fault;
  const effect =
    phase === 'build'
      ? 'The build fails, unless that folder is set in the dashboard.'
      : 'The container ends as soon as it starts, unless that folder is set in the dashboard.';
  const setRoot = `Add \`rootDir: ${folder}\` to the service.`;
  const beside = `in \`${folder}\`, beside the Blueprint`;
  if (what === 'dockerfile' || what === 'context') {
    const found = `\`${name}\`, which ${service} is built ${what === 'context' ? 'with' : 'from'}, is looked for at the root of the repository, since \`rootDir\` is not set; but it is ${beside}.`;
    return { found, effect, remedy: setRoot };
  }
  if (image !== undefined) {
    const found = `The image of ${service} is built with the root of the repository${image === 'files' ? ' (Docker context `.`)' : ''}, so ${wanted(fault)} does not get into it: that is ${beside}.`;
    return {
      found,
      effect,
      remedy: image === 'files' ? `Set \`dockerContext\` to \`./${folder}\`.` : setRoot,
    };
  }
  return {
    found: `${capital(command)} runs at the root of the repository, since \`rootDir\` is not set; but ${wanted(fault)} is ${beside}.`,
    effect: 'The command does not find it and fails, unless that folder is set in the dashboard.',
    remedy: setRoot,
  };
}

/** What a command needs, as the subject of a clause. */
function wanted({ what, name }: Pick<Missing, 'what' | 'name'>): string {
  switch (what) {
    case 'manifest':
      return 'the package.json it needs';
    case 'outside':
      return `the folder that \`${name}\` is counted from`;
    case 'script':
    case 'module':
    case 'folder':
      return `the ${what} \`${name}\``;
    default:
      return `\`${name}\``;
  }
}

function unmade({ because, made }: Missing): string {
  switch (because) {
    case 'not-made':
      return made ? `, and the build does not make it` : ', and nothing in the build makes it';
    case 'no-build':
      return ', and no build command that could make it';
    case 'build-installs':
      return ', and the build makes none: it only installs';
    case 'not-built':
      return '';
  }
}

/** How the names of functions begin that make an app. */
const FACTORIES = ['create_', 'make_', 'get_', 'build_'];

function remedyWords({
  what,
  name,
  path,
  module = '',
  near,
  elsewhere,
  passedOn,
  otherCase,
  made,
  inImage,
  ignored,
}: Missing): string {
  if (what === 'settings') {
    const folder = elsewhere[0] ?? '';
    return `It is there as seen from \`${folder}\`: run the command in that folder, as by \`cd ${folder} && …\`, and name the module it starts from there.`;
  }
  if (what === 'build') return `Add \`${name}\` to the build command.`;
  if (made && otherCase === undefined) {
    const names = listOf(made.paths);
    if (made.edit) return `\`${made.program}\` makes ${names}: name that one.`;
    return `\`${made.program}\` makes ${names}: name what is made, or set where it goes.`;
  }
  if (ignored) return `Take it out of the .dockerignore, or add \`!${baseName(path)}\` below the line that names it.`;
  if (otherCase !== undefined) return `There is \`${otherCase}\`: letter case counts on Linux.`;
  if (what === 'folder' && path.endsWith(`${name}/${name}`)) {
    return `The command runs in \`${parent(path)}\` already: leave that step out.`;
  }
  if (what === 'source' && elsewhere.length > 0) {
    return `${thereIs(elsewhere)}: name it from the folder the image is built with, or set \`dockerContext\`.`;
  }
  if (inImage !== undefined && what === 'module' && elsewhere.length > 0) {
    return `${thereIs(elsewhere)}: name the module as it is seen from the working directory of the image.`;
  }
  if (inImage !== undefined && near.length === 0) return 'Copy it into the image, or make it there with RUN.';
  if (what === 'dockerfile' && name.startsWith('../') && elsewhere.length > 0)
    return `${thereIs(elsewhere)}: name it as it is seen from the root of the repository.`;
  if (elsewhere.length > 0) {
    return `${thereIs(elsewhere)}: set the folder of the service, or name the path from where the command runs.`;
  }
  const names = listOf(near);
  switch (what) {
    case 'script':
      if (passedOn !== undefined)
        return `pnpm takes \`${passedOn}\` only in front of the script, and hands it on to the script behind it: write \`pnpm ${passedOn} run ${name}\`.`;
      return near.length > 0 ? `It has ${names}: name ${oneOf(near)}, or add the script.` : 'Add the script to it.';
    case 'attribute': {
      const factory = near.find((each) => FACTORIES.some((start) => each.startsWith(start)));
      if (factory !== undefined)
        return `It defines ${names}: give the server the factory, \`${module}:${factory}()\`, or define \`${name}\` outside of functions and \`__main__\`.`;
      return near.length > 0
        ? `It defines ${names}: name ${oneOf(near)}, or define \`${name}\` outside of functions and \`__main__\`.`
        : `Define \`${name}\` in it, outside of functions and \`__main__\`.`;
    }
    case 'module':
      return near.length > 0
        ? `${thereIs(near)}: name ${oneOf(near)}.`
        : 'Name a module that the repository has, as it is seen from the folder the command runs in, or add this one.';
    case 'package':
      return near.length > 0 ? `The workspace has ${names}.` : 'Name a package of the workspace.';
    case 'root':
      // A folder inside a repository may be linted by itself.
      return 'Name a folder of the repository, or leave the key out. Where only a part of the repository is linted, lint its top.';
    case 'context':
      return 'Name a folder of the repository, or leave the key out.';
    case 'outside':
      return 'It runs at the root of the repository already: leave that step out.';
    case 'manifest':
      return 'Add a package.json there, or run the command in the folder of one.';
    default:
      return near.length > 0
        ? `${thereIs(near)}: name ${oneOf(near)}, or add what is missing.`
        : 'Add it to the repository, make it in the build, or name another one.';
  }
}

function thereIs(names: readonly string[]): string {
  return `There ${names.length > 1 ? 'are' : 'is'} ${listOf(names)}`;
}

function oneOf(names: readonly string[]): string {
  return names.length > 1 ? 'one of them' : 'that one';
}

function parent(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

function withoutEnd(path: string, name: string): string {
  return path.slice(0, Math.max(path.length - name.length - 1, 0));
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function inWords(folder: string): string {
  return folder === '' ? 'the root of the repository' : `\`${folder}\``;
}
