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

/** What a message may carry: one of these. */
const CONTENTS = {
	description: v.nullable(Description),
	candidate: v.nullable(Candidate),
	bye: v.literal(true)
};

const Numbered = v.object({
	/** Counts the messages of one sender, from 1. */
	id: v.pipe(v.number(), v.integer(), v.minValue(1)),
	message: v.record(v.string(), v.unknown())
});

/** A signaling message with the number that its sender gave it. */
export interface Envelope {
	id: number;
	message: { [K in keyof typeof CONTENTS]?: v.InferOutput<(typeof CONTENTS)[K]> };
}

/** The text that the wire carries. */
export function writeEnvelope(id: number, message: unknown): string {
	return JSON.stringify({ id, message });
}

/**
 * Reads what the wire carried.
 * @throws an `Error` that says what is wrong with it and where, with the text's beginning
 */
export function parseEnvelope(text: string): Envelope {
	try {
		const { id, message } = v.parse(Numbered, JSON.parse(text));
		const kind = Object.keys(message).find((key): key is keyof typeof CONTENTS => key in CONTENTS);
		if (!kind) throw new Error('a message has a description, a candidate, or bye');
		const content = v.safeParse(v.object({ [kind]: CONTENTS[kind] }), message);
		if (content.success) return { id, message: content.output };
		const [issue] = content.issues;
		throw new Error(`${v.getDotPath(issue)}: ${issue.message}`);
	} catch (cause) {
		throw new Error(`Not a signaling message (${(cause as Error).message}): ${text.slice(0, 80)}`, {
			cause
		});
	}
}
