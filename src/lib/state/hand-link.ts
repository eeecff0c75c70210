import type { HandLink } from '$lib/signaling/hand-link';

/** What joins this page with another: made on a page of its own, used by each walk of this document, gone with it. */
export const handLink: { made: HandLink | null } = { made: null };
