import type { Rules } from '../rule';
import { doc, rfc } from '../spec';
import { SDP, standard } from '../usage';
import { clip } from '../words';
import { realNumber, wholeNumber } from './number';

const ORIENTATIONS: ReadonlyMap<string, string> = new Map([
	['portrait', 'stand upright'],
	['landscape', 'lie on their side'],
	['seascape', 'lie upside down on their side']
]);

function qualityInWords(value: string): string {
	if (value === '10') return 'Of the quality of still pictures the best is wanted (10 of 10).';
	return value === '0'
		? 'The worst quality that is still usable (0 of 10).'
		: `Quality ${clip(value)} of 10, where 5 is what is usual.`;
}

/** What SDP says of pictures, pages and packets where nobody negotiates (RFC 8866, 6). */
export const workspace: Rules = {
	orient: {
		sample: 'a=orient:portrait',
		about: 'How the pages of a shared workspace stand',
		shape: '{orientation}',
		level: 'media',
		spec: rfc(8866, '6.8'),
		usage: SDP,
		fields: { orientation: 'portrait, landscape, or seascape: landscape upside down.' },
		explain: (fields) =>
			`The pages of the workspace ${ORIENTATIONS.get(fields.get('orientation')) ?? 'stand in a way that SDP does not define'}.`,
		check: (fields) =>
			ORIENTATIONS.has(fields.get('orientation'))
				? null
				: 'The orientation must be portrait, landscape or seascape.'
	},
	quality: {
		sample: 'a=quality:10',
		about: 'What matters more, the quality of a picture or how many there are',
		shape: '{quality}',
		level: 'media',
		spec: rfc(8866, '6.14'),
		usage: SDP,
		fields: { quality: 'From 0, the worst that is usable, to 10, the best; 5 is what is usual.' },
		explain: (fields) => qualityInWords(fields.get('quality')),
		check: wholeNumber('quality', 'quality', 10)
	},
	framerate: {
		sample: 'a=framerate:30',
		about: 'The highest frame rate',
		shape: '{framerate}',
		level: 'media',
		spec: rfc(8866, '6.13'),
		usage: SDP,
		fields: { framerate: 'Frames per second, at most; it may have decimals.' },
		explain: (fields) =>
			`The video has at most ${clip(fields.get('framerate'))} frames per second.`,
		check: realNumber('framerate', 'frame rate')
	},
	maxmptime: {
		sample: 'a=maxmptime:40',
		about: 'How much audio a packet may carry, for all codecs of the section',
		shape: '{max-packet-time}',
		level: 'media',
		spec: doc('ITU-T V.152', 'https://www.itu.int/rec/T-REC-V.152'),
		usage: standard('modems over IP; browsers ignore it'),
		fields: { 'max-packet-time': 'Milliseconds of audio in a packet, at most.' },
		explain: (fields) =>
			`A packet may carry at most ${clip(fields.get('max-packet-time'))} ms of audio, whichever the codec.`,
		check: realNumber('max-packet-time', 'time')
	},
	'websocket-uri': {
		sample: 'a=websocket-uri:wss://example.com/bfcp',
		about: 'Where the WebSocket of this section is opened',
		shape: '{ws-uri}',
		level: 'media',
		spec: rfc(8124),
		usage: standard('MSRP and BFCP over WebSocket; browsers ignore it'),
		fields: { 'ws-uri': 'The address, which begins with ws:// or wss://.' },
		explain: (fields) =>
			`The WebSocket of this section is opened at ${clip(fields.get('ws-uri'))}.`,
		check: (fields) => {
			const uri = fields.get('ws-uri').toLowerCase();
			return uri.startsWith('ws://') || uri.startsWith('wss://')
				? null
				: 'The address must begin with ws:// or wss://.';
		}
	}
};
