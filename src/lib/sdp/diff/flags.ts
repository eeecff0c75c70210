import type { Section } from '../description';
import { quote } from '../words';
import { inForce, taggedSection } from './bundled';
import type { Finding } from './types';

/** Whether RTCP shares the port of RTP (RFC 5761, 5.1.1). */
export function compareMultiplexing(offer: Section, answer: Section): Finding | null {
	const before = inForce(offer, 'rtcp-mux');
	const after = inForce(answer, 'rtcp-mux');
	if (!offer.isRtp || before === null) return null;
	const lines = { about: 'rtcp-mux', before, after };
	const tagged = taggedSection(answer);
	if (after !== null) {
		if (answer.attribute('rtcp-mux') !== undefined || after.section.index === -1) return null;
		const meaning = `Not repeated here, and it need not be: section ${quote(tagged?.mid ?? '')} says it for the whole bundle (RFC 9143, 7.1.3).`;
		const rule = answer.isBundleOnly ? 'rtcp-mux-bundle-only' : 'rtcp-mux-inherited';
		return { ...lines, verdict: 'kept', meaning, rule };
	}
	if (tagged !== null) {
		const meaning = 'In a bundle RTCP must share the port of RTP (RFC 9143, 9.3).';
		return { ...lines, verdict: 'wrong', meaning, rule: 'rtcp-mux' };
	}
	if (inForce(offer, 'rtcp-mux-only') !== null) {
		const meaning = 'The offer has no second port for RTCP, as a=rtcp-mux-only says (RFC 8858, 4).';
		return { ...lines, verdict: 'wrong', meaning, rule: 'rtcp-mux' };
	}
	const meaning =
		'RTCP would get a port of its own, which browsers do not have: their rtcpMuxPolicy is always require (RFC 9429, 4.1.1 and 5.8.3).';
	return { ...lines, verdict: 'refused', meaning, rule: 'rtcp-mux' };
}

/** Whether RTCP packets may be short (RFC 5506, 5). */
export function compareReducedSize(offer: Section, answer: Section): Finding | null {
	const before = inForce(offer, 'rtcp-rsize');
	const after = inForce(answer, 'rtcp-rsize');
	if (!offer.isRtp || before === null || after !== null) return null;
	const meaning = 'RTCP packets keep their full form.';
	return { about: 'rtcp-rsize', verdict: 'refused', meaning, before, after };
}
