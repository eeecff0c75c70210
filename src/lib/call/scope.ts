import type { Cameras } from '../rtc/camera';
import { trackJson } from '../rtc/json';
import { tracedAsync, tracedSync, type Record } from '../rtc/record';
import { testPattern } from '../rtc/test-pattern';
import type { LocalTracks } from '../rtc/track-events';
import { tracedPeerConnection } from '../rtc/traced-peer-connection';
import { differences } from '../signaling/alteration';
import type { Envelope } from '../signaling/envelope';
import type { Mailbox } from '../signaling/mailbox';
import { Queue } from '../signaling/queue';
import type { Browser, Peer, Received, WireToPeer } from '../steps/step';
import type { Json, PeerName } from '../trace';
import type { CandidateFlow } from './candidate-flow';

/** What a step's code holds, before the steps fill it in. */
export function emptyPeer(record: Record, mailbox: Mailbox, flow: CandidateFlow): Peer {
	let held: RTCPeerConnection | undefined;
	// pc, stream, offer and answer are made by the steps, in an order that the walk guarantees.
	return {
		get pc() {
			return held!;
		},
		set pc(pc) {
			// Made once more at the workbench: the one before would stay open, and nobody could close it.
			if (held) RTCPeerConnection.prototype.close.call(held);
			held = pc;
		},
		candidates: new Queue<RTCIceCandidate | null>(),
		early: [],
		remote: new MediaStream(),
		get oncandidate() {
			return flow.handler;
		},
		set oncandidate(handler) {
			flow.handler = handler;
		},
		send(message) {
			mailbox.send(message, (text) =>
				record({ kind: 'sent', name: nameOf(message), data: JSON.parse(text) as Json })
			);
		},
		async receive(kind) {
			const { id, message } = await mailbox.take((envelope) => flow.leaves(envelope, kind));
			record({ kind: 'delivered', name: nameOf(message), data: { id } });
			return message as Received;
		}
	} satisfies Partial<Peer> as unknown as Peer;
}

/** The wire to a peer, for a step that changes what it carries. */
export function wireTo(record: Record, mailbox: Mailbox): WireToPeer {
	return {
		alter: (kind, change) =>
			mailbox.alter(
				(envelope) => kind in envelope.message,
				(envelope) => {
					const content = change(envelope.message[kind] as never);
					return altered(envelope, { [kind]: content } as Envelope['message'], record);
				}
			)
	};
}

/** A message that says something else now, which is recorded with the lines in which it does. */
export function altered(
	{ id, message }: Envelope,
	changed: Envelope['message'],
	record: Record
): Envelope {
	const data = { id, message: changed, ...differences(message, changed) };
	record({ kind: 'altered', name: nameOf(changed), data: data as unknown as Json });
	return { id, message: changed };
}

/** What a message is called: its first member. */
export const nameOf = (message: object) => Object.keys(message)[0] ?? 'message';

/** The browser's own things, watched. */
export function browserFor(
	peer: PeerName,
	record: Record,
	cameras: Cameras,
	own: LocalTracks
): Browser {
	const streamJson = (stream: MediaStream): Json => ({
		id: stream.id,
		tracks: stream.getTracks().map((track) => ({
			...trackJson(track),
			// A camera that another attempt has used may be so already.
			...(track.muted && { muted: true })
		}))
	});
	const watched = (stream: MediaStream) => {
		own.watch(stream);
		return stream;
	};
	return {
		RTCPeerConnection: tracedPeerConnection(record),
		navigator: {
			mediaDevices: {
				getUserMedia: (constraints) =>
					tracedAsync(
						record,
						'getUserMedia',
						(constraints ?? null) as Json,
						async () => watched(await cameras.get(peer, constraints)),
						streamJson
					)
			}
		},
		testPattern: (name, width) =>
			tracedSync(
				record,
				'testPattern',
				width === undefined ? name : [name, width],
				() => watched(testPattern(name, width)),
				streamJson
			)
	};
}
