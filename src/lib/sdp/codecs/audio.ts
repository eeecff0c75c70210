import { amount, bitrate, clip, count, list, quote } from '../words';
import { isDigit } from '../syntax';
import {
	anything,
	flag,
	oneOf,
	positive,
	whole,
	type Parameter,
	type Parameters
} from './parameter';

/** Opus (RFC 7587, 6.1). All but `sprop-…` say what this side would like to receive. */
const opus: Parameters = {
	minptime: positive((value) => `a packet carries at least ${clip(value)} ms of audio`),
	ptime: positive((value) => `${clip(value)} ms of audio in a packet would be best`),
	maxptime: positive((value) => `a packet carries at most ${clip(value)} ms of audio`),
	useinbandfec: flag(
		'in-band error correction is welcome: a packet may carry a coarse copy of the one before',
		'in-band error correction is not wanted'
	),
	usedtx: flag('the sender may pause in silence (DTX)', 'the sender goes on in silence'),
	stereo: flag('stereo is preferred for receiving', 'mono is preferred for receiving'),
	'sprop-stereo': flag('this side is likely to send stereo', 'this side is likely to send mono'),
	cbr: flag('a constant bit rate is wanted', 'the bit rate may vary'),
	maxaveragebitrate: whole((value) => `at most ${amount(value, bitrate)} on average`, 1),
	maxplaybackrate: whole(
		(value) => `this side plays sound sampled at up to ${clip(value)} Hz`,
		8000,
		48000
	),
	'sprop-maxcapturerate': whole(
		(value) => `this side captures sound at up to ${clip(value)} Hz`,
		8000,
		48000
	)
};

/** Surround sound as Chromium has it, after RFC 7845, 5.1.1. */
const multiopus: Parameters = {
	...opus,
	channel_mapping: anything((value) => `the channels are in the order ${clip(value)}`),
	num_streams: whole((value) => `${clip(value)} Opus streams in a packet`, 1),
	coupled_streams: whole((value) => `${clip(value)} of the streams are stereo`)
};

/** `0,1,2`: the modes of AMR by their number. */
function modeSet(rates: readonly string[]): Parameter {
	const isMode = (mode: string) =>
		mode.length === 1 && isDigit(mode.charCodeAt(0)) && Number(mode) < rates.length;
	return {
		says: (value) => {
			// No list of modes is longer than one digit and a comma for each.
			const modes = value.slice(0, 4 * rates.length).split(',');
			if (!modes.every(isMode)) return `only the modes ${quote(value)} may be used`;
			const named = list(modes.map((mode) => rates[Number(mode)] ?? mode));
			return `only the ${modes.length === 1 ? 'mode' : 'modes'} ${named} kbit/s may be used`;
		},
		takes: (value) => value.length < 4 * rates.length && value.split(',').every(isMode),
		wants: `modes from 0 to ${rates.length - 1} with commas between them`
	};
}

const mayChange = (value: string) => (value === '2' ? 'after every 2nd frame' : 'after any frame');

/** AMR and AMR-WB, whose modes are bit rates (RFC 4867, 8.1 and 8.2). */
function amr(rates: readonly string[]): Parameters {
	const oneOrTwo = (says: Parameter['says']): Parameter => ({
		says,
		takes: (value) => value === '1' || value === '2',
		wants: '1 or 2'
	});
	return {
		'mode-set': modeSet(rates),
		'octet-align': flag('fields are aligned to bytes', 'fields are packed tightly'),
		'mode-change-period': oneOrTwo((value) =>
			value === '1' || value === '2'
				? `the mode may change ${value === '2' ? 'only ' : ''}${mayChange(value)}`
				: `the mode may change after ${quote(value)} frames`
		),
		'mode-change-capability': oneOrTwo((value) =>
			value === '2'
				? `this side can keep to changes of the mode ${mayChange(value)}`
				: 'this side changes the mode at any frame'
		),
		'mode-change-neighbor': flag(
			'the mode changes only to the next one up or down',
			'the mode may change to any other'
		),
		crc: flag('frames carry a checksum', 'frames carry no checksum'),
		'robust-sorting': flag(
			'the bits are sorted by how much they matter',
			'the bits are in the order of the codec'
		),
		interleaving: whole(
			(value) => `frames may be interleaved, at most ${clip(value)} in a group`,
			1
		),
		'max-red': whole((value) => `a frame is repeated at most ${clip(value)} ms later`),
		channels: whole((value) => amount(value, (channels) => count(channels, 'channel')), 1)
	};
}

/** Audio codecs, by their name in lower case. */
export const AUDIO_PARAMETERS: Readonly<Record<string, Parameters>> = {
	opus,
	multiopus,
	amr: amr(['4.75', '5.15', '5.9', '6.7', '7.4', '7.95', '10.2', '12.2']),
	'amr-wb': amr(['6.6', '8.85', '12.65', '14.25', '15.85', '18.25', '19.85', '23.05', '23.85']),
	// RFC 3952, 5
	ilbc: {
		mode: oneOf({ '20': 'frames of 20 ms', '30': 'frames of 30 ms' })
	},
	// RFC 4855, 4.1.9
	g729: {
		annexb: oneOf({
			yes: 'silence suppression (Annex B) is used',
			no: 'silence suppression (Annex B) is not used'
		})
	},
	// RFC 4103, 9
	t140: { cps: whole((value) => `at most ${clip(value)} characters per second`) }
};
