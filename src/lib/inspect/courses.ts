import { sessionOf, type Course } from '../diagnose';
import { reduce } from '../trace';
import { Skips, type Dump } from './dump';
import { entriesOf } from './import';
import { PeerLog } from './peer-log';

/** So many connections are looked at: a page that made more has a loop in it. */
const MOST = 200;

/** How each connection of a dump went, by its id, from its log alone. */
export function coursesOf({ connections }: Dump): ReadonlyMap<string, Course> {
	return new Map(
		connections.slice(0, MOST).flatMap((connection): [string, Course][] => {
			const entries = entriesOf(new PeerLog('john', connection, new Skips()).drafts);
			const [peer] = sessionOf(entries, reduce(entries)).peers;
			return peer ? [[connection.id, peer.course]] : [];
		})
	);
}
