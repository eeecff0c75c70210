import { notMeant, refused, type Fault } from './fault';
import { LARGEST_POOL, type Network } from './network';
import { isTurn } from './scheme';

/** What is wrong with the policy beside these servers; null where nothing is. */
export function faultOfPolicy({ policy, servers }: Network): Fault | null {
	if (policy !== 'relay' || servers.some(({ urls }) => urls.some(isTurn))) return null;
	return notMeant(
		'relay-without-turn',
		'Relays alone may be used, and no TURN server is there to give one: no connection can come about.',
		'Add a TURN server, or let all candidates be used.',
		'webrtc-pc, 4.2.3'
	);
}

/** What is wrong with a size of the pool as it was written; null where nothing is. */
export function faultOfPool(written: string): Fault | null {
	const size = /^\d{1,3}$/.test(written.trim()) ? Number(written) : NaN;
	if (size <= LARGEST_POOL) return null;
	return refused(
		'pool',
		`The pool is a whole number from 0 to ${LARGEST_POOL}.`,
		'Write 0 to gather nothing ahead, or as many as there are transports: with everything bundled, 1.'
	);
}
