import { parent } from '../../repository/paths.js';
import type { Driver } from '../databases/drivers.js';
import type { Called } from './wants.js';

/** The module of a database's driver, as what is needed at the start. */
export function neededDrivers(driver: Driver | undefined): readonly Called[] {
  if (!driver) return [];
  const { module, instead, at, steps } = driver;
  const last = { at, words: `the database needs ${module}` };
  return [
    { what: 'module', name: module, instead, from: 'anywhere', folder: parent(at.file), at, steps: [...steps, last] },
  ];
}
