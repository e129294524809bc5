/** What the files of scripts end with, in the order in which build tools try most of them. */
export const SCRIPT_EXTENSIONS: readonly string[] = ['ts', 'tsx', 'mts', 'cts', 'js', 'jsx', 'mjs', 'cjs'];
