import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const FOLDER = new URL('./fixtures/', import.meta.url);

/** The text of a file in `fixtures/`. */
export function fixture(name: string): string {
	return readFileSync(new URL(name, FOLDER), 'utf8');
}

/** The text of a description in the fixtures of SDP. */
export function sdp(name: string): string {
	return readFileSync(new URL(`../sdp/fixtures/${name}.sdp`, import.meta.url), 'utf8');
}

/** The dump of Chromium 156 that the site ships as a sample. */
export function sampleDump(): string {
	return gunzipSync(readFileSync('src/static/samples/webrtc-internals.json.gzip')).toString('utf8');
}
