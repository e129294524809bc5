import type { Engine } from '../apps/databases/engines.js';
import type { Django, DjangoSettings } from '../apps/django/settings.js';
import type { DjangoEdits } from '../apps/django/edits.js';
import type { PublicHost } from '../apps/django/host.js';
import type { StaticFiles } from '../apps/django/static-files.js';
import type { Migrations } from '../apps/migrations/migrations.js';
import type { TrustedHosts } from '../apps/python/trusted-hosts.js';
import type { Publishing } from '../apps/static/publishing.js';
import type { ClientRouting } from '../apps/static/routing.js';
import type { DependencyFault } from '../apps/dependencies/faults.js';
import type { Shutdown } from '../apps/container/shutdown.js';
import type { TargetFault } from '../apps/targets/faults.js';
import type { GunicornSettings } from '../model/gunicorn.js';
import type { Outputs } from '../launch/outputs/outputs.js';
import type { PlatformFile } from '../model/platform-file.js';
import type { Uncaught } from '../apps/node/uncaught/uncaught.js';
import type { Served } from '../apps/served.js';
import type { Launch, Process } from '../model/process.js';
import type { Routes } from '../model/routes.js';
import type { Reference, Service, Store } from '../model/service.js';
import type { Sockets } from '../model/socket.js';
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
  /** What the build of a service leaves. */
  outputs(service: Service): Promise<Outputs>;
  /** What the commands of a service name and do not find, and other reasons why they start nothing. */
  targets(service: Service): Promise<readonly TargetFault[]>;
  /** What the commands of a service, and the code they start, need and nothing installs. */
  dependencies(service: Service): Promise<readonly DependencyFault[]>;
  /** What a process listens on. */
  sockets(process: Process): Promise<Sockets>;
  /** What becomes of the SIGTERM that a service gets when it is replaced; undefined outside of containers. */
  shutdown(service: Service): Promise<Shutdown | undefined>;
  /** Whether a development server answers only requests for a host that it knows. */
  refusesHosts(process: Process): boolean;
  /** What gunicorn is set to in a process; undefined where that runs another program. */
  gunicorn(process: Process): Promise<GunicornSettings | undefined>;
  /** The routes of a process; undefined where what it answers cannot be read at all. */
  routes(process: Process): Promise<Routes | undefined>;
  /** What the process of a service that answers requests has for routes. */
  served(service: Service): Promise<Served>;
  /** What a process lets reject with nothing to catch it; undefined where its program is not read. */
  uncaught(process: Process): Promise<Uncaught | undefined>;
  /** Whether the folder that a static site publishes is what its build makes. */
  publishing(service: Service): Promise<Publishing>;
  /** The host that a web service is reached under; undefined where its platform gives none. */
  publicHost(service: Service): PublicHost | undefined;
  /** The settings of Django in force for a service; undefined where it starts nothing of Django. */
  django(service: Service): Promise<Django | undefined>;
  /** The hosts that an app of Starlette or FastAPI lets in; undefined where nothing limits them. */
  trustedHosts(service: Service): Promise<TrustedHosts | undefined>;
  /** How a service that starts Django comes to its static files. */
  staticFiles(service: Service): Promise<StaticFiles | undefined>;
  /** The engines of SQLAlchemy that a service makes when it starts. */
  engines(service: Service): Promise<readonly Engine[]>;
  /** The migrations that the program of a service needs, by the tools that have some. */
  migrations(service: Service): Promise<readonly Migrations[]>;
  /** Edits of the files that hold these settings. */
  djangoEdits(settings: DjangoSettings): DjangoEdits;
  /** Whether the app of a static site routes by browser history. */
  clientRouting(service: Service): Promise<ClientRouting>;
}
