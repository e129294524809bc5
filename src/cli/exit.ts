/** Exit statuses, as `--help` describes them. */
export const EXIT = { clean: 0, findings: 1, failed: 2, nothing: 3 } as const;
