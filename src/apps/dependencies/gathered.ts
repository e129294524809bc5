import type { FailingInstall, Lack, Provision } from '../../launch/install/provision.js';
import type { Location } from '../../model/location.js';
import type { DependencyFault, Phase, Want } from './faults.js';
import type { Called } from './wants.js';

type Fault = Extract<DependencyFault, { is: 'missing' }>;

/** What is gathered for. */
export interface Gathered {
  /** Where the build command is written. */
  build?: Location | undefined;
  /** The Dockerfile that installs, where one does. */
  dockerfile?: string;
  /** No file tells how it is built: only what no list has is certain. */
  listsOnly: boolean;
}

/** Gathers what is wanting by its cause. */
export class Faults {
  readonly #missing = new Map<string, Fault & { wants: Want[] }>();
  readonly #others: DependencyFault[] = [];
  readonly #undecided = new Set<string>();
  /** Packages that a finding names already. */
  readonly #named = new Set<string>();

  constructor(private readonly asked: Gathered) {}

  /** `open`: why something that is not read may install it all the same; a clause. */
  want(
    phase: Phase,
    { what, name, at, steps }: Pick<Called, 'what' | 'name' | 'at' | 'steps'>,
    provision: Provision | undefined,
    open: string | undefined,
  ): void {
    if (!provision || provision.is === 'yes') return;
    const shown = name.replace(/^npm:/, '');
    const doubt = doubtOf(provision, open);
    if (doubt !== undefined) {
      if (!this.#undecided.has(doubt)) this.#others.push({ is: 'undecided', name: shown, why: doubt, at, steps });
      this.#undecided.add(doubt);
      return;
    }
    if (provision.is !== 'no') return;
    const { lack } = provision;
    if (this.asked.listsOnly && lack.is !== 'not-listed') return;
    const line = lack.is === 'not-listed' ? { line: lack.line } : {};
    const want: Want = { what, name: shown, package: lack.package, ...line, phase, at, steps };
    const key = keyOf(lack, at);
    const known = this.#missing.get(key);
    if (known) {
      if (!known.wants.some((each) => each.name === shown)) known.wants.push(want);
      return;
    }
    if (this.#named.has(lack.package) && lack.is === 'not-listed') return;
    this.#named.add(lack.package);
    const { build, dockerfile } = this.asked;
    const place = placeOf(lack, want, build);
    const image = dockerfile !== undefined && { dockerfile };
    this.#missing.set(key, { is: 'missing', lack, wants: [want], phase, build, ...image, ...place });
  }

  failing(phase: Phase, failing: FailingInstall): void {
    const { at, steps } = failing.install;
    const { dockerfile } = this.asked;
    this.#others.push({ is: 'failing', failing, phase, ...(dockerfile !== undefined && { dockerfile }), at, steps });
  }

  all(): readonly DependencyFault[] {
    return [...this.#missing.values(), ...this.#others];
  }
}

function doubtOf(provision: Exclude<Provision, { is: 'yes' }>, open: string | undefined): string | undefined {
  if (provision.is === 'unknown') return provision.why;
  return provision.lack.is === 'omitted' ? undefined : open;
}

/** What is wanting on one line for one reason is told at once. */
function keyOf(lack: Lack, { file, range }: Location): string {
  switch (lack.is) {
    case 'no-install':
      return `${lack.is} ${lack.folder} ${String(/(?:^|\/)package\.json$|\.[cm]?[jt]sx?$/.test(lack.listedIn ?? file))}`;
    case 'omitted':
      return `${lack.is} ${lack.install.at.file} ${lack.install.at.range.start.offset}`;
    case 'other-folder':
      return `${lack.is} ${lack.package}`;
    case 'not-listed':
      return `${lack.is} ${lack.file} ${file} ${range.start.line}`;
  }
}

/** At the command whose install leaves it out, else where it is needed. */
function placeOf(lack: Lack, { at, steps }: Want, build: Location | undefined): { at: Location; steps: Want['steps'] } {
  if (lack.is === 'omitted') return { at: lack.install.at, steps: lack.install.steps };
  if (lack.is === 'no-install' && build) return { at: build, steps: [] };
  return { at, steps };
}
