import type { NewEntry } from '../trace';

/** Whether a peer was told that no more candidates of the other side come, by what is recorded of it. */
export class TheirEnd {
	/** Since the description of the other side that it has now. */
	isTold = false;

	/** Takes an entry: `null`, or a candidate without a string, is the end (webrtc-pc, 4.4.2, addIceCandidate). */
	follow({ kind, name, data }: Pick<NewEntry, 'kind' | 'name' | 'data'>): void {
		if (kind !== 'call') return;
		if (name === 'setRemoteDescription') this.isTold = false;
		if (name === 'addIceCandidate') this.isTold ||= isEnd(data);
	}
}

const isEnd = (data: NewEntry['data']) =>
	(data ?? null) === null || (data as { candidate?: unknown }).candidate === '';
