import * as v from 'valibot';

const Description = v.object({
	type: v.picklist(['offer', 'pranswer', 'answer', 'rollback']),
	sdp: v.string()
});

const Candidate = v.looseObject({
	candidate: v.string(),
	sdpMid: v.optional(v.nullable(v.string())),
	sdpMLineIndex: v.optional(v.nullable(v.number())),
	usernameFragment: v.optional(v.nullable(v.string()))
});

const Envelope = v.object({
	/** Counts the messages of one sender, from 1. */
	id: v.pipe(v.number(), v.integer(), v.minValue(1)),
	message: v.union([
		v.object({ description: v.nullable(Description) }),
		v.object({ candidate: v.nullable(Candidate) }),
		v.object({ bye: v.literal(true) })
	])
});

/** A signaling message with the number that its sender gave it. */
export type Envelope = v.InferOutput<typeof Envelope>;

/** The text that the wire carries. */
export function writeEnvelope(id: number, message: unknown): string {
	return JSON.stringify({ id, message });
}

/**
 * Reads what the wire carried.
 * @throws an `Error` that says what is wrong with it, with the text's beginning
 */
export function parseEnvelope(text: string): Envelope {
	try {
		return v.parse(Envelope, JSON.parse(text));
	} catch (cause) {
		throw new Error(`Not a signaling message (${(cause as Error).message}): ${text.slice(0, 80)}`, {
			cause
		});
	}
}
