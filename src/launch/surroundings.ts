import type { EnvGroup } from '../model/service.js';
import type { PlatformFacts } from '../platforms/platform.js';

/** What a service's platform and its files say of its environment. */
export interface Surroundings {
  facts: PlatformFacts;
  /** The variable groups that a service may take in. */
  groups: readonly EnvGroup[];
}
