/** What a=rtpmap must say of a codec, where its payload format leaves no choice. */
interface Clock {
	/** What the sentence calls the codec. */
	readonly name: string;
	readonly clockRate: string;
	/** null where the number of channels is not fixed. */
	readonly channels: string | null;
}

const clock = (name: string, clockRate: string, channels: string | null = null): Clock => ({
	name,
	clockRate,
	channels
});
const video = (name: string) => clock(name, '90000');

/** By the name in lower case. */
const CLOCKS: ReadonlyMap<string, Clock> = new Map([
	// RFC 7587, 7
	['opus', clock('Opus', '48000', '2')],
	// RFC 3551, 4.5.2
	['g722', clock('G.722', '8000')],
	// RFC 4867, 8.1 and 8.2
	['amr', clock('AMR', '8000')],
	['amr-wb', clock('AMR wideband', '16000')],
	// RFC 3952, 5
	['ilbc', clock('iLBC', '8000')],
	// RFC 4103, 8
	['t140', clock('T.140', '1000')],
	// RFC 7741, 6.2.1; RFC 9628, 6.1; RFC 6184, 8.2.1; RFC 7798, 7.2.1; AV1, 7.1; RFC 4629, 8.2
	['vp8', video('VP8')],
	['vp9', video('VP9')],
	['h264', video('H.264')],
	['h265', video('H.265')],
	['av1', video('AV1')],
	['h263-1998', video('H.263+')],
	['h263-2000', video('H.263++')]
]);

/**
 * What is wrong with the clock rate and the channels of a codec, in one sentence; null where nothing is.
 * @param name as written
 * @param channels as written; empty where there are none
 */
export function clockProblem(name: string, clockRate: string, channels: string): string | null {
	const fixed = CLOCKS.get(name.toLowerCase());
	if (fixed === undefined) return null;
	if (clockRate !== fixed.clockRate) {
		return `${fixed.name} always has the clock rate ${fixed.clockRate} in a=rtpmap.`;
	}
	return fixed.channels === null || channels === fixed.channels
		? null
		: `${fixed.name} always has ${fixed.channels} channels in a=rtpmap: ${name}/${clockRate}/${fixed.channels}.`;
}
