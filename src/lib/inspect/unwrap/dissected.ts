import type { Enclosed } from './enclosed-text';

/** What Wireshark calls the lines of SDP, with their letters (packet-sdp.c). */
const LINE =
	/^[^\w\r\n]*(?:Session Description Protocol Version|Owner\/Creator, Session Id|Session Name|Session Information|URI of Description|E-mail Address|Phone Number|Connection Information|Bandwidth Information|Time Description, active time|Repeat Time|Time Zone Adjustments|Encryption Key|Session Attribute|Media Description, name and address|Media Title|Media Attribute) \(([a-z])\): ?([^\r\n]*)/;
const TELLING = /Session Description Protocol Version \(v\): 0/;
/** What tells whether a description offers or answers. */
const OF_SIP = /SIP\/2\.0|CSeq|Call-ID|RSeq|RAck|Require:|branch=|tag=/;

/** A packet as Wireshark and tshark show it: each line of SDP by its name, and what is in it beneath. Linear. */
export function findDissected(text: string): Enclosed[] {
	if (!TELLING.test(text)) return [];
	const lines = text.split(/\r?\n/).flatMap((row) => {
		const [, letter, value] = LINE.exec(row) ?? [];
		if (letter !== undefined) return [`${letter}=${value}`];
		return OF_SIP.test(row) ? [row.slice(0, 400)] : [];
	});
	return [{ start: 0, end: text.length, text: `${lines.join('\r\n')}\r\n` }];
}
