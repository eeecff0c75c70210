import type { Json } from '../trace';
import type { DumpReport } from './dump';

/** The states of data channels in the statistics of a connection, each time that one changes. */
export class ChannelStates {
	readonly #last = new Map<string, unknown>();

	/** What the statistics tell anew: label, id and state (webrtc-stats, 8.10). */
	changed(report: DumpReport['report']): Json[] {
		const changes: Json[] = [];
		for (const { id, type, label, state, dataChannelIdentifier } of report.values()) {
			if (type !== 'data-channel' || typeof state !== 'string') continue;
			if (this.#last.get(id) === state) continue;
			this.#last.set(id, state);
			changes.push({
				label: typeof label === 'string' ? label : '',
				id: typeof dataChannelIdentifier === 'number' ? dataChannelIdentifier : null,
				state
			});
		}
		return changes;
	}
}
