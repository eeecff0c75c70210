import type { Description, Section } from '../description';
import { clip } from '../words';
import { authorOf } from './author';
import { inForce, taggedSection } from './bundled';
import type { Finding } from './types';

/** An earlier offer and its answer, by which the connection that stands was made. */
export interface Standing {
	readonly offer: Description;
	readonly answer: Description;
}

const roleOf = (section: Section | undefined) =>
	section && inForce(section, 'setup')?.fields.get('role');

const proofOf = (section: Section | undefined) =>
	section && `${inForce(section, 'fingerprint')?.value} ${inForce(section, 'tls-id')?.value}`;

/**
 * The role that the answerer already has in the DTLS association of a section; null where there is
 * none, or where a new certificate or a=tls-id asks for a new one (RFC 8842, 4).
 */
function standingRole(answer: Section, offered: Description, standing: Standing | undefined) {
	// A section that is new in a bundle uses the association of that.
	const transport = taggedSection(answer) ?? answer;
	const { mid } = transport;
	if (standing === undefined || mid === null) return null;
	const sameSides = authorOf(standing.answer) === authorOf(answer.description);
	const [own, other] = sameSides
		? [standing.answer, standing.offer]
		: [standing.offer, standing.answer];
	const renewed =
		proofOf(own.sectionOf(mid)) !== proofOf(transport) ||
		proofOf(other.sectionOf(mid)) !== proofOf(offered.sectionOf(mid));
	const answered = roleOf(standing.answer.sectionOf(mid));
	if (renewed || (answered !== 'active' && answered !== 'passive')) return null;
	if (sameSides) return answered;
	return answered === 'active' ? 'passive' : 'active';
}

/** Who will be the DTLS client (RFC 5763, 5; RFC 8842, 5.3). */
export function compareDtlsRoles(
	offer: Section,
	answer: Section,
	standing?: Standing
): Finding | null {
	const before = inForce(offer, 'setup');
	const after = inForce(answer, 'setup');
	if (before === null && after === null) return null;
	// An offer without a=setup counts as one with active (RFC 4145, 4.1).
	const offered = before?.fields.get('role') ?? 'active';
	const answered = after?.fields.get('role') ?? '';
	const lines = { about: 'setup', before, after };
	if (answered === '') {
		const meaning = `${clip(offered)} was offered, and the answer names no DTLS role: it must.`;
		return { ...lines, verdict: 'wrong', meaning, rule: 'setup-missing' };
	}
	const pair = `${clip(offered)} → ${clip(answered)}`;
	if (answered === 'actpass') {
		const meaning = `${pair}: an answer must choose, active or passive; only an offer says actpass (RFC 8842, 5.3).`;
		return { ...lines, verdict: 'wrong', meaning, rule: 'setup-open' };
	}
	if (answered === 'holdconn') {
		// RFC 4145, 4.1: whatever is offered may be put on hold; not so for DTLS-SRTP (RFC 5763, 5).
		return inForce(offer, 'fingerprint') === null
			? { ...lines, verdict: 'settled', meaning: `${pair}: no connection is made for now.` }
			: {
					...lines,
					verdict: 'wrong',
					meaning: `${pair}: where DTLS makes the keys, an answer must say active or passive (RFC 5763, 5).`,
					rule: 'setup-open'
				};
	}
	const fits =
		(answered === 'active' && (offered === 'actpass' || offered === 'passive')) ||
		(answered === 'passive' && (offered === 'actpass' || offered === 'active'));
	if (!fits) {
		const meaning = `${pair}: these DTLS roles do not go together, so there can be no handshake.`;
		return { ...lines, verdict: 'wrong', meaning };
	}
	const role = standingRole(answer, offer.description, standing);
	if (role !== null && role !== answered) {
		const meaning = `${pair}: the answerer is ${role} in the DTLS association that stands. With the same certificates that goes on, and its roles may not change (RFC 8842, 5.3; RFC 5763, 6.6).`;
		return { ...lines, verdict: 'wrong', meaning, rule: 'role-flip' };
	}
	const client = answered === 'active' ? 'answerer' : 'offerer';
	const server = answered === 'active' ? 'offerer' : 'answerer';
	const meaning =
		role === null
			? `${pair}: the ${client} is the DTLS client and sends the ClientHello, the ${server} is the server.`
			: `${pair}: the ${client} stays the DTLS client, the ${server} the server; there is no new handshake.`;
	return { ...lines, verdict: 'settled', meaning };
}

const speaksIce = ({ session, sections }: Description) =>
	[session, ...sections].some((section) => section.attribute('ice-ufrag') !== undefined);

/** Who nominates the pair that is used (RFC 8445, 6.1.1); null where one side knows no ICE. */
export function compareIceRoles(offer: Description, answer: Description): Finding | null {
	if (!speaksIce(offer) || !speaksIce(answer)) return null;
	const before = offer.session.attribute('ice-lite') ?? null;
	const after = answer.session.attribute('ice-lite') ?? null;
	const answererControls = before !== null && after === null;
	const reason = answererControls
		? 'the offerer is ICE-lite'
		: after !== null && before === null
			? 'the answerer is ICE-lite'
			: 'it made the offer';
	const meaning = `The ${answererControls ? 'answerer' : 'offerer'} controls ICE, because ${reason}: it chooses the pair that is used.`;
	return { about: 'ICE role', verdict: 'settled', meaning, before, after };
}
