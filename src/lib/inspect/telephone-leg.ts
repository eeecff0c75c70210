import { headsOf } from './answer-fits';
import type { Concludable } from './concludable';

/**
 * The places of the descriptions that are of a telephone’s side of a call: neither ICE nor DTLS is in them, nor
 * in what answers them or is answered by them, while another offer and its answer are both for browsers. What a
 * browser offered and a telephone answered is none, for that was handed to the browser.
 */
export function telephonesIn({
	descriptions,
	exchanges
}: Pick<Concludable, 'descriptions' | 'exchanges'>): ReadonlySet<number> {
	const isPlain = descriptions.map(({ sdp, lost, whole }) => {
		const { sections, isForBrowsers } = headsOf(sdp);
		// The profile of browsers says that what is missing was taken out.
		const isPlainRtp = !/^m=\S+ \S+ \S*TLS/m.test(sdp);
		return isPlainRtp && !isForBrowsers && sections.length > 0 && lost === null && whole;
	});
	const isOfBrowsers = ({ sdp }: (typeof descriptions)[number]) => headsOf(sdp).isForBrowsers;
	const hasBrowsers = exchanges.some((places) =>
		places.every((at) => isOfBrowsers(descriptions[at]!))
	);
	if (!hasBrowsers) return new Set();
	const mixed = exchanges.filter((places) => !places.every((at) => isPlain[at])).flat();
	return new Set([...descriptions.keys()].filter((at) => isPlain[at] && !mixed.includes(at)));
}
