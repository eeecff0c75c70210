import { finding, type Finding } from '../finding';
import { originOf } from '../session/read-sdp';
import { currentOf, isDown, partnerOf, type Session } from '../session/session';
import { entry } from '../session/words';

/** The sections that a description has in one bundle (RFC 9143, 7). */
const bundleOf = (sdp: string): string[] =>
	/^a=group:BUNDLE (.*?)\r?$/m.exec(sdp)?.[1]?.split(' ').filter(Boolean) ?? [];

/**
 * A bundle that one side has answered with, and of which the other was not told: that one opens a transport
 * for each section, and but for the first there is nobody at the other end (RFC 9143, 7.3.3).
 */
export function bundleLost(session: Session): Finding | null {
	for (const peer of session.peers) {
		const other = partnerOf(session, peer);
		const told = currentOf(peer, 'remote');
		const own = other && currentOf(other, 'local');
		if (!other || !told || !own || told.type !== 'answer' || own.type !== 'answer') continue;
		if (originOf(told.sdp) !== originOf(own.sdp)) continue;
		const bundled = bundleOf(own.sdp);
		if (bundled.length < 2 || bundleOf(told.sdp).length > 0) continue;
		return finding({
			id: 'answer.bundle-lost',
			severity: isDown(peer) ? 'breaks the call' : 'breaks a part',
			claim: `${other.called} sends everything over one transport, and ${peer.called} was not told: ${peer.called} checks a path for each of ${bundled.length} sections, and but for one nobody answers.`,
			because: [
				entry(own, `${other.called} set a=group:BUNDLE ${bundled.join(' ')}`),
				entry(told, `${peer.called} was given an answer without a=group:BUNDLE`)
			],
			todo: 'See what takes a=group:BUNDLE out of the answer on its way: it has to arrive as it was set.',
			source: 'RFC 9143, 7.3.3'
		});
	}
	return null;
}
