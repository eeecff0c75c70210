/** A candidate by its fields, as mediasoup, statistics and Jingle have it. */
export type Fields = Readonly<Record<string, unknown>>;

const TYPES = /^(?:host|srflx|prflx|relay)$/;
const TRANSPORTS = /^(?:udp|tcp|ssltcp)$/i;

/**
 * The line of a candidate that is told by its fields (RFC 8839, 5.1); null where they are not those of
 * one. What ORTC, webrtc-stats and XEP-0176 call differently is the same.
 */
export function candidateOfFields(fields: Fields): string | null {
	const text = (...names: readonly string[]): string | null => {
		const found = names.map((name) => fields[name]).find((value) => value !== undefined);
		return typeof found === 'string' || typeof found === 'number' ? String(found).trim() : null;
	};
	const address = text('address', 'ip');
	const port = text('port');
	const transport = text('protocol');
	const type = [text('candidateType'), text('type')].find((one) => one && TYPES.test(one));
	if (!address || /\s/.test(address) || !/^\d{1,5}$/.test(port ?? '')) return null;
	if (!type || !TRANSPORTS.test(transport ?? '')) return null;
	const [related, relatedPort] = [
		text('relatedAddress', 'rel-addr'),
		text('relatedPort', 'rel-port')
	];
	const tcpType = text('tcpType', 'tcptype');
	return [
		`candidate:${text('foundation')?.replace(/\s/g, '') || '0'} ${text('component') === '2' ? 2 : 1} ${transport} ${text('priority') ?? '0'} ${address} ${port} typ ${type}`,
		...(related && relatedPort ? [`raddr ${related} rport ${relatedPort}`] : []),
		...(tcpType ? [`tcptype ${tcpType}`] : [])
	].join(' ');
}

/** What an object says of its candidate beside the line or the fields (webrtc-pc, 4.8.1.1). */
export function membersOfFields({ sdpMid, sdpMLineIndex, usernameFragment }: Fields) {
	const isMid = typeof sdpMid === 'string' || typeof sdpMid === 'number';
	return {
		...(isMid && { sdpMid: String(sdpMid) }),
		...(typeof sdpMLineIndex === 'number' && { sdpMLineIndex }),
		...(typeof usernameFragment === 'string' && { usernameFragment })
	};
}
