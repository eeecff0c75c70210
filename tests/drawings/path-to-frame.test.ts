import { readFileSync } from 'node:fs';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { parseTraceFile } from '../../src/lib/trace/file';
import PathToFrame from '../../src/lib/ui/drawings/PathToFrame.svelte';

const { body } = render(PathToFrame);

/** From where to where a phase is drawn. */
function phase(name: string): [begins: number, ends: number] {
	const box = new RegExp(`<rect x="(\\d+)"[^>]*width="(\\d+)"[^>]*></rect><text[^>]*>${name}<`);
	const [, x, width] = box.exec(body.replace(/<!--.*?-->|\s*\n\s*/g, ''))!;
	return [Number(x), Number(x) + Number(width)];
}

const read = parseTraceFile(readFileSync('src/static/samples/call.parley-trace.json', 'utf8'));
if (!read.ok) throw new Error(read.problem);
const { entries } = read.file;
const when = (name: string, value: string) =>
	entries.findIndex(
		({ peer, kind, data }) =>
			peer === 'jane' && kind === 'changed' && (data as Record<string, unknown>)[name] === value
	);

describe('the drawing of the way to a frame', () => {
	// RFC 8445, 12.1: data may be sent on any valid pair before one is selected.
	it('lets DTLS begin with the first pair that works, beside the nomination', () => {
		expect(phase('DTLS')[0]).toBe(phase('nomination')[0]);
		expect(phase('DTLS')[0]).toBeGreaterThanOrEqual(phase('checks')[1]);
		expect(phase('SRTP: media')[0]).toBeGreaterThanOrEqual(phase('DTLS')[1]);
	});

	it('says of Chromium what it did in the recorded call: connecting only once ICE was connected', () => {
		expect(when('connectionState', 'connecting')).toBeGreaterThan(
			when('iceConnectionState', 'connected')
		);
		expect(body).toMatch(/connecting, in Chromium still new until then/);
	});
});
