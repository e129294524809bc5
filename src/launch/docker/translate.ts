import type { Step } from '../../model/finding.js';
import type { Location } from '../../model/location.js';
import type {
  Environment,
  Gap,
  Launch,
  MissingTarget,
  Parent,
  Process,
  Target,
  Variable,
} from '../../model/process.js';
import type { Value } from '../../model/value.js';
import { childOf, liesWithin, join } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { INITS } from '../parents.js';
import type { OpenLaunch } from '../outcome.js';
import type { LaunchedProcess } from '../start.js';
import { relativeTo } from './files.js';
import type { Image } from './image.js';

/** Turns what was followed in the tree of an image into paths and places of the repository. */
export class Translation {
  constructor(
    private readonly image: Image,
    private readonly repository: Repository,
  ) {}

  launch({ processes, before, gaps, ends, folder }: OpenLaunch): Launch {
    return {
      processes: processes.map((each) => this.process(each)),
      before: before.map((each) => this.process(each)),
      gaps: gaps.map((each) => this.gap(each)),
      ...(ends && { ends: { ...ends, at: this.location(ends.at) } }),
      folder: folder === undefined ? undefined : this.folder(folder, []),
    };
  }

  process({ parents = [], ...process }: LaunchedProcess): Process {
    const { program, folder, environment, steps, at, conditional } = process;
    const own = parents.at(-1)?.name === program.name ? parents.slice(0, -1) : parents;
    return {
      program: {
        ...program,
        words: program.words.map((word) => shownWord(word, folder)),
        target: this.target(program.target),
      },
      folder: this.folder(folder, hintsOf(program.target, folder)),
      environment: this.environment(environment),
      steps: steps.map((step) => this.step(step)),
      at: this.location(at),
      conditional,
      container: {
        dockerfile: this.image.dockerfile,
        image: this.image.stage.image,
        parents: own.map((each): Parent => ({ ...each, at: this.location(each.at) })),
        init: INITS.has(own[0]?.name ?? ''),
        user: this.image.stage.user,
      },
    };
  }

  gap({ why: written, at, steps, missing }: Gap): Gap {
    const own = missing && this.missing(missing);
    const why = missing && this.mayBeMade(missing) ? `whether the image holds /${missing.path} is not known` : written;
    return { why, at: this.location(at), steps: steps.map((step) => this.step(step)), ...(own && { missing: own }) };
  }

  /** Whether a command, or an image that cannot be seen, may have put there what no COPY does. */
  mayBeMade({ kind, path, otherCase }: MissingTarget): boolean {
    if (kind === 'script' || otherCase !== undefined) return false;
    const { unseen, runs } = this.image.stage.files.makers(path);
    return unseen || runs.length > 0;
  }

  /** What is missing, where the repository would have it; undefined for what only an image can have. */
  missing(missing: MissingTarget): MissingTarget | undefined {
    const path = this.path(missing.path);
    const otherCase = missing.otherCase === undefined ? undefined : this.path(missing.otherCase);
    if (path === undefined) return undefined;
    const { kind, name, available, endings } = missing;
    return {
      ...{ kind, name, path, available },
      ...(endings && { endings }),
      ...(otherCase !== undefined && { otherCase }),
    };
  }

  /** A file that was read in the image has its place in the repository. */
  location(at: Location): Location {
    const { files } = this.image.stage;
    const origin = files.wasRead(at.file) && at.file !== this.image.dockerfile ? files.origin(at.file) : undefined;
    if (!origin) return at;
    if (origin.file !== this.image.dockerfile) return { ...at, file: origin.file };
    const { start, end } = at.range;
    return this.image.lines.location(origin.start + start.offset, origin.start + end.offset);
  }

  step({ at, words }: Step): Step {
    const { files } = this.image.stage;
    const [, subject] = /^(\S+) runs /.exec(words) ?? [];
    const origin = subject !== undefined && files.wasRead(subject) ? files.origin(subject) : undefined;
    return {
      at: this.location(at),
      words: origin && subject !== undefined ? `${origin.file}${words.slice(subject.length)}` : words,
    };
  }

  /** The path in the repository that one of the image has, or would have if it were there. */
  path(path: string): string | undefined {
    return this.image.stage.files.pathInRepository(path);
  }

  /** The folder of the repository for one of the image: one that holds what is looked for in it, else the outermost. */
  folder(folder: string, hints: readonly string[]): string {
    const { files } = this.image.stage;
    for (const hint of hints) {
      const origin = files.origin(childOf(folder, hint));
      if (origin?.file === hint) return '';
      if (origin?.file.endsWith(`/${hint}`) === true) return origin.file.slice(0, -hint.length - 1);
    }
    return this.path(folder) ?? this.image.context;
  }

  target(target: Target): Target {
    switch (target.is) {
      case 'file':
      case 'folder':
        return { ...target, path: this.value(target.path) };
      case 'module': {
        const folders = target.folders?.map((each) => this.folder(each, moduleFiles(target)));
        return { ...target, ...(folders && { folders }) };
      }
      case 'none':
        return target;
    }
  }

  value(value: Value<string>): Value<string> {
    if (value.is !== 'known') return value;
    const at = this.location(value.at);
    const path = this.path(value.value);
    return path === undefined
      ? { is: 'unknown', why: `/${value.value} is made in the image`, at }
      : { ...value, value: path, at };
  }

  environment(own: Environment): Environment {
    const translated = (variable: Variable): Variable => {
      const at = this.location(variable.at);
      if (variable.is !== 'set') return { ...variable, at };
      const { value } = variable;
      return { is: 'set', at, value: value.is === 'oneOf' ? value : { ...value, at: this.location(value.at) } };
    };
    return { variable: (name) => translated(own.variable(name)), names: own.names };
  }

  /** The text of the repository at a place. */
  textAt({ file, range }: Location): string {
    const source = this.repository.read(file);
    return source.is === 'text' ? source.text.slice(range.start.offset, range.end.offset) : '';
  }
}

/** A path out of the folder it is seen from, and any seen from the root, as one that starts at the root of the image. */
function shownWord(word: string | undefined, folder: string): string | undefined {
  const isOutside = word?.startsWith('../') === true || (folder === '' && word?.startsWith('./') === true);
  if (word === undefined) return undefined;
  const path = isOutside ? join(folder, word) : undefined;
  return path === undefined ? word : `/${path}`;
}

/** Paths, seen from the folder of a process, whose place tells which folder of the repository it is. */
function hintsOf(target: Target, folder: string): readonly string[] {
  if (target.is === 'module') return moduleFiles(target);
  if (target.is !== 'file' || target.path.is !== 'known') return [];
  const { value } = target.path;
  return liesWithin(value, folder) ? [relativeTo(folder, value) ?? ''] : [];
}

function moduleFiles({ module }: Extract<Target, { is: 'module' }>): readonly string[] {
  if (module.is !== 'known') return [];
  const path = module.value.replaceAll('.', '/');
  const [first = ''] = path.split('/');
  return [`${path}.py`, `${path}/__init__.py`, `${first}/__init__.py`];
}
