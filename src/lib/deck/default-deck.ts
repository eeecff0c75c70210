/** The deck that is shown where none is asked for. */
export const DEFAULT_DECK = 'full';
