import { isDigit } from '../syntax';

/** A profile and level of H.264, read from `profile-level-id`. */
export interface H264Profile {
	/** `Constrained Baseline`, `Main`, … */
	readonly name: string;
	/** `level 3.1`, `level 1b`; `an unknown level (ff)` for what H.264 does not define. */
	readonly level: string;
	/** The largest common picture that the level allows; null where the level is not known. */
	readonly limit: string | null;
	/** Whether H.264 defines the level. */
	readonly isDefined: boolean;
}

/** Profile byte, mask and bits of the constraint byte, name (RFC 6184, 8.1, table 5). */
const PROFILES: readonly (readonly [idc: number, mask: number, bits: number, name: string])[] = [
	[0x42, 0x4f, 0x40, 'Constrained Baseline'],
	[0x4d, 0x8f, 0x80, 'Constrained Baseline'],
	[0x58, 0xcf, 0xc0, 'Constrained Baseline'],
	[0x42, 0x4f, 0x00, 'Baseline'],
	[0x58, 0xcf, 0x80, 'Baseline'],
	[0x4d, 0xaf, 0x00, 'Main'],
	[0x58, 0xcf, 0x00, 'Extended'],
	[0x64, 0xff, 0x0c, 'Constrained High'],
	[0x64, 0xff, 0x00, 'High'],
	[0x6e, 0xff, 0x00, 'High 10'],
	[0x6e, 0xff, 0x10, 'High 10 Intra'],
	[0x7a, 0xff, 0x00, 'High 4:2:2'],
	[0x7a, 0xff, 0x10, 'High 4:2:2 Intra'],
	[0xf4, 0xff, 0x00, 'High 4:4:4 Predictive'],
	[0xf4, 0xff, 0x10, 'High 4:4:4 Intra'],
	[0x2c, 0xff, 0x10, 'CAVLC 4:4:4 Intra']
];

/** What fits into the macroblocks per frame and second of each level (H.264, table A-1). */
const LIMITS: ReadonlyMap<number, string> = new Map([
	[10, '176×144 at 15 frames/s'],
	[11, '320×240 at 10 frames/s'],
	[12, '352×288 at 15 frames/s'],
	[13, '352×288 at 30 frames/s'],
	[20, '352×288 at 30 frames/s'],
	[21, '352×576 at 25 frames/s'],
	[22, '720×480 at 15 frames/s'],
	[30, '720×480 at 30 frames/s'],
	[31, '1280×720 at 30 frames/s'],
	[32, '1280×720 at 60 frames/s'],
	[40, '1920×1080 at 30 frames/s'],
	[41, '1920×1080 at 30 frames/s'],
	[42, '1920×1080 at 60 frames/s'],
	[50, '2560×1920 at 30 frames/s'],
	[51, '3840×2160 at 30 frames/s'],
	[52, '3840×2160 at 60 frames/s'],
	[60, '8192×4320 at 30 frames/s'],
	[61, '8192×4320 at 60 frames/s'],
	[62, '8192×4320 at 120 frames/s']
]);

/** Constraint bit 3: with level byte 11 it means level 1b in the first three profiles. */
const CONSTRAINT_SET_3 = 0x10;

const byteAt = (text: string, index: number) =>
	Number.parseInt(text.slice(2 * index, 2 * index + 2), 16);

function isHexadecimal(text: string): boolean {
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		const letter = code | 32;
		if (!isDigit(code) && (code < 65 || letter < 97 || letter > 102)) return false;
	}
	return true;
}

/** The few profiles that a description speaks of are read again and again. */
const seen = new Map<string, H264Profile>();
const MOST_SEEN = 64;

/**
 * Reads `profile-level-id`: three bytes in hexadecimal, for the profile, its constraints and the level.
 * @returns null where the text is not three bytes
 * @see RFC 6184, 8.1
 */
export function h264Profile(profileLevelId: string): H264Profile | null {
	if (profileLevelId.length !== 6 || !isHexadecimal(profileLevelId)) return null;
	let profile = seen.get(profileLevelId);
	if (profile === undefined) {
		profile = readProfile(profileLevelId);
		if (seen.size >= MOST_SEEN) seen.clear();
		seen.set(profileLevelId, profile);
	}
	return profile;
}

function readProfile(profileLevelId: string): H264Profile {
	const idc = byteAt(profileLevelId, 0);
	const constraints = byteAt(profileLevelId, 1);
	const level = byteAt(profileLevelId, 2);
	const found = PROFILES.find(
		([profile, mask, bits]) => profile === idc && (constraints & mask) === bits
	);
	const name = found?.[3] ?? `an unlisted profile (${profileLevelId.slice(0, 4)})`;
	const simple = idc === 0x42 || idc === 0x4d || idc === 0x58;
	const is1b = level === 9 || (simple && level === 11 && (constraints & CONSTRAINT_SET_3) !== 0);
	if (is1b) return { name, level: 'level 1b', limit: '176×144 at 15 frames/s', isDefined: true };
	const limit = LIMITS.get(level) ?? null;
	return limit === null
		? { name, level: `an unknown level (${profileLevelId.slice(4)})`, limit, isDefined: false }
		: { name, level: `level ${level / 10}`, limit, isDefined: true };
}
