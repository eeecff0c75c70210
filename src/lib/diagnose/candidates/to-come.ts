import type { Description } from '../../sdp';
import type { Material } from '../material';
import { candidatesOf } from './of-material';

const partsOf = ({ session, sections }: Description) => [session, ...sections];

/** Whether a description says that its candidates may follow it (RFC 8840, 4.1.3). */
const trickles = (description: Description): boolean =>
	partsOf(description).some((part) =>
		part.attributes('ice-options').some(({ value }) => /\btrickle\b/.test(value))
	);

/** Whether a description says that there are no more candidates than it has (RFC 8840, 8.2). */
export const isOver = (description: Description): boolean =>
	partsOf(description).some((part) => part.attribute('end-of-candidates') !== undefined);

/** Whether candidates may follow: it says so, and not that there are no more. */
export const areToCome = (description: Description): boolean =>
	trickles(description) && !isOver(description);

/**
 * Whether a description was read before its browser had opened a socket: candidates may follow, and it
 * has those alone that need none, TCP that only connects (RFC 6544, 4.1). Chromium has these at once, and
 * those for UDP a moment later. Where some came beside it, it is not the moment that it was read in.
 */
export const isJustBegun = (material: Material): boolean =>
	areToCome(material.description) &&
	material.trickled.length === 0 &&
	candidatesOf(material).every(({ candidate }) => candidate.tcpType === 'active');
