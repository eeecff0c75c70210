import { finding, lines, type Finding } from '../finding';
import { called, type Material } from '../material';

const CREDENTIALS = new Set(['ice-ufrag', 'ice-pwd']);
/** In a text that is decoded as a form, a plus sign means a blank (WHATWG URL, 5.1). */
export const LOST = /\S +\S/;

/** A user name or a password with a blank in it: it has plus signs, and never blanks (RFC 8839, 5.4). */
export function lostPlus(material: Material): Finding | null {
	const found = material.description.lines.filter(
		({ attribute, value }) => CREDENTIALS.has(attribute ?? '') && LOST.test(value ?? '')
	);
	const [first] = found;
	if (!first) return null;
	return finding({
		id: 'sdp.lost-plus',
		severity: 'breaks the call',
		claim: `There is a blank in a=${first.attribute} of the ${called(material)}, which may have a plus sign and no blank: likely one was lost on the way. Chromium refuses it; elsewhere the checks are made with other credentials than their owner has, and none is answered.`,
		because: lines(material.of, found),
		todo: 'See what passes it on as part of a URL or as a form, where + means a blank: encode it first (encodeURIComponent), or send it as JSON.',
		source: 'RFC 8839, 5.4; WHATWG URL, 5.1',
		refusedBy: ['Chromium'],
		isCertain: false
	});
}
