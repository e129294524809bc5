import { join, resolve } from 'node:path';
import { openDirectory, trace, traceJson, traceText, type TraceResult } from '../index.js';
import { deliver, styleOf, type Style } from './deliver.js';
import { EXIT } from './exit.js';
import { folderAt, nothingIn } from './folder.js';
import type { Target, TraceCommand, TraceFormat } from './options.js';
import { settingsFor } from './settings.js';
import { speaker, type Invocation } from './streams.js';

/** Says what is understood of each service, and returns the exit status. */
export async function runTrace(options: TraceCommand, invocation: Invocation): Promise<number> {
  const { path, targets, config, platform, noColor } = options;
  const { cwd } = invocation;
  const say = speaker(invocation);
  const root = folderAt(resolve(cwd, path), path);
  const repository = openDirectory(root, { notice: say });
  const settings = await settingsFor(repository, { root, cwd, config, platform });
  const result = await trace(repository, { settings });
  const files = result.trace.platformFiles.map((file) => join(root, file));
  let written = true;
  for (const target of targets) {
    const text = traceIn(target, result, options, styleOf(target, noColor, invocation));
    written = deliver(target, text, invocation, { root, files }) && written;
  }
  const { complete, platformFiles, services } = result.trace;
  if (!complete || !written) return EXIT.failed;
  if (platformFiles.length > 0 || services.length > 0) return EXIT.clean;
  say(nothingIn(path));
  return EXIT.nothing;
}

function traceIn(
  { format }: Target<TraceFormat>,
  { trace: traced, context }: TraceResult,
  { uriPrefix }: TraceCommand,
  style: Style,
): string {
  switch (format) {
    case 'text':
      return traceText(traced, { ...context, uriPrefix }, style);
    case 'json':
      return traceJson(traced, { ...context, uriPrefix });
  }
}
