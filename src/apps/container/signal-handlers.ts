import { nearestPackage } from '../../code/packages.js';
import { openModules } from '../../code/modules.js';
import { parent } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';

/** Most modules of a program that are looked through. */
const MAX_MODULES = 400;

/** Packages that handle SIGTERM themselves, as their documentation says, or that start what does. */
const HANDLING =
  /^(?:http-graceful-shutdown|@godaddy\/terminus|close-with-grace|lightship|fastify-graceful-shutdown|fastify-cli|express-graceful-shutdown|signal-exit|exit-hook|async-exit-hook|node-graceful-shutdown|@apollo\/server|apollo-server(?:-.+)?|@google-cloud\/functions-framework|moleculer|@strapi\/strapi|strapi|next|nuxt|@adonisjs\/.+|@hapi\/.+|pm2|throng|stoppable|http-terminator|bullmq|agenda)$/;

/**
 * Whether the code of a Node program, from its entry on, mentions SIGTERM or takes in a package that handles it;
 * undefined where not all of it can be read.
 */
export async function handlesSigterm(
  repository: Repository,
  entry: string,
  folder: string,
): Promise<boolean | undefined> {
  const own = nearestPackage(repository, parent(entry))?.folder ?? folder;
  const modules = openModules(repository, { folder: own, root: own, aliases: [] });
  const open = [entry];
  const seen = new Set(open);
  let isWhole = true;
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.size > MAX_MODULES) return undefined;
    const module = await modules.module(file);
    if (module.is === 'unreadable') {
      isWhole = false;
      continue;
    }
    // Nest's method does the same for those modules that ask for it.
    const source = repository.read(file);
    if (source.is === 'text' && /SIGTERM|enableShutdownHooks/.test(source.text)) return true;
    for (const { specifier } of module.imports) {
      const found = await modules.resolve(file, specifier);
      if (found.is === 'external' && HANDLING.test(packageOf(found.name))) return true;
      if (found.is === 'missing') isWhole = false;
      if (found.is !== 'file' || seen.has(found.file) || found.file.endsWith('.json')) continue;
      seen.add(found.file);
      open.push(found.file);
    }
  }
  return isWhole ? false : undefined;
}

function packageOf(name: string): string {
  return name.split('/', name.startsWith('@') ? 2 : 1).join('/');
}
