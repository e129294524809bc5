import { answerOf, answersGet, healthRoutes, type AppRoute, type Routes } from '../../src/model/routes.js';

/** The route that was likely meant by a path: one that ends alike, else the obvious health route. */
export function nearestRoute(
  routes: Routes,
  path: string,
  isAccepted: (status: number) => boolean,
): AppRoute | undefined {
  const last = lastSegment(path);
  const alike = routes.routes.find(
    (route) =>
      last !== '' &&
      lastSegment(route.path) === last &&
      answersGet(route) &&
      !/[:*]/.test(route.path) &&
      answerOf(routes, route.path, isAccepted).is === 'yes',
  );
  return alike ?? healthRoutes(routes, isAccepted)[0];
}

function lastSegment(path: string): string {
  return (
    path
      .replace(/[?#].*$/s, '')
      .split('/')
      .filter((each) => each !== '')
      .at(-1) ?? ''
  );
}
