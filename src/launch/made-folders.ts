import type { Repository } from '../repository/repository.js';
import type { FollowedCommand } from './flow.js';
import { outputsOf, type BuildStep } from './outputs/outputs.js';

/** Most folders that one command is asked for: each takes the whole build into account. */
const MAX_ASKED = 20;

/** The folders that the commands before leave, so that a later one can go into them. */
export class MadeFolders {
  readonly #ran = new Set<FollowedCommand>();
  #asked = 0;

  constructor(
    private readonly repository: Repository,
    private readonly before: (() => Promise<readonly BuildStep[]>) | undefined,
  ) {}

  /** Takes in a command that was followed to its program. */
  ran(command: FollowedCommand): void {
    this.#ran.add(command);
  }

  /** Whether a folder is there for certain. */
  async has(folder: string): Promise<boolean> {
    if (this.#asked++ >= MAX_ASKED) return false;
    const own = [...this.#ran].map((command): BuildStep => ({ ...command, is: 'command' }));
    const outputs = await outputsOf(this.repository, [...((await this.before?.()) ?? []), ...own]);
    return outputs.has(folder) === 'yes' && !outputs.files.some(({ path }) => path === folder);
  }
}
