import { obstaclesTo, pairMatrix } from '../../trace/pairs';
import { finding, type Finding } from '../finding';
import { isDown, otherOf, type Session } from '../session/session';
import { fact, short } from '../session/words';
import { endsOf, type End } from './candidates-of';

const kinds = (ends: readonly End[]) =>
	[...new Set(ends.map(({ type, protocol }) => `${protocol.toUpperCase()} ${type}`))].join(', ');

/** Candidates on both sides, of which no two can be paired (RFC 8445, 6.1.2.2; RFC 6544, 6.2). */
export function noPairPossible(session: Session): Finding[] {
	return session.peers.flatMap((peer) => {
		const isOver = isDown(peer) || peer.isStatistics;
		if (!isOver || (peer.view.stats?.pairs.length ?? 0) > 0) return [];
		const [mine, theirs] = [endsOf(session, peer, 'local'), endsOf(session, peer, 'remote')];
		if (mine.length === 0 || theirs.length === 0) return [];
		const obstacles = obstaclesTo(pairMatrix(session.view, peer.name));
		if (obstacles.length === 0) return [];
		const isTcp = mine.every(({ protocol }) => protocol === 'tcp');
		const other = otherOf(session, peer);
		return finding({
			id: isTcp ? 'ice.no-udp' : 'ice.no-pair-possible',
			severity: 'breaks the call',
			claim: isTcp
				? `${peer.called} has no UDP candidate, only TCP (${counts(mine)}), and ${other} has ${counts(theirs)}: TCP and UDP cannot be paired, so ICE never begins.`
				: `No candidate of ${peer.called} (${kinds(mine)}) can be paired with one of ${other} (${kinds(theirs)}): ICE never begins.`,
			because: [
				...obstacles.slice(0, 3).map(fact),
				...[...mine, ...theirs].slice(0, 4).map(({ text }) => fact(short(text)))
			],
			todo: isTcp
				? 'See why no UDP candidate was gathered: the browser’s WebRTC IP handling policy (“disable non-proxied UDP”), an extension, a VPN or a blocked socket. Else use a TURN server over TCP.'
				: 'Have both sides gather candidates of one kind and one IP version, or give them a TURN server.',
			source: 'RFC 8445, 6.1.2.2; RFC 6544, 6.2'
		});
	});
}

/** `2 candidates of TCP`. */
function counts(ends: readonly End[]): string {
	const protocols = [...new Set(ends.map(({ protocol }) => protocol))];
	return protocols
		.map((protocol) => {
			const number = ends.filter((end) => end.protocol === protocol).length;
			return `${number} for ${protocol.toUpperCase()}`;
		})
		.join(' and ');
}
