import type { Notification } from '../model/report.js';
import type { EnvEntry, Service } from '../model/service.js';
import { SETTABLE, type ServiceSetting, type Settable } from '../model/settings.js';
import { didYouMean } from '../model/nearest.js';
import { knownValue, written, type Value } from '../model/value.js';
import { undeclaredService } from '../platforms/undeclared.js';
import { normalise } from '../repository/paths.js';

export interface CompletedServices {
  services: readonly Service[];
  /** The completed service that stands for one that was given. */
  serviceFor: (service: Service) => Service;
  /** What is written in the settings and has no effect. */
  notifications: readonly Notification[];
}

/**
 * Fills in what the configuration knows of services and no file says. What a platform file writes stands, what was only
 * inferred gives way. A service that nothing else shows is there if its kind is given; like an inferred one, what is not
 * said of it counts as unknown.
 */
export function completeServices(
  services: readonly Service[],
  settings: readonly ServiceSetting[],
  platform: string,
): CompletedServices {
  const completed = new Map<Service, Service>();
  const added: Service[] = [];
  const notifications: Notification[] = [];
  for (const setting of settings) {
    const service = meantBy(setting, services, completed);
    if (service) completed.set(service, filled(service, setting, notifications));
    else if (setting.kind) added.push(filled(emptyService(setting, setting.kind, platform), setting, notifications));
    else notifications.push(unknownService(setting, services));
  }
  const serviceFor = (service: Service): Service => completed.get(service) ?? service;
  return { services: [...services.map(serviceFor), ...added], serviceFor, notifications };
}

/** By its name; an inferred service has none that a dashboard knows, so its folder tells, where it tells it apart. */
function meantBy(
  { name, kind, values }: ServiceSetting,
  services: readonly Service[],
  taken: ReadonlyMap<Service, Service>,
): Service | undefined {
  const free = services.filter((service) => !taken.has(service));
  const named = free.find((service) => knownValue(service.name) === name);
  if (named) return named;
  const folder = normalise((values.root?.value ?? '').replace(/^\/+/, ''));
  const [only, ...others] = free.filter(
    (service) =>
      service.inferred && knownValue(service.root) === folder && (kind === undefined || kind === service.kind),
  );
  return others.length === 0 ? only : undefined;
}

function unknownService({ name, at }: ServiceSetting, services: readonly Service[]): Notification {
  const names = services.flatMap((service) => knownValue(service.name) ?? []);
  const near = didYouMean(name, names) || ' One that no file shows needs a kind, such as web.';
  return { id: 'unknown-service', level: 'warning', message: `There is no service "${name}".${near}`, at };
}

function filled(service: Service, setting: ServiceSetting, notifications: Notification[]): Service {
  const isOpen = (value: Value<string>): boolean =>
    service.inferred || value.is !== 'known' || value.from.by !== 'written';
  const values: Partial<Record<Settable, Value<string>>> = {};
  for (const key of SETTABLE) {
    const value = setting.values[key];
    if (value && isOpen(service[key])) values[key] = value;
    else if (value) notifications.push(withoutEffect(key, service, value.at));
  }
  return {
    ...service,
    ...values,
    ...(service.inferred && { name: written(setting.name, setting.at) }),
    domains: [...service.domains, ...setting.domains],
    env: withVariables(service, setting, notifications),
  };
}

function withVariables(service: Service, { env }: ServiceSetting, notifications: Notification[]): readonly EnvEntry[] {
  const variables = new Map(service.env.map((entry) => [entry.key, entry]));
  for (const entry of env) {
    const before = variables.get(entry.key);
    const isOpen = before === undefined || before.value.is === 'unknown';
    if (isOpen) variables.set(entry.key, { ...entry, ...(before?.reference && { reference: before.reference }) });
    else if (entry.value.is === 'known') notifications.push(withoutEffect(entry.key, service, entry.at));
  }
  return [...variables.values()];
}

function withoutEffect(key: string, service: Service, at: Notification['at']): Notification {
  const message = `${key} has no effect here: ${service.file} sets it.`;
  return { id: 'setting-without-effect', level: 'warning', message, ...(at && { at }) };
}

function emptyService({ name, at }: ServiceSetting, kind: Service['kind'], platform: string): Service {
  return undeclaredService({ platform, kind, name: written(name, at), at, file: at.file });
}
