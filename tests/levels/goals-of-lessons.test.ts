import { describe, expect, it } from 'vitest';
import { PEER_NAMES } from '../../src/lib/trace';
import { altered, beside, walkedBy } from '../predict/recorded';
import { and, changed, missing, reached, type Entries } from './reached';

/** A lesson that begins on a connection, from there on: its peers are connected once both are stable. */
function connectedBefore(lesson: string): Entries {
	const entries = walkedBy(lesson);
	const end = entries.findIndex(({ step }) => step?.endsWith('/john-hangs-up'));
	const first = entries.findIndex(({ step }) => step?.startsWith(`${lesson}/`));
	const states = { iceConnectionState: 'connected', connectionState: 'connected' };
	return altered(entries.slice(0, end), (entry) =>
		entry.seq === first - 1
			? [entry, ...PEER_NAMES.map((peer) => beside(entry, changed(peer, states)))]
			: entry
	);
}

describe('glare that is resolved', () => {
	const glare = connectedBefore('glare');

	it('is reached by the lesson on it, proved by what came last', () => {
		expect(reached('glare-resolved', glare)!.proof).toBe(
			'Both had an offer out at the same time; now both are stable, and connected.'
		);
	});

	it('is not reached while an offer is still out', () => {
		const out = glare.findLastIndex(
			({ data }) => (data as { signalingState?: string } | null)?.signalingState === 'stable'
		);
		expect(reached('glare-resolved', glare.slice(0, out))).toBeNull();
		expect(missing('glare-resolved', glare.slice(0, out))).toContainEqual(
			expect.stringMatching(/^Both are stable\. \| John \S+, Jane \S+$/)
		);
	});

	it('is not reached where the offers follow each other', () => {
		expect(reached('glare-resolved', connectedBefore('adding-and-removing'))).toBeNull();
		expect(missing('glare-resolved', connectedBefore('adding-and-removing'))).toEqual([
			'Both had an offer out at the same time. | one alone, or one after the other'
		]);
	});
});

describe('a restart of ICE', () => {
	const restart = connectedBefore('ice-restart');
	/** Before Jane offers once more. */
	const once = restart.slice(
		0,
		restart.findIndex(({ step }) => step === 'ice-restart/jane-offers')
	);

	it('is reached by the lesson on it', () => {
		expect(reached('restarted', once)!.proof).toBe(
			'Both have other ICE credentials than the call began with, and neither was ever disconnected.'
		);
	});

	it('is not reached where one was disconnected meanwhile', () => {
		const down = and(
			once,
			changed('john', { iceConnectionState: 'disconnected' }),
			changed('john', { iceConnectionState: 'connected' })
		);
		expect(reached('restarted', down)).toBeNull();
		expect(missing('restarted', down)).toEqual(['Neither was ever disconnected. | lost']);
	});

	it('is not reached by an offer with the credentials that there were', () => {
		expect(reached('restarted', connectedBefore('direction'))).toBeNull();
		expect(missing('restarted', connectedBefore('direction'))).toEqual([
			'Both have other ICE credentials than the call began with. | John has the first ones, Jane has the first ones'
		]);
	});
});

describe('a channel without an offer', () => {
	const channels = connectedBefore('data-channels');

	it('is what John’s second one is, and Jane makes none that is told of', () => {
		expect(reached('channel-beside', channels, { peer: 'john' })!.proof).toBe(
			'John made a channel, and Jane was given it; nobody offered meanwhile.'
		);
		expect(reached('channel-beside', channels, { peer: 'jane' })).toBeNull();
	});

	it('is not what John’s first one is', () => {
		const second = channels.findIndex(({ step }) => step?.endsWith('/john-creates-pointer'));
		const first = channels.slice(0, second);
		expect(reached('channel-beside', first, { peer: 'john' })).toBeNull();
		expect(missing('channel-beside', first, { peer: 'john' })).toEqual([
			expect.stringMatching(/^Nobody offered between\. \| entry \d+ belongs to an offer$/)
		]);
	});
});
