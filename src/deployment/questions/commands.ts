import { ranCommands, type RanCommands } from '../../apps/commands/ran.js';
import { builtFrom } from '../../apps/node/built-from.js';
import { containerTargetFaults } from '../../apps/targets/container.js';
import type { TargetFault } from '../../apps/targets/faults.js';
import { targetFaults } from '../../apps/targets/targets.js';
import { launch } from '../../launch/launch.js';
import type { Outputs } from '../../launch/outputs/outputs.js';
import { writtenFiles } from '../../launch/outputs/written-files.js';
import { serviceOutputs } from '../../launch/outputs/service.js';
import type { Launch, Process } from '../../model/process.js';
import type { Service } from '../../model/service.js';
import { knownValue } from '../../model/value.js';
import { withoutTexts } from '../../repository/overlay.js';
import type { Repository } from '../../repository/repository.js';
import type { Deployment } from '../deployment.js';
import { oncePer } from '../once.js';
import type { Given } from './given.js';

type Asked = 'launch' | 'outputs' | 'targets';

/** The answers to rules, and what other questions ask besides. */
export interface Commands extends Pick<Deployment, Asked> {
  /** All that a service runs: in its build, before its deploy and when it starts. */
  ran: (service: Service) => Promise<RanCommands>;
  /** The service whose launch has a process. */
  serviceOf: (process: Process) => Service | undefined;
  /** The source of a file that the build of the process's service makes; the file itself where it makes none. */
  sourceOf: (process: Process, path: string) => Promise<string>;
  /** The repository as a service finds it, as far as that is known: without the texts that its commands write. */
  foundIn: (service: Service) => Promise<Repository>;
  /** The same, as a process of the service finds it. */
  foundBy: (process: Process) => Promise<Repository>;
}

/** The questions about the commands of a service: what they start, make and name. */
export function commandQuestions({ repository, surroundingsOf }: Given): Commands {
  const owners = new WeakMap<Process, Service>();
  const launchOf = oncePer(async (service: Service): Promise<Launch> => {
    const launched = await launch(repository, service, surroundingsOf(service));
    for (const process of launched.processes) owners.set(process, service);
    return launched;
  });
  const outputs = oncePer(async (service: Service): Promise<Outputs> => {
    const { folder } = await launchOf(service);
    return serviceOutputs(repository, service, surroundingsOf(service), folder);
  });
  const foundIn = oncePer(async (service: Service): Promise<Repository> => {
    const { folder } = await launchOf(service);
    if (folder === undefined) return repository;
    const files = await writtenFiles(repository, service, { folder, surroundings: surroundingsOf(service) });
    return files.size === 0 ? repository : withoutTexts(repository, files);
  });
  return {
    launch: launchOf,
    outputs,
    targets: oncePer(async (service: Service): Promise<readonly TargetFault[]> => {
      if (knownValue(service.runtime) === 'docker') {
        return containerTargetFaults(repository, service, surroundingsOf(service));
      }
      return targetFaults(repository, service, surroundingsOf(service));
    }),
    ran: oncePer(async (service: Service): Promise<RanCommands> => {
      return ranCommands(repository, service, await launchOf(service), surroundingsOf(service));
    }),
    serviceOf: (process) => owners.get(process),
    foundIn,
    foundBy: async (process) => {
      const service = owners.get(process);
      return service ? foundIn(service) : repository;
    },
    sourceOf: async (process, path) => {
      const service = owners.get(process);
      const made = service && (await outputs(service));
      return made?.sourceOf(path) ?? builtFrom(repository, path);
    },
  };
}
