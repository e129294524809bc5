/** The rules of which nothing is run for real, and why, in a sentence. */
export const NOT_REPRODUCED: Readonly<Record<string, string>> = {
  'invalid-config': 'It claims no status: the platform refuses the file, or leaves out what it does not know.',
  'region-mismatch': 'It takes two regions of the platform.',
};
