import type { Verdict } from '../verdict';
import type { Session, SessionPeer } from './session';
import { mayComeBack } from './course';
import { duration, named } from './words';

/**
 * What became of a call, in one sentence; null where there is no connection.
 * @param isBroken whether something was found that breaks it
 * @param isUnexplained whether a connection is gone, and nothing tells why
 */
export function outcomeOf(
	{ peers }: Session,
	isBroken: boolean,
	isUnexplained: boolean
): Verdict | null {
	const said = (sentence: string, isGood: boolean): Verdict => ({ sentence, isGood, words: [] });
	const never = peers.filter(({ course }) => course === 'never connected');
	if (never.length > 0) return said(neverOf(never), false);
	const broke = peers.filter(({ course }) => course === 'broke');
	const worst = broke.toSorted((one, other) => one.ended!.at - other.ended!.at)[0];
	if (worst !== undefined) {
		const lasted = duration(worst.ended!.at - worst.connected!.at);
		if (isUnexplained && broke.every(mayComeBack)) {
			const gap = worst.endAt - worst.ended!.at;
			const when = gap < 100 ? 'at the very end' : `${duration(gap)} before the end`;
			return said(
				`This call came about, and was interrupted after ${lasted}, ${when} of what is known: it may have come back.`,
				false
			);
		}
		return said(`This call came about, and broke after ${lasted}.`, false);
	}
	const worked = peers.filter(({ course }) => course === 'worked');
	if (worked.length > 0) return said(workedOf(worked), true);
	if (peers.length === 0) return null;
	if (isBroken) return said('This call did not come about.', false);
	const begun = peers.filter(({ course }) => course === 'under way');
	if (begun.length > 0 && begun.every(isClosed)) return said(closedOf(begun), true);
	if (begun.length > 0) {
		return said('This call is under way: it is too early to say what comes of it.', true);
	}
	const isTold = peers.some(({ isStatistics }) => !isStatistics);
	return said(
		isTold
			? 'Nothing was agreed on in this call yet.'
			: 'Whether this call came about cannot be told from these statistics.',
		true
	);
}

const isClosed = ({ view }: SessionPeer): boolean =>
	view.states.signalingState.some(({ value }) => value === 'closed');

/** Whoever hangs up before ICE is done breaks nothing. */
function closedOf(peers: readonly SessionPeer[]): string {
	const waits = peers.flatMap(({ endAt, agreedAt }) =>
		agreedAt === null ? [] : [endAt - agreedAt]
	);
	const after = waits.length > 0 ? ` ${duration(Math.min(...waits))} after offer and answer` : '';
	return `This call was closed${after}, before it was connected.`;
}

function neverOf(peers: readonly SessionPeer[]): string {
	const failed = peers.find(({ ended, agreedAt }) => ended !== null && agreedAt !== null);
	if (failed === undefined) return 'This call did not come about.';
	const after = duration(failed.ended!.at - failed.agreedAt!);
	return `This call did not come about: ${failed.called}’s connection failed ${after} after offer and answer were there.`;
}

function workedOf(peers: readonly SessionPeer[]): string {
	const times = peers.flatMap(({ connected, agreedAt }) =>
		connected && agreedAt !== null ? [connected.at - agreedAt] : []
	);
	const most = Math.max(0, ...times);
	// Logs that count whole seconds have nothing between.
	const after = most > 0 ? ` ${duration(most)} after offer and answer` : '';
	return `This call came about: ${named(peers)} ${peers.length === 1 ? 'was' : 'were'} connected${after}.`;
}
