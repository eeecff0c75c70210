/** coturn gave a user a relay in the end: then it only asked for the login again, or had no more for a moment. */
const ALLOCATED = /user <([^<>\s]{1,200})>: incoming packet ALLOCATE processed, success/g;
const REFUSED =
	/user <([^<>\s]{1,200})>: incoming packet [\w ]{1,40} processed, error (?:401|486|508)/;
/** What it answers to who has not said yet who asks, as it does once to everybody, and what it answers to the others. */
const CHALLENGED = /user <>: incoming packet [\w ]{1,40} processed, error 401/;
const LOGGED_IN = /user <[^<>\s]{1,200}>: incoming packet [\w ]{1,40} processed/g;
/** That a relay was given, which a busy server says thousands of times. */
const GIVEN = /: incoming packet ALLOCATE processed, success/;
/** What libwebrtc is answered, by the port that asks: the first time it asks without a login, to be told how. */
const OF_PORT =
	/turn_?port\.cc.{0,40}Port\[(.{1,160}?)\]\s?: .{0,100}allocate error response.{0,60}code=401\b/;
/** It has a relay from one of them. */
const REQUESTED = /turn_?port\.cc.{0,200}allocate requested successfully/i;
const OF_LIBWEBRTC = /turn_?port\.cc/;

/** Logins for a time are `<expiry>:<user>` (draft-uberti-behave-turn-rest): the user behind it is the same. */
const userOf = (login: string | undefined) => login?.replace(/^\d{9,11}:/, '');

/**
 * Whether what a line of a TURN log complains of is settled elsewhere in it: by a relay that the same user was
 * given later, by a login that follows what asked for it. To be asked line by line, in order.
 */
export function settledIn(text: string): (line: string, index: number) => boolean {
	const allocated = new Map(
		[...text.matchAll(ALLOCATED)].map(({ 1: user, index }) => [userOf(user), index])
	);
	const lastLogin = [...text.matchAll(LOGGED_IN)].at(-1)?.index ?? -1;
	const isGranted = REQUESTED.test(text);
	const asked = new Set<string>();
	return (line, index) => {
		if (lastLogin > index && CHALLENGED.test(line)) return true;
		if (isGranted && OF_LIBWEBRTC.test(line)) return true;
		const [, port] = OF_PORT.exec(line) ?? [];
		if (port !== undefined && !asked.has(port)) {
			asked.add(port);
			return true;
		}
		return (allocated.get(userOf(REFUSED.exec(line)?.[1])) ?? -1) > index;
	};
}

/** The lines that matter most: what failed, else the last relay that was given, else the last that was asked for. */
export function gravest<T extends { readonly text: string }>(found: readonly T[]): readonly T[] {
	const errors = found.filter(({ text }) => !GIVEN.test(text) && !CHALLENGED.test(text));
	if (errors.length > 0) return errors;
	const given = found.filter(({ text }) => GIVEN.test(text));
	return (given.length > 0 ? given : found).slice(-1);
}
