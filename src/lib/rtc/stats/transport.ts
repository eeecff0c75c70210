import type { Certificate, DtlsStats, PeerStats } from '../../trace';
import { reported, reportedOrNull, text, type Report, type Stats } from './report';

/** How DTLS stands (webrtc-stats, `RTCTransportStats`); null where no transport is reported. */
export function dtlsOf(report: Report, transport: Stats | undefined): DtlsStats | null {
	if (transport === undefined) return null;
	return {
		state: text(transport.dtlsState) ?? 'unknown',
		role: text(transport.dtlsRole),
		cipher: text(transport.dtlsCipher),
		srtp: text(transport.srtpCipher),
		...reported<Partial<DtlsStats>>({
			version: text(transport.tlsVersion),
			localCertificate: certificateOf(report.get(transport.localCertificateId)),
			remoteCertificate: certificateOf(report.get(transport.remoteCertificateId))
		})
	};
}

/** A certificate's hash (webrtc-stats, `RTCCertificateStats`). Firefox reports none. */
function certificateOf(stats: Stats | undefined): Certificate | null {
	const fingerprint = text(stats?.fingerprint);
	const algorithm = text(stats?.fingerprintAlgorithm);
	return fingerprint === null || algorithm === null ? null : { algorithm, fingerprint };
}

/** Which side of ICE this is, and how far it is. */
export function iceOf(transport: Stats | undefined): PeerStats['ice'] | null {
	return reportedOrNull<NonNullable<PeerStats['ice']>>({
		role: text(transport?.iceRole),
		state: text(transport?.iceState)
	});
}
