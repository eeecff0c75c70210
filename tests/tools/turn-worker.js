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
turn.start();
turn.network.sockets[0]?.once('listening', () => parentPort?.postMessage('listening'));
