import { inject } from 'vitest';
import { without } from './damages';
import {
	changed,
	isOf,
	lost,
	otherFingerprint,
	otherPassword,
	otherUser,
	setup,
	swapped
} from './on-the-wire';
import { RecordedCall, unlike, until, type MadeCall, type Side } from './recorded-call';

export type BrowserName = 'Chromium' | 'Firefox';

/** A call that is broken in one way. */
export interface BrokenCall extends MadeCall {
	/** The id of what is to be found first in its trace; null where a browser hides what is wrong. */
	readonly expects: string | Record<BrowserName, string | null>;
	/** The call works all the same. */
	readonly isHarmless?: boolean;
	/** It is much like another, and made where there is time. */
	readonly isLong?: boolean;
}

const isLong = inject('isLong');

/** What hangs for ever is recorded for six seconds: so many reports. */
const FOR_EVER = 12;

const works = (call: RecordedCall) => call.untilItWorks();
const hangs = (call: RecordedCall) => call.samples(FOR_EVER);

/** One of these sides gives up. */
const failed =
	(...sides: ('john' | 'jane')[]) =>
	async (call: RecordedCall) => {
		const isSo = () => sides.some((name) => call[name].pc.connectionState === 'failed');
		await until('failed', isSo);
		await call.samples(2);
	};

/** Only by way of a TURN server. */
const relayed = (urls: string): RTCConfiguration => ({
	iceTransportPolicy: 'relay',
	iceServers: [{ urls, username: 'john', credential: 'secret' }]
});

/** Calls that are broken, each in one way alone. */
export const BROKEN: readonly BrokenCall[] = [
	{
		name: 'the user name for ICE is another one in the answer',
		expects: 'ice.ufrag-differs',
		run: unlike({ onWire: changed(['answer', otherUser]) }, hangs)
	},
	{
		name: 'the password for ICE is another one in the answer',
		expects: 'ice.password-differs',
		run: unlike({ onWire: changed(['answer', otherPassword]) }, failed('john'))
	},
	{
		name: 'the password for ICE is another one in the offer',
		expects: 'ice.password-differs',
		isLong: true,
		run: unlike({ onWire: changed(['offer', otherPassword]) }, failed('john', 'jane'))
	},
	{
		name: 'the fingerprint is another one in the answer',
		expects: 'dtls.fingerprint-differs',
		run: unlike({ onWire: changed(['answer', otherFingerprint]) }, failed('john'))
	},
	{
		name: 'the fingerprint is another one in the offer',
		expects: 'dtls.fingerprint-differs',
		run: unlike({ onWire: changed(['offer', otherFingerprint]) }, failed('jane'))
	},
	{
		name: 'both wait for DTLS to begin',
		expects: 'dtls.both-wait',
		run: unlike(
			{
				onWire: changed(
					['offer', setup('actpass', 'active')],
					['answer', setup('passive', 'active')]
				)
			},
			hangs
		)
	},
	{
		name: 'both begin DTLS',
		expects: 'dtls.both-speak',
		run: unlike({ onWire: changed(['answer', setup('active', 'passive')]) }, hangs)
	},
	{
		name: 'every candidate is lost',
		expects: 'ice.none-received',
		run: unlike({ onWire: lost((one) => 'candidate' in one) }, hangs)
	},
	{
		name: 'no candidate is ever sent',
		expects: 'ice.none-received',
		isLong: true,
		run: unlike({ isWithoutCandidates: true }, hangs)
	},
	{
		name: 'only relays are allowed, and there is no server',
		expects: 'ice.relay-without-server',
		run: unlike({ john: { iceTransportPolicy: 'relay' } }, hangs)
	},
	{
		name: 'nobody runs the TURN server',
		expects: 'turn.unreachable',
		run: unlike({ john: relayed('turn:127.0.0.1:47813?transport=tcp') }, hangs)
	},
	...refusedByTurn(),
	{
		name: 'tracks are added once all is negotiated',
		expects: 'media.not-negotiated',
		async run() {
			const call = new RecordedCall();
			for (const side of call.sides) side.kinds = [];
			call.john.pc.createDataChannel('chat');
			await (await call.connect()).untilItWorks([]);
			for (const side of call.sides) side.addTracks(['audio', 'video']);
			return call.samples(FOR_EVER);
		}
	},
	{
		name: 'Jane has nothing in place of her tracks',
		expects: 'media.nothing-sent',
		run: unlike({}, async (call) => {
			await call.untilItWorks();
			await call.jane.replaceTracks(null);
			await call.samples(FOR_EVER);
		})
	},
	{
		name: 'Jane stops her tracks',
		// Firefox goes on with silence, and a black picture each second.
		expects: { Chromium: 'media.nothing-sent', Firefox: 'media.silence' },
		isLong: true,
		run: unlike({}, async (call) => {
			await call.untilItWorks();
			call.jane.stopTracks();
			await call.samples(FOR_EVER);
		})
	},
	{
		name: 'Jane vanishes',
		expects: 'ice.other-side-gone',
		run: unlike({}, async (call) => {
			await call.untilItWorks();
			call.jane.vanish();
			await gone(call.john);
		})
	},
	{
		name: 'Jane closes and tells nobody',
		expects: 'ice.other-side-gone',
		isLong: true,
		run: unlike({}, async (call) => {
			await call.untilItWorks();
			call.jane.pc.close();
			await gone(call.john);
		})
	},
	{
		name: 'candidates come before the description',
		expects: 'negotiation.candidate-too-early',
		run: unlike({ isCandidatesFirst: true }, hangs)
	},
	{
		name: 'the answer is set twice',
		expects: 'negotiation.answer-twice',
		isHarmless: true,
		run: unlike({ onWire: (one) => (isOf(one, 'answer') ? [one, one] : [one]) }, works)
	},
	{
		name: 'both offer, and nobody answers',
		expects: 'negotiation.glare',
		async run() {
			const call = new RecordedCall();
			for (const side of call.sides) side.addTracks();
			for (const side of call.sides) side.isAnswering = false;
			// Told at once, the offer of one could come before the other has set its own.
			const offers = await Promise.all(call.sides.map((side) => side.setOwnOffer()));
			await Promise.all(call.sides.map((side, at) => side.tellOf(offers[at]!)));
			return call.samples(FOR_EVER);
		}
	},
	{
		name: 'somebody else answers the second offer',
		expects: 'negotiation.two-answerers',
		run: twoAnswerers
	},
	{
		name: 'the sections of the answer are swapped',
		expects: 'answer.sections-differ',
		run: unlike({ onWire: changed(['answer', swapped]) }, hangs)
	},
	{
		name: 'the answer has no rtcp-mux',
		expects: 'answer.no-rtcp-mux',
		run: unlike({ onWire: changed(['answer', (sdp) => without(sdp, 'rtcp-mux')]) }, hangs)
	},
	{
		name: 'the offer is lost',
		isForgotten: true,
		expects: 'negotiation.never-answered',
		run: unlike({ onWire: lost((one) => isOf(one, 'offer')) }, async (call) => {
			await call.samples(FOR_EVER);
			call.john.pc.close();
		})
	},
	{
		name: 'the answer is lost',
		isForgotten: true,
		expects: 'negotiation.never-answered',
		isLong: true,
		run: unlike({ onWire: lost((one) => isOf(one, 'answer')) }, async (call) => {
			await call.samples(FOR_EVER);
			call.john.pc.close();
		})
	}
];

function refusedByTurn(): BrokenCall[] {
	const turn = inject('refusingTurn');
	if (turn === null) return [];
	return [
		{
			name: 'the TURN server knows another password',
			expects: 'turn.unauthorized',
			run: unlike({ john: relayed(`turn:${turn.host}:${turn.port}`) }, hangs)
		}
	];
}

async function gone(side: Side): Promise<void> {
	const last = isLong ? 'failed' : 'disconnected';
	await until(last, () => side.pc.connectionState === last);
	await side.call.samples(2);
}

/** A third peer has both offers too; John takes Jane's answer to the first, and its to the second. */
async function twoAnswerers(): Promise<RecordedCall> {
	const third = new RTCPeerConnection();
	let isSecond = false;
	const call = new RecordedCall({
		onWire: (message, from) => {
			if (from === 'jane' || !('description' in message)) return [message];
			void answer(message.description);
			return isSecond ? [] : [message];
		}
	});
	async function answer(offer: RTCSessionDescriptionInit) {
		await third.setRemoteDescription(offer);
		await third.setLocalDescription();
		if (!isSecond) return;
		const { type, sdp } = third.localDescription!;
		await call.john.receive({ description: { type, sdp } }).catch(() => {});
	}
	await (await call.connect()).untilItWorks();
	isSecond = true;
	await call.john.offer();
	await call.samples(FOR_EVER);
	third.close();
	return call;
}
