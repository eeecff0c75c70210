import { durationWords } from '../trace/numbers.ts';
import type { Check } from './check';
import { capital, counted, shown } from './reading.ts';

/**
 * How many messages of signaling a further channel takes, where a section for data is agreed on: none, for it is
 * opened within SCTP (RFC 8832, 5.1).
 */
export const signalingOfChannel: Check = {
	answers: ['none', 'one', 'two'],
	expected: 'none',
	read(view, entries) {
		const [first, second] = view.peers.john.channels;
		if (!first || !second) return null;
		const all = shown(view, entries);
		const made = all.find(({ seq }) => seq === second.seq);
		const open = all.find(
			({ kind, peer, name, data }) =>
				kind === 'event' &&
				peer === 'john' &&
				name === 'channel.open' &&
				(data as { channel?: number } | null)?.channel === second.channel
		);
		if (!made || !open) return null;
		const messages = view.wire.filter(({ sent }) => sent > made.seq && sent < open.seq).length;
		const is = ['none', 'one', 'two'][messages];
		return is === undefined
			? null
			: {
					is,
					proof: `The channel was open ${durationWords(open.at - made.at)} after it was made. ${capital(counted(messages, 'message'))} had been sent by the wire.`,
					seq: open.seq
				};
	}
};
