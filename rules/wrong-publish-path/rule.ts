import type { Publishing } from '../../src/apps/static/publishing.js';
import type { Deployment } from '../../src/deployment/deployment.js';
import { capital, listOf, nameOf } from '../../src/deployment/prose.js';
import { defineRule, type FindingDraft, type Verdict } from '../../src/deployment/rule.js';
import type { Fix } from '../../src/model/finding.js';
import type { Service } from '../../src/model/service.js';

export const rule = defineRule({
  id: 'wrong-publish-path',
  title: 'A static site publishes a folder that its build does not make',
  severity: 'error',
  statuses: [404],
  scope: 'service',
  appliesTo: (service) => service.kind === 'static' && !service.inferred && service.elsewhere === undefined,
  check,
});

type Wrong = Extract<Publishing, { is: 'wrong' }>;

async function* check(service: Service, deployment: Deployment): AsyncGenerator<Verdict> {
  const publishing = await deployment.publishing(service);
  if (publishing.is === 'undecided') {
    yield {
      is: 'undecided',
      at: publishing.at,
      why: `Whether the build of ${nameOf(service, 'the site')} makes the folder that it publishes is not decided: ${publishing.why}.`,
    };
  }
  if (publishing.is === 'wrong') yield finding(service, deployment, publishing);
}

function finding(service: Service, deployment: Deployment, wrong: Wrong): FindingDraft {
  const { written, path, at, made, program = 'the build', trail } = wrong;
  const [first] = made;
  return {
    is: 'finding',
    at,
    label: first === undefined ? 'nothing makes it' : `not ${first}`,
    message: {
      found:
        first === undefined
          ? `${capital(nameOf(service, 'the site'))} publishes \`${written}\`, but there is no \`${path}\` in the repository, and nothing in the build makes it.`
          : `${capital(nameOf(service, 'the site'))} publishes \`${written}\`, but \`${program}\` writes the pages to ${listOf(made)}.`,
      effect: 'The deploy finds no files to publish, or every address answers 404.',
      remedy:
        first === undefined
          ? 'Name the folder that holds the pages, or build them in the build command.'
          : `Publish ${made.length === 1 ? `\`${first}\`` : 'one of these'}.`,
    },
    trail,
    facts: { published: written, made: made.join(', ') },
    fixes: fixesOf(service, deployment, wrong),
  };
}

/** Safe where the builder writes to one folder, which its own configuration, or its default, names. */
function fixesOf(service: Service, deployment: Deployment, { made, certain }: Wrong): readonly Fix[] {
  const [only] = made;
  if (only === undefined || made.length > 1 || !certain) return [];
  const edits = deployment.edits(service).setPublishPath(service, only);
  return edits ? [{ title: `Publish ${only}`, safety: 'safe', edits }] : [];
}
