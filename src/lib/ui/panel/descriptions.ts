import {
	otherPeer,
	PEER_NAMES,
	type Description,
	type DescriptionName,
	type PeerName,
	type PeerView,
	type SessionView
} from '$lib/trace';
import type { Relation } from '$lib/sdp';
import type { Made } from '../focus/about';
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
	comparisons: Compared[];
}

/** What a description is compared with. */
export interface Compared {
	label: string;
	before: string;
	relation: Relation;
	/** For an answer: the exchange by which the connection stands that it changes. */
	standing?: { offer: string; answer: string };
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
	return /^#((?:john|jane)-(?:local|remote)(?:-refused)?)-\d+$/.exec(hash)?.[1] ?? null;
}

/** The id under which the page shows an attribute of a peer. */
export function idOfAttribute(peer: PeerName, name: DescriptionName): string {
	return idOf(peer, ATTRIBUTES.find(({ attribute }) => attribute === name)!.side);
}

/** Every description that the peers have, and after them the one that a browser refused last; John’s first. */
export function descriptionsOf(view: SessionView): Shown[] {
	return PEER_NAMES.flatMap((peer) => {
		const { descriptions } = view.peers[peer];
		const had = ATTRIBUTES.flatMap(({ attribute, side, name }): Shown[] => {
			const description = descriptions[attribute];
			if (!description) return [];
			const author = side === 'local' ? peer : otherPeer(peer);
			const label = `${NAMES[peer]}’s ${name} description, ${description.type}`;
			const comparisons = [
				...answeredBy(view.peers[peer], attribute),
				...createdBy(view, author, description)
			];
			return [{ id: idOf(peer, side), peer, author, name, label, description, comparisons }];
		});
		return [...had, ...SIDES.flatMap((side) => refusedOf(view, peer, side) ?? [])];
	});
}

/** By which call a description comes to a side. */
const SETTERS = { local: 'setLocalDescription', remote: 'setRemoteDescription' } as const;
const SIDES = ['local', 'remote'] as const;

/** What a peer was given last for a side and its browser did not take; null where it took the last one. */
function refusedOf(view: SessionView, peer: PeerName, side: Side): Shown | null {
	const last = view.calls.findLast((call) => call.peer === peer && call.name === SETTERS[side]);
	const { type, sdp } = (last?.args ?? {}) as Partial<Description>;
	if (last?.status !== 'rejected' || type === undefined || !sdp) return null;
	const author = side === 'local' ? peer : otherPeer(peer);
	const { localDescription, remoteDescription } = inForce(view.peers[peer]);
	const own = side === 'local' ? remoteDescription : localDescription;
	const isAnswer = type === 'answer' && own?.type === 'offer';
	return {
		id: `${idOf(peer, side)}-refused`,
		peer,
		author,
		name: `refused ${side}`,
		label: `The ${side} ${type} that ${NAMES[peer]}’s browser refused`,
		description: { type, sdp },
		comparisons: [
			...(isAnswer ? [whatBecameOf(own.sdp)] : []),
			...createdBy(view, author, { type, sdp })
		]
	};
}

/** What is pending, or else what is current (webrtc-pc, 4.4.2). */
const inForce = ({ descriptions }: PeerView) => ({
	localDescription: descriptions.pendingLocalDescription ?? descriptions.currentLocalDescription,
	remoteDescription: descriptions.pendingRemoteDescription ?? descriptions.currentRemoteDescription
});

const whatBecameOf = (offer: string): Compared => ({
	label: 'What became of the offer',
	before: offer,
	relation: 'answer'
});

/** A description that was made and is not set, to be read like those that are. */
export function createdOf({ peer, description }: Made): Shown {
	return {
		id: `${peer}-created`,
		peer,
		author: peer,
		name: 'created',
		label: `${NAMES[peer]}’s created ${description.type}, not set yet`,
		description,
		comparisons: []
	};
}

/** The offer that an answer in force settles, whichever side made it. */
function answeredBy({ descriptions, replaced }: PeerView, attribute: DescriptionName): Compared[] {
	const offer =
		attribute === 'currentLocalDescription'
			? descriptions.currentRemoteDescription
			: descriptions.currentLocalDescription;
	if (descriptions[attribute]?.type !== 'answer' || offer?.type !== 'offer') return [];
	const standing = replaced && {
		offer: replaced.offer.sdp,
		answer: replaced.answer.sdp
	};
	return [{ ...whatBecameOf(offer.sdp), ...(standing && { standing }) }];
}

/** What tells one version of a description from another (RFC 8866, 5.2). */
const originOf = (sdp: string) => /^o=.*$/m.exec(sdp)?.[0];

/** What the author’s browser created, where that is not what was set. */
function createdBy(view: SessionView, author: PeerName, { type, sdp }: Description): Compared[] {
	const method = type === 'offer' ? 'createOffer' : 'createAnswer';
	const text = view.calls
		.filter((call) => call.peer === author && call.name === method)
		.map(({ result }) => (result as { sdp?: string } | null | undefined)?.sdp)
		.findLast((made) => made !== undefined && originOf(made) === originOf(sdp));
	if (text === undefined || text === sdp) return [];
	return [{ label: `What changed since ${method}`, before: text, relation: 'revision' }];
}
