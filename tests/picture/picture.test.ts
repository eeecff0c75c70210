import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Views, type SessionView } from '../../src/lib/trace';
import { parseTraceFile } from '../../src/lib/trace/file';
import { PHASE_WORDS } from '../../src/lib/ui/picture/phase';
import { pictureOf } from '../../src/lib/ui/picture/picture';
import { sayPicture } from '../../src/lib/ui/picture/part-phrases';
import { expectHolds } from './holds';

const parsed = parseTraceFile(readFileSync('src/static/samples/call.parley-trace.json', 'utf8'));
if (!parsed.ok) throw new Error(parsed.problem);
const { entries } = parsed.file;

/** A view of each prefix of the recorded call, with the picture of it. */
function* moments() {
	const views = new Views();
	for (let length = 1; length <= entries.length; length += 1) {
		const view: SessionView = views.of(entries, length);
		yield { length, view, picture: pictureOf(view, entries) };
	}
}

/** Without what stands there twice in a row. */
const changes = <T>(values: readonly T[]) => values.filter((one, at) => one !== values[at - 1]);

describe('the picture of a recorded call', () => {
	it('holds at every entry: each message, candidate and pair is in it with its state', () => {
		for (const { length, picture } of moments()) expectHolds(picture, entries.slice(0, length));
	});

	it('calls what each peer has come to by one name, and never goes back', () => {
		const phases = [...moments()].map(({ picture }) => picture.phases);
		const story = (peer: 'john' | 'jane') => changes(phases.map((one) => PHASE_WORDS[one[peer]]));
		expect(story('john')).toEqual([
			'no RTCPeerConnection yet',
			'RTCPeerConnection made',
			'negotiating',
			'agreed, no path yet',
			'a path, no keys yet',
			'connected',
			'media flows',
			'closed'
		]);
		expect(story('jane')).toEqual(story('john'));
	});

	it('has one pair selected once the call is connected, which both report', () => {
		const last = [...moments()].filter(({ picture }) => picture.flow.streams.length === 2).at(-1)!;
		const selected = last.picture.lines.filter((line) => line.selected);
		expect(selected.length).toBeGreaterThan(0);
		expect(last.picture.flow).toMatchObject({ dtls: 'done', isOpen: true });
		for (const { bitrate } of last.picture.flow.streams) expect(bitrate).toBeGreaterThan(10_000);
	});

	it('is said in words', () => {
		const said = new Set([...moments()].map(({ picture }) => sayPicture(picture)));
		for (const words of [
			'John: no RTCPeerConnection yet. Jane: no RTCPeerConnection yet.',
			'John: negotiating. Jane: RTCPeerConnection made. On the wire: offer, 161 lines. 8 candidates, 0 pairs.',
			'John: agreed, no path yet. Jane: agreed, no path yet. 12 candidates, 0 pairs.',
			'John: connected. Jane: connected. 13 candidates, 2 pairs. The path is open: ICE found it, and DTLS agreed on the keys.'
		]) {
			expect(said).toContain(words);
		}
	});
});
