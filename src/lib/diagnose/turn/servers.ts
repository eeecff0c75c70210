import { count } from '../../sdp/words';
import { meaningOf } from '../../servers/error-codes';
import { finding, type Finding, type Severity } from '../finding';
import { endsOf } from '../ice/candidates-of';
import { isDown, type Session, type SessionPeer } from '../session/session';
import { entry, short } from '../session/words';
import { errorsOf, type ServerError } from './errors';

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

const hostOf = (server: string) => server.replace(/\?.*$/, '');

function ofServer(session: Session, peer: SessionPeer, errors: readonly ServerError[]): Finding {
	const [first] = errors;
	const { server, isTurn, code } = first!;
	const { id, refusal, todo, source } = meaningOf(first!);
	const severity = weightOf(session, peer, first!);
	const what = isTurn ? 'TURN' : 'STUN';
	const harm =
		severity === 'worth knowing'
			? code === 701
				? ' It did no harm: another address or server gave what was needed.'
				: ' The connection came about without it.'
			: isTurn
				? ` ${peer.called} has no relay.`
				: '';
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

function weightOf(session: Session, peer: SessionPeer, { isTurn }: ServerError): Severity {
	if (!isDown(peer) || peer.course === 'broke') return 'worth knowing';
	const wanted = isTurn ? 'relay' : 'srflx';
	const mine = endsOf(session, peer, 'local');
	if (mine.some(({ type }) => type === wanted)) return 'worth knowing';
	// With relays alone nothing is left; else it is one way less.
	return peer.configuration.policy === 'relay' ? 'breaks the call' : 'will bite';
}
