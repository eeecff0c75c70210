import * as v from 'valibot';
import { PEER_NAMES, type PeerName } from '../trace';
import { Inbox } from './inbox';
import type { OpenLine } from './line';
import type { Wire } from './wire';

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What passes through the line, as JSON: a text with its number, or how many texts an end has heard. */
const Posted = v.union([
	v.strictObject({ to: v.picklist(PEER_NAMES), number: Count, text: v.string() }),
	v.strictObject({ to: v.picklist(PEER_NAMES), heard: Count })
]);
type Posted = v.InferOutput<typeof Posted>;

/** One end of a wire between tabs. */
export interface LineWire extends Wire {
	/** How much came through the line that no end of this wire had sent. */
	readonly refused: number;
}

/**
 * One end of a wire between two tabs, over a line. A line brings nothing to a tab that is not there yet;
 * so an end numbers what it sends and keeps it, and an end that opens, or that was away, says how much it has heard.
 *
 * @param open takes part in a line
 * @param name of the line; whoever knows it can take part
 * @param end whose end this is
 */
export function lineWire(open: OpenLine, name: string, end: PeerName): LineWire {
	const other = PEER_NAMES.find((peer) => peer !== end)!;
	const inbox = new Inbox();
	const sent: string[] = [];
	let heard = 0;
	let refused = 0;

	const refuse = () => {
		refused += 1;
	};
	const hear = (text: string) => {
		const posted = parsePosted(text);
		if (posted === null) return refuse();
		if (posted.to !== end) return;
		if ('heard' in posted) return postFrom(posted.heard);
		// What was heard already was sent again for an end that was late; what is ahead will be.
		if (posted.number !== heard) return;
		heard += 1;
		inbox.arrive(posted.text);
	};
	const askForRest = () => post({ to: other, heard });
	const line = open(name, {
		text: hear,
		refused: refuse,
		// What is sent meanwhile is kept, and asked for afterwards.
		away: () => {},
		interrupted: askForRest
	});
	const post = (posted: Posted) => line.post(JSON.stringify(posted));
	const postFrom = (first: number) => {
		for (let number = first; number < sent.length; number += 1) {
			post({ to: other, number, text: sent[number]! });
		}
	};
	askForRest();

	return {
		get refused() {
			return refused;
		},
		send(text) {
			if (inbox.isClosed) return;
			sent.push(text);
			postFrom(sent.length - 1);
		},
		listen: (listener) => inbox.listen(listener),
		close() {
			if (inbox.isClosed) return;
			inbox.close();
			line.close();
		}
	};
}

function parsePosted(text: string): Posted | null {
	try {
		const parsed = v.safeParse(Posted, JSON.parse(text));
		return parsed.success ? parsed.output : null;
	} catch {
		return null;
	}
}
