import type { EvaluatedModule } from '../../code/python/evaluate/run.js';
import { truth, type Evaluated } from '../../code/python/evaluate/values.js';
import { identity } from '../python/routes/doubts.js';

type Router = Extract<Evaluated, { is: 'object' }>;

/** What a router of Django REST framework adds: paths without a slash in front, and why there may be others. */
interface RouterPaths {
  paths: readonly string[];
  doubts: readonly string[];
}

/** The router of `router.urls`, in a list of routes. */
export function routerOf(item: Evaluated): Router | undefined {
  return item.is === 'method' && item.name === 'urls' && item.object.is === 'object' ? item.object : undefined;
}

/**
 * The paths of a router: `users/` and what is below it for each view set, whose further actions are not read. A
 * DefaultRouter has a page of its own, and a suffix for each format (https://www.django-rest-framework.org/api-guide/routers/).
 */
export function routerPaths(
  router: Router,
  { calls, unfollowed }: Pick<EvaluatedModule, 'calls' | 'unfollowed'>,
  pathOf: (regex: string) => string | undefined,
): RouterPaths {
  const id = identity(router);
  const isDefault = router.of.endsWith('.DefaultRouter');
  const slash = router.arguments.named.get('trailing_slash');
  const end = slash && truth(slash) === false ? '' : '/';
  const paths: string[] = isDefault ? ['', '.:format'] : [];
  const doubts: string[] = [];
  for (const { callee, arguments: given, self, through } of calls) {
    if (!self || identity(self) !== id) continue;
    if (through === 'registry') doubts.push('what is added to a router is not read');
    if (through !== undefined || !callee.endsWith('.register')) continue;
    const prefix = given.positional[0] ?? given.named.get('prefix');
    const own = prefix?.is === 'string' ? pathOf(prefix.value) : undefined;
    if (own === undefined) doubts.push('the path of a view set cannot be read');
    else if (own === '') paths.push('*');
    else paths.push(`${own}${end}`, `${own}/*`, ...(isDefault ? [`${own}.:format`] : []));
  }
  const isOpen = unfollowed.some(
    (each) =>
      each.on.some((one) => identity(one) === id) || each.calls?.some(({ self }) => self && identity(self) === id),
  );
  return { paths, doubts: isOpen ? [...doubts, 'what is added to a router is not read'] : doubts };
}
