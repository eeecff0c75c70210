import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/lib/inspect';
import { costOfLength } from '../tools/growth';
import { mattersIn } from './concluded';
import { sdp } from './fixtures';

const OFFER = sdp('chromium-offer-gathered');
const ANSWER = sdp('chromium-answer-gathered');

const HEAD = 'Nov 20 10:00:01 sbc rtpengine[7]: DEBUG: [abc]: [control]';

/** An entry as rtpengine writes it where it is longer than a line may be. */
function entryOf(command: string, sdp: string, width: number, ends: readonly [string, string]) {
	const body = sdp.replaceAll('\r', ends[0]).replaceAll('\n', ends[1]);
	const whole = `Dump for '${command}' from 192.0.2.1:4: { "sdp": "${body}", "command": "${command}" }`;
	const pieces = whole.match(new RegExp(`[^]{1,${width}}`, 'g'))!;
	return pieces
		.map((piece, at) => {
			const [front, behind] = [at > 0 ? '... ' : '', at < pieces.length - 1 ? ' ...' : ''];
			return `${HEAD} ${front}${piece}${behind}\n`;
		})
		.join('');
}

function read(text: string) {
	const found = recognise(text);
	if (!('exchanges' in found)) throw new Error(found.sentence);
	const { exchanges, notes, unused, descriptions } = found;
	return { exchanges, notes, unused, sdp: descriptions.map((one) => one.sdp) };
}

describe('an entry of a log that was cut and goes on in the next line is read whole,', () => {
	it.for([
		[500, '\\r', '\\n'],
		[787, '\\r', '\\n'],
		[1200, '#015', '#012'],
		[997, '#015', '#012']
	] as const)('cut at %d, with line ends written %s%s', async ([width, feed, end]) => {
		const text = [
			entryOf('offer', OFFER, width, [feed, end]),
			entryOf('answer', ANSWER, width, [feed, end])
		].join(`${HEAD} something else\n`);
		expect(read(text)).toEqual({
			exchanges: [[0, 1]],
			notes: [],
			unused: [],
			sdp: [OFFER, ANSWER]
		});
		expect(await mattersIn(text)).toEqual([]);
	});

	it('and one whose rest is not here is shortened', () => {
		const [first] = entryOf('offer', OFFER, 900, ['\\r', '\\n']).split('\n');
		const other = `${HEAD} something else\n`;
		const found = recognise(`${first}\n${other}`);
		expect(found).toMatchObject({ notes: [{ id: 'shortened' }] });
	});

	it('in time in proportion to the length', () => {
		const entry = entryOf('offer', OFFER, 60, ['\\r', '\\n']);
		expect(costOfLength((times) => entry.repeat(times), 4, recognise)).toBeLessThan(8);
	});
});
