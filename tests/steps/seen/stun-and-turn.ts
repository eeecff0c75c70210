import { expect, inject } from 'vitest';
import { server } from 'vitest/browser';
import { PATIENCE, HANG_UP, connected, lines, needed, sends, signaling, type Seen } from './look';
import type { TwoPeers } from '../two-peers';

const isFirefox = server.browser === 'firefox';
/** Whether there is a server to ask: a machine without a network has none. */
const isServed = inject('turn') !== null;

/** The types of the candidates in a description, each once. */
const typesIn = (description: RTCSessionDescription | null) =>
	[
		...new Set(lines(description!.sdp, 'a=candidate:').map((line) => / typ (\S+)/.exec(line)![1]!))
	].sort();
const ufragOf = (description: RTCSessionDescription | null) =>
	lines(description!.sdp, 'a=ice-ufrag:')[0];
const johns = ({ john }: TwoPeers) => john.pc.localDescription;

/**
 * His own addresses are there, and what a server saw of them where they hide behind names: where they can be seen and no
 * NAT is between, the two are one (RFC 8445, 5.1.3).
 */
function hasHisOwn(two: TwoPeers): void {
	const types = typesIn(johns(two));
	expect(types).toContain('host');
	if (isServed && johns(two)!.sdp.includes('.local ')) expect(types).toContain('srflx');
}

/** The ufrag of each of John’s searches, and the errors that he was told of. */
interface Notes {
	ufrags: (string | undefined)[];
	errors: number[];
}
const NOTES = new WeakMap<TwoPeers, Notes>();
const notesOf = (two: TwoPeers) => NOTES.get(two)!;

/** John has searched anew, and is where he was, with an offer that nobody was sent. */
function isAnotherSearch(two: TwoPeers): void {
	const { ufrags } = notesOf(two);
	expect(ufrags).not.toContain(ufragOf(johns(two)));
	ufrags.push(ufragOf(johns(two)));
	expect(two.john.pc.iceGatheringState).toBe('complete');
}

/** The kinds of the two ends of the pair that is used, as John sees them; empty while there is none. */
async function usedPair({ john }: TwoPeers): Promise<string[]> {
	const report = await john.pc.getStats();
	const all = [...report.values()] as Record<string, string | boolean>[];
	const chosen = all.find(({ type }) => type === 'transport')?.selectedCandidatePairId;
	const pair = all.find(({ id, type, selected }) =>
		chosen ? id === chosen : type === 'candidate-pair' && selected === true
	);
	if (!pair) return [];
	return [pair.localCandidateId, pair.remoteCandidateId].map(
		(id) => (report.get(id as string) as { candidateType: string }).candidateType
	);
}

/** Of a step that changes the configuration: nothing is told, and nothing is looked for. */
async function nothingHappens(two: TwoPeers): Promise<void> {
	const { ufrags } = notesOf(two);
	expect(ufragOf(johns(two))).toBe(ufrags.at(-1));
	expect(two.john.pc.iceGatheringState).toBe('complete');
	await needed(two, 1, 0);
}

/** What is seen of the lesson “STUN and TURN: asked for an address”. */
export const STUN_AND_TURN: Seen = {
	'john-creates-peer-connection': [
		'a connection that knows whom it could ask, and nobody asked',
		(two) => {
			const { pc } = two.john;
			const notes: Notes = { ufrags: [], errors: [] };
			NOTES.set(two, notes);
			pc.addEventListener('icecandidateerror', ({ errorCode }) => notes.errors.push(errorCode));
			expect(pc.getConfiguration().iceServers).toHaveLength(two.servers.stun.length);
			expect(pc.iceGatheringState).toBe('new');
		}
	],
	'john-gets-media': [
		'tracks to send, where he chose some',
		({ john, sources }) => {
			expect(john.stream.getTracks()).toHaveLength(sends(sources.john) ? 2 : 0);
		}
	],
	'john-adds-tracks': [
		'two transceivers, an offer that is needed, and still nobody asked',
		async (two) => {
			expect(two.john.pc.getTransceivers()).toHaveLength(2);
			await needed(two, 1, 0);
			expect(two.john.pc.iceGatheringState).toBe('new');
		}
	],
	'john-sets-local-description': [
		'his own addresses, and what the server saw',
		(two) => {
			isAnotherSearch(two);
			hasHisOwn(two);
			expect(typesIn(johns(two))).not.toContain('relay');
			expect(notesOf(two).errors).toEqual([]);
		}
	],
	'john-has-wrong-password': [
		'another server in the configuration, and nothing else',
		async (two) => {
			await nothingHappens(two);
			const { iceServers } = two.john.pc.getConfiguration();
			expect(iceServers).toHaveLength(two.servers.turn.length);
		}
	],
	'john-asks-in-vain': [
		'an error 401 as an event, his other candidates, and no relay',
		(two) => {
			isAnotherSearch(two);
			expect(two.john.pc.signalingState).toBe('have-local-offer');
			expect(typesIn(johns(two))).toContain('host');
			expect(typesIn(johns(two))).not.toContain('relay');
			expect(new Set(notesOf(two).errors)).toEqual(new Set(isServed ? [401] : []));
		}
	],
	'john-has-password': ['the right one in the configuration, and nothing else', nothingHappens],
	'john-asks-again': [
		'an address that is lent, beside the other two',
		(two) => {
			isAnotherSearch(two);
			hasHisOwn(two);
			if (isServed) expect(typesIn(johns(two))).toContain('relay');
			expect(new Set(notesOf(two).errors)).toEqual(new Set(isServed ? [401] : []));
		}
	],
	'john-allows-relay-only': [
		'another policy, and nothing else',
		async (two) => {
			await nothingHappens(two);
			expect(two.john.pc.getConfiguration().iceTransportPolicy).toBe('relay');
		}
	],
	'john-offers': [
		'an offer on the wire with the relay’s address alone',
		(two) => {
			isAnotherSearch(two);
			const [message, ...others] = two.waiting('jane');
			expect(others).toEqual([]);
			expect(message!.description.sdp).toBe(johns(two)!.sdp);
			expect(typesIn(johns(two))).toEqual(isServed ? ['relay'] : []);
		}
	],
	'jane-creates-peer-connection': [
		'a connection of hers with servers of STUN, and no policy',
		(two) => {
			const { iceServers, iceTransportPolicy } = two.jane.pc.getConfiguration();
			expect(iceServers).toHaveLength(two.servers.stun.length);
			expect(iceTransportPolicy).toBe('all');
		}
	],
	'jane-sets-remote-description': [
		'the relay’s address as John’s',
		(two) => {
			expect(two.jane.pc.signalingState).toBe('have-remote-offer');
			expect(typesIn(two.jane.pc.remoteDescription)).toEqual(isServed ? ['relay'] : []);
		}
	],
	'jane-answers': [
		'connected, and John’s end of the pair is the relay',
		async (two) => {
			expect(signaling(two)).toEqual(['stable', 'stable']);
			expect(two.waiting('john')).toEqual([]);
			if (!isServed) return;
			await connected(two);
			await expect.poll(() => usedPair(two), PATIENCE).toContain('relay');
		}
	],
	'john-allows-all': [
		'the policy is lifted, and the path stays',
		async (two) => {
			expect(two.john.pc.getConfiguration().iceTransportPolicy).toBe('all');
			expect(ufragOf(johns(two))).toBe(notesOf(two).ufrags.at(-1));
			if (isServed) expect(await usedPair(two)).toContain('relay');
		}
	],
	'john-offers-again': [
		'an offer with his own addresses, while the call goes on; Chromium may leave the relay out',
		(two) => {
			isAnotherSearch(two);
			expect(typesIn(johns(two))).toContain('host');
			if (isServed && isFirefox) expect(typesIn(johns(two))).toContain('relay');
			if (isServed) expect(two.jane.pc.connectionState).toBe('connected');
		}
	],
	'jane-sets-second-offer': [
		'new credentials, and no track that is new',
		(two) => {
			expect(two.jane.pc.signalingState).toBe('have-remote-offer');
			expect(two.count('jane', 'track')).toBe(sends(two.sources.john) ? 2 : 0);
		}
	],
	'jane-answers-again': [
		'connected, and no relay in the pair that is used',
		async (two) => {
			expect(signaling(two)).toEqual(['stable', 'stable']);
			await connected(two);
			const used = () => usedPair(two).then((ends) => ends.length > 0 && !ends.includes('relay'));
			await expect.poll(used, PATIENCE).toBe(true);
		}
	],
	'john-hangs-up': HANG_UP
};
