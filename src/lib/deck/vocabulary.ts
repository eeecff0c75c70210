import { vocabulary as words } from 'virtual:vocabulary';
import type { Vocabulary } from './definitions';

/** What the words mean that the slides link, by the ids in `terms.js`. */
export const vocabulary: Vocabulary = words;
