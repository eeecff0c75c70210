import { annotate } from '../annotate';
import type { Description } from '../description';
import { diffAnswer } from './answer';
import { authorOf } from './author';
import { diffRevision } from './revision';
import type { Standing } from './roles';
import type { DescriptionDiff, Relation } from './types';

/**
 * How two descriptions are related: the same session id means the same author, hence a revision
 * (RFC 8866, 5.2). Where an id is missing, an a=setup that answers actpass decides.
 */
function relationOf(before: Description, after: Description): Relation {
	const [first, second] = [authorOf(before), authorOf(after)];
	if (first !== null && second !== null) return first === second ? 'revision' : 'answer';
	const role = (description: Description) =>
		(description.sections[0] ?? description.session).effective('setup')?.fields.get('role');
	return role(before) === 'actpass' && ['active', 'passive'].includes(role(after) ?? '')
		? 'answer'
		: 'revision';
}

const read = (text: string | Description) => (typeof text === 'string' ? annotate(text) : text);

/**
 * Compares two descriptions by what they mean, not by where their lines stand: two versions of one
 * side's description, or an offer and its answer. Never throws.
 * @param before SDP or its annotation: the earlier version, or the offer
 * @param after SDP or its annotation: the later version, or the answer
 * @param relation how they are related; found out where it is not given
 * @param standing for an answer: the offer and answer by which the connection stands that these change
 */
export function diff(
	before: string | Description,
	after: string | Description,
	relation?: Relation,
	standing?: { readonly offer: string | Description; readonly answer: string | Description }
): DescriptionDiff {
	const first = read(before);
	const second = read(after);
	if ((relation ?? relationOf(first, second)) === 'revision') return diffRevision(first, second);
	const earlier: Standing | undefined = standing && {
		offer: read(standing.offer),
		answer: read(standing.answer)
	};
	return diffAnswer(first, second, earlier);
}
