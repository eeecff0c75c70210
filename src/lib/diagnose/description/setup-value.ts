import { BOTH_BROWSERS } from '../../sdp';
import { finding, lines, type Finding } from '../finding';
import { sectionName, type Material } from '../material';

const ROLES = ['actpass', 'active', 'passive', 'holdconn'];

/** The DTLS roles that there are (RFC 4145, 4, as RFC 8842, 5 has it). */
export function setupValue({ of, role, description }: Material): Finding | null {
	for (const section of [description.session, ...description.sections]) {
		const line = section.attributes('setup').find(({ value }) => !ROLES.includes(value));
		if (line === undefined) continue;
		const where = section.index === -1 ? 'the session part' : sectionName(section);
		return finding({
			id: 'sdp.setup-unknown',
			claim: `a=setup in ${where} has the value "${line.value.slice(0, 40)}", which is none of ${ROLES.join(', ')}.`,
			because: lines(of, [line]),
			todo: 'Say actpass in an offer, and active or passive in an answer.',
			source: 'RFC 8842, 5',
			// To Firefox it is as if the line was missing, which it allows an answer.
			refusedBy: role === 'offer' ? BOTH_BROWSERS : ['Chromium']
		});
	}
	return null;
}
