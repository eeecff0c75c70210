import { BOTH_BROWSERS, bundlesOf, inForce } from '../../sdp';
import { finding, lines, type Finding } from '../finding';
import { isForBrowsers, sectionName, usedSections, type Material } from '../material';

/**
 * Browsers have one port for RTP and RTCP: rtcpMuxPolicy is always require (RFC 9429, 4.1.1 and 5.8.3).
 * In a bundle it is enough by the rules that the tagged section says so (RFC 9143, 7.1.3), not to them.
 */
export function rtcpMux(material: Material): Finding | null {
	if (!isForBrowsers(material)) return null;
	const bare = usedSections(material).find(
		(section) => section.isRtp && section.effective('rtcp-mux') === undefined
	);
	if (bare === undefined) return null;
	const because = lines(material.of, [bare.mLine, bundlesOf(material.description)[0]]);
	const todo = 'Say a=rtcp-mux in each section for media where it is made.';
	if (inForce(bare, 'rtcp-mux') !== null) {
		return finding({
			id: 'sdp.rtcp-mux-not-repeated',
			claim: `a=rtcp-mux is not repeated for ${sectionName(bare)}: it has it from its bundle by the rules, but ${bare.isBundleOnly ? 'Firefox wants' : 'browsers want'} it in each section.`,
			because,
			todo,
			source: 'RFC 9143, 7.1.3; RFC 9429, 5.2.1',
			// Chromium passes over a section that is bundle-only.
			refusedBy: bare.isBundleOnly ? ['Firefox'] : BOTH_BROWSERS
		});
	}
	return finding({
		id: 'sdp.no-rtcp-mux',
		claim: `a=rtcp-mux is missing for ${sectionName(bare)}: RTCP would get a port of its own, which browsers do not have.`,
		because,
		todo,
		source: 'RFC 9429, 4.1.1 and 5.8.3; RFC 5761',
		refusedBy: BOTH_BROWSERS
	});
}
