import { describe, expect, it } from 'vitest';
import { annotate } from '../../src/lib/sdp';

import { focusOf } from '../../src/lib/ui/focus/focus';
import { rowsOf } from '../../src/lib/ui/focus/rows';
import { elide, LONGEST } from '../../src/lib/ui/focus/wall-phrases';
import { reduce } from '../../src/lib/trace';
import { recordingOf } from '../predict/recorded';
import { entries, viewAfter } from './recorded';
import { STEPS } from '../call/course';

/** The rows of a slide when so many steps of the recorded call were performed. */
function rowsAfter(slug: string, steps: number) {
	const step = STEPS.some(({ id }) => id === slug) ? slug : null;
	const view = viewAfter(steps);
	return rowsOf({ slug, step, annotate, view, entries });
}

describe('what a step is about', () => {
	it.each(STEPS.map(({ id }) => id))('is said of %s', (id) => {
		expect(focusOf({ slug: id, step: id })).not.toEqual([]);
	});

	it.each(STEPS.map(({ id }, index) => [id, index] as const))(
		'is nothing before %s, and something after it',
		(id, index) => {
			expect(rowsAfter(id, index)).toEqual([]);
			const rows = rowsAfter(id, index + 1);
			expect(rows.length).toBeGreaterThan(0);
			for (const { text, note } of rows) {
				expect(text).not.toBe('');
				expect(elide(text, LONGEST)).toMatch(/^\S.{0,55}$/);
				expect(note).toMatch(/[.!?]$/);
			}
		}
	);

	it('is, of an offer, lines of SDP in the browser’s own words', () => {
		const [first] = rowsAfter('john-creates-offer', 4);
		expect(first).toEqual({
			peer: 'john',
			text: 'm=audio 9 UDP/TLS/RTP/SAVPF 111 63 9 0 8 13 110 126',
			note: 'Audio section 0, RTP encrypted with keys from DTLS (DTLS-SRTP), with fast feedback.'
		});
	});

	it('is, of a local description, from where to where the state went', () => {
		const texts = rowsAfter('john-sets-local-description', 5).map(({ text }) => text);
		expect(texts).toContain('signalingState: stable › have-local-offer');
		expect(texts.filter((text) => text.startsWith('iceGatheringState'))).toHaveLength(1);
	});

	it('is, of a search, each type of candidate that it found, and no state that became what it was', () => {
		const recorded = recordingOf('stun-and-turn');
		const slug = 'stun-and-turn/john-asks-again';
		const next = recorded.findIndex(({ step }) => step === 'stun-and-turn/john-allows-relay-only');
		const view = reduce(recorded.slice(0, next));
		const rows = rowsOf({ slug, step: slug, annotate, view, entries: recorded });
		const texts = rows.map(({ text }) => text.replace(/port \d+$/, 'port …'));
		expect(texts[0]).toBe('iceGatheringState: complete › gathering › complete');
		// Which comes first is the network’s affair.
		expect(texts.slice(1).sort()).toEqual([
			'typ host: …0001.local, port …',
			'typ relay: 192.0.2.1, port …',
			'typ srflx: 192.0.2.2, port …'
		]);
		const relayed = rows.find(({ text }) => text.startsWith('typ relay'))!;
		expect(relayed.note).toBe('A relayed candidate over UDP.');
	});

	it('is, of a server that refuses, the event that tells of it', () => {
		const recorded = recordingOf('stun-and-turn');
		const slug = 'stun-and-turn/john-asks-in-vain';
		const next = recorded.findIndex(({ step }) => step === 'stun-and-turn/john-has-password');
		const view = reduce(recorded.slice(0, next));
		const rows = rowsOf({ slug, step: slug, annotate, view, entries: recorded });
		expect(rows.map(({ text }) => text)).toContain('icecandidateerror × 2');
	});

	it('is nothing of candidates where the step gave none, however many were given before', () => {
		const performed = STEPS.findIndex(({ id }) => id === 'john-hangs-up') + 1;
		const view = viewAfter(performed);
		// A slide that has no more to say than any step.
		const shown = {
			slug: 'another-lesson/john-closes',
			step: 'john-hangs-up',
			annotate,
			view,
			entries
		};
		const texts = rowsOf(shown).map(({ text }) => text);
		expect(texts).toContain('connectionState: connected › closed');
		expect(texts.filter((text) => text.startsWith('addIceCandidate'))).toEqual([]);
	});

	it('is only of the kinds that are asked for', () => {
		const view = viewAfter(5);
		const slug = 'john-sets-local-description';
		const rows = rowsOf({ slug, step: slug, annotate, view, entries }, new Set(['gathered']));
		expect(rows.map(({ text }) => text.split(' ')[0])).toEqual([
			expect.stringMatching(/^candidate:/)
		]);
	});

	// webrtc-pc, 4.3.1: stable says that no offer is pending, and nothing of a connection.
	it('is, where both are stable, that nobody has a pair to check', () => {
		const rows = rowsAfter('john-sets-remote-description', 14);
		expect(rows.map(({ text }) => text)).toContain('signalingState: have-local-offer › stable');
		expect(rows.filter(({ text }) => text.startsWith('candidate pairs'))).toEqual(
			(['john', 'jane'] as const).map((peer) => ({
				peer,
				text: 'candidate pairs: 0, iceConnectionState: new',
				note: 'Stable is agreed, not connected: there is no pair to check.'
			}))
		);
	});

	it('is, where a pair is there all the same, how many there are', () => {
		const view = viewAfter(18);
		const slug = 'john-sets-remote-description';
		const rows = rowsOf({ slug, step: slug, annotate, view, entries }, new Set(['pairs']));
		expect(rows.map(({ text }) => text)).toEqual([
			expect.stringMatching(/^candidate pairs: [1-9]\d*, iceConnectionState: connected$/),
			expect.stringMatching(/^candidate pairs: [1-9]\d*, iceConnectionState: connected$/)
		]);
		for (const { note } of rows) expect(note).toBe('Paths are being tried already.');
	});

	it('is of both where both have come to a point, and names them', () => {
		const [first] = rowsAfter('connected', 18);
		expect(first).toMatchObject({ peer: null, text: 'Checks began' });
		expect(first?.note).toMatch(/John .*, Jane .*, since the first check\.$/);
	});

	it('is nothing on a slide that is not about the session', () => {
		expect(rowsAfter('vocabulary', 0)).toEqual([]);
	});
});
