import { count } from '../../sdp/words';
import { meaningOf } from '../../servers/error-codes';
import { finding, type Finding, type Severity } from '../finding';
import { endsOf } from '../ice/candidates-of';
import { isDown, type Session, type SessionPeer } from '../session/session';
import { entry, short } from '../session/words';
import { errorsOf, hostOf, isWithoutRelay, type ServerError } from './errors';

/**
 * STUN and TURN servers that refused, or were not reached. Whether it matters is seen from what came
 * all the same: a connection, or a candidate of the kind that this server was to give.
 */
export function servers(session: Session): Finding[] {
	return session.peers.flatMap((peer) => {
		const byMeaning = new Map<string, ServerError[]>();
		for (const error of errorsOf(peer)) {
			const key = `${meaningOf(error).id} ${hostOf(error.server)}`;
			byMeaning.set(key, [...(byMeaning.get(key) ?? []), error]);
		}
		return [...byMeaning.values()].map((errors) => ofServer(session, peer, errors));
	});
}

function ofServer(session: Session, peer: SessionPeer, errors: readonly ServerError[]): Finding {
	const [first] = errors;
	const { server, isTurn } = first!;
	const { id, refusal, todo, source } = meaningOf(first!);
	const severity = weightOf(session, peer, first!);
	const what = isTurn ? 'TURN' : 'STUN';
	const harm = harmOf(session, peer, first!, severity);
	return finding({
		id,
		severity,
		claim: `The ${what} server of ${peer.called}, ${short(server, 80)}, ${refusal}.${harm}`,
		because: errors
			.slice(0, 3)
			.map(({ seq, code: number, text }) =>
				entry({ seq }, `icecandidateerror ${number}${text ? `: ${short(text)}` : ''}`)
			)
			.concat(
				errors.length > 3
					? [{ kind: 'fact', text: `and ${count(errors.length - 3, 'more such error')}` }]
					: []
			),
		todo,
		source
	});
}

/** What came of it, as a sentence to add. */
function harmOf(
	session: Session,
	peer: SessionPeer,
	error: ServerError,
	severity: Severity
): string {
	if (wasReached(peer, error)) return ' It did no harm: another of its addresses was reached.';
	if (!isSpared(session, peer, error)) {
		return error.isTurn && severity !== 'worth knowing' ? ` ${peer.called} has no relay.` : '';
	}
	if (error.code === 701) {
		return ' It did no harm: another address or server gave what was needed.';
	}
	return peer.connected === null
		? ' What it was asked for came all the same: from another server, or when it was asked again.'
		: ' The connection came about without it.';
}

/** Whether what the server was to give was not needed, or came from another. */
function isSpared(session: Session, peer: SessionPeer, { isTurn }: ServerError): boolean {
	if (peer.connected !== null) return true;
	const wanted = isTurn ? 'relay' : 'srflx';
	return endsOf(session, peer, 'local').some(({ type }) => type === wanted);
}

/** Whether a server that was not reached (701) has answered at another of its addresses. */
const wasReached = (peer: SessionPeer, { code, server }: ServerError): boolean =>
	code === 701 &&
	errorsOf(peer).some((one) => one.code !== 701 && hostOf(one.server) === hostOf(server));

function weightOf(session: Session, peer: SessionPeer, error: ServerError): Severity {
	if (wasReached(peer, error) || isSpared(session, peer, error)) return 'worth knowing';
	// With relays alone nothing is left; else it is one way less.
	const isLast = peer.configuration.policy === 'relay';
	if (isDown(peer)) return isLast ? 'breaks the call' : 'will bite';
	return isLast && isWithoutRelay(peer) ? 'breaks the call' : 'worth knowing';
}
