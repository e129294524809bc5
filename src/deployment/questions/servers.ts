import type { Shutdown } from '../../apps/container/shutdown.js';
import { refusesHosts } from '../../apps/node/dev-server.js';
import type { NodeProgram } from '../../apps/node/program.js';
import type { Uncaught } from '../../apps/node/uncaught/uncaught.js';
import type { Served } from '../../apps/served.js';
import type { GunicornSettings } from '../../model/gunicorn.js';
import type { Process } from '../../model/process.js';
import type { Routes } from '../../model/routes.js';
import type { Service } from '../../model/service.js';
import type { Sockets } from '../../model/socket.js';
import type { Deployment } from '../deployment.js';
import { oncePer } from '../once.js';
import type { Commands } from './commands.js';
import type { Given } from './given.js';

type Asked = 'sockets' | 'routes' | 'served' | 'uncaught' | 'shutdown' | 'refusesHosts' | 'gunicorn';

/** The questions about the programs that a service starts: what they listen on, answer, and do when all does not go well. */
export function serverQuestions({ repository }: Given, commands: Commands): Pick<Deployment, Asked> {
  const nodeProgramOf = oncePer(async (process: Process): Promise<NodeProgram | undefined> => {
    const { nodeProgram } = await import('../../apps/node/program.js');
    return nodeProgram(repository, process, commands.sourceOf);
  });
  const routes = oncePer(async (process: Process): Promise<Routes | undefined> => {
    const { processRoutes } = await import('../../apps/routes.js');
    return processRoutes(repository, process, nodeProgramOf);
  });
  const gunicorn = oncePer(async (process: Process): Promise<GunicornSettings | undefined> => {
    const { gunicornSettings } = await import('../../apps/python/sockets.js');
    return gunicornSettings(repository, process);
  });
  return {
    routes,
    gunicorn,
    sockets: oncePer(async (process: Process): Promise<Sockets> => {
      const { socketsOf } = await import('../../apps/sockets.js');
      return socketsOf(repository, process, { nodeProgramOf, sourceOf: commands.sourceOf });
    }),
    served: oncePer(async (service: Service): Promise<Served> => {
      const { served } = await import('../../apps/served.js');
      return served(service, await commands.launch(service), routes);
    }),
    uncaught: oncePer(async (process: Process): Promise<Uncaught | undefined> => {
      const { uncaughtOf } = await import('../../apps/node/uncaught/uncaught.js');
      const program = await nodeProgramOf(process);
      return program?.is === 'run' ? uncaughtOf(program.run) : undefined;
    }),
    shutdown: oncePer(async (service: Service): Promise<Shutdown | undefined> => {
      const { shutdownOf } = await import('../../apps/container/shutdown.js');
      return shutdownOf(repository, service, await commands.launch(service), gunicorn);
    }),
    refusesHosts: oncePer((process: Process) => refusesHosts(repository, process)),
  };
}
