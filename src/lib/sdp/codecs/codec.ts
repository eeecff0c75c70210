import type { Section } from '../section';
import { clip } from '../words';
import { h264Profile } from './h264';
import { h265Variant } from './h265';

/** A payload type and what it stands for, from a=rtpmap and a=fmtp or from RFC 3551. */
export interface Codec {
	/** 0 to 127, as written. */
	readonly payloadType: string;
	/** As written: `opus`, `VP8`, `rtx`, … */
	readonly name: string;
	/** The name in lower case, for names of codecs have no case (RFC 4855, 3). */
	readonly key: string;
	/** Ticks of the RTP timestamp per second. */
	readonly clockRate: string;
	/** Channels of sound; null for one, and for video. */
	readonly channels: string | null;
	/** What a=fmtp says, as written; empty where there is none. */
	readonly parameters: string;
}

/** One parameter of a=fmtp; null where it is not given. Names are compared without case. */
export function parameter(parameters: string, name: string): string | null {
	for (const piece of parameters.split(';')) {
		const equals = piece.indexOf('=');
		if (equals !== -1 && piece.slice(0, equals).trim().toLowerCase() === name) {
			return piece.slice(equals + 1).trim();
		}
	}
	return null;
}

/** What tells two codecs of one name apart: the profile, and how it is packed. */
export function codecVariant(codec: Codec, section: Section): string {
	switch (codec.key) {
		case 'h264': {
			const profile = h264Profile(parameter(codec.parameters, 'profile-level-id') ?? '');
			const mode = parameter(codec.parameters, 'packetization-mode') ?? '0';
			return profile === null
				? ''
				: ` ${profile.name} ${profile.level}, packetization mode ${clip(mode)}`;
		}
		case 'h265': {
			const value = (name: string) => parameter(codec.parameters, name);
			return ` ${h265Variant(value('profile-id'), value('tier-flag'), value('level-id'))}`;
		}
		case 'vp9':
			return ` profile ${clip(parameter(codec.parameters, 'profile-id') ?? '0')}`;
		case 'av1':
			return ` profile ${clip(parameter(codec.parameters, 'profile') ?? '0')}`;
		case 'rtx': {
			const repaired = parameter(codec.parameters, 'apt') ?? '';
			const name = section.codecs.get(repaired)?.name;
			return repaired === ''
				? ''
				: ` for ${clip(repaired)}${name === undefined ? '' : ` (${clip(name)})`}`;
		}
		default:
			return '';
	}
}

function kilohertz(clockRate: string): string {
	const rate = Number(clockRate);
	return Number.isFinite(rate) && rate > 0 ? `${rate / 1000} kHz` : `clock ${clip(clockRate)}`;
}

/** A codec in a few words: `opus, 48 kHz, 2 channels`, `rtx for 96 (VP8)`. */
export function describeCodec(codec: Codec, section: Section): string {
	// All video has the same clock, so only sound tells its own.
	const clock = codec.clockRate === '90000' ? '' : `, ${kilohertz(codec.clockRate)}`;
	const channels =
		codec.channels === null || codec.channels === '1' ? '' : `, ${clip(codec.channels)} channels`;
	return `${clip(codec.name)}${section.variant(codec)}${clock}${channels}`;
}
