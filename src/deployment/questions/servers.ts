import { shutdownOf, type Shutdown } from '../../apps/container/shutdown.js';
import { refusesHosts } from '../../apps/node/dev-server.js';
import { nodeProgram, type NodeProgram } from '../../apps/node/program.js';
import { uncaughtOf, type Uncaught } from '../../apps/node/uncaught/uncaught.js';
import { gunicornSettings } from '../../apps/python/sockets.js';
import { processRoutes } from '../../apps/routes.js';
import { served, type Served } from '../../apps/served.js';
import { socketsOf } from '../../apps/sockets.js';
import type { GunicornSettings } from '../../model/gunicorn.js';
import type { Process } from '../../model/process.js';
import type { Routes } from '../../model/routes.js';
import type { Service } from '../../model/service.js';
import type { Sockets } from '../../model/socket.js';
import type { Deployment } from '../deployment.js';
import { latelyPer } from '../once.js';
import type { Commands } from './commands.js';
import type { DjangoQuestions } from './django.js';
import type { Given } from './given.js';

type Asked = 'sockets' | 'routes' | 'served' | 'uncaught' | 'shutdown' | 'refusesHosts' | 'gunicorn';

/** The questions about the programs that a service starts: what they listen on, answer, and do when all does not go well. */
export function serverQuestions(
  { repository }: Given,
  commands: Commands,
  django: DjangoQuestions,
): Pick<Deployment, Asked> {
  const nodeProgramOf = latelyPer(async (process: Process): Promise<NodeProgram | undefined> => {
    return nodeProgram(await commands.foundBy(process), process, commands.sourceOf);
  });
  const routes = latelyPer(async (process: Process): Promise<Routes | undefined> => {
    return processRoutes(await commands.foundBy(process), process, { nodeProgramOf, djangoBy: django.startedBy });
  });
  const gunicorn = latelyPer(async (process: Process): Promise<GunicornSettings | undefined> => {
    return gunicornSettings(await commands.foundBy(process), process);
  });
  return {
    routes,
    gunicorn,
    sockets: latelyPer(async (process: Process): Promise<Sockets> => {
      return socketsOf(await commands.foundBy(process), process, { nodeProgramOf, sourceOf: commands.sourceOf });
    }),
    served: latelyPer(async (service: Service): Promise<Served> => {
      return served(service, await commands.launch(service), routes);
    }),
    uncaught: latelyPer(async (process: Process): Promise<Uncaught | undefined> => {
      const program = await nodeProgramOf(process);
      return program?.is === 'run' ? uncaughtOf(program.run) : undefined;
    }),
    shutdown: latelyPer(async (service: Service): Promise<Shutdown | undefined> => {
      return shutdownOf(repository, service, await commands.launch(service), gunicorn);
    }),
    refusesHosts: latelyPer((process: Process) => refusesHosts(repository, process)),
  };
}
