import type { Description } from '../trace';

type Type = Description['type'];

/** The members that say what the others are: in logs, and in what brings messages. A place in a program is none. */
const NAMES =
	/^(?:msg|message|log|what|event(?:_?(?:name|type))?|action|kind|label|tag|title|name|file(?:_?name)?|topic|channel|subject|queue|routing_?key)$/i;
/** A longer value is prose, in UTF-16 code units. */
const LONGEST = 100;

/** What such a member says of the one that it is about. */
const WORDS_BEFORE =
	/^(?:got|received?|recv|incoming|outgoing|send|sending|sent|created|set|setting|new|the|an?|local|remote|sdp|webrtc|rtc)$/;
const WORDS_BEHIND = /^(?:sdp|description|received|sent|created|set)$/;
const TYPE = /^(?:sdp[_-]?)?(pranswer|offer|answer)$/;
/** The segments of a topic, or of the name of a file. */
const PATH = /^[\w$+@-]+(?:[/:.][\w$+@-]+)+$/;

/**
 * The type that an object tells of the description in it in a label: `"msg": "local answer"`,
 * `"topic": "camera/answer"`; null where none does, or two tell different ones. What else mentions a type
 * may wait for it, or fail because of it.
 */
export function labelOf(object: { readonly [key: string]: unknown }): Type | null {
	const types = new Set<Type>();
	for (const [name, value] of Object.entries(object)) {
		if (typeof value !== 'string' || value.length > LONGEST || !NAMES.test(name)) continue;
		const type = typeIn(value.trim().toLowerCase());
		if (type !== null) types.add(type);
	}
	return types.size === 1 ? [...types][0]! : null;
}

function typeIn(value: string): Type | null {
	if (PATH.test(value)) {
		const segments = value.split(/[/:.]/);
		// `answer.sdp` is a file of it.
		const last = segments.findLast((one) => one !== 'sdp' && one !== 'txt');
		return typeOf(last ?? '');
	}
	const words = value.replace(/[:.!]+$/, '').split(/[\s:]+/);
	const at = words.findIndex((word) => TYPE.test(word));
	if (at === -1) return null;
	const isLabel =
		words.slice(0, at).every((word) => WORDS_BEFORE.test(word)) &&
		words.slice(at + 1).every((word) => WORDS_BEHIND.test(word));
	return isLabel ? typeOf(words[at]!) : null;
}

const typeOf = (word: string) => (TYPE.exec(word)?.[1] as Type | undefined) ?? null;
