import { afterEach, describe, expect, it } from 'vitest';
import { diagnose } from '../../src/lib/diagnose';
import { wordsOf } from '../../src/lib/diagnose/browser-words';
import { DAMAGES } from './damages';

const BROWSER = navigator.userAgent.includes('Firefox') ? 'Firefox' : 'Chromium';

const open: RTCPeerConnection[] = [];
afterEach(() => {
	for (const pc of open.splice(0)) pc.close();
});

/** Two peers of which the first has offered sound, picture and data, and the second has answered. */
async function negotiate() {
	const [john, jane, other] = [0, 1, 2].map(() => {
		const pc = new RTCPeerConnection();
		open.push(pc);
		return pc;
	}) as [RTCPeerConnection, RTCPeerConnection, RTCPeerConnection];
	john.addTransceiver('audio');
	john.addTransceiver('video');
	john.createDataChannel('chat');
	await john.setLocalDescription();
	await jane.setRemoteDescription(john.localDescription!);
	await jane.setLocalDescription();
	const [offer, answer] = [john.localDescription!.sdp, jane.localDescription!.sdp];
	return { john, other, offer, answer };
}

/** What a browser says when it refuses; null where it takes the description. */
const refusalOf = (pc: RTCPeerConnection, type: 'offer' | 'answer', sdp: string) =>
	pc.setRemoteDescription({ type, sdp }).then(
		() => null,
		(error: Error) => error.message
	);

const table: string[] = [];

describe.each(Object.entries(DAMAGES))('where %s', (name, damage) => {
	it.each(['offer', 'answer'] as const)('%s: the browser does what was said', async (type) => {
		const { john, other, offer, answer } = await negotiate();
		const whole = type === 'offer' ? offer : answer;
		const sdp = damage(whole);
		// What an answer says otherwise than an offer cannot be damaged in it.
		if (sdp === whole) return;
		const said =
			type === 'offer'
				? diagnose({ kind: 'description', role: 'offer', given: { sdp, of: 'offer' } })
				: diagnose({
						kind: 'exchange',
						offer: { sdp: offer, of: 'offer' },
						answer: { sdp, of: 'answer' }
					});
		const predicted = said.findings.find(({ refusedBy }) => refusedBy.includes(BROWSER));
		const refusal = await refusalOf(type === 'offer' ? other : john, type, sdp);
		const row = `${type}, ${name}: said ${predicted?.id ?? 'accepts'}; ${BROWSER}: ${refusal ?? 'accepts'}`;
		table.push(row);
		console.log(row);
		expect(refusal !== null, row).toBe(predicted !== undefined);
		if (predicted === undefined || refusal === null) return;
		const words = wordsOf(predicted.id, BROWSER);
		if (words !== null) expect(refusal).toContain(words);
	});
});

it('what the browser makes itself has no finding that matters', async () => {
	const { offer, answer } = await negotiate();
	const { findings, verdict } = diagnose({
		kind: 'exchange',
		offer: { sdp: offer, of: 'offer' },
		answer: { sdp: answer, of: 'answer' }
	});
	expect(findings.filter(({ severity }) => severity !== 'worth knowing')).toEqual([]);
	expect(verdict?.sentence).toBe('A browser accepts this answer.');
	expect(table.length).toBeGreaterThan(50);
});
