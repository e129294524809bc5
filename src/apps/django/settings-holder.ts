import type { Binding } from '../../code/python/evaluate/names.js';

/** What a name of a setting stands for, in a module or a class of settings. */
export interface SettingsHolder {
  binding(name: string): Binding | undefined;
}
