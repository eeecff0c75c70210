import { trackJson } from './json';
import type { Record } from './record';
import { SURFACE } from './surface';
import { watchCalls, watchEvents, type Watcher } from './watch';

/**
 * Records what the browser says of a track from now on: that its source gives nothing for the moment
 * (`mute`), gives something again (`unmute`), or never will again (`ended`); and that the page silences
 * or blackens it (`enabled`). A page that stops a track itself is told nothing.
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
	const place = () => ({ ...trackJson(track), side });
	const watcher: Watcher = { record, place, placeOf: () => ({}), look() {} };
	const spec = SURFACE.MediaStreamTrack;
	watchEvents(track, spec, watcher, signal);
	const end = watchCalls(track, spec, (self) => (self === track ? watcher : undefined));
	signal?.addEventListener('abort', end);
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
