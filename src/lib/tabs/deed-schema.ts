import * as v from 'valibot';
import { KEPT } from '../breaks/deed';
import { PEER_NAMES } from '../trace';

const peer = v.picklist(PEER_NAMES);
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Of a step, or of a ready-made change: whether there is one of that name is known to whoever does it. */
const Name = v.pipe(v.string(), v.maxLength(100), v.regex(/^([a-z0-9-]+\/)?[a-z0-9-]+$/));
const ofMessage = { peer, message: Count };
/** As long as any description is, and then some. */
const Line = v.pipe(v.string(), v.maxLength(100_000));

/** What may be done at one peer’s end. */
export const PeerDeedData = v.variant('do', [
	v.strictObject({ do: v.literal('change'), change: Name, ...ofMessage }),
	v.strictObject({
		do: v.literal('edit'),
		edits: v.pipe(
			v.array(v.strictObject({ at: Count, removes: Count, adds: v.array(Line) })),
			v.maxLength(10_000)
		),
		...ofMessage
	}),
	v.strictObject({ do: v.picklist(['drop', 'repeat', 'postpone', 'return']), ...ofMessage }),
	v.strictObject({ do: v.literal('filter'), peer, keeps: v.picklist(KEPT) }),
	v.strictObject({ do: v.picklist(['silence', 'close', 'offer', 'restart', 'channel']), peer })
]);

/** What may be done to a call at the workbench, as another tab may ask for it. */
export const DeedData = v.variant('do', [
	PeerDeedData,
	v.strictObject({ do: v.literal('skip') }),
	v.strictObject({ do: v.literal('step'), step: Name })
]);
