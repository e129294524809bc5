import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Service } from '../../../src/model/service.js';
import { knownValue } from '../../../src/model/value.js';
import { parseDockerfile, type DockerInstruction } from '../../../src/syntax/dockerfile.js';

/**
 * The first process of a service. In Docker it is what a container would begin with, as it stands: a JSON list without a
 * shell, any other form under `/bin/sh`, which here is Debian's as in most images.
 */
export async function argvOf(folder: string, service: Service): Promise<readonly string[]> {
  const command = knownValue(service.startCommand);
  if (knownValue(service.runtime) !== 'docker') return ['bash', '-c', command ?? 'exit 0'];
  if (command !== undefined) return ['/bin/sh', '-c', command];
  const text = readFileSync(join(folder, knownValue(service.dockerfile) ?? 'Dockerfile'), 'utf8');
  const { instructions } = await parseDockerfile(text);
  const last = (keyword: string): readonly string[] => argv(instructions.findLast((each) => each.keyword === keyword));
  return [...last('ENTRYPOINT'), ...last('CMD')];
}

function argv(instruction: DockerInstruction | undefined): readonly string[] {
  if (!instruction) return [];
  return instruction.json?.map(({ text }) => text) ?? ['/bin/sh', '-c', instruction.text];
}
