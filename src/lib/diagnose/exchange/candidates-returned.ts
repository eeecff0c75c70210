import { candidatesOf, evidenceOf, isInside, type OwnCandidate } from '../candidates/of-material';
import { finding, type Finding } from '../finding';
import type { Exchange } from './exchange';

/**
 * What is a place of its own: an address with a port. Active TCP has no port of its own (RFC 6544, 4.5),
 * and on loopback each device is its own network.
 */
function placeOf({ candidate, scope }: OwnCandidate): string | null {
	if (candidate.tcpType === 'active' || candidate.port === 0 || candidate.port === 9) return null;
	if (scope === 'loopback' || scope === 'unspecified') return null;
	return `${candidate.transport} ${candidate.address} ${candidate.port}`.toLowerCase();
}

/**
 * All candidates of the answer are those of the offer, of which each is a socket of one side (RFC 8445,
 * 5.1.1): what carries them gives them back to whoever sent them.
 */
export function candidatesReturned({ offer, answer }: Exchange): Finding | null {
	const theirs = candidatesOf(answer);
	const own = new Set(candidatesOf(offer).map(placeOf));
	const places = theirs.map(placeOf).filter((place) => place !== null);
	if (places.length === 0 || !places.every((place) => own.has(place))) return null;
	return finding({
		id: 'ice.candidates-returned',
		// Two networks may both have the same private address; a public one is there once.
		severity: theirs.every(isInside) ? 'will bite' : 'breaks the call',
		claim:
			'Every candidate of the answer is one of the offer, with the same address and port: they lead back to the side that made the offer.',
		because: [
			...evidenceOf(answer.of, theirs),
			...evidenceOf(
				offer.of,
				candidatesOf(offer).filter((one) => places.includes(placeOf(one) ?? ''))
			)
		],
		todo: 'See how signaling tells candidates apart: each side takes those of the other, never its own.',
		source: 'RFC 8445, 5.1.1',
		isCertain: false
	});
}
