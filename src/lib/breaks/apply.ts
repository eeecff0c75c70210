import { candidateType, isCandidate } from './candidate-type.ts';
import { CHANGES, changeNamed } from './changes.ts';
import { otherIceText } from './characters.ts';
import type { Kept, PeerDeed } from './deed.ts';
import { applyEdits } from './edits.ts';
import { without } from './lines.ts';
import { parseWireCandidate, textOf, type WireCandidate, type WireMessage } from './message.ts';
import { OTHER_ROUND } from './of-candidate.ts';
import type { ReadyMade } from './ready-made.ts';

/** Which deeds change a message, without whose it is. */
type Change =
	| Pick<Extract<PeerDeed, { do: 'change' }>, 'do' | 'change'>
	| Pick<Extract<PeerDeed, { do: 'edit' }>, 'do' | 'edits'>;

/**
 * What a waiting message says once it is changed, ready-made or by hand.
 * @returns null where nothing of it is changed
 * @throws a `RangeError` where no change has that name
 * @throws an `Error` that says why a candidate changed by hand cannot be sent
 */
export function changedMessage(message: WireMessage, deed: Change): WireMessage | null {
	return deed.do === 'change'
		? changedReadyMade(message, deed.change)
		: changedByHand(message, deed.edits);
}

function changedReadyMade(message: WireMessage, id: string): WireMessage | null {
	const { of, change } = changeNamed(id);
	const { description, candidate } = message;
	if (of === 'description') {
		const sdp = description ? change(description.sdp) : null;
		return description && sdp !== null
			? { ...message, description: { ...description, sdp } }
			: null;
	}
	if (!candidate) return null;
	const line = change(candidate.candidate);
	const changed: WireCandidate = { ...candidate, candidate: line ?? candidate.candidate };
	if (id === OTHER_ROUND && candidate.candidate !== '' && candidate.usernameFragment) {
		changed.usernameFragment = otherIceText(candidate.usernameFragment);
	} else if (line === null) return null;
	return { ...message, candidate: changed };
}

/** The ready-made changes that change anything of a message: those that it is worth to offer for it. */
export function changesFor(message: WireMessage): readonly ReadyMade[] {
	return CHANGES.filter(({ id }) => changedReadyMade(message, id) !== null);
}

function changedByHand(
	message: WireMessage,
	edits: Extract<Change, { do: 'edit' }>['edits']
): WireMessage | null {
	const before = textOf(message);
	if (before === null) return null;
	const after = applyEdits(before, edits);
	if (after === before) return null;
	const { description } = message;
	if (description) return { ...message, description: { ...description, sdp: after } };
	const candidate = parseWireCandidate(after);
	const isSame = JSON.stringify(candidate) === JSON.stringify(message.candidate);
	return isSame ? null : { ...message, candidate };
}

/**
 * What comes through of a message where candidates of one kind alone do. The end of the candidates does
 * with any of them: it only says that there are no more.
 * @returns null where nothing does: the message is a candidate of another kind
 */
export function filtered(message: WireMessage, keeps: Kept): WireMessage | null {
	const { description, candidate } = message;
	if (description) {
		const sdp = without(
			description.sdp,
			(line) => isCandidate(line) && candidateType(line) !== keeps
		);
		return sdp === null ? message : { ...message, description: { ...description, sdp } };
	}
	if (candidate === undefined) return message;
	const isThrough = candidate?.candidate
		? candidateType(candidate.candidate) === keeps
		: keeps !== 'none';
	return isThrough ? message : null;
}
