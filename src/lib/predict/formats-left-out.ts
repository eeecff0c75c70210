import type { Check } from './check';
import { created, offerTaken, sectionsOf, shown } from './reading.ts';

/** The formats of the video section (RFC 8866, 5.14); null where it has none or is refused. */
function formatsIn(sdp: string): string[] | null {
	const lines = sectionsOf(sdp).find(([line]) => line?.startsWith('m=video'));
	const [, port, , ...formats] = lines?.[0]?.split(' ') ?? [];
	const isRefused = port === '0' && !lines?.includes('a=bundle-only');
	return formats.length === 0 || isRefused ? null : formats;
}

/**
 * How many of the formats for video that were offered are missing in the answer: those that the answerer does
 * not want or does not know, and none besides (RFC 3264, 6.1).
 */
export const formatsLeftOut: Check = {
	answers: ['none', 'all but one', 'some'],
	read(view, entries) {
		const answer = created(view, shown(view, entries), 'jane', 'createAnswer');
		const offer = offerTaken(view, answer);
		const offered = offer === null ? null : formatsIn(offer);
		const taken = answer && formatsIn(answer.sdp);
		if (!answer || !offered || !taken) return null;
		const missing = offered.filter((format) => !taken.includes(format)).length;
		const left = offered.length - missing;
		return {
			is: missing === 0 ? 'none' : left === 1 ? 'all but one' : 'some',
			proof: `The offer has ${offered.length} formats for video, and ${left} of them are in the answer.`,
			seq: answer.seq
		};
	}
};
