import type { PeerName } from '../trace/entry';
import { durationWords } from '../trace/numbers.ts';
import type { Check } from './check';
import { callOf, counted, eventsOf, sdpOf, sectionsOf, shown, takenInGlare } from './reading.ts';

/**
 * What becomes of what Jane has added when her offer was taken back and she has answered John’s: her browser
 * looks once she is stable, and finds a transceiver that no description has (webrtc-pc, 4.7.3).
 */
export const wishAfterGlare: Check = {
	answers: ['her browser asks', 'in her answer', 'his browser asks', 'nobody asks'],
	expected: 'her browser asks',
	read(view, entries) {
		const all = shown(view, entries);
		const taken = takenInGlare(view);
		const offer = sdpOf(taken?.args);
		const later = view.calls.filter(({ seq }) => seq > (taken?.seq ?? Infinity));
		const call = callOf({ ...view, calls: later }, 'jane', 'setLocalDescription');
		const stable = view.peers.jane.states.signalingState.find(
			({ value, seq }) => value === 'stable' && seq > (call?.seq ?? Infinity)
		);
		const { data } = all.find(({ seq }) => seq === stable?.seq) ?? {};
		const answer = sdpOf(
			(data as { currentLocalDescription?: null } | undefined)?.currentLocalDescription
		);
		if (!stable || offer === null || answer === null) return null;
		const [asked, sections] = [offer, answer].map((sdp) => sectionsOf(sdp).length);
		const said = `Her answer has ${counted(sections!, 'section')}, as many as the offer`;
		if (sections! > asked!) {
			return {
				is: 'in her answer',
				proof: `The offer has ${counted(asked!, 'section')}, and her answer ${sections}.`,
				seq: stable.seq
			};
		}
		// What fires once she goes on, or once he has her answer, is about something else.
		const next = (peer: PeerName, after: number) =>
			later.find((one) => one.peer === peer && one.seq > after);
		const until = { jane: next('jane', stable.seq), john: next('john', call!.seq) };
		const [hers, his] = (['jane', 'john'] as const).map((peer) =>
			eventsOf(all, peer, 'negotiationneeded').find(
				({ seq }) => seq > call!.seq && seq < (until[peer]?.seq ?? Infinity)
			)
		);
		const event = hers ?? his;
		if (event) {
			return {
				is: hers ? 'her browser asks' : 'his browser asks',
				proof: `${said}; negotiationneeded fired at ${hers ? 'her' : 'his'} side, ${durationWords(event.at - stable.at)} after she was stable.`,
				seq: event.seq
			};
		}
		// It may still come, until she goes on.
		return until.jane
			? {
					is: 'nobody asks',
					proof: `${said}, and no event by the time she went on.`,
					seq: until.jane.seq
				}
			: null;
	}
};
