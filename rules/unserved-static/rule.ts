import type { DjangoSettings } from '../../src/apps/django/settings.js';
import type { StaticFiles } from '../../src/apps/django/static-files.js';
import type { Deployment } from '../../src/deployment/deployment.js';
import { defineRule, type FindingDraft, type Verdict } from '../../src/deployment/rule.js';
import type { Service } from '../../src/model/service.js';
import { judge, knownValue } from '../../src/model/value.js';

export const rule = defineRule({
  id: 'unserved-static',
  title: 'Static files of Django are not collected or not served',
  severity: 'error',
  statuses: [404, 500],
  scope: 'service',
  // What builds an inferred service only a dashboard knows.
  appliesTo: (service) => service.kind === 'web' && !service.inferred && service.elsewhere === undefined,
  check,
});

async function* check(service: Service, deployment: Deployment): AsyncGenerator<Verdict> {
  const django = await deployment.django(service);
  const files = django?.is === 'settings' ? await deployment.staticFiles(service) : undefined;
  if (django?.is !== 'settings' || !files) return;
  const finding =
    uncollectable(django, files) ??
    (isDebug(django) === false ? unlisted(django, files) : undefined) ??
    unserved(django, files);
  if (finding) yield { ...finding, trail: django.steps };
  else if (files.any) yield* doubts(django, files);
}

/** Without the setting it is off. */
function isDebug({ debug: { value } }: DjangoSettings): boolean | undefined {
  if (value.is === 'absent') return false;
  const judgement = judge(value, (on) => on);
  return judgement === 'undecided' ? undefined : judgement === 'wrong';
}

/** The command ends with an error where no folder is named. */
function uncollectable({ staticRoot }: DjangoSettings, files: StaticFiles): FindingDraft | undefined {
  const isMissing = staticRoot.value.is === 'absent' || knownValue(staticRoot.value) === '';
  const isCollected = files.installed && files.collected === 'yes' && files.collectedAt !== undefined;
  if (!isMissing || !isCollected || files.inFolder !== true) return undefined;
  return {
    is: 'finding',
    at: staticRoot.at,
    label: 'nothing sets STATIC_ROOT here',
    statuses: [],
    message: {
      found: '`STATIC_ROOT` is not set, and the service runs `collectstatic`.',
      effect:
        'Django does not know where to put the files: the command ends with "ImproperlyConfigured", and the deploy with it.',
      remedy: "Set `STATIC_ROOT = BASE_DIR / 'staticfiles'`, and serve that folder, for which WhiteNoise is made.",
    },
    facts: { fault: 'no-static-root' },
  };
}

function unlisted({ staticStorage }: DjangoSettings, files: StaticFiles): FindingDraft | undefined {
  const { storage } = files;
  if (storage?.hasManifest === true && files.collected === 'no' && !files.committed && files.any) {
    return {
      is: 'finding',
      at: staticStorage.at,
      label: 'looks files up in a manifest',
      statuses: [500],
      message: {
        found: `Static files are stored by \`${storage.name}\`, and no command of the service runs \`collectstatic\`.`,
        effect:
          'The manifest in which each file is looked up is missing: every page that names a static file answers 500.',
        remedy: 'Add `python manage.py collectstatic --noinput` to the build command.',
      },
      facts: { fault: 'no-manifest', storage: storage.path },
    };
  }
  return undefined;
}

/** DEBUG serves them by itself under `runserver` alone; where it is not decided, neither way may serve them. */
function unserved(django: DjangoSettings, files: StaticFiles): FindingDraft | undefined {
  const { middleware } = django;
  const debug = isDebug(django);
  if (!files.any || (debug !== true && files.served !== 'no')) return undefined;
  if (debug !== false && files.servedInDebug !== 'no') return undefined;
  return {
    is: 'finding',
    at: middleware.at,
    label: 'nothing here serves static files',
    statuses: [404],
    message: {
      found:
        debug === false
          ? 'Nothing serves the static files: `DEBUG` is off, and neither a middleware nor a route does.'
          : 'Nothing serves the static files: neither a middleware nor a route does, and `DEBUG` has them served under `runserver` alone.',
      effect: 'Each of them, those of the admin included, answers 404: pages come without style and scripts.',
      remedy:
        "Add `whitenoise` to the packages that the build installs and `'whitenoise.middleware.WhiteNoiseMiddleware'` to `MIDDLEWARE`, behind `SecurityMiddleware`, and run `collectstatic` in the build.",
    },
    facts: { fault: 'not-served' },
  };
}

const UNKNOWN = 'Whether something serves static files is not decided.';

function* doubts(django: DjangoSettings, files: StaticFiles): Generator<Verdict> {
  const { staticStorage, middleware, debug } = django;
  const unknown = { is: 'undecided', at: middleware.at, why: UNKNOWN } as const;
  if (isDebug(django) === undefined) {
    if (files.served === 'yes') return;
    const reason = debug.value.is === 'unknown' ? debug.value.why : 'it depends on a condition';
    const why = `Static files are served while DEBUG is on, and whether it is on is not decided: ${reason}.`;
    yield files.servedInDebug === 'yes' ? { is: 'undecided', at: debug.at, why } : unknown;
  } else if (isDebug(django) === true) {
    if (files.servedInDebug === 'unknown') yield unknown;
  } else if (files.storage?.hasManifest === true && files.collected === 'unknown' && !files.committed) {
    yield { is: 'undecided', at: staticStorage.at, why: 'Whether the service runs collectstatic is not decided.' };
  } else if (files.served === 'unknown') {
    yield unknown;
  }
}
