import { fixed, whole } from '$lib/trace/numbers';
import type { Quantity } from '$lib/trace/series';

/** One of the small multiples. */
export interface Chart {
	readonly quantity: Quantity;
	readonly title: string;
	/** A value with its unit. */
	readonly write: (value: number) => string;
	/** A value on the axis, where the unit stands in the title. */
	readonly tick: (value: number) => string;
	readonly unit: string;
	/** The axis reaches at least to here, so that noise does not fill the chart. */
	readonly atLeast: number;
	/** What the numbers are, by where they come from. */
	readonly meaning: Readonly<Record<'receives' | 'sends', string>>;
}

const short = (value: number) => String(Math.round(value * 100) / 100);

export const CHARTS: readonly Chart[] = [
	{
		quantity: 'bitrate',
		title: 'Bitrate',
		unit: 'kbit/s',
		write: (value) => `${whole(value / 1000)} kbit/s`,
		tick: (value) => short(value / 1000),
		atLeast: 100_000,
		meaning: {
			receives: 'Payload of all streams that arrive, without headers.',
			sends: 'Payload of all streams that leave, without headers.'
		}
	},
	{
		quantity: 'roundTripTime',
		title: 'Round-trip time',
		unit: 'ms',
		write: (value) => `${fixed(value, 1)} ms`,
		tick: short,
		atLeast: 5,
		meaning: {
			receives: 'By RTCP reports of what this side sends; by ICE checks where there are none.',
			sends: 'By RTCP reports of what this side sends; by ICE checks where there are none.'
		}
	},
	{
		quantity: 'loss',
		title: 'Packet loss',
		unit: '%',
		write: (value) => `${fixed(value, 1)} %`,
		tick: short,
		atLeast: 2,
		meaning: {
			receives: 'Of the packets that should have arrived in the last second.',
			sends: 'As the other side reports it, of the worst stream.'
		}
	},
	{
		quantity: 'frameRate',
		title: 'Frame rate',
		unit: 'frames/s',
		write: (value) => `${whole(value)} /s`,
		tick: short,
		atLeast: 10,
		meaning: { receives: 'Frames decoded.', sends: 'Frames encoded.' }
	},
	{
		quantity: 'jitter',
		title: 'Jitter',
		unit: 'ms',
		write: (value) => `${fixed(value, 1)} ms`,
		tick: short,
		atLeast: 5,
		meaning: {
			receives: 'How unevenly packets arrive, of the worst stream.',
			sends: 'As the other side reports it, of the worst stream.'
		}
	}
];
