import type { Json } from '../trace';

/** Any of the browser's dictionaries and `toJSON()` objects as plain JSON. */
export function toJson(value: unknown): Json {
	return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as Json);
}

/** A track as JSON: `MediaStreamTrack` itself cannot be cloned. */
export function trackJson(track: MediaStreamTrack): { kind: string; id: string; label: string } {
	return { kind: track.kind, id: track.id, label: track.label };
}
