/** Whose end of a call something is of, as whoever wrote a log sees it. */
export type Side = 'local' | 'remote';

/** The words beside a description or a candidate that tell on whose side it is. */
const REMOTE =
	/remote|received?\b|\brecv\b|\bgot\b|incoming|\bfrom (?:peer|server|remote)|add_?Ice_?Candidate|<{2,}|<-(?!>)|←/gi;
const LOCAL =
	/\blocal|\bsen(?:d|ding|t)\b|outgoing|gathered|on_?ice_?candidate|\bicecandidate\b|createOffer|createAnswer|>{2,}|(?<!<)->|→/gi;
/** So much in front of a part is looked at: its own line, and the one that heads it. */
const NEAR = 140;

/** The side that the words in front of a part tell, the nearest of them; null where none do. */
export function sideAt(text: string, start: number): Side | null {
	const { own, heading } = wordsAt(text, start);
	return sideIn(own) ?? (heading === null ? null : sideIn(heading));
}

/** The line that heads a part; null where none does. */
export const headingAt = (text: string, start: number): string | null =>
	wordsAt(text, start).heading;

/** Servers have two connections to a client: one on which it sends, and one on which it is sent to. */
const CONNECTION = /(publish|subscrib)(?:er|ing|e|ed)?(?![a-z])/gi;

/** Which connection of several the words in front of a part name; null where they name none. */
export function connectionAt(text: string, start: number): string | null {
	const { own, heading } = wordsAt(text, start);
	const named =
		[...own.matchAll(CONNECTION)].at(-1) ?? [...(heading ?? '').matchAll(CONNECTION)].at(-1);
	return named?.[1]?.toLowerCase() ?? null;
}

/** The browsers whose descriptions people compare. */
const BROWSER = /(?<![A-Za-z])(?:[Cc]hrom(?:e|ium)|[Ff]irefox|[Ss]afari|Edge|Opera)(?![a-z])/g;

/** What a log of a call has in such a line, and a heading has not: what was called, and when. */
const OF_LOG = /[Ss]et_?(?:[Ll]ocal|[Rr]emote)|create_?(?:Offer|Answer)|\d:\d\d/;

/** Which browser the words in front of a part name last, where they are no log; null where they name none. */
export function browserAt(text: string, start: number): string | null {
	const { own, heading } = wordsAt(text, start);
	if (OF_LOG.test(own) || OF_LOG.test(heading ?? '')) return null;
	const named = [...own.matchAll(BROWSER)].at(-1) ?? [...(heading ?? '').matchAll(BROWSER)].at(-1);
	return named?.[0].toLowerCase() ?? null;
}

/** What a part is called in an object that is printed over several lines. */
const MEMBER = /["']?\b(?:candidate|sdp)["']?\s?[:=]\s?["'`]?$/;
/** What stands between such an object and what heads it. */
const OPENED = /[\s{([]*$/;

/** What stands in front of a part in its line, and what heads it; null where nothing does. */
function wordsAt(text: string, start: number): { own: string; heading: string | null } {
	const front = text.slice(Math.max(0, start - NEAR), start);
	const own = front.slice(front.lastIndexOf('\n') + 1).replace(MEMBER, '');
	const before = front.slice(0, front.lastIndexOf('\n') + 1).replace(OPENED, '');
	const heading = before.slice(before.lastIndexOf('\n') + 1);
	// A heading counts where the part begins its line, and is no part itself.
	const isHeaded = own.trim().length < 4 && !/candidate:|^\s*\w=/.test(heading);
	return { own, heading: isHeaded ? heading : null };
}

/** The side that the last of the words tells; null where none does. */
export function sideIn(words: string): Side | null {
	const [remote, local] = [REMOTE, LOCAL].map((pattern) => lastOf(words, pattern));
	if (remote === local) return null;
	return remote! > local! ? 'remote' : 'local';
}

function lastOf(words: string, pattern: RegExp): number {
	return [...words.matchAll(pattern)].at(-1)?.index ?? -1;
}
