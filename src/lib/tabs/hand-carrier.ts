import { HandRoom } from '../signaling/hand-room';
import type { HandLink } from '../signaling/hand-link';
import type { Carrier } from './carrier';
import { roomCarrier } from './room-carrier';

/** Between two pages that two people have joined by hand. */
export const handCarrier = (link: HandLink): Promise<Carrier> =>
	roomCarrier((hearing) => new HandRoom(link, hearing));
