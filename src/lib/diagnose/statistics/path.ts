import { finding, type Finding } from '../finding';
import { count, figures, sum, type Moment, type Stats } from './report';

/** How far ICE and DTLS are at one moment, where there is no connection (webrtc-stats, `RTCTransportStats`). */
export function path(moment: Moment): Finding[] {
	if (moment.isConnected) return [];
	const found = withoutCandidates(moment) ?? cutOff(moment) ?? withoutKeys(moment);
	return found === null ? [] : [found];
}

/** One side has candidates, and there is none of the other: what is not reported may be to come. */
function withoutCandidates(moment: Moment): Finding | null {
	const mine = moment.of('local-candidate');
	const theirs = moment.of('remote-candidate');
	if (moment.of('candidate-pair').length > 0 || mine.length + theirs.length === 0) return null;
	const { called } = moment;
	if (theirs.length === 0) {
		return finding({
			id: 'ice.none-received',
			severity: 'will bite',
			claim: `${called} has ${mine.length === 1 ? 'one candidate' : `${mine.length} candidates`} of its own and none of the other side: there is no address to send a check to.`,
			because: mine.slice(0, 3).map(end),
			todo: 'See whether the answer was set, whether it has candidates, and whether those that come later are handed to addIceCandidate().',
			source: 'RFC 8838, 4.2; RFC 8445, 6.1.2',
			isCertain: false
		});
	}
	if (mine.length > 0) return null;
	return finding({
		id: 'ice.none-gathered',
		severity: 'will bite',
		claim: `${called} has no candidate of its own, and ${theirs.length} of the other side: there is nothing to check from.`,
		because: theirs.slice(0, 3).map(end),
		todo: 'See whether setLocalDescription() was called, whether iceTransportPolicy is relay without a TURN server that works, and whether a policy or an extension keeps WebRTC from the network.',
		source: 'RFC 8445, 5.1.1; webrtc-pc, 4.2.3',
		isCertain: false
	});
}

const end = (candidate: Stats) =>
	figures(candidate, ['candidateType', 'address', 'port', 'protocol']);

/** Consent was lost: a pair had worked. */
function cutOff(moment: Moment): Finding | null {
	const transport = moment.of('transport').find(({ iceState }) => isDown(iceState));
	const worked = moment
		.of('candidate-pair')
		.filter((pair) => count(pair, 'responsesReceived') > 0 && count(pair, 'bytesReceived') > 0);
	if (transport === undefined || worked.length === 0) return null;
	const isOver = transport.iceState === 'failed';
	return finding({
		id: 'ice.consent-lost',
		severity: isOver ? 'breaks the call' : 'will bite',
		claim: `${moment.called}’s connection had worked (${sum(worked, 'bytesReceived')} bytes came in) and is ${String(transport.iceState)}: nothing of the other side comes through any more.`,
		because: worked
			.slice(0, 3)
			.map((pair) => figures(pair, ['state', 'responsesReceived', 'bytesSent', 'bytesReceived'])),
		todo: 'See what happened then: a network that changed, a computer that slept, a page that was closed. Restart ICE (restartIce(), and negotiate): the call goes on over a new path.',
		source: 'RFC 7675, 5.1; webrtc-pc, 4.3.3',
		isCertain: false
	});
}

const isDown = (state: unknown) => state === 'disconnected' || state === 'failed';

/** So many answers, and the handshake would be done. */
const LATE = 10;

/** ICE has a path, and DTLS is not done on it. */
function withoutKeys(moment: Moment): Finding | null {
	const transport = moment
		.of('transport')
		.find(({ dtlsState }) => dtlsState === 'connecting' || dtlsState === 'new');
	const pairs = moment.of('candidate-pair').filter(({ state }) => state === 'succeeded');
	const chosen = pairs.filter(
		({ id, nominated }) => nominated === true || id === transport?.selectedCandidatePairId
	);
	const answered = sum(chosen, 'responsesReceived');
	if (transport === undefined || chosen.length === 0 || answered < LATE) return null;
	return finding({
		id: 'dtls.never-finished',
		severity: 'breaks the call',
		claim: `ICE has a path for ${moment.called} (${answered} checks were answered on it), and the DTLS handshake is ${transport.dtlsState === 'new' ? 'not begun' : 'not done'}.`,
		because: [
			figures(transport, ['iceState', 'dtlsState', 'dtlsRole']),
			...chosen
				.slice(0, 2)
				.map((pair) => figures(pair, ['state', 'nominated', 'responsesReceived']))
		],
		todo: 'See whether one side is active and the other passive (a=setup in the answer), whether the fingerprint is of the right certificate, and whether large packets get through.',
		source: 'RFC 5763, 5; RFC 8842, 5.3',
		isCertain: false
	});
}
