import type { PeerView, StateChange } from '../../trace';

/** How a connection went. */
export type Course =
	/** Nothing was agreed on. */
	| 'idle'
	/** Too early to say. */
	| 'under way'
	| 'never connected'
	/** It was connected at the end, or until it was closed. */
	| 'worked'
	| 'broke';

/** How a connection went, and when. Times are milliseconds since the Unix epoch. */
export interface Run {
	readonly course: Course;
	/** When it was connected first, and the entry that says so; null where it never was. */
	readonly connected: StateChange | null;
	/** The state from which it did not come back; null where it did, or gave no sign. */
	readonly ended: StateChange | null;
	/** Each time that it came back after an interruption. */
	readonly recovered: readonly StateChange[];
}

/** Milliseconds that a peer may take to connect before something is wrong with it. */
export const PATIENCE = 5000;

/** So much longer where it is not told when offer and answer were there. */
const UNTOLD = 10_000;

/** Whoever closes a connection within these milliseconds after it was disconnected had the other side hang up first. */
const HANG_UP = 5000;

/** A connection that lasted for less than these milliseconds was none: DTLS was refused. */
const BLINK = 500;

const isFallen = ({ value }: StateChange) => value === 'disconnected' || value === 'failed';
const isBusy = ({ value }: StateChange) =>
	value === 'checking' || value === 'connecting' || value === 'disconnected';
const isUp = ({ value }: StateChange) => value === 'connected' || value === 'completed';

/**
 * The states by which a connection is judged: `connectionState` has ICE and DTLS in it; browsers and logs
 * that do not tell it, or not to its end, have ICE alone.
 */
function statesOf({ states }: PeerView, isSecured: boolean): readonly StateChange[] {
	const { connectionState: whole, iceConnectionState: ice } = states;
	const isTold = whole.some(({ value }) => value !== 'new' && value !== 'closed');
	const isEnded = whole.some((one) => isUp(one) || isFallen(one));
	return isTold && (isEnded || !isSecured) ? whole : ice;
}

/**
 * Whether a connection was closed right after it was interrupted: its other side was closed first, and
 * signaling brought that a moment later than ICE missed it.
 */
const isHungUp = (fallen: StateChange, last: StateChange, closedAt: number | null): boolean =>
	closedAt !== null && last.value === 'disconnected' && closedAt - fallen.at < HANG_UP;

/** Whether a connection was missed so late that nobody can tell what came of it: most come back, or fail, later. */
export const mayComeBack = ({
	ended,
	endAt,
	view
}: Pick<Run, 'ended'> & { endAt: number; view: PeerView }): boolean =>
	ended?.value === 'disconnected' &&
	endAt - ended.at < PATIENCE &&
	!view.closed &&
	view.states.signalingState.every(({ value }) => value !== 'closed');

/**
 * How a connection went (webrtc-pc, 4.3.3).
 * @param agreedAt when offer and answer were both there; null where they never were
 * @param now the time of the last entry
 * @param isHeld whether something that it takes waits for a reader, so that waiting means nothing
 * @param isSecured whether statistics tell that its DTLS handshake was done
 */
export function runOf(
	peer: PeerView,
	agreedAt: number | null,
	now: number,
	isHeld: boolean,
	isSecured = false
): Run {
	const states = statesOf(peer, isSecured);
	const open = states.filter(({ value }) => value !== 'closed');
	const closedAt = states.find(({ value }) => value === 'closed')?.at ?? null;
	const endAt = closedAt ?? now;
	const none = { connected: null, ended: null, recovered: [] };
	const up = open.findIndex((one, index) => {
		const until = open[index + 1];
		const isBlink = until?.value === 'failed' && until.at - one.at < BLINK;
		return isUp(one) && !isBlink;
	});
	if (up !== -1) {
		const lastUp = open.findLastIndex(isUp);
		const fallen = open.slice(lastUp + 1).find(isFallen) ?? null;
		const ended = fallen && isHungUp(fallen, open.at(-1)!, closedAt) ? null : fallen;
		return {
			course: ended === null ? 'worked' : 'broke',
			connected: open[up]!,
			ended,
			recovered: open.filter((one, at) => at > up && isUp(one) && isFallen(open[at - 1]!))
		};
	}
	const failed = open.findLast(({ value }) => value === 'failed') ?? null;
	if (failed !== null) return { ...none, course: 'never connected', ended: failed };
	// Where descriptions are not recorded, a state tells that there were some.
	const busy = open.find(isBusy);
	if (agreedAt === null && busy === undefined) return { ...none, course: 'idle' };
	const waited = agreedAt === null ? endAt - busy!.at - UNTOLD : endAt - agreedAt;
	const isLate = waited >= PATIENCE && !isHeld;
	return { ...none, course: isLate ? 'never connected' : 'under way' };
}
