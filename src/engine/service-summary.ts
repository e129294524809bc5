import type { ServiceLabel, Step } from '../model/finding.js';
import type { Launch, Process } from '../model/process.js';
import type { ServiceSummary } from '../model/report.js';
import type { Service } from '../model/service.js';
import { knownValue } from '../model/value.js';
import { serverOf } from '../launch/server.js';
import { baseName } from '../repository/paths.js';
import { startOf } from '../syntax/lines.js';

/** A service as reports and traces head it. `launch` is undefined where its start command was not followed. */
export function serviceSummary(service: Service, label: ServiceLabel, launch: Launch | undefined): ServiceSummary {
  return {
    ...label,
    inferred: service.inferred,
    chain: chainOf(service, launch),
    followed: isFollowed(service, launch),
  };
}

/**
 * The commands on the way from the start command to the program that serves, then the file it runs where no command names
 * it. Of a static site, and where no step is known: the command as it is written.
 */
function chainOf(service: Service, launch: Launch | undefined): readonly Step[] {
  const process = launch && mainProcess(launch);
  const steps = process?.steps ?? (launch?.processes.length === 0 ? launch.gaps[0]?.steps : undefined) ?? [];
  if (steps.length === 0) return writtenCommand(service);
  const commands = steps.map(({ words, at }) => ({ words: commandIn(words), at }));
  return [...commands, ...(process ? targetFile(process, commands.at(-1)?.words ?? '') : [])];
}

/** Whether everything that a service starts is known, as far as a finding does not say why it is not there. */
function isFollowed(service: Service, launch: Launch | undefined): boolean {
  if (service.elsewhere !== undefined) return false;
  if (service.kind === 'static') return true;
  if (!launch || launch.gaps.some(({ missing }) => !missing)) return false;
  return launch.processes.every(({ program }) => program.role !== 'unknown');
}

/** The server, else the only process there is. */
function mainProcess(launch: Launch): Process | undefined {
  const server = serverOf(launch);
  if (server !== undefined && server !== 'undecided') return server;
  return launch.processes.length === 1 ? launch.processes[0] : undefined;
}

function writtenCommand(service: Service): readonly Step[] {
  const command = service.kind === 'static' ? service.buildCommand : service.startCommand;
  return command.is === 'known' ? [{ words: command.value, at: command.at }] : [];
}

/** A step says "the script start runs `node server.js`": the part in backticks, which may hold some itself. */
function commandIn(words: string): string {
  const start = words.indexOf('`') + 1;
  const end = words.lastIndexOf('`');
  return start > 0 && end > start ? words.slice(start, end) : words;
}

function targetFile({ program: { target } }: Process, command: string): readonly Step[] {
  const path = target.is === 'file' ? knownValue(target.path) : undefined;
  return path === undefined || command.includes(baseName(path)) ? [] : [{ words: path, at: startOf(path) }];
}
