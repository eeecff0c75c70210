import { afterAll, afterEach, describe, expect, inject, it } from 'vitest';
import { server } from 'vitest/browser';
import { asGiven } from '../../src/lib/servers/ice-server';
import { ownServers } from '../../src/lib/servers/own-servers';
import { steps as addingAndRemoving } from '../../src/lib/steps/adding-and-removing';
import { steps as bytes } from '../../src/lib/steps/bytes';
import { steps as call } from '../../src/lib/steps/call';
import { steps as dataChannels } from '../../src/lib/steps/data-channels';
import { steps as direction } from '../../src/lib/steps/direction';
import { steps as dtls } from '../../src/lib/steps/dtls';
import { steps as getStats } from '../../src/lib/steps/get-stats';
import { steps as glare } from '../../src/lib/steps/glare';
import { steps as iceRestart } from '../../src/lib/steps/ice-restart';
import { steps as negotiationNeeded } from '../../src/lib/steps/negotiation-needed';
import { steps as relayOnly } from '../../src/lib/steps/relay-only';
import { steps as replaceTrack } from '../../src/lib/steps/replace-track';
import { steps as simulcast } from '../../src/lib/steps/simulcast';
import type { Peer, Source, Step } from '../../src/lib/steps/step';
import { steps as stunAndTurn } from '../../src/lib/steps/stun-and-turn';
import { steps as trickle } from '../../src/lib/steps/trickle';
import { PEER_NAMES, type PeerName } from '../../src/lib/trace';
import { enteredOf } from '../servers/entered';
import { ADDING_AND_REMOVING } from './seen/adding-and-removing';
import { BYTES } from './seen/bytes';
import { DIRECTION } from './seen/direction';
import { DATA_CHANNELS } from './seen/data-channels';
import { DTLS } from './seen/dtls';
import { GET_STATS } from './seen/get-stats';
import { GLARE } from './seen/glare';
import { ICE_RESTART } from './seen/ice-restart';
import type { Seen } from './seen/look';
import { NEGOTIATION_NEEDED } from './seen/negotiation-needed';
import { RELAY_ONLY } from './seen/relay-only';
import { REPLACE_TRACK } from './seen/replace-track';
import { SIMULCAST } from './seen/simulcast';
import { STUN_AND_TURN } from './seen/stun-and-turn';
import { TRICKLE } from './seen/trickle';
import { TwoPeers, type WireMode } from './two-peers';

const isLong = inject('isLong');
const isFirefox = server.browser === 'firefox';
/** As somebody enters them: a server of TURN is asked of STUN as well. */
const SERVERS = ownServers(enteredOf(inject('turn')).map(asGiven));
const PATIENCE = { timeout: 10_000 };
/** Milliseconds for a step and all that is seen of it: each look has a limit of its own. */
const LONGEST = 180_000;

/** The steps of the first call up to this one. */
const callUntil = (id: string) => call.slice(0, call.findIndex((step) => step.id === id) + 1);

const LESSONS: [
	name: string,
	wire: WireMode,
	before: readonly Step[],
	steps: readonly Step[],
	seen: Seen
][] = [
	['trickle', 'held', callUntil('john-adds-tracks'), trickle, TRICKLE],
	['negotiation-needed', 'flow', [], negotiationNeeded, NEGOTIATION_NEEDED],
	[
		'adding-and-removing',
		'held',
		callUntil('remaining-candidates'),
		addingAndRemoving,
		ADDING_AND_REMOVING
	],
	['direction', 'held', callUntil('remaining-candidates'), direction, DIRECTION],
	['replace-track', 'held', callUntil('remaining-candidates'), replaceTrack, REPLACE_TRACK],
	['glare', 'held', callUntil('remaining-candidates'), glare, GLARE],
	['ice-restart', 'flow', callUntil('remaining-candidates'), iceRestart, ICE_RESTART],
	['data-channels', 'held', callUntil('remaining-candidates'), dataChannels, DATA_CHANNELS],
	['dtls', 'flow', [], dtls, DTLS],
	['bytes', 'held', callUntil('jane-adds-candidate'), bytes, BYTES],
	['get-stats', 'held', callUntil('remaining-candidates'), getStats, GET_STATS],
	['simulcast', 'flow', callUntil('john-creates-peer-connection'), simulcast, SIMULCAST],
	['relay-only', 'flow', [], relayOnly, RELAY_ONLY],
	['stun-and-turn', 'held', [], stunAndTurn, STUN_AND_TURN]
];

/** Those whose steps make the connection, and on purpose do not spoil it. */
const CONNECTING = LESSONS.filter(
	([, , before, steps]) =>
		steps.some(({ id }) => id === 'jane-answers') &&
		before.at(-1)?.id !== 'remaining-candidates' &&
		!steps.some(({ loses }) => loses)
);
/** Those that begin on a connection that is there. */
const CONNECTED = LESSONS.filter(([, , before]) => before.at(-1)?.id === 'remaining-candidates');

const SOURCES: Record<PeerName, Source>[] = [
	{ john: 'pattern', jane: 'pattern' },
	{ john: 'camera', jane: 'none' },
	{ john: 'none', jane: 'camera' },
	{ john: 'none', jane: 'none' }
];

describe.each(LESSONS)('the lesson %s', (_, wire, before, steps, seen) => {
	it('has something to be seen after each of its steps', () => {
		expect(Object.keys(seen)).toEqual(steps.map(({ id }) => id));
	});

	describe.each(SOURCES)('with $john for John and $jane for Jane', (sources) => {
		const two = new TwoPeers(sources, wire, SERVERS);
		afterAll(() => two.end());

		it('begins where its beginning ends', async () => {
			await two.begin(before);
		});

		for (const step of steps) {
			it(`${step.id}: ${seen[step.id]![0]}`, { timeout: LONGEST }, async () => {
				await two.perform(step);
				await seen[step.id]![1](two);
			});
		}

		// Firefox closes a channel that it collects, at the other side as well.
		it.each(PEER_NAMES)('%s holds each data channel that a step has made', (name) => {
			const held = new Set(Object.values(two[name]));
			const lost = two.channels[name].filter((channel) => !held.has(channel));
			expect(lost.map(({ label }) => label)).toEqual([]);
		});
	});
});

it('an offer that is out of date is taken all the same, without what came after it', async () => {
	const pc = new RTCPeerConnection();
	pc.addTransceiver('audio');
	const offer = await pc.createOffer();
	pc.addTransceiver('video');
	await pc.setLocalDescription(offer);
	expect(pc.localDescription!.sdp.match(/^m=/gm)).toHaveLength(1);
	pc.close();
});

describe.runIf(isLong)('a pause of eight seconds', () => {
	let two: TwoPeers;
	afterEach(() => two.end());
	const pause = () => new Promise((resolve) => setTimeout(resolve, 8_000));
	const connections = () => [two.john.pc.connectionState, two.jane.pc.connectionState];

	it.each(CONNECTING)(
		'between Jane’s answer and John’s hearing of it costs the call in Firefox alone (%s)',
		async (name, wire, before, steps) => {
			two = new TwoPeers({ john: 'pattern', jane: 'pattern' }, wire, SERVERS);
			const at = steps.findIndex(({ id }) => id === 'jane-answers');
			await two.begin(before);
			for (const step of steps.slice(0, at)) await two.perform(step);
			const { john, jane, ...answers } = steps[at]!;
			await two.perform({ ...answers, jane: jane! });
			await pause();
			await two.perform({ ...answers, john: john! });
			// With servers to ask there are more pairs to be tried, one after the other, and Firefox goes on for longer.
			const givesUp = isFirefox && name !== 'stun-and-turn';
			if (givesUp) expect(two.jane.pc.connectionState).toBe('failed');
			else await expect.poll(connections, PATIENCE).toEqual(['connected', 'connected']);
		}
	);

	it('while a section for data is agreed on costs nothing', async () => {
		two = new TwoPeers({ john: 'pattern', jane: 'pattern' }, 'held');
		const [, , before, steps] = LESSONS.find(([name]) => name === 'data-channels')!;
		await two.begin(before);
		await expect.poll(connections, PATIENCE).toEqual(['connected', 'connected']);
		const candidates = two.announced.john.length;
		for (const step of steps.filter(({ ends }) => !ends)) {
			if (/offer|listens|answer/.test(step.id)) await pause();
			await two.perform(step);
		}
		expect(two.john.chat.id).toBe(1);
		// Nothing hurries: Firefox has gathered for the new section, though it is bundled, and Chromium has not.
		expect(two.announced.john.length > candidates).toBe(isFirefox);
		expect([...two.logs.john, ...two.logs.jane]).not.toContain('failed');
	}, 60_000);

	it('before each step of the second round costs nothing', async () => {
		two = new TwoPeers({ john: 'pattern', jane: 'pattern' }, 'flow');
		await two.begin([]);
		for (const step of negotiationNeeded.filter(({ ends }) => !ends)) {
			if (/again|second/.test(step.id)) await pause();
			await two.perform(step);
		}
		await expect.poll(connections, PATIENCE).toEqual(['connected', 'connected']);
		expect([...two.logs.john, ...two.logs.jane]).not.toContain('failed');
	}, 60_000);

	it.each(CONNECTED)(
		'while an offer is open in a call that is connected costs nothing (%s)',
		async (_, wire, before, steps) => {
			two = new TwoPeers({ john: 'pattern', jane: 'pattern' }, wire);
			await two.begin(before);
			await expect.poll(connections, PATIENCE).toEqual(['connected', 'connected']);
			const { john, jane } = two;
			const isOpen = ({ pc }: Peer) => pc.signalingState !== 'stable';
			for (const step of steps.filter(({ ends }) => !ends)) {
				await two.perform(step);
				if ([john, jane].some(isOpen)) await pause();
			}
			// Firefox says of a peer that it is connecting for as long as an offer of its own is open.
			for (const peer of [john, jane]) {
				if (!isOpen(peer)) expect(peer.pc.connectionState).toBe('connected');
			}
			expect([...two.logs.john, ...two.logs.jane]).not.toContain('failed');
		},
		120_000
	);
});
