import type { Check } from './check';
import { counted, eventsOf, sdpOf, sectionsOf, shown, stepOf } from './reading.ts';

/** A section for data (RFC 8841, 5). */
const hasData = (sdp: string) => sdp.includes('m=application');

/**
 * Which event fires for Jane when she is given the first offer with a section for data: none, for it says nothing
 * of channels (RFC 8832, 5.1), and makes no transceiver (RFC 9429, 5.10).
 */
export const sectionBringsNoChannel: Check = {
	answers: ['none', 'datachannel', 'track'],
	expected: 'none',
	read(view, entries) {
		const all = shown(view, entries);
		const call = view.calls.find(
			({ peer, name, args, status }) =>
				peer === 'jane' &&
				name === 'setRemoteDescription' &&
				status === 'resolved' &&
				hasData(sdpOf(args) ?? '')
		);
		const step = stepOf(all, call?.step);
		if (!call || !step.isOver) return null;
		const sections = sectionsOf(sdpOf(call.args)!).length;
		const [event] = eventsOf(step.entries, 'jane', 'datachannel', 'track');
		return {
			is: event ? event.name : 'none',
			proof: `Her description has ${counted(sections, 'section')} now, the last for data, and ${event ? `${event.name} fired` : 'neither datachannel nor track fired'}.`,
			seq: (event ?? call).seq
		};
	}
};
