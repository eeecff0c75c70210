import type { TraceEntry } from '../../trace';
import { finding, type Finding } from '../finding';
import { mediaOf } from '../session/read-sdp';
import { partnerOf, type Session } from '../session/session';
import { entry, short } from '../session/words';

/** Milliseconds that a page may take to negotiate what it has added. */
const SOON = 2000;

/** Tracks that were added and never negotiated: the other side knows nothing of them (webrtc-pc, 4.7.3). */
export function notNegotiated(session: Session): Finding[] {
	return session.peers.flatMap((peer) => {
		const { applied, exchanges, called, course, endAt } = peer;
		if (course !== 'worked' || exchanges.length === 0) return [];
		const last = applied.at(-1)!;
		const added = peer.entries.find((one) => one.seq > last.seq && isAdding(one));
		if (added === undefined || endAt - added.at < SOON) return [];
		return finding({
			id: 'media.not-negotiated',
			severity: 'breaks a part',
			claim: `${called} added a track after offer and answer, and no negotiation followed: the other side is never told of it, and nothing of it is sent.`,
			because: [
				entry(last, `the last description: ${last.type}, ${last.side}`),
				entry(added, `${added.name}, after that`)
			],
			todo: 'Negotiate again when negotiationneeded fires: a new offer, and its answer. Or add every track before the first one.',
			source: 'webrtc-pc, 4.7.3; RFC 9429, 4.1.1'
		});
	});
}

function isAdding({ kind, name, data }: TraceEntry): boolean {
	if (kind === 'call') return name === 'addTrack' || name === 'addTransceiver';
	// Chromium’s log tells of transceivers instead of calls, until 138 as a text; a description makes some as well.
	const reason =
		typeof data === 'string'
			? /^Caused by: (\w+)/.exec(data)?.[1]
			: (data as { reason?: unknown } | null)?.reason;
	return (
		kind === 'event' &&
		name === 'transceiverAdded' &&
		(reason === 'addTrack' || reason === 'addTransceiver')
	);
}

/**
 * A side that answered without a track: what was offered to it both ways flows one way, or not at all
 * (RFC 9429, 5.3.1). Where both ends are recorded, it is said of the one that answered.
 */
export function answeredWithoutTrack(session: Session): Finding[] {
	return session.peers.flatMap((peer) => {
		const exchange = peer.exchanges.at(-1);
		if (!exchange || peer.course === 'never connected') return [];
		const isOwn = exchange.answer.side === 'local';
		if (!isOwn && partnerOf(session, peer) !== null) return [];
		const answers = mediaOf(exchange.answer.sdp);
		const silent = mediaOf(exchange.offer.sdp).flatMap((offered, index) => {
			const answered = answers[index];
			if (!answered || offered.isRejected || offered.direction !== 'sendrecv') return [];
			const gives = answered.direction === 'recvonly' || answered.direction === 'inactive';
			return answered.isRejected || gives ? [answered] : [];
		});
		const [first] = silent;
		if (first === undefined) return [];
		const kinds = [...new Set(silent.map(({ kind }) => kind))].join(' and ');
		const how = first.isRejected ? 'rejected (port 0)' : first.direction;
		const why = first.isRejected ? '' : ', since there was no track when the answer was made';
		const isNone = first.isRejected || first.direction === 'inactive';
		return finding({
			id: 'media.no-track',
			severity: 'worth knowing',
			claim: isOwn
				? `${peer.called} sends no ${kinds}: it was offered both ways, and answered ${how}${why}.`
				: `The other side sends no ${kinds}${isNone ? `, and takes none of ${peer.called}` : ''}: ${peer.called} offered both ways, and it answered ${how}.`,
			because: [
				entry(
					exchange.answer,
					`${first.isRejected ? 'port 0' : `a=${first.direction}`} for ${kinds} in the answer`
				)
			],
			todo: 'If it is to be sent: the side that answers adds its track before createAnswer() or setLocalDescription(), or sets transceiver.direction and negotiates again.',
			source: 'RFC 9429, 5.3.1; webrtc-pc, 4.4.2',
			isCertain: isOwn
		});
	});
}

/** Sources that give nothing: muted by the system, or ended (mediacapture-streams, 4.3.1). */
export function interruptedTracks({ peers }: Session): Finding[] {
	return peers.flatMap((peer) => {
		const { interruptions } = peer.view;
		const [first] = interruptions;
		if (first === undefined || peer.view.closed) return [];
		const kinds = [...new Set(interruptions.map(({ kind }) => kind))].join(' and ');
		const isOver = interruptions.some(({ event }) => event === 'ended');
		return finding({
			id: isOver ? 'media.track-ended' : 'media.track-muted',
			severity: 'breaks a part',
			claim: isOver
				? `${peer.called}’s ${kinds} has ended: the device is gone, or its permission was taken back.`
				: `${peer.called}’s ${kinds} gives nothing for now: the system, or the device, has muted it.`,
			because: interruptions
				.slice(0, 3)
				.map((one) => entry(one, `${one.event} of the local ${one.kind} track`)),
			todo: isOver
				? 'Take another device (getUserMedia) and put its track in place of this one: sender.replaceTrack(), without negotiating.'
				: 'See whether a switch, another program or the operating system keeps the device; it comes back by itself (unmute).',
			source: 'mediacapture-streams, 4.3.1'
		});
	});
}

const DEVICES = /(?:^|\.)getUserMedia$/;
const SCREEN = /(?:^|\.)getDisplayMedia$/;

/** Cameras and microphones that could not be had. Whoever asks again with less, and gets it, has them. */
export function refusedDevices(session: Session): Finding[] {
	const { calls } = session.view;
	const hasSome = calls.some(({ name, status }) => DEVICES.test(name) && status === 'resolved');
	return calls.flatMap((call) => {
		const isScreen = SCREEN.test(call.name);
		if (call.status !== 'rejected' || !(isScreen || DEVICES.test(call.name))) return [];
		const peer = session.peers.find(({ name }) => name === call.peer);
		const { name = 'Error', message = '' } = call.error ?? {};
		const sends = hasSome || (peer !== undefined && peer.view.localTracks.length > 0);
		return finding({
			id: isScreen ? 'media.screen-refused' : 'media.device-refused',
			// Whoever chooses no screen has changed his mind.
			severity: sends || isScreen ? 'worth knowing' : 'breaks a part',
			claim: `${peer?.called ?? 'The page'} could not have ${isScreen ? 'the screen' : 'camera or microphone'}: ${name}${message ? `, ${short(message)}` : ''}.${sends ? ' Something else is sent.' : ''}`,
			because: [entry(call, `${call.name}() was rejected with ${name}`)],
			todo: 'NotAllowedError: the user, the browser or the page’s policy said no. NotFoundError: there is none. NotReadableError: another program has it. OverconstrainedError: none can do what was asked for.',
			source: 'mediacapture-streams, 10.3'
		});
	});
}
