import { durationWords } from '../trace/numbers.ts';
import type { Check } from './check';
import { capital, counted, eventsOf, shown, stepOf } from './reading.ts';

/**
 * What Jane’s page is told when John’s sender gets another track: nothing is negotiated, and she receives on the
 * track that she has (webrtc-pc, 5.2, replaceTrack).
 */
export const nobodyIsTold: Check = {
	answers: ['nothing', 'an offer', 'a track'],
	expected: 'nothing',
	read(view, entries) {
		const all = shown(view, entries);
		const call = view.calls.find(
			({ peer, name, args, status }) =>
				peer === 'john' &&
				name === 'replaceTrack' &&
				status === 'resolved' &&
				typeof (args as { id?: string | null } | null)?.id === 'string'
		);
		const step = stepOf(all, call?.step);
		if (!call || !step.isOver) return null;
		const message = step.entries.find(({ kind, seq }) => kind === 'sent' && seq > call.seq);
		const [event] = eventsOf(step.entries, 'jane', 'track').filter(({ seq }) => seq > call.seq);
		const messages = step.entries.filter(({ kind }) => kind === 'sent').length;
		return {
			is: message ? 'an offer' : event ? 'a track' : 'nothing',
			proof: `replaceTrack took ${durationWords(call.took ?? 0)}. ${capital(counted(messages, 'message'))} went by the wire, and track ${event ? 'fired' : 'did not fire'} at Jane’s.`,
			seq: (message ?? event ?? call).seq
		};
	}
};
