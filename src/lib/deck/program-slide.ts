/** The slide that shows the whole program. */
export const PROGRAM_SLIDE = 'show-me-the-code';
