import { parameter, type Codec } from '../codecs/codec';
import { h264Profile } from '../codecs/h264';
import type { Line, Section } from '../description';
import { clip } from '../words';
import { codecsOf, H264_DEFAULT, keyOf } from './same-codec';
import type { Finding } from './types';

/** A level as a number to compare, and in words. */
interface Level {
	readonly rank: number;
	readonly words: string;
}

function h264Level({ parameters }: Codec): Level | null {
	const profile = h264Profile(parameter(parameters, 'profile-level-id') ?? H264_DEFAULT);
	if (profile === null) return null;
	// Level 1b lies between 1 and 1.1.
	const rank = profile.level === 'level 1b' ? 1.05 : Number(profile.level.replace('level ', ''));
	return { rank, words: profile.level };
}

/** 93, which is level 3.1, where an H.265 has no level-id (RFC 7798, 7.1). */
function h265Level({ parameters }: Codec, name = 'level-id'): Level | null {
	const value = parameter(parameters, name) ?? '93';
	if (!/^\d{1,3}$/.test(value)) return null;
	return { rank: Number(value), words: `level ${Number((Number(value) / 30).toFixed(1))}` };
}

const asymmetric = ({ parameters }: Codec) =>
	parameter(parameters, 'level-asymmetry-allowed') === '1';

/** Why an answer may not have a level; null where it may, or where levels are not negotiated. */
function raised(offered: Codec, answered: Codec): string | null {
	const [limit, level] =
		answered.key === 'h264'
			? [h264Level(offered), h264Level(answered)]
			: [h265Level(offered), h265Level(answered)];
	if (limit === null || level === null || level.rank <= limit.rank) return null;
	const both = `${clip(answered.name)} ${limit.words} was offered, ${level.words} is answered`;
	if (answered.key === 'h264') {
		return asymmetric(offered) && asymmetric(answered)
			? null
			: `${both}: unless both sides say level-asymmetry-allowed=1, an answer may lower the level but not raise it (RFC 6184, 8.2.2).`;
	}
	const most = parameter(offered.parameters, 'max-recv-level-id');
	return most !== null
		? null
		: `${both}: an answer may lower the level but not raise it (RFC 7798, 7.2.2).`;
}

const fmtpOf = (section: Section, { payloadType }: Codec): Line | null =>
	section.lineOf('fmtp', payloadType) ?? null;

/** The codecs of a section by what makes them the same, of each the one with the highest level. */
function highest(section: Section): Map<string, Codec> {
	const codecs = new Map<string, Codec>();
	for (const codec of section.codecs.values()) {
		if (codec.key !== 'h264' && codec.key !== 'h265') continue;
		const key = keyOf(codec, section);
		const other = codecs.get(key);
		if (other === undefined || raised(other, codec) !== null) codecs.set(key, codec);
	}
	return codecs;
}

/** Whether the answer raises the level of a codec. */
export function compareLevels(offer: Section, answer: Section): Finding | null {
	if (!offer.isRtp) return null;
	const limits = highest(offer);
	for (const [key, answered] of codecsOf(answer)) {
		const offered = limits.get(key);
		const meaning = offered === undefined ? null : raised(offered, answered);
		if (offered === undefined || meaning === null) continue;
		const [before, after] = [fmtpOf(offer, offered), fmtpOf(answer, answered)];
		return { about: 'level', verdict: 'wrong', meaning, before, after };
	}
	return null;
}
