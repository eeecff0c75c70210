/** What people write over a digit or a letter, but for x: stars, boxes and dots, as no address and no secret has. */
export const HIDING = '*#█■▇▓▒░▪●•∙·✕×＊хХ';

/** What programs print of a value that is not there: somebody’s fault, and nobody’s mask. */
const NOTHING = /^(?:null|nil|none|undefined|nan|void|empty|error\b.*|object \w+)$/i;

/** What stands in brackets of any kind, or in two of them. */
const BRACKETED =
	/^(?:<{1,2}|\[{1,2}|\({1,2}|\{{1,2})([^<>[\](){}]{1,60})(?:>{1,2}|\]|\)|\}){1,2}$/;
/** Words of a person in quotes. */
const QUOTED = /^(?:"([^"]+)"|'([^']+)'|“([^”]+)”)$/;
/** Variables of shells, of Windows and of templates. */
const VARIABLE =
	/^(?:\$\w[\w.]*|\$[({][^(){}]+[)}]|%[A-Za-z_]\w+%|_{1,3}[A-Za-z][\w.-]*_{1,3}|-{1,3}\w[\w. -]*-{1,3}|@[\w.-]+@|#[A-Za-z][\w.-]*#)$/;

/** Words of whoever took a value out. */
const TAKEN_OUT =
	/^(?:redacted|masked|removed|hidden|snip(?:ped)?|anonymi[sz]ed|obfuscated|placeholder)$/i;

/** What people say of whose or of what kind a thing is. */
const OF_KIND =
	'the|my|our|your|their|here|real|public|private|external|internal|local|remote|server|client|host|peer|router|nat|wan|lan|turn|stun|relay|other|hidden|masked';

/** A word for a thing that is masked, and those that may stand around it. */
export interface Nouns {
	/** Such a word, alone or behind others. */
	readonly thing: RegExp;
	readonly any: RegExp;
}

/** The words for a thing, of which one names it; each may have a number behind it. */
export function nounsOf(thing: string): Nouns {
	return {
		thing: new RegExp(`^(?:${OF_KIND}){0,4}(?:${thing})\\d{0,2}$`, 'i'),
		any: new RegExp(`^(?:${OF_KIND}|${thing}){1,4}\\d?$`, 'i')
	};
}

/** Longer texts stand for nothing, in UTF-16 code units. */
const LONGEST = 64;

/** What stands in brackets, where that is no nothing of a program; null where nothing is bracketed. */
export function bracketed(text: string): string | null {
	const inner = text.length > LONGEST ? undefined : BRACKETED.exec(text)?.[1]?.trim();
	return inner === undefined || inner === '' || NOTHING.test(inner) ? null : inner;
}

/**
 * Whether a text is what a person or a template writes in the place of a thing: MY_IP, yourIp, $IP, %IP%, redacted.
 * Names that anything may have are none: a word for the thing must stand in it.
 */
export function isPlaceholder(text: string, { thing, any }: Nouns): boolean {
	if (text.length > LONGEST) return false;
	const [, ...quoted] = QUOTED.exec(text) ?? [];
	const inner = quoted.find((one) => one !== undefined);
	if (inner !== undefined) return isPlaceholder(inner, { thing, any });
	if (TAKEN_OUT.test(text)) return true;
	const variable = VARIABLE.test(text);
	if (variable) return !NOTHING.test(text.replace(/^[^A-Za-z]+|[^A-Za-z]+$/g, ''));
	const words = text.replace(/([a-z])([A-Z])/g, '$1 $2').split(/[\s_.-]+/);
	const last = words.at(-1)!;
	// No name of a host has a line beneath; those of containers have, and do not end so.
	if (text.includes('_') && (thing.test(last) || /^IP_[A-Z\d_]+$/.test(text))) return true;
	const isNumbered = /_\d$/.test(text) && words.length > 1;
	const named = isNumbered ? words.slice(0, -1) : words;
	if (!named.every((word) => any.test(word)) || !named.some((word) => thing.test(word)))
		return false;
	return !text.includes('.') || thing.test(last) || /^here$/i.test(last);
}
