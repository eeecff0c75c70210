import { describe, expect, it } from 'vitest';

import { reduce, type Json, type TraceEntry } from '../../src/lib/trace';
import { sentenceOf } from '../../src/lib/ui/focus/sentence';
import { entries, viewAfter } from './recorded';
import { STEPS } from '../call/course';
import { recordingOf } from '../predict/recorded';

/** What is said of a step when so many steps of the recorded call were performed. */
function said(step: string, steps: number) {
	return sentenceOf(viewAfter(steps), entries, step);
}

/** The recorded call until an entry, and then what the test adds. */
function until(seq: number, ...more: Partial<TraceEntry>[]) {
	const all = [
		...entries.slice(0, seq),
		...more.map((entry, index) => ({ ...entries[seq - 1]!, seq: seq + index, ...entry }))
	];
	return { view: reduce(all), all };
}

describe('what a step did', () => {
	it('reads, over the whole recorded call, as a story', () => {
		const story = STEPS.map(({ id }, index) => {
			const { did, then } = said(id, index + 1)!;
			return [did, then].filter(Boolean).join(' ');
		});
		expect(story).toMatchInlineSnapshot(`
			[
			  "John now has an RTCPeerConnection: signalingState stable, connectionState new.",
			  "John now has audio and video to send, from the test pattern.",
			  "John will send audio and video: 2 tracks added. His browser fired negotiationneeded: this differs from what was agreed.",
			  "John now has an offer of 161 lines, for audio and video. It is only text: signalingState is still stable.",
			  "John now waits for an answer: stable → have-local-offer. His browser found 8 candidates, and looks for no more.",
			  "John’s offer is on the wire, and waits for Jane.",
			  "Jane now has an RTCPeerConnection: signalingState stable, connectionState new.",
			  "Jane now has John’s offer to answer: stable → have-remote-offer. Her browser announced 2 tracks that will arrive: audio and video.",
			  "Jane now has audio and video to send, from the test pattern.",
			  "Jane will send audio and video: 2 tracks added.",
			  "Jane now has an answer of 158 lines, for audio and video. It is only text: signalingState is still have-remote-offer.",
			  "For Jane the negotiation is complete: have-remote-offer → stable. Her browser found 4 candidates, and looks for no more.",
			  "Jane’s answer is on the wire, and waits for John.",
			  "For John the negotiation is complete: have-local-offer → stable. His browser announced 2 tracks that will arrive: audio and video. They have agreed, and are not connected.",
			  "One of John’s candidates is on the wire, and waits for Jane: 192.0.2.1, port 60091, udp, host.",
			  "Jane’s browser now has an address of John’s to try: 192.0.2.1, port 60091, udp, host. John and Jane are connected.",
			  "One of Jane’s candidates is on the wire, and waits for John: 192.0.2.1, port 52726, udp, host.",
			  "John’s browser now has an address of Jane’s to try: 192.0.2.1, port 52726, udp, host. They were connected before, and still are.",
			  "They exchanged the candidates that were left, 7 of John’s and 3 of Jane’s, and the end of both. They were connected before, and still are.",
			  "John said bye and closed his connection; Jane closed hers.",
			]
		`);
	});

	it('reads as a story where offers are replaced, a server refuses, and each search is counted alone', () => {
		const recorded = recordingOf('stun-and-turn');
		const steps = reduce(recorded).steps.slice(3, 10);
		const story = steps.map(({ id, end }) => {
			const next = recorded.findIndex(
				({ kind, name, seq }) => seq > end! && kind === 'step' && name === 'begin'
			);
			const { did, then } = sentenceOf(reduce(recorded.slice(0, next)), recorded, id)!;
			return [did, then].filter(Boolean).join(' ');
		});
		expect(story).toMatchInlineSnapshot(`
			[
			  "John now waits for an answer: stable → have-local-offer. His browser found 4 candidates, and looks for no more.",
			  "John has configured the connection anew: turn:192.0.2.1:3478, iceTransportPolicy all. It counts when candidates are gathered the next time.",
			  "John has another offer in the place of the one before. signalingState is still have-local-offer. His browser found 4 candidates, and looks for no more. turn:192.0.2.1:3478?transport=udp said 401, “Unauthorized”.",
			  "John has configured the connection anew: turn:192.0.2.1:3478, iceTransportPolicy all. It counts when candidates are gathered the next time.",
			  "John has another offer in the place of the one before. signalingState is still have-local-offer. His browser found 6 candidates, and looks for no more.",
			  "John has configured the connection anew: turn:192.0.2.1:3478, iceTransportPolicy relay. It counts when candidates are gathered the next time.",
			  "John has another offer in the place of the one before. signalingState is still have-local-offer. His browser found 2 candidates, and looks for no more.",
			]
		`);
	});

	it('is nothing before the step, and while the browser is at work', () => {
		expect(said('john-creates-offer', 3)).toBeNull();
		const { view, all } = until(19);
		expect(view.steps.at(-1)).toMatchObject({ id: 'john-creates-offer', status: 'pending' });
		expect(sentenceOf(view, all, 'john-creates-offer')).toBeNull();
		expect(sentenceOf(view, all, null)).toBeNull();
	});

	it('is the same from the end of the step on, whatever comes of it', () => {
		const ends = entries.filter(({ kind, name }) => kind === 'step' && name === 'end');
		expect(ends).toHaveLength(STEPS.length);
		for (const [index, { seq, step }] of ends.entries()) {
			const atEnd = sentenceOf(reduce(entries.slice(0, seq + 1)), entries, step!);
			expect(atEnd?.did).toBe(said(step!, index + 1)!.did);
		}
	});

	it('does not count candidates aloud while they are gathered', () => {
		const spoken = new Set<string | null>();
		for (let seq = 27; seq <= 40; seq += 1) {
			spoken.add(
				sentenceOf(reduce(entries.slice(0, seq)), entries, 'john-sets-local-description')!.then
			);
		}
		expect([...spoken]).toEqual([null, 'His browser found 8 candidates, and looks for no more.']);
	});

	it('counts all candidates where gathering ends in a later step, and says whose they are', () => {
		const late = entries.map((entry) =>
			entry.seq === 85 ? { ...entry, seq: 86 } : entry.seq === 86 ? { ...entry, seq: 85 } : entry
		);
		const all = late.sort((a, b) => a.seq - b.seq);
		all[86] = { ...all[86]!, step: 'jane-sends-answer' };
		const { then } = sentenceOf(reduce(all.slice(0, 89)), all, 'jane-sends-answer')!;
		expect(then).toBe('Jane’s browser found 4 candidates, and looks for no more.');
	});

	it('is, where the browser refused it, what was attempted and what the browser said', () => {
		const data = { name: 'InvalidStateError', message: 'Called in wrong state: stable.' };
		const { view, all } = until(
			23,
			{ kind: 'error', name: 'setLocalDescription', call: 22, data },
			{ kind: 'step', name: 'fail', data: { id: 'john-sets-local-description', error: data } }
		);
		expect(sentenceOf(view, all, 'john-sets-local-description')).toEqual({
			status: 'failed',
			did: 'John’s browser refused setLocalDescription: InvalidStateError, “Called in wrong state: stable”.',
			then: null
		});
	});

	it('is, of a peer without a source, that it only receives', () => {
		const { view, all } = until(7, {
			kind: 'step',
			name: 'end',
			data: { id: 'john-gets-media' }
		});
		expect(sentenceOf(view, all, 'john-gets-media')!.did).toBe(
			'John has nothing to send, and will only receive.'
		);
	});

	/** What is said of a step of John’s that makes one call, after this one of the recorded call. */
	function oneCall(after: string, call: { name: string; data: Json }, ...states: string[]) {
		const at =
			entries.findIndex(
				({ kind, name, step }) => [kind, name, step].join() === `step,end,${after}`
			) + 1;
		const own = { peer: 'john', step: 'one-call' } as const;
		const data = { id: own.step };
		const { view, all } = until(
			at,
			{ ...own, kind: 'step', name: 'begin', data },
			{ ...own, ...call, kind: 'call' },
			...states.map((signalingState) => ({
				...own,
				kind: 'changed' as const,
				name: 'signalingstatechange',
				data: { signalingState }
			})),
			{ ...own, kind: 'result', name: call.name, call: at + 1, data: null },
			{ ...own, kind: 'step', name: 'end', data }
		);
		return sentenceOf(view, all, own.step)!.did;
	}

	it('tells a transceiver that is added beside tracks from one of a peer that sends nothing', () => {
		const data = { track: 'video', init: { direction: 'recvonly' } };
		const call = { name: 'addTransceiver', data };
		expect(oneCall('john-adds-tracks', call)).toBe(
			'John would receive video as well: a transceiver more.'
		);
		expect(oneCall('john-creates-peer-connection', call)).toBe(
			'John will only receive video, and send nothing.'
		);
	});

	it('has each state that was passed where an offer is rolled back by the other’s', () => {
		const call = { name: 'setRemoteDescription', data: { type: 'offer', sdp: 'v=0' } };
		expect(oneCall('john-sends-offer', call, 'stable', 'have-remote-offer')).toBe(
			'John now has Jane’s offer to answer: have-local-offer → stable → have-remote-offer.'
		);
	});

	it('tells of a message whether it still waits', () => {
		expect(said('john-sends-offer', 6)!.did).toBe(
			'John’s offer is on the wire, and waits for Jane.'
		);
		expect(said('john-sends-offer', 8)!.did).toBe(
			'John’s offer was sent to Jane, and has arrived.'
		);
	});
});
