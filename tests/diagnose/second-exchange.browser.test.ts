import { afterEach, describe, expect, it } from 'vitest';
import { diagnose, type Diagnosis } from '../../src/lib/diagnose';
import { wordsOf } from '../../src/lib/diagnose/browser-words';
import { inSection, parts, without } from './damages';

const BROWSER = navigator.userAgent.includes('Firefox') ? 'Firefox' : 'Chromium';

const open: RTCPeerConnection[] = [];
afterEach(() => {
	for (const pc of open.splice(0)) pc.close();
});

const sdpOf = (pc: RTCPeerConnection) => pc.localDescription!.sdp;

/** A peer that has offered sound and picture, and one that has answered. */
async function connected() {
	const [john, jane] = [new RTCPeerConnection(), new RTCPeerConnection()];
	open.push(john, jane);
	john.addTransceiver('audio');
	john.addTransceiver('video');
	await john.setLocalDescription();
	await jane.setRemoteDescription(john.localDescription!);
	await jane.setLocalDescription();
	await john.setRemoteDescription(jane.localDescription!);
	return { john, jane, standing: { offer: sdpOf(john), answer: sdpOf(jane) } };
}

function look(
	offer: string,
	answer: string,
	standing: { offer: string; answer: string }
): Diagnosis {
	const given = (sdp: string, of: string) => ({ sdp, of });
	return diagnose({
		kind: 'exchange',
		offer: given(offer, 'offer'),
		answer: given(answer, 'answer'),
		standing: { offer: given(standing.offer, 'before'), answer: given(standing.answer, 'before') }
	});
}

/** What a browser says when it refuses; null where it takes the description. */
const refusalOf = (pc: RTCPeerConnection, type: RTCSdpType, sdp: string) =>
	pc.setRemoteDescription({ type, sdp }).then(
		() => null,
		(error: Error) => error.message
	);

/** The browser does what was said of it, in the words that were said. */
function expectAsSaid({ findings }: Diagnosis, failure: string | null) {
	const refused = findings.find(({ refusedBy }) => refusedBy.includes(BROWSER));
	const row = `said ${refused?.id ?? 'is taken'}; ${BROWSER}: ${failure ?? 'takes it'}`;
	console.log(row);
	expect(failure !== null, row).toBe(refused !== undefined);
	const words = refused && wordsOf(refused.id, BROWSER);
	if (words) expect(failure).toContain(words);
}

const bare = (section: string) => section.replace(/^a=(msid|ssrc).*\r\n/gm, '');

describe('an offer that goes on with a connection is taken or refused as said', () => {
	it.for([
		['it is as the browser makes it', (sdp: string) => sdp],
		[
			'a section is gone',
			(sdp: string) => parts(sdp).slice(0, 2).join('').replace('BUNDLE 0 1', 'BUNDLE 0')
		],
		[
			'the sections are in another order',
			(sdp: string) => {
				const [session, audio, video] = parts(sdp);
				return session + video + audio;
			}
		],
		[
			'a section has another name',
			(sdp: string) =>
				inSection(sdp, 1, (one) => one.replace('a=mid:1', 'a=mid:camera')).replace(
					'BUNDLE 0 1',
					'BUNDLE 0 camera'
				)
		],
		[
			'a section has another kind',
			(sdp: string) => inSection(sdp, 1, () => bare(parts(sdp)[1].replace('a=mid:0', 'a=mid:1')))
		]
	] as const)('where %s', async ([, change]) => {
		const { john, jane, standing } = await connected();
		await john.setLocalDescription();
		const offer = change(sdpOf(john));
		// What the other would answer has the sections of the offer: only that is looked at here.
		const failure = await refusalOf(jane, 'offer', offer);
		expectAsSaid(look(offer, change(standing.answer), standing), failure);
	});

	it('where the place of a rejected section is another’s', async () => {
		const { john, jane } = await connected();
		john.getTransceivers()[1]!.stop();
		await john.setLocalDescription();
		await jane.setRemoteDescription(john.localDescription!);
		await jane.setLocalDescription();
		await john.setRemoteDescription(jane.localDescription!);
		const standing = { offer: sdpOf(john), answer: sdpOf(jane) };
		john.addTransceiver('video');
		await john.setLocalDescription();
		const offer = sdpOf(john);
		expect(offer.match(/^m=/gm)).toHaveLength(2);
		expect(await refusalOf(jane, 'offer', offer)).toBeNull();
		await jane.setLocalDescription();
		const heavy = look(offer, sdpOf(jane), standing).findings.filter(
			({ severity }) => severity !== 'worth knowing'
		);
		expect(heavy).toEqual([]);
	});
});

describe('an answer to it is taken or refused as said', () => {
	it.for([
		['it is as the browser makes it', (sdp: string) => sdp],
		[
			'it restarts ICE by itself',
			(sdp: string) =>
				sdp
					.replace(/^a=ice-ufrag:.*/gm, 'a=ice-ufrag:Nw1x')
					.replace(/^a=ice-pwd:.*/gm, 'a=ice-pwd:abcdefghijklmnopqrstuvwx')
		]
	] as const)('where %s', async ([, change]) => {
		const { john, jane, standing } = await connected();
		await john.setLocalDescription();
		const offer = sdpOf(john);
		await jane.setRemoteDescription({ type: 'offer', sdp: offer });
		await jane.setLocalDescription();
		const answer = change(without(sdpOf(jane), 'candidate', 'end-of-candidates'));
		expectAsSaid(look(offer, answer, standing), await refusalOf(john, 'answer', answer));
	});
});
