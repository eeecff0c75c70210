/*
 * A STUN and TURN server over UDP, in a thread of its own: node-turn keeps the sockets of its relays open and
 * its timers for an hour, and nothing but the end of the thread ends them.
 */
import { parentPort, workerData } from 'node:worker_threads';
import Turn from 'node-turn';

const { host, port, username, credential } = workerData;
const turn = new Turn({
	listeningIps: [host],
	relayIps: [host],
	listeningPort: port,
	minPort: 49_152,
	maxPort: 65_535,
	authMech: 'long-term',
	credentials: { [username]: credential },
	realm: 'parley.example',
	log: () => undefined
});

/*
 * Whoever has no answer asks again with the same transaction, and is to be answered the same (RFC 8656, 7.2).
 * node-turn opens another relay for that, which takes the place of the first: the candidate that the browser
 * was told of is then a dead end. A busy machine takes long enough to be asked again.
 */
const emit = turn.emit.bind(turn);
const underWay = new Set();
/** @type {Turn['emit']} */
turn.emit = (method, message, reply) => {
	if (method !== 'allocate') return emit(method, message, reply);
	const client = message.transport.get5Tuple();
	const made = turn.allocations[client];
	if (made?.transactionID === message.transactionID) message.allocation = made;
	const transaction = `${client} ${message.transactionID}`;
	if (underWay.has(transaction)) return true;
	underWay.add(transaction);
	const { resolve, reject } = reply;
	/** @type {typeof resolve} */
	reply.resolve = (...of) => settle(resolve, of);
	/** @type {typeof reject} */
	reply.reject = (...of) => settle(reject, of);
	return emit(method, message, reply);

	/** @type {(how: (...of: readonly unknown[]) => void, of: readonly unknown[]) => void} */
	function settle(how, of) {
		underWay.delete(transaction);
		how.apply(reply, [...of]);
	}
};
turn.start();
turn.network.sockets[0]?.once('listening', () => parentPort?.postMessage('listening'));
