import type { Certificate } from '../trace';

/**
 * The certificate that the other side has shown in the DTLS handshake, by its hash. For browsers
 * whose statistics do not tell it: Firefox has no `certificate` stats, but it has the certificate
 * itself (webrtc-pc, 5.5, `RTCDtlsTransport.getRemoteCertificates()`).
 *
 * @returns null while there is none, and where it cannot be read or hashed
 */
export async function remoteCertificate(pc: RTCPeerConnection): Promise<Certificate | null> {
	// With BUNDLE all share one transport; a section that was refused has none.
	const transports = pc
		.getTransceivers()
		.flatMap(({ sender, receiver }) => [sender.transport, receiver.transport]);
	const transport = transports.find((one) => one?.state === 'connected') ?? pc.sctp?.transport;
	const der = transport?.getRemoteCertificates?.()[0];
	// SubtleCrypto is there in secure contexts alone.
	if (der === undefined || globalThis.crypto?.subtle === undefined) return null;
	return { algorithm: 'sha-256', fingerprint: await sha256(der) };
}

/** A hash as RFC 8122, 5 writes it: upper case, a colon between bytes. */
async function sha256(der: ArrayBuffer): Promise<string> {
	const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', der));
	return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(':');
}
