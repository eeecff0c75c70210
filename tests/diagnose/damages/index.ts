import type { Damages } from './change';
import { FIRST } from './first';
import { OF_LINES } from './of-lines';
import { OF_MEDIA } from './of-media';
import { OF_TRANSPORT } from './of-transport';

export { freeId, inSection, parts, without } from './change';

/** Ways to damage a description that a browser made, each alone. */
export const DAMAGES: Damages = { ...FIRST, ...OF_LINES, ...OF_TRANSPORT, ...OF_MEDIA };
