import type { PlatformFile } from '../model/platform-file.js';
import type { TextEdit } from '../model/finding.js';
import type { Service, ServiceKind } from '../model/service.js';
import type { Repository } from '../repository/repository.js';

/** What a platform promises and how it behaves. Rules and messages take every number and name from here. */
export interface PlatformFacts {
  id: string;
  /** As its users write it. */
  title: string;
  /** How a service names its health check; absent where the platform has no such key. */
  healthCheck?: {
    key: string;
    /** What an answer must be, in words. */
    accepts: string;
    /** The statuses it accepts, first and last. */
    statuses: readonly [first: number, last: number];
    /** What becomes of a version that does not answer so: a sentence. */
    failing: string;
    source: string;
    /** What the platform does instead where no path is set: a sentence. */
    without: string;
  };
  /** How a static site rewrites all paths to its index page. */
  rewrite?: {
    source: string;
    /** Files other hosts read for this purpose and this platform does not. */
    notRead: readonly string[];
  };
  /** A network that joins the services and stores of one region only. */
  privateNetwork?: { source: string };
  /** How long a service may take to answer, in seconds; absent where the platform publishes no limit. */
  answerLimit?: { seconds: number; source: string };
  /** Which port the requests for a web service go to. */
  port?: {
    variable: string;
    default: number;
    /** Ports that it needs itself. */
    reserved: readonly number[];
    /** What becomes of a server that listens on another port: a sentence. Its severity follows from `finds`. */
    otherwise: string;
    /** It usually finds another port by itself. */
    finds: boolean;
    source: string;
  };
  /** How long its edge keeps an idle connection to a server, and what it advises servers to keep it for, both in ms. */
  edge?: { idleTimeout: number; advised: number; source: string };
  /** The name under which a web service is reached that has no domain of its own. */
  publicHost?: {
    /** What stands behind the name of the service, with its dot. */
    suffix: string;
    /** The variable that holds the host, and the one that holds the address with its scheme. */
    hostVariable: string;
    urlVariable: string;
    /** The variable that holds the name of the service. */
    nameVariable: string;
    source: string;
  };
  /** What it sets in the processes of its services, unless they set it themselves. */
  injected?: readonly InjectedVariable[];
  /** How a service says how long after SIGTERM it is killed, and the most it may say, in seconds. */
  shutdown?: { key: string; most: number; source: string };
  /** Kinds of services whose packages it installs by itself before the build; not where a variable is `true`. */
  installs?: { kinds: readonly ServiceKind[]; unless: string; source: string };
  /** The absolute path the repository has where a service of a native runtime runs. */
  sourceFolder?: { value: string; source: string };
}

/**
 * How long load balancers of which nothing is known keep an idle connection, in ms: the default of AWS's
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html#connection-idle-timeout).
 */
export const USUAL_IDLE_TIMEOUT = 60_000;

/** A variable that a platform sets. */
export interface InjectedVariable {
  name: string;
  /** Undefined where it differs from service to service. */
  value: string | undefined;
  /** While a service is built, while it runs, or both. */
  when: 'build' | 'run' | 'always';
  /** Only for these runtimes. */
  runtimes?: readonly string[];
  /** Only for services of these kinds. */
  kinds?: readonly ServiceKind[];
  source: string;
}

/** Edits of a platform file, as text. Each returns undefined where the place does not allow it (an alias, or a file that changed). */
export interface PlatformEdits {
  /** Adds a rewrite of every path to /index.html, after the routes there are. */
  addIndexRewrite(service: Service): readonly TextEdit[] | undefined;
  /** Sets the health check path. */
  setHealthCheckPath(service: Service, path: string): readonly TextEdit[] | undefined;
  /** Sets the folder that a static site publishes. */
  setPublishPath(service: Service, folder: string): readonly TextEdit[] | undefined;
  /** Sets the region of a service. */
  setRegion(service: Service, region: string): readonly TextEdit[] | undefined;
  /** Sets the folder that a service is built and run in. */
  setRoot(service: Service, folder: string): readonly TextEdit[] | undefined;
  /** The folder that the image is built with, relative to the root of the repository. */
  setDockerContext(service: Service, folder: string): readonly TextEdit[] | undefined;
}

/** What a platform found in a repository. */
export interface PlatformReading {
  /** Those nearest the root first. */
  files: readonly PlatformFile[];
  /** Edits of these files. */
  edits: PlatformEdits;
}

/** One platform: how its files are found and read, and its facts. */
export interface Platform {
  facts: PlatformFacts;
  /** Reads every platform file of the repository. Loads its parsers on first use. */
  read(repository: Repository): Promise<PlatformReading>;
}
