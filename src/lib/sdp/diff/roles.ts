import type { Description } from '../description';
import type { Section } from '../section';
import { clip } from '../words';
import type { Finding } from './types';

/** Who will be the DTLS client (RFC 5763, 5; RFC 8842, 5.3). */
export function compareDtlsRoles(offer: Section, answer: Section): Finding | null {
	const before = offer.effective('setup') ?? null;
	const after = answer.effective('setup') ?? null;
	if (before === null && after === null) return null;
	// An offer without a=setup counts as one with active (RFC 4145, 4.1).
	const offered = before?.fields.get('role') ?? 'active';
	const answered = after?.fields.get('role') ?? '';
	const lines = { about: 'setup', before, after };
	if (answered === '') {
		const meaning = `${clip(offered)} was offered, and the answer names no DTLS role: it must.`;
		return { ...lines, verdict: 'wrong', meaning };
	}
	const pair = `${clip(offered)} → ${clip(answered)}`;
	// RFC 4145, 4.1: whatever is offered may be put on hold.
	if (answered === 'holdconn') {
		const meaning = `${pair}: no connection is made for now.`;
		return { ...lines, verdict: 'settled', meaning };
	}
	const fits =
		(answered === 'active' && (offered === 'actpass' || offered === 'passive')) ||
		(answered === 'passive' && (offered === 'actpass' || offered === 'active'));
	if (!fits) {
		const meaning = `${pair}: these DTLS roles do not go together, so there can be no handshake.`;
		return { ...lines, verdict: 'wrong', meaning };
	}
	const client = answered === 'active' ? 'answerer' : 'offerer';
	const server = answered === 'active' ? 'offerer' : 'answerer';
	const meaning = `${pair}: the ${client} is the DTLS client and sends the ClientHello, the ${server} is the server.`;
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
