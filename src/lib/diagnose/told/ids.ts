/** The names of what is said of words and states that tell nothing of whether a call came about. */
export const UNKNOWN_WORDS_ID = 'told.unknown-words';
export const STATE_ID = 'told.state';
