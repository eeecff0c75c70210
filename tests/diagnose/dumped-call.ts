import { Reading, type Answer, type Head } from '../../src/lib/inspect';
import { distillWhole } from '../../src/lib/rtc/stats';
import type { InternalsDumps } from '../tools/internals';
import type { RecordedCall } from './recorded-call';

type Connections = Record<string, unknown>;

/** What the page says of a dump before all else. */
export async function headOf(text: string): Promise<Head & { kind: 'dump' }> {
	const answers: Answer[] = [];
	await new Reading(distillWhole, (answer) => answers.push(answer)).take({
		id: 1,
		key: 1,
		source: text,
		cast: null
	});
	const head = answers.find((answer) => answer.type === 'head')?.head;
	if (head?.kind !== 'dump') throw new Error(`This is no dump: ${head?.sentence}`);
	return head;
}

/**
 * Of what a browser has saved, the connections of one call alone: others were open at the same time.
 * They are known by the session ids of their descriptions (RFC 8866, 5.2). No device is asked for by any of these
 * calls: what the page of another test asked for, in the same process, is none of theirs.
 */
export function dumpsOf(call: RecordedCall, { json, rtcstats }: InternalsDumps): InternalsDumps {
	const sessions = sessionsIn(JSON.stringify(call.entries));
	const isOfCall = (text: string) => sessions.some((id) => text.includes(id));
	const whole = JSON.parse(json) as { PeerConnections: Connections };
	const own = Object.entries(whole.PeerConnections).filter(([, one]) =>
		isOfCall(JSON.stringify(one))
	);
	return {
		json: JSON.stringify({
			...whole,
			getUserMedia: [],
			PeerConnections: Object.fromEntries(own)
		}),
		rtcstats: ofCall(rtcstats, isOfCall)
	};
}

/**
 * The ids of the sessions that are described in a text of JSON. A line does not go beyond its text: the base64 of a
 * certificate may end in `o=` as well.
 */
export const sessionsIn = (json: string): string[] =>
	[...json.matchAll(/o=[^\s"]+ (\d+) \d+ IN IP[46] /g)].map(([, id]) => id!);

/** An event of an rtcstats dump: its name, its connection, what it carries, the ms since the one before. */
type Event = [name: string, connection: string | null, ...rest: unknown[]];

/** The events of one call, each as late as it was: their times count from the event before. */
function ofCall(rtcstats: string, isOfCall: (text: string) => boolean): string {
	const rows = rtcstats.split('\n');
	const eventOf = (row: string) => (row.startsWith('[') ? (JSON.parse(row) as Event) : null);
	const ids = new Set(rows.filter(isOfCall).map((row) => eventOf(row)?.[1]));
	let skipped = 0;
	return rows
		.flatMap((row) => {
			const event = eventOf(row);
			const isMedia = /get(?:User|Display)Media/.test(event?.[0] ?? '');
			if (event === null || (event[1] === null && !isMedia)) return [row];
			const since = event.at(-1) as number;
			if (isMedia || !ids.has(event[1])) {
				skipped += since;
				return [];
			}
			const own = [...event.slice(0, -1), since + skipped];
			skipped = 0;
			return [JSON.stringify(own)];
		})
		.join('\n');
}
