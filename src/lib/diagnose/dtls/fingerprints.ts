import { finding, type Finding } from '../finding';
import { fingerprintsOf } from '../session/leading';
import { originOf } from '../session/read-sdp';
import { currentOf, partnerOf, type Session, type SessionPeer } from '../session/session';
import { entry } from '../session/words';

const SOURCE = 'RFC 5763, 5; RFC 8122, 5';
const TODO =
	'See what changes a=fingerprint on its way, and whether the description is of this call and not of an earlier one. Never pass over it: it is what ties the keys to the other side.';

/**
 * A certificate that is not the one whose fingerprint the description gives: each side refuses it
 * (RFC 5763, 5).
 */
export function fingerprints(session: Session): Finding | null {
	for (const peer of session.peers) {
		const found = toldOtherwise(session, peer) ?? shownOtherwise(peer);
		if (found !== null) return found;
	}
	return null;
}

/** Both descriptions are at hand, and differ. */
function toldOtherwise(session: Session, peer: SessionPeer): Finding | null {
	const other = partnerOf(session, peer);
	const remote = currentOf(peer, 'remote');
	const local = other && currentOf(other, 'local');
	if (other === null || remote === null || !local) return null;
	if (originOf(remote.sdp) !== originOf(local.sdp) || remote.type !== local.type) return null;
	const [told, own] = [fingerprintsOf(remote.sdp), fingerprintsOf(local.sdp)];
	if (told.length === 0 || own.length === 0 || told.some((one) => own.includes(one))) return null;
	return finding({
		id: 'dtls.fingerprint-differs',
		severity: 'breaks the call',
		claim: `${peer.called} was told another fingerprint than that of ${other.called}’s certificate: ${peer.called}’s browser takes whoever shows it for somebody else, and ends the handshake.`,
		because: [
			entry(local, `${other.called} set ${own[0]!}`),
			entry(remote, `${peer.called} was given ${told[0]!}`)
		],
		todo: TODO,
		source: SOURCE
	});
}

/** The statistics tell which certificate was shown. */
function shownOtherwise(peer: SessionPeer): Finding | null {
	const remote = currentOf(peer, 'remote');
	const sample = peer.samples.findLast(({ stats }) => stats.dtls?.remoteCertificate);
	const shown = sample?.stats.dtls?.remoteCertificate;
	if (remote === null || sample === undefined || !shown) return null;
	const algorithm = shown.algorithm.toLowerCase();
	const told = fingerprintsOf(remote.sdp).filter((one) => one.startsWith(`${algorithm} `));
	const used = `${algorithm} ${shown.fingerprint.toUpperCase()}`;
	if (told.length === 0 || told.includes(used)) return null;
	return finding({
		id: 'dtls.fingerprint-differs',
		severity: 'breaks the call',
		claim: `The certificate that ${peer.called} was shown is not the one whose fingerprint the description gives: it is somebody else’s, or the description was changed.`,
		because: [entry(remote, `the description gives ${told[0]!}`), entry(sample, `shown: ${used}`)],
		todo: TODO,
		source: SOURCE
	});
}
