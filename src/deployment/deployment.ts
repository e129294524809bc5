import type { ClientRouting } from '../apps/static/routing.js';
import type { DependencyFault } from '../apps/dependencies/faults.js';
import type { TargetFault } from '../apps/targets/faults.js';
import type { PlatformFile } from '../model/platform-file.js';
import type { Launch, Process } from '../model/process.js';
import type { Reference, Service, Store } from '../model/service.js';
import type { PlatformEdits, PlatformFacts } from '../platforms/platform.js';

/** The deployment as rules see it. Every question is answered once, when first asked. */
export interface Deployment {
  platformFiles: readonly PlatformFile[];
  services: readonly Service[];
  facts(service: { platform: string }): PlatformFacts;
  edits(service: { platform: string }): PlatformEdits;
  /** The resource a reference of this service names; undefined where no file declares it. */
  resolve(service: Service, reference: Reference): Service | Store | undefined;
  /** What the start command of a service comes to. */
  launch(service: Service): Promise<Launch>;
  /** What the commands of a service name and do not find, and other reasons why they start nothing. */
  targets(service: Service): Promise<readonly TargetFault[]>;
  /** What the commands of a service, and the code they start, need and nothing installs. */
  dependencies(service: Service): Promise<readonly DependencyFault[]>;
  /** Whether a development server answers only requests for a host that it knows. */
  refusesHosts(process: Process): boolean;
  /** Whether the app of a static site routes by browser history. */
  clientRouting(service: Service): Promise<ClientRouting>;
}
