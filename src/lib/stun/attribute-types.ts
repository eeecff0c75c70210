/** What is known of an attribute. */
export interface AttributeType {
	readonly code: number;
	/** As its specification writes it. */
	readonly name: string;
	/** Where it is defined. */
	readonly source: string;
	/** What it is there for, in a sentence. */
	readonly meaning: string;
}

/**
 * The attributes that occur in ICE's checks and their answers, by the registry "STUN Attributes" of IANA:
 * below 0x8000 are those that a receiver has to understand, from there those that it may skip
 * (RFC 8489, 14).
 */
const TYPES: readonly AttributeType[] = [
	{
		code: 0x0001,
		name: 'MAPPED-ADDRESS',
		source: 'RFC 8489, 14.1',
		meaning: 'Where the request came from, as the receiver saw it, in plain bytes.'
	},
	{
		code: 0x0006,
		name: 'USERNAME',
		source: 'RFC 8489, 14.3; RFC 8445, 7.2.2',
		meaning: 'Whose password signs the message: the receiver’s ufrag, a colon, the sender’s.'
	},
	{
		code: 0x0008,
		name: 'MESSAGE-INTEGRITY',
		source: 'RFC 8489, 14.5',
		meaning: 'The signature: an HMAC-SHA1 over everything before it, with the receiver’s password.'
	},
	{
		code: 0x0009,
		name: 'ERROR-CODE',
		source: 'RFC 8489, 14.8',
		meaning: 'Why the request was refused: a number and a phrase.'
	},
	{
		code: 0x000a,
		name: 'UNKNOWN-ATTRIBUTES',
		source: 'RFC 8489, 14.13',
		meaning: 'Which attributes the receiver would have had to understand, and did not.'
	},
	{
		code: 0x0014,
		name: 'REALM',
		source: 'RFC 8489, 14.9',
		meaning: 'The realm of long-term credentials; a check between peers has none.'
	},
	{
		code: 0x0015,
		name: 'NONCE',
		source: 'RFC 8489, 14.10',
		meaning: 'The server’s nonce; a check between peers has none.'
	},
	{
		code: 0x001c,
		name: 'MESSAGE-INTEGRITY-SHA256',
		source: 'RFC 8489, 14.6',
		meaning: 'A signature by HMAC-SHA256, which ICE does not use.'
	},
	{
		code: 0x0020,
		name: 'XOR-MAPPED-ADDRESS',
		source: 'RFC 8489, 14.2',
		meaning:
			'Where the request came from, as the receiver saw it, mixed with the cookie: routers that rewrite addresses inside packets do not find it.'
	},
	{
		code: 0x0024,
		name: 'PRIORITY',
		source: 'RFC 8445, 7.1.1',
		meaning: 'What the sender’s address is worth as a peer-reflexive candidate.'
	},
	{
		code: 0x0025,
		name: 'USE-CANDIDATE',
		source: 'RFC 8445, 7.1.2',
		meaning: 'The controlling side nominates this pair. It has no value: that it is there says it.'
	},
	{
		code: 0x8022,
		name: 'SOFTWARE',
		source: 'RFC 8489, 14.14',
		meaning: 'What program sent the message, in words.'
	},
	{
		code: 0x8028,
		name: 'FINGERPRINT',
		source: 'RFC 8489, 14.7',
		meaning:
			'A checksum that tells STUN from the DTLS and SRTP on the same port. It has nothing to do with the line a=fingerprint.'
	},
	{
		code: 0x8029,
		name: 'ICE-CONTROLLED',
		source: 'RFC 8445, 7.1.3',
		meaning:
			'The sender does not nominate, and these 64 bits decide if the other side says so, too.'
	},
	{
		code: 0x802a,
		name: 'ICE-CONTROLLING',
		source: 'RFC 8445, 7.1.3',
		meaning: 'The sender nominates, and these 64 bits decide if the other side says so, too.'
	},
	{
		code: 0xc057,
		name: 'GOOG-NETWORK-INFO',
		source: 'libwebrtc',
		meaning: 'Chromium’s own: which network the sender uses, and what it costs.'
	}
];

const BY_CODE = new Map(TYPES.map((type) => [type.code, type]));
const BY_NAME = new Map(TYPES.map((type) => [type.name, type]));

/** What is known of an attribute by its code, 0 to 0xffff; null for one that is not in the table. */
export const attributeType = (code: number): AttributeType | null => BY_CODE.get(code) ?? null;

/**
 * The code of an attribute, by its name.
 * @throws RangeError where there is none of that name in the table
 */
export function codeOf(name: string): number {
	const type = BY_NAME.get(name);
	if (!type) throw new RangeError(`No STUN attribute in the table is called ${name}.`);
	return type.code;
}
