import { authorOf, inForce, type Line } from '../../sdp';
import type { Material } from '../material';
import type { Exchange } from './exchange';

/** An offer beside the exchange that stands, and its answer; null while there is none. */
export type Offered = Pick<Exchange, 'offer' | 'standing'> & { readonly answer: Material | null };

/** The exchange that stands when another one begins. */
export type Standing = NonNullable<Exchange['standing']>;

/**
 * What one side had before: its own description of the exchange that stands; null where that is not known. A server may
 * copy the origin of an offer, now and then or always: it is the one with the same credentials then, or in the same role.
 */
export function before(own: Material, standing: Standing | null): Material | null {
	const author = authorOf(own.description);
	if (author === null || standing === null) return null;
	const both = [standing.answer, standing.offer];
	const same = both.filter(({ description }) => authorOf(description) === author);
	if (same.length === 0) return null;
	const kept = [...same, ...both].find((one) => keeps(one, own));
	return kept ?? same.find(({ role }) => role === own.role) ?? same[0] ?? null;
}

/** The line of ice-ufrag and that of ice-pwd by which the first section that is used is reached. */
export function credentialsOf({ description }: Material): readonly (Line | null)[] {
	const section = description.sections.find(({ isRejected }) => !isRejected);
	return ['ice-ufrag', 'ice-pwd'].map((name) => (section ? inForce(section, name) : null));
}

/** The values of such lines; null for one that is not there. */
export const valuesOf = (all: readonly (Line | null)[]): readonly (string | null)[] =>
	all.map((line) => line?.value.trim() ?? null);

/** The version of a description, which counts up with each of one author (RFC 8866, 5.2); null without a number. */
function versionOf({ description }: Material): bigint | null {
	const fields = description.session.lines.find(({ type }) => type === 'o')?.value.split(' ');
	const version = fields?.[2] ?? '';
	return /^\d{1,20}$/.test(version) ? BigInt(version) : null;
}

/**
 * Whether an exchange really changes the connection that stands, and does not begin another: the offer has the credentials that
 * its side had, or it is a later version and the answer is of a side of that connection, too. The session id of one side
 * alone may be the same in all that one program writes.
 */
export function isOfStanding({ offer, answer, standing }: Offered): boolean {
	const then = before(offer, standing);
	if (then === null) return false;
	if (keeps(then, offer)) return true;
	const [was, is] = [versionOf(then), versionOf(offer)];
	const hasCounted = was !== null && is !== null && is > was && was > 0n;
	return hasCounted && answer !== null && before(answer, standing) !== null;
}

/** Whether a side has the ICE credentials that it had. */
export function keeps(then: Material, now: Material): boolean {
	const [was, is] = [then, now].map((one) => valuesOf(credentialsOf(one)));
	return was!.every((value, at) => value !== null && value === is![at]);
}
