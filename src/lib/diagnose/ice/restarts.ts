import type { Applied, AppliedExchange } from '../session/applied';
import { transportValue } from '../session/leading';
import type { SessionPeer } from '../session/session';

/** An offer that began ICE anew, and its answer (RFC 8839, 4.4; RFC 9429, 5.2.2). */
export interface Restart extends AppliedExchange {
	/** Whether the answer has another ufrag than before as well: with the old one nothing is restarted. */
	readonly isTaken: boolean;
}

/** The restarts of ICE that a peer has seen to their answers, in order. */
export function restartsOf({ exchanges }: SessionPeer): Restart[] {
	return exchanges.flatMap((one, index): Restart[] => {
		const before = exchanges[index - 1];
		if (before === undefined || !isChanged(one.offer, before)) return [];
		return [{ ...one, isTaken: isChanged(one.answer, before) }];
	});
}

/** Whether a side has another user name for ICE than in an exchange before. */
function isChanged({ side, sdp }: Applied, { offer, answer }: AppliedExchange): boolean {
	const before = offer.side === side ? offer : answer;
	const [now, then] = [sdp, before.sdp].map((text) => transportValue(text, 'ice-ufrag'));
	return now !== null && then !== null && now !== then;
}
