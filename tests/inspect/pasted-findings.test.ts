import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Reading, type Answer, type Conclusion } from '../../src/lib/inspect';

const FOLDER = 'tests/inspect/fixtures/pasted';

/** What is concluded of a text, by the one that reads it. */
async function concluded(text: string): Promise<readonly Conclusion[]> {
	const answers: Answer[] = [];
	const reading = new Reading(
		() => null as never,
		(answer) => answers.push(answer)
	);
	await reading.take({ id: 1, key: 1, source: text, cast: null });
	const head = answers.find((one) => one.type === 'head')?.head;
	return head?.kind === 'parts' ? head.conclusions : [];
}

/** What stands first of each text, and the verdict on the worst part of it. */
const FIRST: Readonly<Record<string, readonly [id: string | null, verdict: string | null]>> = {
	'arrows-of-a-console': [
		'sdp.no-sections',
		'A browser accepts this offer, but no call comes of it.'
	],
	'base64-of-json': [null, 'A browser accepts this offer.'],
	'blank-line-after-each': ['ice.only-loopback', 'A browser accepts this answer.'],
	'escaped-and-real-line-ends': ['sdp.profile-without-feedback', null],
	'flutter-prefix': [null, 'A browser accepts this offer.'],
	glare: ['negotiation.glare', null],
	'ice-log-of-firefox': ['ice.remote-only-private', null],
	indented: ['ice.candidate-without-port', null],
	'internals-folded': ['ice.told-failed', null],
	'internals-open': ['ice.one-way', null],
	'internals-open-connected': ['media.answerer-sends-nothing', 'A browser accepts this answer.'],
	'json-with-real-line-ends': ['answer.sections-differ', 'A browser refuses this answer.'],
	'logcat-times': [null, 'A browser accepts this offer.'],
	'masked-addresses': ['answer.direction-not-offered', 'A browser refuses this answer.'],
	'no-last-line-end': ['sdp.no-last-line-end', 'Chromium refuses this offer, Firefox accepts it.'],
	'python-type-behind': ['ice.candidate-of-other-description', 'A browser accepts this answer.'],
	'syslog-escapes': ['sdp.not-for-browsers', 'A browser refuses this answer.'],
	'table-of-about-webrtc': ['ice.remote-only-private', null],
	xml: [null, 'A browser accepts this offer.']
};

describe('of a text as people paste it is said first', () => {
	it.each(Object.entries(FIRST))(
		'what is wrong with what it holds: %s',
		async (name, [id, verdict]) => {
			const [first] = await concluded(readFileSync(`${FOLDER}/${name}.txt`, 'utf8'));
			expect([first?.findings[0]?.id ?? null, first?.verdict?.sentence ?? null]).toEqual([
				id,
				verdict
			]);
		}
	);

	it('of two exchanges what is wrong with the second', async () => {
		const all = await concluded(readFileSync(`${FOLDER}/two-exchanges.txt`, 'utf8'));
		expect(all.map(({ findings }) => findings.map(({ id }) => id))).toEqual([
			[],
			['answer.dtls-role-flipped']
		]);
	});

	it('that pairs failed, with the addresses of the other side and not where one works', async () => {
		const table = readFileSync(`${FOLDER}/table-of-about-webrtc.txt`, 'utf8');
		const [one] = await concluded(table);
		expect(one!.findings[0]!.claim).toContain('172.17.0.4, 10.0.0.5');
		expect(one!.findings[0]!.claim).toContain('not even over a relay');
		expect(await concluded(table.replace('failed', 'succeeded'))).toEqual([]);
	});

	it('nothing of a text that says nothing', async () => {
		expect(await concluded('hello')).toEqual([]);
	});
});
