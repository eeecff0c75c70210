import { afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { diagnose, type Finding } from '../../src/lib/diagnose';
import { wordsOf } from '../../src/lib/diagnose/browser-words';
import { collectGarbage } from '../tools/collect-garbage';
import { DAMAGES } from './damages';

const BROWSER = navigator.userAgent.includes('Firefox') ? 'Firefox' : 'Chromium';

const isLong = inject('isLong');

/** All of them take their time: every third is a sample of each file of them, and the long run has the rest. */
const tried = Object.entries(DAMAGES).filter((_, at) => isLong || at % 3 === 0);

const open: RTCPeerConnection[] = [];
afterEach(async () => {
	for (const pc of open.splice(0)) pc.close();
	if (table.length % 50 === 0) await collectGarbage();
});

/** One for each test, or Chromium has too many: those that are closed count until they are collected. */
function peer(): RTCPeerConnection {
	const pc = new RTCPeerConnection();
	open.push(pc);
	return pc;
}

/** A peer that has offered sound, picture and data, always in the same way. */
async function offerer(): Promise<RTCPeerConnection> {
	const pc = peer();
	pc.addTransceiver('audio');
	pc.addTransceiver('video');
	pc.createDataChannel('chat');
	await pc.setLocalDescription();
	return pc;
}

/** An offer, and what another peer answers. */
async function negotiate() {
	const [john, jane] = [await offerer(), peer()];
	await jane.setRemoteDescription(john.localDescription!);
	await jane.setLocalDescription();
	return { offer: john.localDescription!.sdp, answer: jane.localDescription!.sdp };
}

let whole: Readonly<Record<'offer' | 'answer', string>>;
beforeAll(async () => {
	whole = await negotiate();
});

/** What a browser says when it refuses; null where it takes the description. */
const refusalOf = (pc: RTCPeerConnection, type: RTCSdpType, sdp: string) =>
	messageOf(pc.setRemoteDescription({ type, sdp }));

const messageOf = (done: Promise<unknown>) =>
	done.then(
		() => null,
		(error: Error) => error.message
	);

/** An offer that was taken is answered, unless it was said that it cannot be. */
async function tryToAnswer(pc: RTCPeerConnection, findings: readonly Finding[], name: string) {
	const stuck = findings.find(({ unanswerableBy }) => unanswerableBy.includes(BROWSER));
	const failure =
		(await messageOf(pc.createAnswer())) ?? (await messageOf(pc.setLocalDescription()));
	const row = `offer, ${name}: said ${stuck?.id ?? 'is answered'}; ${BROWSER}: ${failure ?? 'answers'}`;
	if (failure !== null) console.log(row);
	expect(failure !== null, row).toBe(stuck !== undefined);
	const words = stuck && wordsOf(stuck.id, BROWSER);
	if (words) expect(failure).toContain(words);
}

const table: string[] = [];

describe.each(tried)('where %s', (name, damage) => {
	it.each(['offer', 'answer', 'pranswer'] as const)('%s: as was said', async (type) => {
		const from = whole[type === 'offer' ? 'offer' : 'answer'];
		const sdp = damage(from);
		// What an answer says otherwise than an offer cannot be damaged in it.
		if (sdp === from) return;
		const pc = type === 'offer' ? peer() : await offerer();
		const said =
			type === 'offer'
				? diagnose({ kind: 'description', role: 'offer', given: { sdp, of: 'offer' } })
				: diagnose({
						kind: 'exchange',
						offer: { sdp: pc.localDescription!.sdp, of: 'offer' },
						answer: { sdp, of: 'answer', isProvisional: type === 'pranswer' }
					});
		const predicted =
			said.findings.find(({ refusedBy }) => refusedBy.includes(BROWSER)) ??
			// What may be the fault of the copy alone is said in words, on a condition.
			said.findings.find(({ claim }) => claim.includes(`${BROWSER} refuses it`));
		const refusal = await refusalOf(pc, type, sdp);
		const row = `${type}, ${name}: said ${predicted?.id ?? 'accepts'}; ${BROWSER}: ${refusal ?? 'accepts'}`;
		table.push(row);
		console.log(row);
		expect(refusal !== null, row).toBe(predicted !== undefined);
		if (type === 'offer' && refusal === null) await tryToAnswer(pc, said.findings, name);
		if (predicted === undefined || refusal === null) return;
		// What is provisional is refused before it is read.
		const words =
			type === 'pranswer'
				? (said.verdict?.words.find(({ browser }) => browser === BROWSER)?.text ?? null)
				: wordsOf(predicted.id, BROWSER);
		if (words !== null) expect(refusal).toContain(words);
	});
});

it('what the browser makes itself has no finding that matters', () => {
	const { offer, answer } = whole;
	const { findings, verdict } = diagnose({
		kind: 'exchange',
		offer: { sdp: offer, of: 'offer' },
		answer: { sdp: answer, of: 'answer' }
	});
	expect(findings.filter(({ severity }) => severity !== 'worth knowing')).toEqual([]);
	expect(verdict?.sentence).toBe('A browser accepts this answer.');
});

const enough = isLong ? 400 : 130;

it(`more than ${enough} damaged descriptions were tried`, () => {
	console.log(`${BROWSER}: ${table.length} rows`);
	expect(table.length).toBeGreaterThan(enough);
});
