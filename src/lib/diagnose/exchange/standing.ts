import { authorOf, inForce, type Line } from '../../sdp';
import type { Material } from '../material';

/** An offer and its answer, by which a connection stands when another exchange begins. */
export interface Standing {
	readonly offer: Material;
	readonly answer: Material;
}

/** An offer beside the exchange that stands, and its answer; null while there is none. */
export interface Offered {
	readonly offer: Material;
	readonly answer: Material | null;
	readonly standing: Standing | null;
}

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

/**
 * The line of ice-ufrag and that of ice-pwd by which the first section that is used is reached; null for one that is masked,
 * as another is by the same word.
 */
export function credentialsOf({ description, masked }: Material): readonly (Line | null)[] {
	const section = description.sections.find(({ isRejected }) => !isRejected);
	return ['ice-ufrag', 'ice-pwd'].map((name) => {
		const line = section ? inForce(section, name) : null;
		return line === null || masked?.has(line.number) ? null : line;
	});
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
	const isLater = hasCounted(then, offer) && versionOf(then)! > 0n;
	return isLater && answer !== null && before(answer, standing) !== null;
}

/** Whether a description is a later version than another one of its author. */
function hasCounted(then: Material, now: Material): boolean {
	const [was, is] = [versionOf(then), versionOf(now)];
	return was !== null && is !== null && is > was;
}

/**
 * Whether an exchange is of the session of the one before: each side has its session id or its ICE credentials of then (RFC
 * 8866, 5.2; RFC 8839, 4.4.1), or one has counted on and the other, a server, writes a new id each time. A certificate tells
 * nothing, for many connections may share one; and a session keeps its sections.
 */
export function isSameSession({ offer, answer }: Standing, standing: Standing): boolean {
	const both = [standing.answer, standing.offer];
	const sides = [offer, answer].map((now) => {
		const then = before(now, standing);
		return {
			isNamed: then !== null,
			isKept: both.some((one) => keeps(one, now)),
			isLater: then !== null && hasCounted(then, now)
		};
	});
	const isEach = sides.every(({ isNamed, isKept }) => isNamed || isKept);
	if (isEach && sides.some(({ isKept }) => isKept)) return true;
	return (isEach || sides.some(({ isLater }) => isLater)) && keepsSections(standing, offer);
}

/** Whether no section that is used has become one of another kind, or with another name (RFC 3264, 8; RFC 9429, 5.2.2). */
function keepsSections(standing: Standing, offer: Material): boolean {
	return standing.offer.description.sections.every((was, at) => {
		const is = offer.description.sections[at];
		const isFree = was.isRejected || standing.answer.description.sections[at]?.isRejected;
		if (is === undefined || isFree) return true;
		return is.kind === was.kind && (is.mid === was.mid || is.mid === null || was.mid === null);
	});
}

/** Whether a side has the ICE credentials that it had. */
export function keeps(then: Material, now: Material): boolean {
	const [was, is] = [then, now].map((one) => valuesOf(credentialsOf(one)));
	return was!.every((value, at) => value !== null && value === is![at]);
}
