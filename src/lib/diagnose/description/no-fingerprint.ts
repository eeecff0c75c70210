import { BOTH_BROWSERS, inForce } from '../../sdp';
import { finding, lines, type Finding } from '../finding';
import { called, isForBrowsers, sectionName, usedSections, type Material } from '../material';

/** Without a fingerprint nobody can tell whose DTLS handshake it is (RFC 8827, 6.5; RFC 9429, 5.8.3). */
export function noFingerprint(material: Material): Finding | null {
	if (!isForBrowsers(material)) return null;
	const bare = usedSections(material).find((section) => inForce(section, 'fingerprint') === null);
	if (bare === undefined) return null;
	const crypto = bare.attribute('crypto');
	const instead =
		crypto === undefined
			? ''
			: ' The keys stand in a=crypto instead (SDES), which browsers no longer take.';
	return finding({
		id: crypto === undefined ? 'sdp.no-fingerprint' : 'sdp.sdes',
		claim: `a=fingerprint is missing for ${sectionName(bare)}, in itself, its bundle and the session part: nobody can tell whose DTLS handshake it is.${instead}`,
		because: lines(material.of, [bare.mLine, crypto]),
		todo: `Turn on DTLS-SRTP where this ${called(material)} is made: browsers encrypt media with nothing else.`,
		source: 'RFC 8827, 6.5; RFC 9429, 5.8.3',
		refusedBy: BOTH_BROWSERS
	});
}
