import { bracketed, HIDING, isPlaceholder, nounsOf } from './placeholder';

const NOUNS = nounsOf('ip|ips|ipv?[46]|ip[46]?addr|ipaddress|addr|address|addresses|hostname|fqdn');
/** Names that only who masks writes large. */
const LARGE = /^(?:HOST(?:NAME)?|DOMAIN|FQDN|(?:MY|YOUR|OUR)[_-][A-Z]+(?:[_-][A-Z]+)*)$/;
/** A word for it in the shape of one. */
const IN_SHAPE = /^(?:my|your|the)\.ip\.add\.?ress$/i;

/** Nothing but what hides: ***, xx, black boxes. */
const HIDDEN = new RegExp(`^(?:[xX]{2,}|[${HIDING}]+)$`);
/** A part of an address: a number, of which something may be hidden. */
const NUMBER = /^\d{1,3}$/;
const HIDDEN_NUMBER = new RegExp(`^\\d{0,2}[xX${HIDING}]{1,3}\\d{0,2}$`);
/** aaa, yy, Z; and abc, as four parts go on: letters in the place of digits. */
const LETTERS = /^([a-z])\1{0,2}$/i;
const IN_TURN = 'abcdefghijklmnopqrstuvwxyz';
const GROUP = /^[\da-f]{0,4}$/i;
const HIDDEN_GROUP = new RegExp(`^(?:[\\da-f]{0,3}[xX${HIDING}]{1,4}|([g-z])\\1{1,3})$`, 'i');
const MASKED_6 = /^(?=.*:)(?=.*[x*])[\da-fx*:]+$/i;
/** What may stand in brackets though nobody masked it. */
const ADDRESS = /^[\da-f.:]*\d[\da-f.:]*(?:%\w+)?$|^[\da-f.]*:[\da-f.:]*(?:%\w+)?$/i;
const NAME = /^[\w-]+(?:\.[\w-]+)+$/;

const isLetters = (part: string) =>
	LETTERS.test(part) ||
	(part.length > 1 && part.length < 4 && IN_TURN.includes(part.toLowerCase()));

/** Whether numbers of an address, with dots between, are hidden or written as letters. */
function hasHiddenNumbers(text: string): boolean {
	const parts = text.split('.');
	const hidden = parts.filter((part) => HIDDEN_NUMBER.test(part));
	const { length } = parts;
	if (
		length === 4 &&
		parts.every((part) => NUMBER.test(part) || HIDDEN_NUMBER.test(part) || isLetters(part))
	)
		return !parts.every((part) => NUMBER.test(part));
	// Of fewer parts it is none of a host that begins with a number, or that has nothing but what hides.
	if (length < 2 || length > 4 || hidden.length === 0) return false;
	if (hidden.length === length) return /^\D+$/.test(text) && text.length > 3;
	return (
		NUMBER.test(parts[0]!) && parts.every((part) => NUMBER.test(part) || HIDDEN_NUMBER.test(part))
	);
}

function hasHiddenGroups(text: string): boolean {
	if (MASKED_6.test(text)) return true;
	const groups = text.split(':');
	return (
		groups.length > 2 &&
		groups.every((group) => GROUP.test(group) || HIDDEN_GROUP.test(group)) &&
		groups.some((group) => HIDDEN_GROUP.test(group))
	);
}

/** What stands for an address in brackets: anything but an address, and the name of a host. */
function isBracketed(text: string): boolean {
	const inner = bracketed(text);
	if (inner === null || ADDRESS.test(inner)) return false;
	return !NAME.test(inner) || isPlaceholder(inner, NOUNS) || hasHiddenNumbers(inner);
}

/** Whether somebody has hidden an address or parts of it, or wrote a word for it: `10.x.x.x`, `<ip>`, `MY_IP`. */
export function isMaskedAddress(text: string): boolean {
	// Browsers make up such names, and everybody has them.
	if (text.endsWith('.local')) return false;
	if (HIDDEN.test(text) || LARGE.test(text) || IN_SHAPE.test(text) || isBracketed(text))
		return true;
	if (text.includes(':')) return hasHiddenGroups(text);
	return hasHiddenNumbers(text) || isPlaceholder(text, NOUNS);
}
