import { finding, type Finding } from '../finding';

/** A connection of which is told that it failed for good. */
export interface LostConnection {
	/** Its name; null where there is but one, or none has one. */
	readonly of: string | null;
	/** Where that is told. */
	readonly line: number;
	/** How far it had come: not at all, to a path of ICE, or to all that it needs. */
	readonly way: 'never' | 'path' | 'up';
}

/** So many names are told. */
const SHOWN = 3;
const FROM_TWO = ['Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

/** The connections that failed in one way, as the subject of a sentence, and what else belongs to it. */
function subjectOf(names: readonly string[], all: number): string {
	const quoted = names.map((name) => `“${name.slice(0, 60)}”`);
	if (names.length === 0) return 'What was pasted says itself that the connection';
	if (names.length === 1) {
		return `What was pasted says itself that the connection ${quoted[0]}, one of ${all},`;
	}
	const more = names.length > SHOWN ? [`${names.length - SHOWN} more`] : [];
	const shown = [...quoted.slice(0, SHOWN), ...more].join(', ');
	if (names.length < all)
		return `${FROM_TWO[names.length - 2] ?? names.length} of ${all} connections (${shown})`;
	return all === 2 ? `Both connections (${shown})` : `All ${all} connections (${shown})`;
}

const WAYS: Readonly<
	Record<
		LostConnection['way'],
		{ readonly became: string; readonly todo: string; readonly source: string }
	>
> = {
	never: {
		became: ' failed and never came about.',
		todo: 'Paste a whole dump (chrome://webrtc-internals, “Create Dump”): it tells which checks were sent, and which were answered.',
		source: 'webrtc-pc, 4.3.3; RFC 8445, 8.1.2'
	},
	path: {
		became: ' failed, though ICE had found a path.',
		todo: 'Look at DTLS, which comes next: each a=fingerprint must be of the certificate that the sender uses on this connection, and one side is active, the other passive.',
		source: 'webrtc-pc, 4.3.3; RFC 8842, 5; RFC 8122, 5'
	},
	up: {
		became: ', once there, became failed.',
		todo: 'See what changed then: a network that was left, a NAT that forgot its mapping, a side that went away. ICE can be restarted (restartIce). A whole dump (chrome://webrtc-internals, “Create Dump”) tells which of the two heard the other last.',
		source: 'webrtc-pc, 4.3.3; RFC 7675, 5.1'
	}
};

/**
 * That connections failed, one finding for each way in which some did.
 * @param lost those that did, at least one
 * @param all how many connections have names
 */
export function toldFailures(lost: readonly LostConnection[], all: number): Finding[] {
	// What has no name is told of one of those that have one, too.
	const named = lost.filter(({ of }) => of !== null);
	const those = named.length > 0 ? named : lost;
	const ways = [...new Set(those.map(({ way }) => way))];
	return ways.map((way) => {
		const some = those.filter((one) => one.way === way);
		const names = some.flatMap(({ of }) => of ?? []);
		const { became, todo, source } = WAYS[way];
		return finding({
			id: 'ice.told-failed',
			severity: 'breaks the call',
			claim: `${subjectOf(names, all)}${became}`.replace(',, ', ', '),
			because: some.map(({ of, line }) => ({
				kind: 'fact',
				text: `line ${line}: ${of === null ? 'failed' : `${of}: failed`}`
			})),
			todo,
			source,
			// That two names are of two connections is read out of how its lines are written.
			...(names.length > 0 && { isCertain: false })
		});
	});
}
