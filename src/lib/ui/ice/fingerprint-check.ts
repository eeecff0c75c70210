// From where it is: what concludes is fetched later, and no part of the page.
import { fingerprintsOf } from '$lib/diagnose/session/leading';
import {
	otherPeer,
	type Certificate,
	type Description,
	type PeerName,
	type SessionView
} from '$lib/trace';

export type Verdict = 'same' | 'different' | 'unknown';

/** One certificate: what a description promised, and what was really shown. */
export interface CertificateCheck {
	readonly verdict: Verdict;
	/** Whose certificate it is. */
	readonly owner: PeerName;
	/** The fingerprints that the description gives. */
	readonly said: readonly Certificate[];
	/** The hash of the certificate in use; null where nobody tells. */
	readonly used: Certificate | null;
	/** How it is known what was used, or why it is not. */
	readonly source: string;
}

export interface FingerprintCheck {
	/** Different where either is; same where the certificate that authenticates the other side is. */
	readonly verdict: Verdict;
	/** The verdict in a sentence. */
	readonly sentence: string;
	readonly remote: CertificateCheck;
	readonly local: CertificateCheck;
}

const NAMES: Record<PeerName, string> = { john: 'John', jane: 'Jane' };

/** The fingerprints that count in a description (RFC 8122, 5; RFC 9143, 7.2). */
function fingerprintsIn(description: Description | null): Certificate[] {
	return fingerprintsOf(description?.sdp ?? '').map((one) => {
		const [algorithm = '', fingerprint = ''] = one.split(' ');
		return { algorithm, fingerprint };
	});
}

/** A certificate is accepted where one fingerprint of its hash function is its own (RFC 8122, 5). */
function compare(said: readonly Certificate[], used: Certificate | null): Verdict {
	if (used === null) return 'unknown';
	const comparable = said.filter(({ algorithm }) => algorithm === used.algorithm.toLowerCase());
	if (comparable.length === 0) return 'unknown';
	const own = used.fingerprint.toUpperCase();
	return comparable.some(({ fingerprint }) => fingerprint === own) ? 'same' : 'different';
}

/**
 * Whether the certificates that DTLS really used are those that the descriptions promised, as one peer
 * knows it (RFC 5763, 5: this ties the keys to the descriptions, and is worth as much as their way here).
 */
export function fingerprintCheck(view: SessionView, peer: PeerName): FingerprintCheck {
	const { descriptions, stats } = view.peers[peer];
	const other = otherPeer(peer);
	const shown = stats?.dtls?.remoteCertificate ?? null;
	const remote = check(
		other,
		descriptions.currentRemoteDescription ?? descriptions.pendingRemoteDescription,
		shown,
		shown === null
			? `${NAMES[peer]}’s browser does not tell which certificate it was shown.`
			: `${NAMES[peer]}’s browser was shown this certificate in the handshake.`
	);
	const own = stats?.dtls?.localCertificate ?? null;
	const seen = view.peers[other].stats?.dtls?.remoteCertificate ?? null;
	const local = check(
		peer,
		descriptions.currentLocalDescription ?? descriptions.pendingLocalDescription,
		own ?? seen,
		own !== null
			? `${NAMES[peer]}’s browser reports it as its own.`
			: seen !== null
				? `${NAMES[peer]}’s browser does not report its own certificate; this is the one that ${NAMES[other]}’s was shown.`
				: `${NAMES[peer]}’s browser does not report its own certificate.`
	);
	const verdict =
		remote.verdict === 'different' || local.verdict === 'different' ? 'different' : remote.verdict;
	return { verdict, sentence: sentence(peer, verdict, remote, local), remote, local };
}

function check(
	owner: PeerName,
	description: Description | null,
	used: Certificate | null,
	source: string
): CertificateCheck {
	const said = fingerprintsIn(description);
	return { verdict: compare(said, used), owner, said, used, source };
}

function sentence(
	peer: PeerName,
	verdict: Verdict,
	remote: CertificateCheck,
	local: CertificateCheck
): string {
	if (verdict === 'different') {
		const whose = [remote, local].filter((one) => one.verdict === 'different');
		const names = whose.map(({ owner }) => `${NAMES[owner]}’s`).join(' and ');
		return `${names} certificate is not the one whose fingerprint the description gives: whoever holds it is somebody else, or the description was changed on its way, or is of another call.`;
	}
	if (verdict === 'same') {
		return `The certificate that ${NAMES[peer]} was shown is the one whose fingerprint ${NAMES[remote.owner]}’s description gives: DTLS was done with whoever wrote it.`;
	}
	return remote.used === null
		? 'Whether the certificates are those of the descriptions cannot be told yet.'
		: 'The description gives no fingerprint made with the hash function by which this certificate is known.';
}
