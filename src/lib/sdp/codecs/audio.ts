import { amount, bitrate, clip } from '../words';
import type { Parameter, Parameters } from './parameters';

/** A parameter that is 0 or 1. */
function flag(on: string, off: string): Parameter {
	return (value) =>
		value === '1' ? on : value === '0' ? off : `${clip(value)} is neither 0 nor 1`;
}

/** Opus (RFC 7587, 6.1). All but `sprop-…` say what this side would like to receive. */
const opus: Parameters = {
	minptime: (value) => `a packet carries at least ${clip(value)} ms of audio`,
	ptime: (value) => `${clip(value)} ms of audio in a packet would be best`,
	maxptime: (value) => `a packet carries at most ${clip(value)} ms of audio`,
	useinbandfec: flag(
		'in-band error correction is welcome: a packet may carry a coarse copy of the one before',
		'in-band error correction is not wanted'
	),
	usedtx: flag('the sender may pause in silence (DTX)', 'the sender goes on in silence'),
	stereo: flag('stereo is preferred for receiving', 'mono is preferred for receiving'),
	'sprop-stereo': flag('this side is likely to send stereo', 'this side is likely to send mono'),
	cbr: flag('a constant bit rate is wanted', 'the bit rate may vary'),
	maxaveragebitrate: (value) => `at most ${amount(value, bitrate)} on average`,
	maxplaybackrate: (value) => `this side plays sound sampled at up to ${clip(value)} Hz`,
	'sprop-maxcapturerate': (value) => `this side captures sound at up to ${clip(value)} Hz`
};

/** Surround sound as Chromium has it, after RFC 7845, 5.1.1. */
const multiopus: Parameters = {
	...opus,
	channel_mapping: (value) => `the channels are in the order ${clip(value)}`,
	num_streams: (value) => `${clip(value)} Opus streams in a packet`,
	coupled_streams: (value) => `${clip(value)} of the streams are stereo`
};

/** Audio codecs, by their name in lower case. */
export const AUDIO_PARAMETERS: Readonly<Record<string, Parameters>> = {
	opus,
	multiopus,
	// RFC 4867, 8.1
	amr: {
		'mode-set': (value) => `only the modes ${clip(value)} may be used`,
		'octet-align': flag('fields are aligned to bytes', 'fields are packed tightly')
	},
	// RFC 3952, 5
	ilbc: { mode: (value) => `frames of ${clip(value)} ms` },
	// RFC 4855, 4.1.9
	g729: { annexb: (value) => `silence suppression (Annex B): ${clip(value)}` }
};
