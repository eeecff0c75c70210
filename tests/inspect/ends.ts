import { sampleDump } from './fixtures';

/** A dump of webrtc-internals, as far as it is changed here. */
export interface Internals {
	getUserMedia: { timestamp: number; rid: number }[];
	PeerConnections: Record<
		string,
		{
			updateLog: { timestamp: number; type: string; value: string }[];
			stats: Record<string, { startTime: string; endTime: string; values: string }>;
		}
	>;
}

/** How an end of the sample's call is written to a file of its own. */
export interface End {
	/** Of the sample: 8-1 is the end that offered, 8-2 the one that answered. */
	readonly of: string;
	/** As which connection it is written. */
	readonly as?: string;
	/** By how many milliseconds its clock is ahead. */
	readonly ahead?: number;
	/** Changes the text of the file. */
	readonly change?: (text: string) => string;
}

/** The file that the browser of one end would have made of the sample's call. */
export function fileOf({ of, as = of, ahead = 0, change = (text) => text }: End): string {
	const dump = JSON.parse(sampleDump()) as Internals;
	const { updateLog, stats } = dump.PeerConnections[of]!;
	const later = (time: string) => new Date(Date.parse(time) + ahead).toISOString();
	for (const update of updateLog) update.timestamp += ahead;
	for (const request of dump.getUserMedia) request.timestamp += ahead;
	for (const [name, series] of Object.entries(stats)) {
		series.startTime = later(series.startTime);
		series.endTime = later(series.endTime);
		if (!name.endsWith('-timestamp')) continue;
		const stamps = JSON.parse(series.values) as number[];
		series.values = JSON.stringify(stamps.map((stamp) => stamp + ahead));
	}
	dump.PeerConnections = { [as]: dump.PeerConnections[of]! };
	return change(JSON.stringify(dump));
}

/** Makes a call of the sample's another one: with fragments, fingerprints and origins of its own. */
export function other(text: string): string {
	return text
		.replace(/(a=ice-ufrag:|ufrag )(\w)/g, '$1Z$2')
		.replace(/(a=fingerprint:\S+ )\w\w/g, '$1ZZ')
		.replace(/o=- /g, 'o=- 55');
}
