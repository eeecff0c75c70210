import { inForce } from '../../sdp';
import { finding, lines, type Finding } from '../finding';
import { sectionName, usedSections, type Material } from '../material';

/** How many bytes a hash function makes (RFC 8122, 5). */
const BYTES: Readonly<Record<string, number>> = {
	'sha-1': 20,
	'sha-224': 28,
	'sha-256': 32,
	'sha-384': 48,
	'sha-512': 64
};

const ROW = /^[0-9a-f]{2}(?::[0-9a-f]{2})*$/i;

/** A fingerprint of another length than its hash function makes is that of no certificate (RFC 8122, 5). */
export function fingerprintLength(material: Material): Finding | null {
	// Most sections name the certificate that the one before them names.
	let sound = '';
	for (const section of usedSections(material)) {
		const line = inForce(section, 'fingerprint');
		if (line?.text === sound || (line && material.masked?.has(line.number))) continue;
		const [hash = '', value] = (line?.value ?? '').split(' ');
		const bytes = BYTES[hash.toLowerCase()];
		// What is no row of bytes cannot be read at all.
		if (line === null || !value || bytes === undefined || !ROW.test(value)) continue;
		const count = value.split(':').length;
		if (count === bytes) {
			sound = line.text;
			continue;
		}
		return finding({
			id: 'sdp.fingerprint-length',
			severity: 'breaks the call',
			claim: `The fingerprint for ${sectionName(section)} has ${count} ${count === 1 ? 'byte' : 'bytes'}, and ${hash.toLowerCase()} makes ${bytes}: no certificate matches it.`,
			because: lines(material.of, [line]),
			todo: 'See what cuts it on the way; the whole line has to come over.',
			source: 'RFC 8122, 5',
			// Of an offer Chromium finds it when it answers, and Firefox in the handshake alone.
			refusedBy: material.role === 'answer' ? ['Chromium'] : [],
			unanswerableBy: material.role === 'offer' ? ['Chromium'] : []
		});
	}
	return null;
}
