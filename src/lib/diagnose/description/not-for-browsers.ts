import { BOTH_BROWSERS } from '../../sdp';
import { finding, lines, type Finding } from '../finding';
import { called, isForBrowsers, usedSections, type Material } from '../material';

/** A description as telephones make it: neither ICE nor DTLS in any section (RFC 8827, 6.5). */
export function notForBrowsers(material: Material): Finding | null {
	const used = usedSections(material);
	const [first] = used;
	if (first === undefined || isForBrowsers(material)) return null;
	const profile = first.mLine?.fields.get('proto') ?? '';
	const phone = profile.includes('TLS') ? '' : `, as telephones make it (${profile.slice(0, 40)})`;
	const crypto = used.map((section) => section.attribute('crypto')).find(Boolean);
	const keys = crypto === undefined ? '' : ' The keys in a=crypto (SDES) are of no use to them.';
	return finding({
		id: 'sdp.not-for-browsers',
		claim: `A browser cannot take this ${called(material)}: it has neither ICE credentials nor a fingerprint${phone}.${keys}`,
		because: lines(material.of, [first.mLine, crypto]),
		todo: 'Turn on ICE and DTLS-SRTP where it is made, or put a gateway between (rtpengine, Janus, a softphone server with WebRTC turned on).',
		source: 'RFC 8827, 6.5; RFC 9429, 5.8.3',
		refusedBy: BOTH_BROWSERS
	});
}
