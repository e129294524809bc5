import type { Deployment } from '../deployment/deployment.js';
import type { Notification } from '../model/report.js';
import { labelOf } from './service.js';

/** The ids of these notifications: where there is one, services were not judged. */
export const UNREAD: readonly string[] = ['unreadable-file', 'unparsed-file'];

/**
 * What a run has to say of platform files that were not read to their end, besides their findings: a file that the
 * operating system does not let us read leaves the run incomplete, one that does not parse does not.
 */
export function unread(deployment: Deployment): Notification[] {
  return deployment.platformFiles
    .filter(({ partial }) => partial)
    .map(({ file, at, problems }) => {
      const refused = problems.find((each) => each.problem === 'unread' && each.reason === 'unreadable');
      if (refused) return { id: 'unreadable-file', level: 'error', message: `${file} cannot be read.`, at };
      const message = `${file} was not read to its end, so its services are not judged.`;
      return { id: 'unparsed-file', level: 'note', message, at };
    });
}

/** The services whose code is in another repository: of these, only the entry is judged. */
export function builtElsewhere(deployment: Deployment): Notification[] {
  return deployment.services.flatMap((service): Notification[] => {
    if (service.elsewhere === undefined) return [];
    const { name } = labelOf(service, deployment);
    const message = `\`${name}\` is built from another repository (${service.elsewhere}): its code was not checked, only its entry here.`;
    return [{ id: 'built-elsewhere', level: 'note', message, at: service.at }];
  });
}
