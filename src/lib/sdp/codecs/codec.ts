import { clip } from '../words';
import { h264Profile } from './h264';
import { h265Variant } from './h265';

/** A payload type and what it stands for, from a=rtpmap and a=fmtp or from RFC 3551. */
export class Codec {
	/** The name in lower case, for names of codecs have no case (RFC 4855, 3). */
	readonly key: string;
	#variant: string | undefined;
	#description: string | undefined;

	/**
	 * @param payloadType 0 to 127, as written
	 * @param name as written: `opus`, `VP8`, `rtx`, …
	 * @param clockRate ticks of the RTP timestamp per second
	 * @param channels channels of sound; null for one, and for video
	 * @param parameters what a=fmtp says, as written; empty where there is none
	 * @param codecs those of its section, by payload type: it may repair one of them
	 */
	constructor(
		readonly payloadType: string,
		readonly name: string,
		readonly clockRate: string,
		readonly channels: string | null,
		readonly parameters: string,
		readonly codecs: ReadonlyMap<string, Codec>
	) {
		this.key = name.toLowerCase();
	}

	/** What tells two codecs of one name apart: the profile, and how it is packed; empty where nothing does. */
	get variant(): string {
		return (this.#variant ??= variantOf(this));
	}

	/** In a few words: `opus, 48 kHz, 2 channels`, `rtx for 96 (VP8)`. */
	get description(): string {
		return (this.#description ??= describe(this));
	}
}

/** One parameter of a=fmtp; null where it is not given. Names are compared without case. */
export function parameter(parameters: string, name: string): string | null {
	for (let at = 0; at < parameters.length;) {
		const semicolon = parameters.indexOf(';', at);
		const end = semicolon === -1 ? parameters.length : semicolon;
		const equals = parameters.indexOf('=', at);
		if (equals === -1) return null;
		if (equals < end && parameters.slice(at, equals).trim().toLowerCase() === name) {
			return parameters.slice(equals + 1, end).trim();
		}
		at = end + 1;
	}
	return null;
}

function variantOf(codec: Codec): string {
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
			const name = codec.codecs.get(repaired)?.name;
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

function describe(codec: Codec): string {
	// All video has the same clock, so only sound tells its own.
	const clock = codec.clockRate === '90000' ? '' : `, ${kilohertz(codec.clockRate)}`;
	const channels =
		codec.channels === null || codec.channels === '1' ? '' : `, ${clip(codec.channels)} channels`;
	return `${clip(codec.name)}${codec.variant}${clock}${channels}`;
}
