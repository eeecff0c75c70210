import * as v from 'valibot';
import { gunzip, gzip } from './gzip';

/** What joins two pages: an offer, and the answer to it. */
export interface Invitation {
	type: 'offer' | 'answer';
	/** Which exchange it is of: an answer has that of its offer. */
	exchange: string;
	/** The description, with all candidates (JSEP, RFC 9429, 4.1.18). */
	sdp: string;
	/** The slide at which the walk begins, as it stands in an address; '' for the first. */
	slide: string;
}

/**
 * Why a text joins nothing.
 * - `none`: there is no invitation in it
 * - `cut`: a part of it is missing
 * - `damaged`: it has its length, and is not what was written
 * - `version`: another version of the site wrote it
 */
export type InvitationFault = 'none' | 'cut' | 'damaged' | 'version';

/** A text joins nothing. */
export class InvitationError extends Error {
	constructor(
		readonly fault: InvitationFault,
		/** Of the characters that belong to it, how many are there; of `cut` alone. */
		readonly found: { there: number; all: number } = { there: 0, all: 0 }
	) {
		super(`The invitation is of no use: ${fault}.`);
		this.name = 'InvitationError';
	}
}

const VERSION = 1;
/** Characters of a text: no description of one data channel comes near it. */
const LONGEST = 20_000;
/** Bytes of what is in it: so much and no more is unpacked. */
const LARGEST = 100_000;
/** Kind, version and length; behind it stands what is packed. */
const HEAD = /(offer|answer)=(\d{1,4})\.(\d{1,5})\./g;

/** A slide as it stands in an address; '' for the first. */
export const SLIDE = /^(?:[\w-]{1,80}(?:\/[\w-]{1,80})?)?$/;

const Data = v.strictObject({
	type: v.picklist(['offer', 'answer']),
	exchange: v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/)),
	sdp: v.string(),
	slide: v.pipe(v.string(), v.regex(SLIDE))
});

/**
 * An invitation as one text that mail, chat and a QR code bear: `offer=1.<length>.<text>`, packed by gzip (RFC 1952), which
 * has a checksum, as base64url (RFC 4648, 5).
 */
export async function writeInvitation(invitation: Invitation): Promise<string> {
	const packed = await gzip(new TextEncoder().encode(JSON.stringify(invitation)));
	const text = btoa(String.fromCharCode(...packed))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replace(/=+$/, '');
	return `${invitation.type}=${VERSION}.${text.length}.${text}`;
}

/**
 * Finds an invitation in a text: alone, in a link, in a mail that has broken it into quoted lines.
 * @param wanted which is taken where there are both, as in a mail that quotes what it answers; else the first is
 * @throws InvitationError
 */
export async function readInvitation(
	text: string,
	wanted: Invitation['type']
): Promise<Invitation> {
	const plain = text.slice(0, 10 * LONGEST).replaceAll(/[\s>]+/g, '');
	const heads = [...plain.matchAll(HEAD)];
	const head = heads.find(([, type]) => type === wanted) ?? heads[0];
	if (!head) throw new InvitationError('none');
	const [{ length: before }, type, version, length] = head;
	if (Number(version) !== VERSION) throw new InvitationError('version');
	const all = Number(length);
	if (all > LONGEST) throw new InvitationError('damaged');
	const [rest] = /^[\w-]*/.exec(plain.slice(head.index + before))!;
	if (rest.length < all) throw new InvitationError('cut', { there: rest.length, all });
	const read = await unpack(rest.slice(0, all)).catch(() => null);
	if (read?.type !== type) throw new InvitationError('damaged');
	return read!;
}

/** @throws where it was not packed by this version, or has changed since */
async function unpack(text: string): Promise<Invitation> {
	const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
	const packed = Uint8Array.from(bytes, (one) => one.charCodeAt(0));
	const unpacked = await gunzip(packed, LARGEST);
	return v.parse(Data, JSON.parse(new TextDecoder().decode(unpacked)));
}
