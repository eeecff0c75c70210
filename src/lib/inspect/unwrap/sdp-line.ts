import { REGISTERED_ATTRIBUTES } from '../../sdp/iana';

/** Attributes that browsers and servers write and nobody registered. */
const UNREGISTERED = [
	'extmap-allow-mixed',
	'msid-semantic',
	'rtcp-rsize',
	'end-of-candidates',
	'fingerprint',
	'ice-lite',
	'simulcast',
	'rid',
	'crypto'
];
const ATTRIBUTES = new Set([...REGISTERED_ATTRIBUTES.keys(), ...UNREGISTERED]);

/** A letter and an equals sign, which is all that the lines of a damaged description have in common. */
export const LINE_BEGINNING = /[a-z]=/y;

// RFC 8866, 5.2, 5.7, 5.8, 5.9, 5.14: what no log and no program has by chance.
const FIELD =
	/(?:v=0[ \t]*$|o=\S+ \S+ \S+ IN IP[46]\b|o=\S+ \d+ \d+\b|t=\d+ \d+\b|c=IN IP[46] |m=[a-z]+ \d+(?:\/\d+)? [A-Z]|b=(?:AS|CT|TIAS|RS|RR):\d|s=(?:-?[ \t]*|SIP Call)$)/y;
const ATTRIBUTE = /a=([A-Za-z][\w.-]{0,60})(?=:\S|: |[\s"'`<.…\\↵#,)}]*$|\\+[rn]|#01|&#|\^M|\.\.)/y;

/**
 * Whether a line of SDP begins at an offset, as far as one can tell without a description around it:
 * `x=1` is none. The text is one line, and ends with it.
 * @see RFC 8866, 9
 */
export function isSdpLine(line: string, at = 0): boolean {
	FIELD.lastIndex = at;
	if (FIELD.test(line)) return true;
	ATTRIBUTE.lastIndex = at;
	const name = ATTRIBUTE.exec(line)?.[1];
	return name !== undefined && (ATTRIBUTES.has(name) || /^x-/i.test(name));
}

const BARE_HEAD = /m=(?:audio|video|application)[ \t]*$/y;

/** Whether the beginning of a section stands at an offset of which somebody left all but its kind out. */
export function isBareHead(line: string, at = 0): boolean {
	BARE_HEAD.lastIndex = at;
	return BARE_HEAD.test(line);
}

/** Whether a letter and an equals sign stand at an offset. */
export function beginsLine(text: string, at: number): boolean {
	LINE_BEGINNING.lastIndex = at;
	return LINE_BEGINNING.test(text);
}
