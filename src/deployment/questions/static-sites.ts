import { publishing, type Publishing } from '../../apps/static/publishing.js';
import { clientRouting, type ClientRouting } from '../../apps/static/routing.js';
import type { Service } from '../../model/service.js';
import type { Deployment } from '../deployment.js';
import { oncePer } from '../once.js';
import type { Given } from './given.js';

/** The questions about static sites: what they publish, and who routes. */
export function staticSiteQuestions({
  repository,
  surroundingsOf,
}: Given): Pick<Deployment, 'publishing' | 'clientRouting'> {
  return {
    publishing: oncePer(async (service: Service): Promise<Publishing> => {
      return publishing(repository, service, surroundingsOf(service));
    }),
    clientRouting: oncePer(async (service: Service): Promise<ClientRouting> => {
      return clientRouting(repository, service, surroundingsOf(service).facts.rewrite?.notRead ?? []);
    }),
  };
}
