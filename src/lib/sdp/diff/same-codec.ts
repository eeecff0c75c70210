import { parameter, type Codec } from '../codecs/codec';
import { h264Profile } from '../codecs/h264';
import type { Section } from '../description';
import { clip } from '../words';

/** Something beside the name that two codecs must have in common to be the same. */
interface Trait {
	/** The parameter of a=fmtp. */
	readonly name: string;
	/** What is compared. */
	readonly key: string;
	/** The same for a reader, with the value as it is written. */
	readonly words: string;
}

/** Baseline at level 1, where an H.264 has no profile-level-id (RFC 6184, 8.1). */
export const H264_DEFAULT = '42000a';

/** The parameters that select a configuration, with the values that they have where none is given. */
const TRAITS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	// RFC 6184, 8.2.2: the level is no part of it.
	h264: { 'profile-level-id': H264_DEFAULT, 'packetization-mode': '0' },
	// RFC 9628, 6
	vp9: { 'profile-id': '0' },
	// RFC 7798, 7.2.2: the level may be lower.
	h265: { 'profile-space': '0', 'profile-id': '1', 'tier-flag': '0', 'tx-mode': 'SRST' },
	// RTP Payload Format for AV1, 7.2: level and tier say what a receiver can take.
	av1: { profile: '0' }
};

function trait(codec: Codec, name: string, otherwise: string): Trait {
	const given = parameter(codec.parameters, name);
	const value = given ?? otherwise;
	const written = given === null ? `${value}, for there is no ${name}` : clip(value);
	if (name !== 'profile-level-id') return { name, key: value.toLowerCase(), words: written };
	const profile = h264Profile(value);
	return profile === null
		? { name, key: value.toLowerCase(), words: written }
		: { name, key: profile.name, words: `${profile.name} (${written})` };
}

function traitsOf(codec: Codec): Trait[] {
	return Object.entries(TRAITS[codec.key] ?? {}).map(([name, otherwise]) =>
		trait(codec, name, otherwise)
	);
}

/** What makes two codecs the same for both sides, whatever their payload types are. */
export function keyOf(codec: Codec, section: Section): string {
	const base = `${codec.key}/${codec.clockRate}/${codec.channels ?? '1'}`;
	if (codec.key === 'rtx') {
		const repaired = section.codecs.get(parameter(codec.parameters, 'apt') ?? '');
		// What repairs a retransmission is no codec; the check also ends a circle.
		return repaired === undefined || repaired.key === 'rtx'
			? base
			: `${base} for ${keyOf(repaired, section)}`;
	}
	return [base, ...traitsOf(codec).map(({ key }) => key)].join(' ');
}

/** In what two codecs of one name differ: `profile-level-id: High (640032) against …`; empty where in nothing. */
export function differenceOf(offered: Codec, answered: Codec): string {
	const others = traitsOf(answered);
	const differences = traitsOf(offered).flatMap((one, at) => {
		const other = others[at];
		return other === undefined || other.key === one.key
			? []
			: [`${one.name}: ${one.words} offered, ${other.words} answered`];
	});
	if (offered.clockRate !== answered.clockRate) {
		differences.push(
			`clock: ${clip(offered.clockRate)} offered, ${clip(answered.clockRate)} answered`
		);
	}
	const [channels, other] = [offered.channels ?? '1', answered.channels ?? '1'];
	if (channels !== other) {
		differences.push(`channels: ${clip(channels)} offered, ${clip(other)} answered`);
	}
	return differences.join('; ');
}

/** The codecs of the m= line, in order of preference, by what makes them the same. */
export function codecsOf(section: Section): Map<string, Codec> {
	const codecs = new Map<string, Codec>();
	for (const payloadType of section.mLine?.fields.all('fmt') ?? []) {
		const codec = section.codecs.get(payloadType);
		if (codec === undefined) continue;
		const key = keyOf(codec, section);
		if (!codecs.has(key)) codecs.set(key, codec);
	}
	return codecs;
}
