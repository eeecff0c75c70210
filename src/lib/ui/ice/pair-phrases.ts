import { withPort } from '$lib/ice/with-port';
import type { MatrixCandidate, MatrixCell } from '$lib/trace/pairs';
import type { Checks, PeerStats } from '$lib/trace';
import { fixed } from '$lib/trace/numbers';

/** Where a candidate is, as it stands in a table. */
export function place({
	address,
	port,
	tcpType
}: Pick<MatrixCandidate, 'address' | 'port' | 'tcpType'>) {
	if (address === null) return port === null ? 'address hidden' : `address hidden, port ${port}`;
	// Port 9 of an active TCP candidate is a placeholder (RFC 6544, 4.5).
	if (port === null || (tcpType === 'active' && port === 9)) return address;
	return withPort(address, port);
}

/** An address where room is scarce: of an mDNS name its beginning tells it from others. */
export function shortAddress(address: string): string {
	return address.replace(/^([0-9a-f]{8})-[0-9a-f-]{27}(?=\.local)/i, '$1…');
}

/** `host udp`, `host tcp active`. */
export function kind({ type, protocol, tcpType }: MatrixCandidate): string {
	return [type, protocol, tcpType].filter(Boolean).join(' ');
}

/** Seconds as milliseconds. */
export function ms(time: number | null | undefined): string {
	return time == null ? 'not reported' : `${fixed(time * 1000, 1)} ms`;
}

/** Seconds, to the millisecond. */
export const seconds = (time: number) => fixed(time, 3);

const SIGNS: ReadonlyMap<string, string> = new Map([
	['frozen', '·'],
	['waiting', '○'],
	['in-progress', '◐'],
	['succeeded', '✓'],
	['failed', '✕'],
	['cancelled', '–']
]);

/** A state's sign, so that it is not told by colour alone. */
export const sign = (state: string) => SIGNS.get(state) ?? '?';

/** What the states of a pair are (RFC 8445, 6.1.2.6), and Firefox’s own. */
export const STATE_MEANINGS: ReadonlyMap<string, string> = new Map([
	['frozen', 'Not checked yet: a pair with the same foundations is checked first.'],
	['waiting', 'To be checked next, in the order of priority.'],
	['in-progress', 'A check was sent, and no response has come.'],
	['succeeded', 'A check was answered: packets get through, there and back.'],
	['failed', 'No check was answered in time, or the answer was an error.'],
	['cancelled', 'Given up, since another pair works: Firefox alone has this state.']
]);

/** Sent and answered, as far as it is reported: `5 sent, 5 answered`. */
export function outgoing({ requestsSent, responsesReceived }: Checks = {}): string {
	const sent = requestsSent === undefined ? null : `${requestsSent} sent`;
	const answered = responsesReceived === undefined ? null : `${responsesReceived} answered`;
	return [sent, answered].filter(Boolean).join(', ') || 'not reported';
}

/** Arrived and answered by this side. */
export function incoming({ requestsReceived, responsesSent }: Checks = {}): string {
	const arrived = requestsReceived === undefined ? null : `${requestsReceived} arrived`;
	const answered = responsesSent === undefined ? null : `${responsesSent} answered`;
	return [arrived, answered].filter(Boolean).join(', ') || 'not reported';
}

/** A cell in a sentence, for those who do not see the table. */
export function cellName({ local, remote, pair, selected, dropped }: MatrixCell): string {
	const label = `${local.label} → ${remote.label}`;
	if (pair === null) return `${label}: no pair`;
	if (dropped) return `${label}: dropped, was ${pair.state}`;
	return `${label}: ${pair.state}${selected ? ', selected' : pair.nominated ? ', nominated' : ''}`;
}

const VERSIONS: ReadonlyMap<string, string> = new Map([
	['FEFF', 'DTLS 1.0'],
	['FEFD', 'DTLS 1.2'],
	['FEFC', 'DTLS 1.3']
]);

/** The version by its name (RFC 6347, 4.1; RFC 9147, 5.3). */
export function dtlsVersion(version: string | undefined): string {
	if (version === undefined) return 'not reported';
	const name = VERSIONS.get(version.toUpperCase());
	return name === undefined ? version : `${name} (${version})`;
}

/** What the role means (RFC 8842, 5.1; RFC 5763, 5), and whether it has come to that. */
export function dtlsRole({ role, state }: NonNullable<PeerStats['dtls']>): string {
	const words = DTLS_ROLES.get(role ?? '');
	if (words === undefined) {
		return role === null ? 'not reported' : role === 'unknown' ? 'not decided yet' : role;
	}
	const [first, then] = words;
	// DTLS begins once ICE has a pair, and is connected when both have said all that there is to say.
	if (state === 'new') return `${role}: nothing has been sent yet; this side will ${first}`;
	return state === 'connected'
		? `${role}: this side ${then}`
		: `${role}: it is this side’s part to ${first}`;
}

const DTLS_ROLES: ReadonlyMap<string, [first: string, then: string]> = new Map([
	[
		'client',
		[
			'send the first message, ClientHello (a=setup:active)',
			'sent the first message, ClientHello (a=setup:active)'
		]
	],
	['server', ['wait for ClientHello (a=setup:passive)', 'waited for ClientHello (a=setup:passive)']]
]);
