import type { ClientRouting } from '../apps/static/routing.js';
import type { PlatformFile } from '../model/platform-file.js';
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
  /** Whether the app of a static site routes by browser history. */
  clientRouting(service: Service): Promise<ClientRouting>;
}
