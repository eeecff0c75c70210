import type { StateChange } from '../../trace';
import { finding, type Finding } from '../finding';
import { PATIENCE } from '../session/course';
import { type Session, type SessionPeer } from '../session/session';
import { duration, entry } from '../session/words';

/** ICE has its path, and DTLS does not come to an end on it (RFC 5763, 5; RFC 8842, 5.3). */
export function handshake({ peers }: Session): Finding[] {
	return peers.flatMap((peer) => {
		const found = unfinished(peer);
		return found === null ? [] : [found];
	});
}

function unfinished(peer: SessionPeer): Finding | null {
	const { course, view, samples, called, endAt } = peer;
	if (course !== 'never connected') return null;
	const ice = view.states.iceConnectionState.find(
		({ value }) => value === 'connected' || value === 'completed'
	);
	if (ice === undefined) return null;
	const lost = view.states.iceConnectionState.find(
		({ value, seq }) => seq > ice.seq && (value === 'disconnected' || value === 'failed')
	);
	if (lost !== undefined) return pathLost(called, ice, lost);
	const last = samples.at(-1);
	const state = last?.stats.dtls?.state ?? 'unknown';
	const hasFailed = state === 'failed' || view.states.connectionState.at(-1)?.value === 'failed';
	const waited = endAt - ice.at;
	if (!hasFailed && waited < PATIENCE) return null;
	const role = last?.stats.dtls?.role;
	return finding({
		id: hasFailed ? 'dtls.failed' : 'dtls.never-finished',
		severity: 'breaks the call',
		claim: hasFailed
			? `ICE found a path for ${called}, and the DTLS handshake on it failed.`
			: `ICE found a path for ${called}, and ${duration(waited)} later the DTLS handshake was still not done.`,
		because: [
			entry(ice, `iceConnectionState became ${ice.value}`),
			...(last ? [entry(last, `DTLS: ${state}${role ? `, ${role}` : ''}`)] : [])
		],
		todo: hasFailed
			? 'Compare a=fingerprint and a=setup of both descriptions as both sides have them.'
			: 'See whether one side is active and the other passive (a=setup in the answer), and whether large packets get through: the first ones of DTLS have more than 1,200 bytes.',
		source: 'RFC 5763, 5; RFC 8842, 5.3',
		isCertain: false
	});
}

/** The path that ICE had found went before keys were agreed on: DTLS is not to blame. */
function pathLost(called: string, ice: StateChange, lost: StateChange): Finding {
	return finding({
		id: 'ice.path-lost',
		severity: 'breaks the call',
		claim: `ICE found a path for ${called}, and ${duration(lost.at - ice.at)} later it was ${lost.value}, before the DTLS handshake was done.`,
		because: [
			entry(ice, `iceConnectionState became ${ice.value}`),
			entry(lost, `it became ${lost.value}`)
		],
		todo: 'See whether the other side is still there, whether it takes part in DTLS, and whether anything but checks gets through on this path.',
		source: 'RFC 7675, 5.1; RFC 5763, 5',
		isCertain: false
	});
}
