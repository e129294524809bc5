import { optionOf } from '../../code/config-file.js';
import { childOf, join } from '../../repository/paths.js';
import { notRead, siteIn, type Making, type Ran } from './making.js';

/** The folder an option of the command names; `unread` where that cannot be decided, undefined where it is not given. */
export function given({ words }: Ran, base: string, ...names: readonly string[]): string | 'unread' | undefined {
  if (!words.some((word) => names.some((name) => word === name || word?.startsWith(`${name}=`) === true)))
    return undefined;
  const value = optionOf(words, ...names);
  return (value === undefined ? undefined : join(base, value)) ?? 'unread';
}

export function site(name: string, folder: string | undefined): Making {
  return folder === undefined || folder === 'unread'
    ? // It is a site all the same, in a folder that is none of those that can be told.
      { ...notRead(`where ${name} writes to is set`), sites: [] }
    : siteIn(folder);
}

/** A folder, with the page in it that the builder always writes. */
export function withPage(making: Making): Making {
  const files = (making.sites ?? []).map((folder) => ({ path: childOf(folder, 'index.html') }));
  return { ...making, files: [...(making.files ?? []), ...files] };
}
