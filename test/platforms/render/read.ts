import { expect } from 'vitest';
import type { PlatformFile, Problem } from '../../../src/model/platform-file.js';
import type { Service } from '../../../src/model/service.js';
import { render } from '../../../src/platforms/render/index.js';
import { memoryRepository, type MemoryFile } from '../../../src/repository/memory.js';

/** The files of a repository as Render's platform reads them. */
export async function readFiles(files: Readonly<Record<string, MemoryFile>>): Promise<readonly PlatformFile[]> {
  return (await render.read(memoryRepository(files))).files;
}

export async function readOne(text: string, more: Readonly<Record<string, string>> = {}): Promise<PlatformFile> {
  const [file] = await readFiles({ 'render.yaml': text, ...more });
  if (!file) throw new Error('render.yaml is read');
  return file;
}

/** The only service of a Blueprint without problems. */
export async function onlyService(text: string, more: Readonly<Record<string, string>> = {}): Promise<Service> {
  const { problems, services } = await readOne(text, more);
  expect(problems.map(brief)).toEqual([]);
  const [service, second] = services;
  if (!service || second) throw new Error('the Blueprint has one service');
  return service;
}

/** A problem in a line: `line kind key`. */
export function brief(problem: Problem): string {
  const subject = 'key' in problem ? problem.key : 'name' in problem ? problem.name : '';
  return `${problem.at.range.start.line} ${problem.problem} ${subject}`.trimEnd();
}
