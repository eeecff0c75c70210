import { PEER_NAMES, type PeerName, type SessionView, type TraceEntry } from '$lib/trace';
import { envelopesOf, type Envelope } from './envelopes';
import { flowOf, type Flow } from './flow';
import { linesOf, type CheckLine } from './lines';
import { phaseOf, type Phase } from './phase';
import { pointsOf, type Point } from './points';

/** The call at one moment, as it is drawn. Every part is an entry of the trace or a report of `getStats()`. */
export interface Picture {
	readonly phases: Readonly<Record<PeerName, Phase>>;
	/** What is in the upper lane. */
	readonly envelopes: readonly Envelope[];
	/** What is in the lower: candidates, and the pairs between them. */
	readonly points: readonly Point[];
	readonly lines: readonly CheckLine[];
	readonly flow: Flow;
}

/**
 * The picture of a view: live, looking back, recorded or imported.
 * @param entries the trace that it is a view of; more of them may be there
 */
export function pictureOf(view: SessionView, entries: readonly TraceEntry[]): Picture {
	return {
		phases: Object.fromEntries(
			PEER_NAMES.map((name) => [name, phaseOf(view.peers[name])])
		) as Record<PeerName, Phase>,
		envelopes: envelopesOf(view),
		points: pointsOf(view),
		lines: linesOf(view),
		flow: flowOf(view, entries)
	};
}
