import { REGISTERED_ATTRIBUTES, type Line } from '../../sdp';
import { finding, lines, type Finding } from '../finding';
import type { Material } from '../material';

/** The beginning of a line in the middle of another. */
const INNER =
	/(?<=\S)(?:a=([a-z0-9-]+)(?=[:\r\n]|$|[a-z]=)|m=(?:audio|video|application) |c=IN IP[46] )/g;

/** Whether a beginning may be in it at all, which is soon seen of most lines. */
const mayBegin = (text: string): boolean =>
	text.includes('=', 4) &&
	(text.includes('a=', 3) || text.includes('m=', 3) || text.includes('c=', 3));

const isGlued = ({ text, attribute }: Line): boolean => {
	// What is base64 or a URI may hold anything.
	if (!mayBegin(text) || attribute === 'crypto' || text.length > 2000) return false;
	return [...text.slice(2).matchAll(INNER)].some(
		([, name]) => name === undefined || REGISTERED_ATTRIBUTES.has(name)
	);
};

/** Two lines in one: the line end between them was lost on the way (RFC 8866, 5). */
export function gluedLines({ of, description }: Material): Finding | null {
	const glued = description.lines.filter(isGlued);
	const [first] = glued;
	if (first === undefined) return null;
	return finding({
		id: 'sdp.glued-lines',
		severity: 'breaks the call',
		claim: `${glued.length === 1 ? 'A line' : `${glued.length} lines`} of the description ${glued.length === 1 ? 'is' : 'are'} two in one, as in line ${first.number}: the line end between them was lost, and with it what the second says.`,
		because: lines(of, glued),
		todo: 'See what joins lines on the way: text that is split and joined, or a replacement that eats \\r\\n.',
		source: 'RFC 8866, 5',
		isCertain: false
	});
}
