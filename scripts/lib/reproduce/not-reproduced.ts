/** The rules of which nothing is run for real, and why, in a sentence. */
export const NOT_REPRODUCED: Readonly<Record<string, string>> = {
  'invalid-config': 'It claims no status: the platform refuses the file, or leaves out what it does not know.',
  'region-mismatch':
    'It claims no status. That names of one region are not known in another is the word of the platform, https://render.com/docs/private-network, and takes two of its regions to be seen: two networks of our own would show only what we built.',
};
