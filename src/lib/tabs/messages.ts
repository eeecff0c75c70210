import * as v from 'valibot';
import { GLANCING, PACES, SPEEDS } from '../call/walk-types';
import type { Source } from '../steps/step';
import { PEER_NAMES } from '../trace';
import { DeedData, PeerDeedData } from './deed-schema';

const Peer = v.picklist(PEER_NAMES);
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Finite = v.pipe(v.number(), v.finite());
const Id = v.pipe(v.string(), v.uuid());
/** What a step is called; whether a lesson has it is known to whoever performs it. */
const Step = v.pipe(v.string(), v.maxLength(100), v.regex(/^([a-z0-9-]+\/)?[a-z0-9-]+$/));
const MediaSource = v.picklist(['camera', 'pattern', 'none'] satisfies Source[]);
const Sources = v.strictObject({ john: MediaSource, jane: MediaSource });
const Speed = v.picklist(SPEEDS);
const Pace = v.picklist([...PACES, GLANCING]);
const ErrorWords = v.strictObject({
	name: v.string(),
	message: v.string(),
	attempted: v.string()
});

/** What a tab is busy with. */
export const DOINGS = ['reading', 'working', 'away'] as const;
export type Doing = (typeof DOINGS)[number];

/** What a wall shows of the questions of a slide. */
const Asked = v.strictObject({
	slug: v.string(),
	kind: v.picklist(['before', 'after', 'only']),
	/** Which of the pages of the moment is on the wall, from 0. */
	page: Count,
	/** Which option the room has chosen, from 0, by the checks of the questions. */
	chosen: v.record(v.string(), Count)
});
export type Asked = Readonly<v.InferOutput<typeof Asked>>;

/** What is on the screen beside the walk, the same in every tab. */
const Screen = v.strictObject({
	/** Nothing is shown. */
	isBlack: v.boolean(),
	/** Addresses and ICE credentials are masked. */
	isMasked: v.boolean(),
	/** What is shown was recorded, and no peers run. */
	isRecorded: v.boolean(),
	asked: v.exactOptional(Asked)
});
export type Screen = Readonly<v.InferOutput<typeof Screen>>;

/** What any tab may change of it; what it shows, the host alone says. */
const ScreenChange = v.strictObject({
	isBlack: v.exactOptional(v.boolean()),
	isMasked: v.exactOptional(v.boolean()),
	asked: v.exactOptional(Asked)
});
export type ScreenChange = v.InferOutput<typeof ScreenChange>;

/** What a tab may ask of the walk that another tab runs. */
const Wish = v.variant('type', [
	v.strictObject({ type: v.literal('next') }),
	v.strictObject({ type: v.literal('back') }),
	v.strictObject({ type: v.literal('restart') }),
	v.strictObject({ type: v.literal('play') }),
	v.strictObject({ type: v.literal('pause') }),
	v.strictObject({ type: v.literal('retry') }),
	v.strictObject({ type: v.literal('dismiss') }),
	v.strictObject({ type: v.literal('speed.choose'), speed: Speed }),
	v.strictObject({ type: v.literal('pace.choose'), pace: Pace }),
	v.strictObject({ type: v.literal('go.to'), at: Count }),
	v.strictObject({ type: v.literal('run.to'), at: Count }),
	v.strictObject({ type: v.literal('source.choose'), peer: Peer, source: MediaSource }),
	v.strictObject({ type: v.literal('source.replace'), peer: Peer }),
	v.strictObject({ type: v.literal('deed.do'), deed: DeedData }),
	v.strictObject({ type: v.literal('deed.undo') }),
	v.strictObject({ type: v.literal('cursor.set'), seq: v.nullable(Count) }),
	/** A recorded call in place of the peers, or fresh peers again. The host has the recording. */
	v.strictObject({ type: v.literal('recorded'), isOn: v.boolean() }),
	/** Something else on the screen beside the walk. */
	v.strictObject({ type: v.literal('show'), change: ScreenChange })
]);
export type Wish = v.InferOutput<typeof Wish>;
/** What is wished of the walk itself. */
export type WalkWish = Exclude<Wish, { type: 'show' }>;

/** Where a walk stands, but for its course and its moments, which every tab has. */
const Standing = v.strictObject({
	/** The states of its machine. */
	value: v.strictObject({
		call: v.union([
			v.literal('idle'),
			v.strictObject({
				attempt: v.union([
					v.picklist(['parted', 'reading', 'performing', 'refused']),
					v.strictObject({ replaying: v.picklist(['between', 'stepping']) })
				])
			})
		]),
		pace: v.picklist(['paused', 'playing'])
	}),
	context: v.strictObject({
		at: Count,
		done: Count,
		goal: Count,
		then: v.picklist(['stay', 'advance']),
		reason: v.picklist([
			'start',
			'deep-link',
			'restart',
			'run-to',
			'lost',
			'retry',
			'source',
			'seat',
			'recorded',
			'live',
			'undone'
		]),
		waiting: v.array(Peer),
		stale: v.nullable(v.picklist(['lost', 'failed'])),
		error: v.nullable(v.strictObject({ peer: Peer, step: Step, error: ErrorWords })),
		deeds: v.array(v.strictObject({ deed: DeedData, done: Count })),
		applied: Count,
		sources: Sources,
		speed: Speed,
		pace: Pace,
		absent: v.array(Peer),
		cursor: v.nullable(Count)
	})
});
export type Standing = v.InferOutput<typeof Standing>;

/**
 * What tabs say to each other. One of them, the host, runs the walk; it tells the others where the walk
 * stands and what was recorded, and asks whoever sits in a seat for the steps of that peer.
 */
const Message = v.variant('type', [
	/** A tab says that it is here, where it sits, and whether it is the host: since when, in ms. */
	v.strictObject({
		type: v.literal('here'),
		seats: v.array(Peer),
		doing: v.picklist(DOINGS),
		hosting: v.nullable(Finite),
		/** The deck whose moments it knows. */
		deck: v.pipe(v.string(), v.maxLength(100)),
		/** Whether the others are asked to say the same of themselves. */
		ask: v.boolean()
	}),
	/** Asks a tab to say that it is here: whether it still answers. */
	v.strictObject({ type: v.literal('ask'), to: Id }),
	/** Asks a tab what its clock says, in ms: null is the question, and whoever is asked sends it back answered. */
	v.strictObject({
		type: v.literal('clock'),
		to: Id,
		asked: Finite,
		at: v.nullable(Finite)
	}),
	/** Asks a host for everything. */
	v.strictObject({ type: v.literal('sync'), host: Id }),
	/** What the host has recorded: to all, or from the beginning to the one that asked. */
	v.strictObject({
		type: v.literal('entries'),
		term: Finite,
		to: v.nullable(Id),
		entries: v.array(v.unknown())
	}),
	/** Where the walk stands, when its trace has this length. */
	v.strictObject({
		type: v.literal('standing'),
		term: Finite,
		to: v.nullable(Id),
		length: Count,
		standing: Standing
	}),
	/** What the screen is to show, from the host: whenever that changes, and where somebody comes. */
	v.strictObject({ type: v.literal('screen'), screen: Screen }),
	/** Somebody pressed something, looking at this moment and this entry. */
	v.strictObject({
		type: v.literal('wish'),
		wish: Wish,
		seen: v.strictObject({ at: Count, cursor: v.nullable(Count) })
	}),
	/** A seat is to make a fresh peer, whose wire has this name. A seat heeds the latest host alone. */
	v.strictObject({ type: v.literal('fresh'), term: Finite, peer: Peer, attempt: Count, key: Id }),
	/** A seat is to perform a step. */
	v.strictObject({
		type: v.literal('perform'),
		term: Finite,
		peer: Peer,
		attempt: Count,
		step: Step,
		source: MediaSource,
		/** What it is to do in place of a step. */
		deed: v.exactOptional(PeerDeedData)
	}),
	/** A seat is to send the test pattern in place of its camera. */
	v.strictObject({ type: v.literal('replace'), term: Finite, peer: Peer, attempt: Count }),
	/** A seat is to close its peer. */
	v.strictObject({ type: v.literal('end'), term: Finite, peer: Peer, attempt: Count }),
	/** Something happened at the peer of a seat; the seat numbers what it records. */
	v.strictObject({
		type: v.literal('record'),
		peer: Peer,
		attempt: Count,
		number: Count,
		at: Finite,
		entry: v.strictObject({
			kind: v.picklist([
				'call',
				'result',
				'error',
				'event',
				'changed',
				'sent',
				'altered',
				'postponed',
				'repeated',
				'dropped',
				'delivered',
				'stats',
				'lost'
			]),
			name: v.string(),
			call: v.optional(Count),
			data: v.optional(v.unknown())
		})
	}),
	/** A step came out: null where it was performed, else what the browser said. */
	v.strictObject({
		type: v.literal('outcome'),
		peer: Peer,
		attempt: Count,
		step: Step,
		error: v.nullable(ErrorWords)
	})
]);
export type Message = v.InferOutput<typeof Message>;
export type MessageOf<T extends Message['type']> = Extract<Message, { type: T }>;

/** The tab that alone has any use for a message, by its id; null where all have. */
export function addresseeOf(message: Message): string | null {
	if (message.type === 'sync') return message.host;
	return 'to' in message ? message.to : null;
}

/** What is written around each message. */
const Envelope = v.strictObject({
	parley: v.literal(1),
	/** The version of the site in the sender's tab. */
	site: v.pipe(v.string(), v.maxLength(100)),
	/** The sender's tab. */
	from: Id,
	/** Counts the messages of one sender, from 1: those to all, and those to one, each way by itself. */
	number: v.pipe(v.number(), v.integer(), v.minValue(1)),
	/** The tab that it is for alone. */
	to: v.exactOptional(Id),
	message: v.unknown()
});
export type Envelope = v.InferOutput<typeof Envelope>;

/** Texts beyond this length are no messages of ours. */
const LONGEST = 8_000_000;

/** Reads what came through the channel; null for what is no envelope. */
export function parseEnvelope(data: unknown): Envelope | null {
	if (typeof data !== 'string' || data.length > LONGEST) return null;
	try {
		const parsed = v.safeParse(Envelope, JSON.parse(data));
		return parsed.success ? parsed.output : null;
	} catch {
		return null;
	}
}

/** Reads what an envelope held; null for what is no message. */
export function parseMessage(value: unknown): Message | null {
	const parsed = v.safeParse(Message, value);
	return parsed.success ? parsed.output : null;
}
