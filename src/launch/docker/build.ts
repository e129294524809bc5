import type { Location } from '../../model/location.js';
import type { Variable } from '../../model/process.js';
import type { DockerfileTree, DockerInstruction } from '../../syntax/dockerfile.js';
import type { Lines } from '../../syntax/lines.js';
import { writtenVariable } from '../flow.js';
import { baseImage, systemByName } from './base-images.js';
import { addHeredoc, copyInto, imagePath, mountedBy, type BuildContext, type CopyContext } from './copy.js';
import { deployedPackages } from './deployed.js';
import { expandWord, namedValues, type BuildVariable } from './expand.js';
import type { ImageFiles, Layer } from './files.js';
import type { ImageCommand } from './image-command.js';
import { openStage, runEnvironment, type Stage } from './stage.js';

/** What the stages of a Dockerfile are built with. */
export interface Build {
  tree: DockerfileTree;
  text: string;
  lines: Lines;
  context: BuildContext;
  /** What the platform sets an argument of the build to; undefined where it does not. */
  argument(name: string): BuildVariable | undefined;
}

/** Carries out the instructions of a Dockerfile, as far as they tell what its stages start and hold. */
export function buildStages(build: Build): readonly Stage[] {
  const builder = new Builder(build);
  for (const instruction of build.tree.instructions) builder.run(instruction);
  return builder.stages;
}

type Handler = (this: Builder, instruction: DockerInstruction, stage: Stage) => void;

/** Arguments that Docker itself sets (https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope). */
const AUTOMATIC = /^(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)$|^(?:https?|ftp|no|all)_proxy$/i;

/** Most RUN steps of one stage that are followed. */
const MAX_RUNS = 1_000;

class Builder {
  readonly stages: Stage[] = [];
  readonly #byName = new Map<string, number>();
  /** What ARG declares before the first stage. */
  readonly #global = new Map<string, BuildVariable>();

  constructor(readonly build: Build) {}

  run(instruction: DockerInstruction): void {
    const stage = this.stages.at(-1);
    if (instruction.keyword === 'FROM') this.#from(instruction);
    else if (!stage) {
      if (instruction.keyword === 'ARG') this.#declare(instruction, this.#global, (name) => this.#global.get(name));
    } else if (Object.hasOwn(HANDLERS, instruction.keyword)) {
      HANDLERS[instruction.keyword]?.call(this, instruction, stage);
    }
  }

  at({ start, end }: { start: number; end: number }): Location {
    return this.build.lines.location(start, end);
  }

  #from(instruction: DockerInstruction): void {
    const [name, as, alias] = instruction.words;
    const own = as?.text.toUpperCase() === 'AS' ? alias?.text.toLowerCase() : undefined;
    // Without a value, a variable leaves no name at all.
    const written = name && this.expand(name.text, (variable) => this.#global.get(variable));
    const image = written === '' ? undefined : written;
    const index = image === undefined ? undefined : this.#byName.get(image.toLowerCase());
    const before = index === undefined ? undefined : this.stages[index];
    const at = this.at(instruction);
    const stage = before && index !== undefined ? inherited(before, index, own, at) : this.#outside(image, own, at);
    this.stages.push(stage);
    if (own !== undefined) this.#byName.set(own, this.stages.length - 1);
  }

  #outside(image: string | undefined, name: string | undefined, at: Location): Stage {
    const stage = openStage(name, at, image);
    const base = image === undefined ? undefined : baseImage(image);
    stage.files.isOpen = base === undefined;
    stage.base = base;
    // The working directory of an image that is not known serves as well under any name.
    if (!base) return { ...stage, system: image === undefined ? undefined : systemByName(image) };
    const command = (words: readonly string[]): ImageCommand | undefined =>
      words.length === 0 ? undefined : { is: 'exec', words, at };
    stage.files.add({ is: 'folder', at: base.folder });
    return {
      ...stage,
      folder: base.folder,
      user: base.user,
      system: base.system,
      entrypoint: command(base.entrypoint),
      cmd: command(base.cmd),
    };
  }

  /** Reads `name=value` words into variables of the build. */
  #declare(
    { text }: DockerInstruction,
    into: Map<string, BuildVariable>,
    scope: (name: string) => BuildVariable | undefined,
  ): void {
    for (const { name, value } of namedValues(text, this.build.tree.escape)) {
      const given = this.build.argument(name) ?? (AUTOMATIC.test(name) ? { is: 'set', text: undefined } : undefined);
      const otherwise: BuildVariable =
        value === undefined
          ? (this.#global.get(name) ?? { is: 'unset' })
          : { is: 'set', text: this.expand(value, scope) };
      into.set(name, given ?? otherwise);
    }
  }

  declare(instruction: DockerInstruction, stage: Stage): void {
    this.#declare(instruction, stage.arguments, (name) => this.scope(stage, name));
  }

  expand(word: string, scope: (name: string) => BuildVariable | undefined): string | undefined {
    return expandWord(
      word,
      (name) => scope(name) ?? (AUTOMATIC.test(name) ? { is: 'set', text: undefined } : { is: 'unset' }),
      this.build.tree.escape,
    );
  }

  /** ENV counts more than ARG. Of a base image that is not known, any variable may be set. */
  scope({ environment, arguments: own, base }: Stage, name: string): BuildVariable | undefined {
    const variable = environment.get(name);
    if (variable) return { is: 'set', text: textOf(variable) };
    return own.get(name) ?? (base ? undefined : { is: 'set', text: undefined });
  }

  expanded(word: string, stage: Stage): string | undefined {
    return this.expand(word, (name) => this.scope(stage, name));
  }

  command(instruction: DockerInstruction, { shell }: Stage): ImageCommand | undefined {
    const at = this.at(instruction);
    const { json, text, place } = instruction;
    if (json) return json.length === 0 ? undefined : { is: 'exec', words: json.map((word) => word.text), at };
    const places = (start: number, end: number): Location => this.at(place(start, end));
    return text === '' ? undefined : { is: 'shell', text, places, shell, at };
  }

  /** What RUN runs: a here-document alone is a script. */
  ran(instruction: DockerInstruction, stage: Stage): ImageCommand | undefined {
    const [heredoc] = instruction.heredocs;
    if (!heredoc || !/^<<-?["']?\w+["']?$/.test(instruction.text)) return this.command(instruction, stage);
    const { start, end } = heredoc;
    const places = (from: number, to: number): Location => this.at({ start: start + from, end: start + to });
    const text = this.build.text.slice(start, end);
    return { is: 'shell', text, places, shell: stage.shell, at: this.at(instruction) };
  }

  /** The file that `cat > x.sh <<EOF` writes. */
  written({ text, heredocs }: DockerInstruction, stage: Stage): void {
    const [heredoc, ...more] = heredocs;
    const [, before, behind] =
      /^(?:cat|tee)[ \t]+(?:(?:>[ \t]*)?([\w./-]+)[ \t]*<<-?["']?\w+["']?|<<-?["']?\w+["']?[ \t]*>[ \t]*([\w./-]+))[ \t]*(?:$|&&)/.exec(
        text,
      ) ?? [];
    const name = before ?? behind;
    const at = name === undefined ? undefined : imagePath(stage.folder, name);
    if (!heredoc || more.length > 0 || at === undefined) return;
    addHeredoc(heredoc, at, { stage, file: this.build.lines.file, text: this.build.text });
  }

  /** What `pnpm deploy` copies: it is there for the instructions behind it, and for other stages. */
  deployed(command: ImageCommand, before: () => ImageFiles, { files, folder }: Stage): void {
    if (command.is !== 'shell' || folder === undefined) return;
    let own: ImageFiles | undefined;
    for (const { from, to } of deployedPackages(() => (own ??= before()), command.text, folder)) {
      const source = { is: 'stage', files: own ?? before(), path: from } as const;
      files.add({ is: 'copy', at: to, source, mode: false, deployed: true });
    }
  }

  copy(instruction: DockerInstruction, stage: Stage): void {
    copyInto(instruction, this.#copying(stage));
  }

  mounts(instruction: DockerInstruction, stage: Stage): readonly Layer[] {
    return mountedBy(instruction, this.#copying(stage));
  }

  #copying(stage: Stage): CopyContext {
    const { context, text, lines } = this.build;
    return {
      stage,
      context,
      from: (name) => this.#filesOf(name, stage),
      expand: (word) => this.expanded(word, stage),
      place: (start, end) => this.at({ start, end }),
      file: lines.file,
      text,
    };
  }

  #filesOf(name: string, stage: Stage): ImageFiles | 'unseen' {
    const index = this.#byName.get(name.toLowerCase()) ?? (/^\d{1,6}$/.test(name) ? Number(name) : undefined);
    const from = index === undefined ? undefined : this.stages[index];
    if (!from || index === undefined || from === stage) return 'unseen';
    stage.uses.add(index);
    return from.files;
  }
}

function textOf(variable: Variable): string | undefined {
  return variable.is === 'set' && variable.value.is === 'known' ? variable.value.value : undefined;
}

/** A stage that begins with another one. */
function inherited(before: Stage, index: number, name: string | undefined, at: Location): Stage {
  const stage = openStage(name, at, before.image);
  stage.files.add({ is: 'copy', at: '', source: { is: 'stage', files: before.files, path: '' }, mode: false });
  stage.uses.add(index);
  const { base, system, folder, user, shell, entrypoint, cmd } = before;
  return { ...stage, base, system, folder, user, shell, entrypoint, cmd, environment: new Map(before.environment) };
}

const HANDLERS: Readonly<Record<string, Handler>> = {
  ARG(instruction, stage) {
    this.declare(instruction, stage);
  },
  ENV(instruction, stage) {
    const at = this.at(instruction);
    // All of one instruction see the values from before it.
    const values = namedValues(instruction.text, this.build.tree.escape).map(
      ({ name, value = '' }) => [name, writtenVariable(this.expanded(value, stage), at)] as const,
    );
    for (const [name, variable] of values) stage.environment.set(name, variable);
  },
  WORKDIR({ text }, stage) {
    const written = this.expanded(text, stage);
    stage.folder = written === undefined ? undefined : imagePath(stage.folder, written);
    if (stage.folder !== undefined) stage.files.add({ is: 'folder', at: stage.folder });
  },
  USER({ text }, stage) {
    stage.user = this.expanded(text, stage);
  },
  SHELL({ json }, stage) {
    if (json && json.length > 0) stage.shell = json.map((word) => word.text);
  },
  CMD(instruction, stage) {
    stage.cmd = this.command(instruction, stage);
    stage.ownCmd = true;
  },
  ENTRYPOINT(instruction, stage) {
    stage.entrypoint = this.command(instruction, stage);
    // https://docs.docker.com/reference/dockerfile/#understand-how-cmd-and-entrypoint-interact
    if (!stage.ownCmd) stage.cmd = undefined;
  },
  COPY(instruction, stage) {
    this.copy(instruction, stage);
  },
  ADD(instruction, stage) {
    this.copy(instruction, stage);
  },
  RUN(instruction, stage) {
    const command = this.ran(instruction, stage);
    const at = this.at(instruction);
    if (!command) return;
    const { files, folder } = stage;
    // What the others make is not known.
    if (files.runs.length >= MAX_RUNS) {
      files.isOpen = true;
      return;
    }
    const mounts = this.mounts(instruction, stage);
    const before = files.snapshot(mounts);
    const environment = runEnvironment(stage, at);
    files.runs.push({ files: mounts.length > 0 ? before() : files, before, command, folder, environment, at });
    this.written(instruction, stage);
    this.deployed(command, before, stage);
  },
};
