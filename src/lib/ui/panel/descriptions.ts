import {
	otherPeer,
	PEER_NAMES,
	type Description,
	type DescriptionName,
	type PeerName,
	type SessionView
} from '$lib/trace';
import { NAMES } from './names';

/** Local descriptions were set by the peer itself, remote ones came from the other. */
export type Side = 'local' | 'remote';

/** A description that a peer has, and what it may be compared with. */
export interface Shown {
	/** Unique on the page, and the same whether it is pending or current: links of lines hold. */
	id: string;
	peer: PeerName;
	/** Who wrote it. */
	author: PeerName;
	/** As the browser calls it, in words: `pending local`. */
	name: string;
	label: string;
	description: Description;
	/** What it came from: the created text for a local one, the offer for an answer. */
	comparisons: { label: string; before: string }[];
}

const ATTRIBUTES: readonly { attribute: DescriptionName; side: Side; name: string }[] = [
	{ attribute: 'pendingLocalDescription', side: 'local', name: 'pending local' },
	{ attribute: 'currentLocalDescription', side: 'local', name: 'current local' },
	{ attribute: 'pendingRemoteDescription', side: 'remote', name: 'pending remote' },
	{ attribute: 'currentRemoteDescription', side: 'remote', name: 'current remote' }
];

/** The address of a peer's description on the page, without a line. */
export function idOf(peer: PeerName, side: Side): string {
	return `${peer}-${side}`;
}

/** The id of the description that a link to a line names; null for another link. */
export function idInHash(hash: string): string | null {
	return /^#((?:john|jane)-(?:local|remote))-\d+$/.exec(hash)?.[1] ?? null;
}

/** The id under which the page shows an attribute of a peer. */
export function idOfAttribute(peer: PeerName, name: DescriptionName): string {
	return idOf(peer, ATTRIBUTES.find(({ attribute }) => attribute === name)!.side);
}

/** Every description that the peers have, John's first. */
export function descriptionsOf(view: SessionView): Shown[] {
	return PEER_NAMES.flatMap((peer) =>
		ATTRIBUTES.flatMap(({ attribute, side, name }): Shown[] => {
			const description = view.peers[peer].descriptions[attribute];
			if (!description) return [];
			const author = side === 'local' ? peer : otherPeer(peer);
			return [
				{
					id: idOf(peer, side),
					peer,
					author,
					name,
					label: `${NAMES[peer]}’s ${name} description, ${description.type}`,
					description,
					comparisons: comparisonsOf(view, author, description)
				}
			];
		})
	);
}

function comparisonsOf(
	view: SessionView,
	author: PeerName,
	{ type, sdp }: Description
): Shown['comparisons'] {
	const method = type === 'offer' ? 'createOffer' : 'createAnswer';
	const created = view.calls.findLast((call) => call.peer === author && call.name === method);
	const offer =
		type === 'answer'
			? Object.values(view.peers[author].descriptions).find((one) => one?.type === 'offer')
			: undefined;
	const comparisons: Shown['comparisons'] = [];
	if (offer) comparisons.push({ label: 'What became of the offer', before: offer.sdp });
	const text = (created?.result as { sdp?: string } | null | undefined)?.sdp;
	if (text !== undefined && text !== sdp) {
		comparisons.push({ label: `What changed since ${method}`, before: text });
	}
	return comparisons;
}
