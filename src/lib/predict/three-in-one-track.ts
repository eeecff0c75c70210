import { durationWords } from '../trace/numbers.ts';
import type { Check } from './check';
import { capital, counted, eventsOf, linesOf, sdpOf, shown, stepOf } from './reading.ts';

/** The names of the versions that a section offers side by side (RFC 8853, 5.1). */
const versionsIn = (sdp: string) =>
	linesOf(sdp).flatMap((line) => /^a=simulcast:send (\S+)/.exec(line)?.[1]?.split(';') ?? []);

/**
 * How many tracks Jane has of an offer in which one section has several versions: one, for a track belongs to
 * a section, and a browser receives a single encoding in it (RFC 9429, 3.7).
 */
export const threeInOneTrack: Check = {
	answers: ['one track', 'three tracks', 'refused'],
	expected: 'one track',
	read(view, entries) {
		const call = view.calls.find(
			({ peer, name, args }) =>
				peer === 'jane' &&
				name === 'setRemoteDescription' &&
				versionsIn(sdpOf(args) ?? '').length > 1
		);
		if (!call || call.status === 'pending') return null;
		const took = `setRemoteDescription took ${durationWords(call.took ?? 0)}`;
		if (call.status === 'rejected') {
			return {
				is: 'refused',
				proof: `${took} and failed with ${call.error?.name}.`,
				seq: call.seq
			};
		}
		const step = stepOf(shown(view, entries), call.step);
		const tracks = eventsOf(step.entries, 'jane', 'track').filter(({ seq }) => seq > call.seq);
		if (!step.isOver || tracks.length === 0) return null;
		const versions = versionsIn(sdpOf(call.args)!);
		return {
			is: tracks.length === 1 ? 'one track' : 'three tracks',
			proof: `${took}. ${capital(counted(versions.length, 'version'))} were offered, ${versions.join(', ')}, and track fired for ${counted(tracks.length, 'track')}.`,
			seq: tracks[0]!.seq
		};
	}
};
