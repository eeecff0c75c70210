import { notMeant, type Fault } from './fault';
import { isAddress } from './host';
import { readServerUrl } from './url';

/** What browsers take, and what is not what was meant by it; null where nothing is. */
export function doubtOf(url: string): Fault | null {
	const read = readServerUrl(url);
	if (read === null) return null;
	const { scheme, host, port, transport, isSecure } = read;
	if (scheme === 'turn' && port === 443 && transport !== 'tcp') {
		return notMeant(
			'port-443-over-udp',
			'is asked over UDP on port 443: networks that let through nothing but HTTPS let through TCP there, and not UDP.',
			'Add turn:host:443?transport=tcp, or turns:host:443?transport=tcp, which looks like HTTPS.',
			'RFC 7065, 3.2; RFC 8656, 3.1'
		);
	}
	if (isSecure && transport === 'udp') {
		return notMeant(
			'turns-over-udp',
			'asks for TURN over DTLS, which browsers do not do.',
			'Write turns:host:port?transport=tcp.',
			'RFC 7065, 3.2'
		);
	}
	if (isSecure && isAddress(host)) {
		return notMeant(
			'turns-by-address',
			'names a TURN server over TLS by its address: its certificate is checked against that, and most are for a name.',
			'Use the name that the certificate is for.',
			'RFC 8656, 3.1; RFC 9525, 6'
		);
	}
	return null;
}
