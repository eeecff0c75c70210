import { CANDIDATE_TYPES } from './type';

/** Whose preference it is, and for what: a browser, and where. */
const BROWSERS: ReadonlyMap<string, ReadonlyMap<number, string>> = new Map([
	// libwebrtc, `p2p/base/p2p_constants.h`; Firefox, `nricectx.cpp`
	[
		'host tcp',
		new Map([
			[90, 'Chromium has it over TCP'],
			[125, 'Firefox has it over TCP']
		])
	],
	[
		'prflx tcp',
		new Map([
			[80, 'Chromium has it over TCP'],
			[109, 'Firefox has it over TCP']
		])
	],
	['srflx tcp', new Map([[99, 'Firefox has it over TCP']])],
	[
		'relay udp',
		new Map([
			[0, 'Chromium has it where it reaches the TURN server over TLS, Firefox over TCP'],
			[1, 'Chromium has it where it reaches the TURN server over TCP'],
			[2, 'Chromium has it where it reaches the TURN server over DTLS, in older versions over UDP'],
			[3, 'Chromium has it where it reaches the TURN server over UDP'],
			[5, 'Firefox has it where it reaches the TURN server over UDP']
		])
	]
]);

/**
 * How a type preference stands to the one that is recommended for the type (RFC 8445, 5.1.2.2), and
 * which browser has it, as a clause.
 */
export function explainTypePreference(preference: number, type: string, transport: string): string {
	const said = `type preference ${preference}`;
	const recommended = CANDIDATE_TYPES.get(type);
	if (recommended === undefined) return said;
	const { label, preference: usual } = recommended;
	const protocol = transport.toLowerCase();
	const browser = BROWSERS.get(`${type} ${protocol}`)?.get(preference);
	const whose = browser === undefined ? '' : ` (as ${browser})`;
	if (preference === usual) return `${said}, as recommended for ${label}${whose}`;
	// RFC 6544, 4.2: UDP is to be preferred, so browsers give TCP less.
	return protocol === 'tcp' && preference < usual
		? `${said}, less than the ${usual} of ${label} over UDP, so that UDP is preferred${whose}`
		: `${said}, where ${usual} is recommended for ${label}${whose}`;
}

/** The upper three bits of the local preference of a TCP candidate (RFC 6544, 4.2). */
const DIRECTIONS: ReadonlyMap<string, number> = new Map([
	['host active', 6],
	['host passive', 4],
	['host so', 2],
	['relay active', 6],
	['relay passive', 4],
	['relay so', 2],
	['srflx so', 6],
	['srflx active', 4],
	['srflx passive', 2],
	['prflx so', 6],
	['prflx active', 4],
	['prflx passive', 2]
]);

/**
 * The local preference, as a clause; with what RFC 6544, 4.2 puts into it, where it is there.
 * @param tcpType who connects, for a TCP candidate
 */
export function explainLocalPreference(
	preference: number,
	type: string,
	tcpType: string | null
): string {
	const said = `local preference ${preference} of 65535`;
	if (tcpType === null) return said;
	const direction = preference >>> 13;
	return DIRECTIONS.get(`${type} ${tcpType}`) === direction
		? `${said}, of which the upper three bits, ${direction}, stand for ${tcpType}`
		: said;
}
