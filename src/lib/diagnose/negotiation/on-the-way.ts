import { count } from '../../sdp/words';
import { otherPeer, PEER_NAMES, type PeerName, type WireMessage } from '../../trace';
import { alterationWords } from '../../trace/fate';
import { NAMES } from '../../trace/names';
import { finding, type Finding } from '../finding';
import type { Session } from '../session/session';
import { entry, short } from '../session/words';

/** `offer`, `answer`, `candidate`; the last word of a peer is no candidate. */
function kindOf({ message }: WireMessage): string {
	const { description, candidate } = (message ?? {}) as {
		description?: { type?: string } | null;
		candidate?: { candidate?: string } | null;
	};
	if (description) return description.type ?? 'description';
	if (candidate === undefined) return 'message';
	return candidate?.candidate ? 'candidate' : 'end of candidates';
}

/**
 * Messages that whoever carries them has lost. What carries them is the application’s own, and has to be
 * reliable: nobody sends a description or a candidate again (RFC 9429, 3.1; RFC 8838, 4.1).
 */
export function lostOnTheWay({ view: { wire } }: Session): Finding[] {
	const lost = wire.filter(({ dropped }) => dropped !== undefined);
	return PEER_NAMES.flatMap((to) => lostOf(lost, wire, to));
}

function lostOf(
	lost: readonly WireMessage[],
	all: readonly WireMessage[],
	to: PeerName
): Finding[] {
	const own = lost.filter((one) => one.to === to);
	// One that was lost and came once more was not lost.
	const gone = own.filter(
		({ id }) => !all.some((one) => one.to === to && one.id === id && one.delivered)
	);
	const [from, receiver] = [NAMES[otherPeer(to)], NAMES[to]];
	const descriptions = gone.filter((one) => ['offer', 'answer', 'pranswer'].includes(kindOf(one)));
	const candidates = gone.filter((one) => kindOf(one) === 'candidate');
	const others = all.some((one) => one.to === to && kindOf(one) === 'candidate' && one.delivered);
	const evidence = (messages: readonly WireMessage[]) =>
		messages
			.slice(0, 3)
			.map((one) =>
				entry({ seq: one.dropped! }, `the ${kindOf(one)}, message ${one.id}, was lost`)
			);
	const todo =
		'See where the signaling loses it: the server, or a client that was not connected yet. A description and a candidate are sent once, and nobody asks for them again.';
	return [
		...(descriptions.length === 0
			? []
			: [
					finding({
						id: 'signaling.description-lost',
						severity: 'breaks the call',
						claim: `${from}’s ${kindOf(descriptions[0]!)} was lost on its way: ${receiver} never had it, and waits.`,
						because: evidence(descriptions),
						todo,
						source: 'RFC 9429, 3.1'
					})
				]),
		...(candidates.length === 0
			? []
			: [
					finding({
						id: 'signaling.candidates-lost',
						severity: others ? 'worth knowing' : 'will bite',
						claim: `${count(candidates.length, 'candidate')} of ${from}’s ${candidates.length === 1 ? 'was' : 'were'} lost on the way${others ? '' : `, and ${receiver} has none`}.`,
						because: evidence(candidates),
						todo,
						source: 'RFC 8838, 4.1'
					})
				])
	];
}

/** Messages that say something else than what their sender wrote: what is wrong with that, others tell. */
export function alteredOnTheWay({ view: { wire } }: Session): Finding[] {
	return wire.flatMap((one) => {
		if (!one.altered || one.delivered === undefined) return [];
		const { removed, added, seq } = one.altered;
		const line = (lines: readonly string[]) =>
			lines[0] === undefined ? 'nothing' : short(lines[0]);
		return [
			finding({
				id: 'signaling.message-altered',
				claim: `${NAMES[one.from]}’s ${kindOf(one)} was another one when it reached ${NAMES[one.to]}, ${alterationWords(one.altered)}.`,
				because: [entry({ seq }, `first: ${line(removed)} became ${line(added)}`)],
				todo: 'What carries messages should not change them. Where it has to, as a server that takes part in the media does, both ends have to be told the same.',
				source: 'RFC 9429, 3.1'
			})
		];
	});
}
