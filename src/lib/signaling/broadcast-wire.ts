import * as v from 'valibot';
import { PEER_NAMES, type PeerName } from '../trace';
import { Inbox } from './inbox';
import type { Wire } from './wire';

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What passes through the channel: a text with its number, or how many texts an end has heard. */
const Posted = v.union([
	v.strictObject({ to: v.picklist(PEER_NAMES), number: Count, text: v.string() }),
	v.strictObject({ to: v.picklist(PEER_NAMES), heard: Count })
]);
type Posted = v.InferOutput<typeof Posted>;

/** One end of a wire between tabs. */
export interface BroadcastWire extends Wire {
	/** How much came through the channel that no end of this wire had sent. */
	readonly refused: number;
}

/**
 * One end of a wire between two tabs of one origin, over a `BroadcastChannel` (HTML, 9.5). A channel
 * brings nothing to a tab that is not there yet; so an end numbers what it sends and keeps it, and an
 * end that opens says how much it has heard.
 *
 * @param name of the channel; whoever knows it can take part
 * @param end whose end this is
 */
export function broadcastWire(name: string, end: PeerName): BroadcastWire {
	const other = PEER_NAMES.find((peer) => peer !== end)!;
	const channel = new BroadcastChannel(name);
	const inbox = new Inbox();
	const sent: string[] = [];
	let heard = 0;
	let refused = 0;

	const post = (posted: Posted) => channel.postMessage(posted);
	const postFrom = (first: number) => {
		for (let number = first; number < sent.length; number += 1) {
			post({ to: other, number, text: sent[number]! });
		}
	};

	channel.onmessage = ({ data }: MessageEvent<unknown>) => {
		const parsed = v.safeParse(Posted, data);
		if (!parsed.success) {
			refused += 1;
			return;
		}
		const posted = parsed.output;
		if (posted.to !== end) return;
		if ('heard' in posted) return postFrom(posted.heard);
		// What was heard already was sent again for an end that was late; what is ahead will be.
		if (posted.number !== heard) return;
		heard += 1;
		inbox.arrive(posted.text);
	};
	channel.onmessageerror = () => {
		refused += 1;
	};
	post({ to: other, heard });

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
			channel.close();
		}
	};
}
