import { trackJson } from './json';
import type { Record } from './record';

/** Every event of a `MediaStreamTrack` (mediacapture-streams, 4.3.9). */
export const TRACK_EVENTS = ['mute', 'unmute', 'ended'] as const;

/**
 * Records what the browser says of a track from now on: that its source gives nothing for the moment
 * (`mute`), gives something again (`unmute`), or never will again (`ended`). A page that stops a track
 * itself is told nothing.
 *
 * @param side whether the peer sends it, or it arrived
 * @param signal ends it
 */
export function watchTrack(
	record: Record,
	track: MediaStreamTrack,
	side: 'local' | 'remote',
	signal?: AbortSignal
): void {
	for (const name of TRACK_EVENTS) {
		const listener = () => record({ kind: 'event', name, data: { ...trackJson(track), side } });
		track.addEventListener(name, listener, { ...(signal && { signal }) });
	}
}

/** The tracks that a peer sends, watched from when it has them until something takes their place. */
export class LocalTracks {
	readonly #record: Record;
	#watching = new AbortController();

	constructor(record: Record) {
		this.#record = record;
	}

	/** Watches the tracks of a stream, and those of the one before no more. */
	watch(stream: MediaStream): void {
		this.end();
		this.#watching = new AbortController();
		for (const track of stream.getTracks()) {
			watchTrack(this.#record, track, 'local', this.#watching.signal);
		}
	}

	end(): void {
		this.#watching.abort();
	}
}
