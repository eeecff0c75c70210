/** What stands in front of what was found by a check, or by a test of a server. */
export const SIGNS = { good: '✓', bad: '✕', unknown: '?' } as const;

/** The same for who does not see it. */
export const WORDS = { good: 'good', bad: 'needs you', unknown: 'cannot be told' } as const;
