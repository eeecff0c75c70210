import type { Section } from '../description';
import { clip, list } from '../words';
import { inForce } from './bundled';
import { ruleOfCharacters, type Rule } from './refusals';
import type { Finding } from './types';

/** Whether a section is of the kind that browsers make: ICE finds the path, DTLS makes the keys. */
export function isWebrtc(offer: Section): boolean {
	return inForce(offer, 'ice-ufrag') !== null && inForce(offer, 'fingerprint') !== null;
}

/** The shortest user name and password, and the longest (RFC 8839, 5.4). */
const LEAST: Readonly<Record<string, number>> = { 'ice-ufrag': 4, 'ice-pwd': 22 };
const MOST = 256;

/** Which rule a user name or a password breaks that is wrong: its length, or its characters. */
function ruleOf(name: string, value: string): Rule {
	if (value.length < (LEAST[name] ?? 0)) return 'ice-length';
	return value.length > MOST ? 'ice-too-long' : (ruleOfCharacters(value) ?? 'ice-characters');
}

/** Whether the answer has what ICE needs (RFC 8839, 5.4; RFC 9429, 5.8.3). */
export function compareIce(offer: Section, answer: Section): Finding | null {
	const names = ['ice-ufrag', 'ice-pwd'].filter((name) => inForce(offer, name) !== null);
	// An empty one is none to browsers.
	const missing = names.filter((name) => !inForce(answer, name)?.value);
	if (missing.length === 0) {
		const odd = names.find((name) => inForce(answer, name)?.problem);
		if (odd === undefined) return null;
		const [before, after] = [inForce(offer, odd), inForce(answer, odd)];
		const rule = ruleOf(odd, after?.value ?? '');
		const meaning = after?.problem ?? '';
		return { about: odd, verdict: 'wrong', meaning, before, after, rule };
	}
	const lines = {
		about: 'ICE',
		before: inForce(offer, missing[0] ?? ''),
		after: names.map((name) => inForce(answer, name)).find((line) => line !== null) ?? null
	};
	const parts = list(missing.map((name) => `a=${name}`));
	if (!isWebrtc(offer)) {
		const meaning = `The answer has no ${parts}: ICE is not used, and media go to the address of its c= line.`;
		return { ...lines, verdict: 'refused', meaning };
	}
	const meaning = `The answer has no ${parts}, in this section, its bundle or its session part: there can be no connectivity checks (RFC 9429, 5.8.3).`;
	return { ...lines, verdict: 'wrong', meaning, rule: 'ice-credentials' };
}

/** Whether the answer says by which certificate it is known (RFC 8122, 5; RFC 8827, 6.5). */
export function compareFingerprint(offer: Section, answer: Section): Finding | null {
	const before = inForce(offer, 'fingerprint');
	const after = inForce(answer, 'fingerprint');
	if (before === null) return null;
	const lines = { about: 'fingerprint', before, after };
	if (after !== null) {
		return after.problem === null ? null : { ...lines, verdict: 'wrong', meaning: after.problem };
	}
	const instead =
		answer.attribute('crypto') === undefined
			? ''
			: ' It has keys in a=crypto instead, which browsers no longer take.';
	const meaning = `The answer has no a=fingerprint, in this section, its bundle or its session part: nobody could tell whose DTLS handshake it is (RFC 8827, 6.5; RFC 9429, 5.8.3).${instead}`;
	return { ...lines, verdict: 'wrong', meaning, rule: 'fingerprint' };
}

/** Whether media or data travel as they were offered (RFC 9429, 5.3.1 and 5.8.3). */
export function compareProfile(offer: Section, answer: Section): Finding | null {
	const before = offer.mLine ?? null;
	const after = answer.mLine ?? null;
	const [offered = '', answered = ''] = [before, after].map((line) => line?.fields.get('proto'));
	if (offered === answered || offered === '' || answered === '') return null;
	const secure = /S(AVPF?|CTP)$/;
	const clear =
		secure.test(offered) && !secure.test(answered)
			? ', and this one would leave media unencrypted'
			: '';
	const meaning = `${clip(offered)} was offered, ${clip(answered)} is answered: the profile must be the same (RFC 9429, 5.3.1)${clear}.`;
	return { about: 'profile', verdict: 'wrong', meaning, before, after, rule: 'profile' };
}

/** Whether data channels get their port (RFC 8841, 5.1). */
export function compareSctp(offer: Section, answer: Section): Finding | null {
	const before = offer.attribute('sctp-port') ?? null;
	if (!offer.isData || before === null) return null;
	if (answer.attribute('sctp-port') ?? answer.attribute('sctpmap')) return null;
	const meaning = 'The answer has no a=sctp-port, and there is no port by default (RFC 8841, 5.1).';
	return { about: 'sctp-port', verdict: 'wrong', meaning, before, after: null, rule: 'sctp-port' };
}
