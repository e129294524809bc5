import type { PlatformFile } from '../model/platform-file.js';
import type { Reference, Service, Store } from '../model/service.js';
import { knownValue } from '../model/value.js';

/** The resource that a reference names. The file that holds it is asked before the other files of its platform. */
export function resolveReference(
  files: readonly PlatformFile[],
  from: Service,
  reference: Reference,
): Service | Store | undefined {
  const own = files.filter(({ platform }) => platform === from.platform);
  const ordered = [...own.filter(({ file }) => file === from.file), ...own.filter(({ file }) => file !== from.file)];
  for (const file of ordered) {
    const found = candidates(file, reference).find(({ name }) => knownValue(name) === reference.name);
    if (found) return found;
  }
  return undefined;
}

function candidates(file: PlatformFile, { to }: Reference): readonly (Service | Store)[] {
  if (to === 'service') return [...file.services, ...file.stores];
  return to === 'store' ? file.stores : [];
}
