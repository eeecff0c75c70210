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

/**
 * What a gateway tells of the telephone’s side of a call, where the browser’s side stands beside it: plain RTP
 * is right there, and no browser is given it.
 */
export function telephoneLeg(materials: readonly Material[]): Finding {
	const [first] = materials.flatMap((material) =>
		usedSections(material).map(({ mLine }) => ({ of: material.of, mLine }))
	);
	const profile = first?.mLine?.fields.get('proto')?.slice(0, 40) ?? 'RTP/AVP';
	const what = materials.length > 1 ? 'offer and this answer are' : `${called(materials[0]!)} is`;
	return finding({
		id: 'sdp.telephone-leg',
		claim: `This ${what} of the telephone’s side of the call (${profile}, without ICE and DTLS): a gateway stands between it and the browser’s side, which is here as well.`,
		because: first ? lines(first.of, [first.mLine]) : [],
		todo: 'Nothing, as long as the gateway hands none of it to a browser.',
		source: 'RFC 8827, 6.5',
		isCertain: false
	});
}
