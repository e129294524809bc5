import type { Import, Module } from './modules.js';
import { usesOf } from './uses.js';

/**
 * The imports that a module cannot be loaded without by Node: no call in a function, under a condition or where its
 * failure is caught, and in TypeScript none whose names stand for types only, which the compiler leaves out.
 */
export function importsOnLoad(module: Module): readonly Import[] {
  const { imports, file } = module;
  const isTypeScript = /\.[cm]?tsx?$/.test(file);
  const used = isTypeScript ? usedSpecifiers(module) : undefined;
  return imports.filter(({ by, onLoad, locals, specifier }) => {
    if (by === 'call') return onLoad;
    return by === 'export' || locals.length === 0 || !used || used.has(specifier);
  });
}

function usedSpecifiers(module: Module): ReadonlySet<string> {
  return new Set(usesOf(module, module.bindings).map(({ specifier }) => specifier));
}
