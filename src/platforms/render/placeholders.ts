import type { Problem } from '../../model/platform-file.js';
import { isNull, itemsOf, valueOf, type YamlNode } from '../../syntax/yaml.js';
import { placeIn } from './problems.js';
import { scalarText, variableIn, type Resource } from './resources.js';

/** Texts that ask to be replaced. Each must be unmistakable: `your-` is one only before what people fill in. */
const PATTERNS: readonly RegExp[] = [
  /(?:^|[^a-z0-9])your[-_](?:own[-_])?(?:account|actual|api|app|backend|bucket|client|company|database|db|domain|email|frontend|github|host|key|name|openai|org|password|project|real|render|repo|secret|server|service|site|stripe|token|url|user)/i,
  /(?:^|[^a-z])change[-_ ]?me(?:$|[^a-z])/i,
  /(?:^|[^a-z])replace[-_ ](?:me|this|with)(?:$|[^a-z])/i,
  /^<[a-z][a-z0-9 _-]*>$/i,
];

const SHOWN = 60;

/** Values that were never filled in. A name the file itself gives to a resource is none. */
export function placeholders(resource: Resource, all: readonly Resource[]): Problem[] {
  return candidates(resource).flatMap(({ key, node, owner }) => {
    if (node?.is !== 'scalar' || isNull(node)) return [];
    const value = scalarText(node).slice(0, 1000);
    if (!isPlaceholder(value)) return [];
    if (all.some(({ name }) => name !== undefined && isPlaceholder(name) && value.includes(name))) return [];
    const shown = value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value;
    return [
      {
        problem: 'placeholder',
        key,
        value: shown,
        at: placeIn(resource.file, node.alias ?? node.range),
        owner,
        fixes: [],
        effect: 'none',
      },
    ];
  });
}

export function isPlaceholder(text: string): boolean {
  return PATTERNS.some((pattern) => pattern.test(text)) || ANGLED.test(text.slice(scheme(text)));
}

/** A part of an address in angle brackets; elsewhere such a part may be markup. */
const ANGLED = /<[a-z][a-z0-9_-]*>/i;

function scheme(text: string): number {
  const at = text.indexOf('://');
  return at < 0 ? text.length : at;
}

/** Where people leave something to fill in: addresses and values. */
function candidates(resource: Resource): { key: string; node: YamlNode | undefined; owner: string }[] {
  const { node, owner } = resource;
  return [
    { key: 'repo', node: valueOf(node, 'repo'), owner },
    { key: 'image', node: valueOf(valueOf(node, 'image'), 'url'), owner },
    { key: 'domain', node: valueOf(node, 'domain'), owner },
    ...itemsOf(valueOf(node, 'domains')).map((item) => ({ key: 'domains', node: item, owner })),
    ...itemsOf(valueOf(node, 'routes')).map((item) => ({
      key: 'destination',
      node: valueOf(item, 'destination'),
      owner,
    })),
    ...itemsOf(valueOf(node, 'envVars')).map((item) => ({
      key: 'value',
      node: valueOf(item, 'value'),
      owner: variableIn(resource, item).owner,
    })),
  ];
}
