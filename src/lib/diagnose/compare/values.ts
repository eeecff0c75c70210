import { isTurn } from '../../servers/scheme';
import { transportValue } from '../session/leading';
import { isOfFirefox, mediaOf, type MediaSection } from '../session/read-sdp';
import type { Applied } from '../session/applied';
import type { SessionPeer } from '../session/session';
import type { Recorded } from './recorded';
import type { Matched, Role } from './roles';

/** A value as a recording has it, and the entry that shows it. */
export interface Shown {
	readonly value: string;
	readonly seq: number;
	readonly at: number;
}

/** A value that matters where both recordings have it and it is not the same. */
export interface Value {
	readonly id: string;
	readonly role: Role | null;
	/** In a sentence: `the codec of audio in the answer`. */
	readonly what: string;
	readonly one: Shown;
	readonly other: Shown;
}

/** A value of both; nothing where one of them does not tell it. */
const both = (
	value: Pick<Value, 'id' | 'role' | 'what'>,
	one: Shown | null,
	other: Shown | null
) => (one === null || other === null ? [] : [{ ...value, one, other }]);

/** The values of two peers: how they were configured, and who made them. */
export function valuesOfPeers({ role, one, other }: Matched): readonly Value[] {
	if (one === null || other === null) return [];
	const of = role === 'end' ? '' : ` of the ${role}`;
	const told = (id: string, what: string, read: (peer: SessionPeer) => Shown | null) =>
		both({ id, role, what: `${what}${of}` }, read(one), read(other));
	return [
		...told('policy', 'iceTransportPolicy', (peer) => configured(peer, peer.configuration.policy)),
		...told('servers', 'the list of STUN and TURN servers', (peer) =>
			configured(peer, serversOf(peer))
		),
		...told('browser', 'the browser', (peer) => {
			const own = peer.applied.find(({ side }) => side === 'local');
			return shown(own, (sdp) => (isOfFirefox(sdp) ? 'Firefox' : 'not Firefox'));
		})
	];
}

function configured({ entries }: SessionPeer, value: string): Shown | null {
	const last = entries.findLast(
		({ kind, name }) =>
			kind === 'call' && (name === 'RTCPeerConnection' || name === 'setConfiguration')
	);
	return last === undefined ? null : { value, seq: last.seq, at: last.at };
}

function serversOf({ configuration: { servers } }: SessionPeer): string {
	const turn = servers.some(isTurn);
	const stun = servers.some((url) => /^stuns?:/i.test(url));
	if (turn && stun) return 'STUN and TURN';
	return turn ? 'TURN alone' : stun ? 'STUN alone' : 'empty';
}

function shown(from: Applied | undefined, read: (sdp: string) => string | null): Shown | null {
	const value = from && read(from.sdp);
	return value ? { value, seq: from.seq, at: from.at } : null;
}

/** The values of the first offer and of the first answer, whoever of the two ends is recorded. */
export function valuesOfDescriptions(one: Recorded, other: Recorded): readonly Value[] {
	return (['offer', 'answer'] as const).flatMap((type) => {
		const [ours, theirs] = [firstOf(one, type), firstOf(other, type)];
		const told = (id: string, what: string, read: (sdp: string) => string | null) =>
			both({ id: `${type}-${id}`, role: null, what }, shown(ours, read), shown(theirs, read));
		const common = commonKind(ours, theirs);
		return [
			...sections(type, ours, theirs),
			...told('setup', `a=setup of the ${type}`, (sdp) => transportValue(sdp, 'setup')),
			...(type === 'offer' || common === undefined
				? []
				: told('codec', `the codec of ${common} in the answer`, codecOf(common)))
		];
	});
}

/** The first section that is not the same in both: its kind, its direction, whether it is rejected. */
function sections(
	type: 'offer' | 'answer',
	ours: Applied | undefined,
	theirs: Applied | undefined
): readonly Value[] {
	const [all, their] = [ours, theirs].map((from) => mediaOf(from?.sdp ?? '').map(inWords));
	const most = Math.max(all!.length, their!.length);
	const at = Array.from({ length: most }).findIndex((_, index) => all![index] !== their![index]);
	const what = `media section ${at + 1} of the ${type}`;
	const read = (from: Applied | undefined, words: readonly string[]) =>
		shown(from, () => words[at] ?? 'missing');
	return at === -1
		? []
		: both({ id: `${type}-media`, role: null, what }, read(ours, all!), read(theirs, their!));
}

function firstOf({ session: { peers } }: Recorded, type: 'offer' | 'answer') {
	return peers
		.flatMap(({ applied }) => applied.filter((one) => one.type === type))
		.toSorted((one, other) => one.at - other.at)[0];
}

const inWords = ({ kind, isRejected, direction }: MediaSection) =>
	`${kind} ${isRejected ? 'rejected' : direction}`;

/** The kind of the first section that is in use on both sides. */
function commonKind(one: Applied | undefined, other: Applied | undefined): string | undefined {
	const used = (from: Applied | undefined) =>
		mediaOf(from?.sdp ?? '').filter(({ isRejected }) => !isRejected);
	return used(one).find(({ kind }) => used(other).some((their) => their.kind === kind))?.kind;
}

const codecOf = (wanted: string) => (sdp: string) =>
	mediaOf(sdp).find(({ kind, isRejected }) => kind === wanted && !isRejected)?.codec ?? null;
