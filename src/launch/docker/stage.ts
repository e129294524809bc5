import type { Location } from '../../model/location.js';
import type { Environment, Variable } from '../../model/process.js';
import { writtenVariable } from '../flow.js';
import type { BaseImage, System } from './base-images.js';
import type { BuildVariable } from './expand.js';
import { ImageFiles } from './files.js';
import type { ImageCommand } from './image-command.js';

/** A source of COPY or ADD that the context does not hold. */
export interface MissingSource {
  name: string;
  /** Relative to the root of the repository. */
  path: string;
  /** It is in the repository, but a `.dockerignore` leaves it out. */
  ignored: boolean;
  at: Location;
}

/** One stage of a Dockerfile, after its last instruction. */
export interface Stage {
  name: string | undefined;
  /** The image that the stage, or the stage it begins with, is built on; undefined where its name cannot be told. */
  image: string | undefined;
  base: BaseImage | undefined;
  /** The instruction that begins it. */
  at: Location;
  /** What `sh` is in it; undefined where that cannot be told. */
  system: System | undefined;
  files: ImageFiles;
  /** The working directory, a path of the image without the slash in front; undefined where it cannot be told. */
  folder: string | undefined;
  user: string | undefined;
  /** What instructions in shell form are run by. */
  shell: readonly string[];
  environment: Map<string, Variable>;
  /** What ARG declares in it. */
  arguments: Map<string, BuildVariable>;
  entrypoint: ImageCommand | undefined;
  cmd: ImageCommand | undefined;
  /** CMD stands in this stage itself, so that a later ENTRYPOINT keeps it. */
  ownCmd: boolean;
  /** Stages whose files or settings it takes, by index. */
  uses: Set<number>;
  missing: MissingSource[];
}

/** A stage on an image from elsewhere; `environment` of a service is not in it. */
export function openStage(name: string | undefined, at: Location, image: string | undefined): Stage {
  return {
    name,
    image,
    base: undefined,
    at,
    system: undefined,
    files: new ImageFiles(),
    folder: '',
    user: undefined,
    shell: SHELL,
    environment: new Map(),
    arguments: new Map(),
    entrypoint: undefined,
    cmd: undefined,
    ownCmd: false,
    uses: new Set(),
    missing: [],
  };
}

/** https://docs.docker.com/reference/dockerfile/#shell */
const SHELL = ['/bin/sh', '-c'];

/**
 * The environment that commands of a stage are run with: ENV counts more than ARG. Of what neither sets, only the
 * settings of Node's package managers are known, which no base image with a row here sets.
 */
export function runEnvironment({ environment, arguments: own, base }: Stage, at: Location): Environment {
  const variables = new Map(environment);
  for (const [name, variable] of own) {
    if (variable.is === 'set' && !variables.has(name)) variables.set(name, writtenVariable(variable.text, at));
  }
  const isUnset = (name: string): boolean => base !== undefined && /^(?:NODE_ENV$|npm_config_|YARN_)/i.test(name);
  return {
    variable: (name) => variables.get(name) ?? { is: isUnset(name) ? 'unset' : 'unknown', at },
    get names() {
      return [...variables.keys()].sort();
    },
  };
}
