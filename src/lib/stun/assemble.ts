import { computePriority, splitPriority } from '../ice';
import { annotate } from '../sdp';
import { otherPeer, type PeerName, type SessionView } from '../trace';
import { pairMatrix, roleOf, selectedCell, type MatrixCandidate } from '../trace/pairs';
import type { Description, PeerView } from '../trace/view-peer';
import type { TransportAddress } from './address';
import type { Check } from './write';

/** What type preference a peer-reflexive candidate has (RFC 8445, 5.1.2.2): PRIORITY counts with it. */
const PEER_REFLEXIVE = 110;

/** A check as a peer of this call sends it, as far as its page can know. */
export interface AssembledCheck {
	readonly from: PeerName;
	readonly to: PeerName;
	/** What it says; what the browser draws by itself, and shows to nobody, is left to the caller. */
	readonly check: Omit<Check, 'transactionId' | 'tieBreaker'>;
	/** The candidates of the pair, the sender's first. */
	readonly local: MatrixCandidate;
	readonly remote: MatrixCandidate;
	/** Where it comes from and goes to: null where the browser hides the address, or there is no port. */
	readonly source: TransportAddress | null;
	readonly target: TransportAddress | null;
}

/** Why there is none yet, as a sentence. */
export interface NoCheck {
	readonly why: string;
}

export const isCheck = (result: AssembledCheck | NoCheck): result is AssembledCheck =>
	'check' in result;

const NAMES: Record<PeerName, string> = { john: 'John', jane: 'Jane' };

/**
 * Puts a check together from what is known of a call: the names and the password out of the two
 * descriptions that the sender has, the priority of its candidate, and the role it has. The pair is the
 * selected one, else the first of those that there are (RFC 8445, 7.1 and 7.2.2).
 */
export function assembleCheck(view: SessionView, from: PeerName): AssembledCheck | NoCheck {
	const to = otherPeer(from);
	const sender = view.peers[from];
	const own = credentialsIn(newest(sender, 'Local'));
	const others = credentialsIn(newest(sender, 'Remote'));
	const role = roleOf(sender);
	if (!own) return { why: `${NAMES[from]} has no local description yet, and so no ufrag.` };
	if (!others || role === null) {
		return { why: `${NAMES[from]} does not know ${NAMES[to]}’s ufrag and password yet.` };
	}
	const matrix = pairMatrix(view, from);
	const cell = selectedCell(matrix) ?? matrix.paired[0];
	if (!cell || cell.local.priority === null) {
		return { why: `${NAMES[from]} has no pair to check yet.` };
	}
	const { local, remote } = cell;
	return {
		from,
		to,
		check: {
			receiver: others.ufrag,
			sender: own.ufrag,
			priority: computePriority({
				...splitPriority(cell.local.priority),
				typePreference: PEER_REFLEXIVE
			}),
			role,
			useCandidate: role === 'controlling' && cell.selected,
			password: others.password
		},
		local,
		remote,
		source: transportAddress(local),
		target: transportAddress(remote)
	};
}

function newest({ descriptions }: PeerView, whose: 'Local' | 'Remote'): Description | null {
	return descriptions[`pending${whose}Description`] ?? descriptions[`current${whose}Description`];
}

/** The credentials of the first section that has a path of its own; in a bundle it is that of all. */
function credentialsIn(description: Description | null) {
	if (description === null) return null;
	const { sections } = annotate(description.sdp);
	for (const section of sections.filter(({ isRejected }) => !isRejected)) {
		const ufrag = section.effective('ice-ufrag')?.fields.get('ufrag');
		const password = section.effective('ice-pwd')?.fields.get('password');
		if (ufrag && password) return { ufrag, password };
	}
	return null;
}

function transportAddress({ address, port }: MatrixCandidate): TransportAddress | null {
	if (address === null || port === null || /\.local\.?$/i.test(address)) return null;
	return { address, port };
}
