import type { Enclosed } from './enclosed-text';

/** What Wireshark calls the lines of SDP, with their letters (packet-sdp.c). */
const LINE =
	/^[^\w\r\n]*(?:Session Description Protocol Version|Owner\/Creator, Session Id|Session Name|Session Information|URI of Description|E-mail Address|Phone Number|Connection Information|Bandwidth Information|Time Description, active time|Repeat Time|Time Zone Adjustments|Encryption Key|Session Attribute|Media Description, name and address|Media Title|Media Attribute) \(([a-z])\): ?([^\r\n]*)/;
const TELLING = /Session Description Protocol Version \(v\): 0/;
/** What tells whether a description offers or answers. */
const OF_SIP = /SIP\/2\.0|CSeq|Call-ID|RSeq|RAck|Require:|branch=|tag=/;

/** How a message of SIP is headed, which may be all that is copied of its head. */
const HEADING = /^[^\w\r\n]*Session Initiation Protocol \((?:([A-Z]{3,12})|([1-6]\d\d))\)/;
const START_LINE = /[A-Z]{3,12} \S{1,300} SIP\/2\.0|SIP\/2\.0 [1-6]\d\d\b/;

/** More of a row of a head is not read, in UTF-16 code units. */
const LONGEST = 400;

/** A packet as Wireshark and tshark show it: each line of SDP by its name, and what is in it beneath. Linear. */
export function findDissected(text: string): Enclosed[] {
	if (!TELLING.test(text)) return [];
	const lines: string[] = [];
	// From the end on, for what a heading says counts where no line behind it says so.
	let isStarted = false;
	for (const row of text.split(/\r?\n/).reverse()) {
		const [, letter, value] = LINE.exec(row) ?? [];
		const [heading, method, status] = HEADING.exec(row) ?? [];
		if (letter !== undefined) {
			isStarted = false;
			lines.push(`${letter}=${value}`);
		} else if (heading !== undefined) {
			if (!isStarted) lines.push(method ? `${method} sip:* SIP/2.0` : `SIP/2.0 ${status}`);
			isStarted = false;
		} else if (OF_SIP.test(row)) {
			const line = row.slice(0, LONGEST);
			isStarted ||= START_LINE.test(line);
			lines.push(line);
		}
	}
	return [{ start: 0, end: text.length, text: `${lines.reverse().join('\r\n')}\r\n` }];
}
