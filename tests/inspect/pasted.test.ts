import { describe, expect, it } from 'vitest';
import { conclude } from '../../src/lib/inspect/conclude';
import { recognise, type Recognised } from '../../src/lib/inspect';
import { fixture, sdp } from './fixtures';

type Parts = Extract<Recognised, { descriptions: unknown }>;

/** What was found in a text that somebody pasted. */
function pasted(name: string): Parts {
	const found = recognise(fixture(`pasted/${name}.txt`));
	if (!('descriptions' in found)) throw new Error(found.sentence);
	return found;
}

const typesOf = ({ descriptions }: Parts) => descriptions.map(({ type }) => type);
const countsOf = ({ descriptions }: Parts) =>
	descriptions.map(({ sdp }) => sdp.split(/\r?\n/).filter(Boolean).length);
const notesOf = ({ notes }: Parts) => notes.map(({ id, line }) => [id, line]);

describe('what people paste is read whole:', () => {
	it.each([
		['json-with-real-line-ends', ['offer', 'answer'], [39, 34]],
		['arrows-of-a-console', ['offer'], [6]],
		['blank-line-after-each', ['answer', 'offer'], [21, 17]],
		['syslog-escapes', ['offer', 'answer'], [22, 11]],
		['flutter-prefix', ['offer'], [24]],
		['logcat-times', ['offer'], [24]],
		['indented', ['answer'], [32]],
		['base64-of-json', ['offer'], [39]],
		['python-type-behind', ['offer', 'answer'], [22, 22]],
		['escaped-and-real-line-ends', ['answer'], [35]],
		['no-last-line-end', ['offer'], [15]],
		['xml', ['offer'], [39]],
		['two-exchanges', ['offer', 'answer', 'offer', 'answer'], [15, 15, 32, 29]]
	])('%s', (name, types, counts) => {
		const found = pasted(name);
		expect(typesOf(found)).toEqual(types);
		expect(countsOf(found)).toEqual(counts);
		expect(found.unused).toEqual([]);
		for (const { sdp } of found.descriptions) {
			expect(sdp).toMatch(/^v=0\r?\no=/);
			for (const line of sdp.split(/\r?\n/).filter(Boolean)) expect(line).toMatch(/^[a-z]=\S*/);
		}
	});

	it('an answer that stands in front of its offer is paired with it', () => {
		expect(pasted('blank-line-after-each').exchanges).toEqual([[1, 0]]);
	});

	it('an answer in front of the offer of another connection is not', () => {
		const answer = sdp('chromium-answer-gathered');
		const offer = sdp('firefox-offer-gathered');
		const shorter = offer.slice(0, offer.lastIndexOf('m='));
		const of = (...texts: readonly string[]) => {
			const found = recognise(texts.join('\n\n'));
			return 'exchanges' in found ? found.exchanges : null;
		};
		expect(of(`answer:\n${answer}`, `offer:\n${offer}`)).toEqual([[1, 0]]);
		expect(of(`answer:\n${answer}`, `offer:\n${shorter}`)).toEqual([]);
	});

	it('each of several exchanges is found', () => {
		const { exchanges, sentence } = pasted('two-exchanges');
		expect(exchanges).toEqual([
			[0, 1],
			[2, 3]
		]);
		expect(sentence).toBe('2 offers and their answers.');
	});

	it('two offers that cross are glare, and what is said again is shown once', () => {
		const found = pasted('glare');
		expect(typesOf(found)).toEqual(['offer', 'offer']);
		expect(found).toMatchObject({ kind: 'description', glare: true, exchanges: [], unused: [] });
		expect(found.sentence).toMatch(/^Two offers that cross \(glare\)/);
	});
});

describe('what copying did to a text is not blamed on the SDP:', () => {
	it('a candidate that a console shortened', () => {
		const found = pasted('shortened-candidates');
		expect(found.candidates.map(({ problem }) => problem)).toEqual([
			expect.stringContaining('a console shortened it'),
			expect.stringContaining('a console shortened it')
		]);
		expect(found.sentence).toBe('2 ICE candidates, of which 2 are shortened by a console.');
		expect(notesOf(found)).toEqual([['shortened', 1]]);
		expect(found.notes[0]?.sentence).toMatch(
			/copy\(value\).*JSON\.stringify.*Copy string contents/
		);
	});

	it('a quote behind the last line, which has no line end', () => {
		const found = pasted('no-last-line-end');
		expect(found.descriptions[0]?.sdp).toMatch(/a=max-message-size:262144$/);
		expect(notesOf(found)).toEqual([
			['closed', 15],
			['no-last-line-end', 15]
		]);
	});

	it('a tag behind a candidate', () => {
		const found = pasted('xml');
		expect(found.candidates).toMatchObject([
			{ text: expect.stringMatching(/ network-cost 10$/) as string, problem: null }
		]);
		expect(notesOf(found)).toEqual([['closed', 41]]);
	});

	it('addresses that were masked', () => {
		const found = pasted('masked-addresses');
		expect(typesOf(found)).toEqual(['offer', 'answer']);
		expect(notesOf(found)).toContainEqual(['masked', 14]);
	});
});

describe('pages and logs of Firefox are read:', () => {
	it('a log of ICE gives its candidate once, and its pair with every state', () => {
		const found = pasted('ice-log-of-firefox');
		expect(found.kind).toBe('candidates');
		expect(found.candidates).toMatchObject([
			{
				text: 'candidate:5080000001 1 udp 659136 172.31.5.72 17780 typ host generation 0',
				problem: null
			}
		]);
		expect(found.pairs).toEqual([
			{
				local: '192.168.7.100:57980/udp(host)',
				remote: '172.31.5.72:17780/udp(host)',
				state: 'FAILED',
				states: ['FROZEN', 'IN_PROGRESS', 'timed out', 'FAILED'],
				line: 13
			}
		]);
		expect(found.sentence).toBe('One ICE candidate, and one pair of candidates (failed).');
	});

	it('the table of about:webrtc gives pairs', () => {
		const found = pasted('table-of-about-webrtc');
		expect(found.kind).toBe('pairs');
		expect(found.sentence).toBe('4 pairs of candidates (all failed).');
		expect(found.pairs.map(({ remote, state, line }) => [remote, state, line])).toEqual([
			['172.17.0.4:56710/udp(host)', 'failed', 5],
			['10.0.0.5:33735/udp(host)', 'failed', 6],
			['172.17.0.4:56710/udp(host)', 'failed', 7],
			['10.0.0.5:33735/udp(host)', 'failed', 8]
		]);
		expect(found.notes.map(({ id, sentence }) => [id, sentence])).toEqual([
			['page-of-firefox', expect.stringContaining('Save Page')]
		]);
	});
});

describe('what was copied from chrome://webrtc-internals is read:', () => {
	const page = [
		'Create a WebRTC-Internals dump',
		'candidate-pair (state=failed, id=CPab_cd)',
		'localCandidateId\tIab',
		'remoteCandidateId\tIcd',
		'state\tfailed',
		'local-candidate (candidateType=host, id=Iab)',
		'address\t192.168.7.4',
		'port\t50001',
		'protocol\tudp',
		'remote-candidate (candidateType=srflx, id=Icd)',
		'candidate-pair (state=waiting, id=CPef_gh)',
		'transport (id=T01)',
		'state\tnew'
	].join('\n');

	it('pairs with their states, as far as they are unfolded', () => {
		const found = recognise(page);
		expect(found).toMatchObject({
			kind: 'pairs',
			sentence: '2 pairs of candidates (1 failed, 1 waiting).',
			pairs: [
				{ local: '192.168.7.4:50001/udp(host)', remote: 'Icd', state: 'failed', line: 2 },
				{ local: 'of pair CPef_gh', state: 'waiting', line: 11 }
			],
			notes: [
				{ id: 'page-of-chromium', sentence: expect.stringContaining('Create Dump') as string }
			]
		});
	});

	const grid = (...pairs: readonly (readonly [state: string, checks: string, remote: string])[]) =>
		[
			'ICE candidate grid',
			'Candidate (pair) id\tState / Candidate type\tNetwork type / address\tPort\tProtocol / candidate type\t(Pair) Priority\tBytes sent / received\tSTUN requests sent / responses received\tSTUN requests received / responses sent\tRTT\tLast data sent / received\tLast update',
			...pairs.flatMap(([state, checks, remote], at) => [
				`CPab${at}_cd${at}\t${state}\tethernet\t\tudp\t0x7effdfff7ffffdff\t0 / 0\t${checks}\t0 / 0\t\t\t10:11:12 AM`,
				`Iab${at}\tlocal-candidate\t192.168.7.4\t5000${at}\trelay(udp)`,
				'turn:turn.example.org\t0x7effdfff',
				'126 | 57311 | 255\t\t\t\t\t\t',
				`Icd${at}\tremote-candidate\t${remote}\thost\t0x7e7f1eff\t\t\t\t\t\t`
			])
		].join('\n');

	it('the grid of candidates, with states and checks', () => {
		const found = recognise(grid(['failed', '12 / 0', '10.0.0.5\t33735']));
		expect(found).toMatchObject({
			kind: 'pairs',
			sentence: 'One pair of candidates (failed).',
			pairs: [
				{
					local: '192.168.7.4:50000/udp(relay)',
					remote: '10.0.0.5:33735/udp(host)',
					state: 'failed',
					line: 3,
					checks: { sent: 12, answered: 0 }
				}
			],
			notes: [{ id: 'page-of-chromium' }]
		});
	});

	const firstOf = (text: string) => {
		const found = recognise(text);
		if (!('pairs' in found)) throw new Error(found.sentence);
		return conclude(found).flatMap(({ findings }) => findings)[0];
	};

	it.each([
		['failed', '0 / 0', 'All 2 pairs have failed: the other side announces only addresses'],
		['in-progress', '119 / 0', 'No check of the 2 pairs was answered, and 238 were sent: the']
	])('of a grid whose pairs are all %s the reason is found', (state, checks, claim) => {
		const text = grid([state, checks, '10.0.0.5\t1'], [state, checks, '172.17.0.4\t2']);
		expect(firstOf(text)).toMatchObject({ id: 'ice.remote-only-private' });
		expect(firstOf(text)!.claim).toContain(claim);
		for (const other of ['| ', '   ']) {
			expect(firstOf(text.replaceAll('\t', other))?.id).toBe('ice.remote-only-private');
		}
	});

	it('nothing is wrong with a grid in which a pair works, or checks have only begun', () => {
		const ends = ['10.0.0.5\t1', '172.17.0.4\t2'] as const;
		expect(
			firstOf(grid(['failed', '9 / 0', ends[0]], ['succeeded', '8 / 8', ends[1]]))
		).toBeUndefined();
		expect(firstOf(grid(['in-progress', '3 / 0', ends[0]]))).toBeUndefined();
		expect(firstOf(grid(['waiting', '0 / 0', ends[0]]))).toBeUndefined();
	});

	it('a pair that both the grid and the statistics tell of is one', () => {
		const both = `${grid(['failed', '12 / 0', '10.0.0.5\t33735'])}\ncandidate-pair (state=failed, id=CPab0_cd0)\nstate\tfailed`;
		expect(recognise(both)).toMatchObject({ pairs: [{ remote: '10.0.0.5:33735/udp(host)' }] });
	});

	it('a sentence that has the words of the grid is none', () => {
		expect(recognise('The local-candidate failed at 0x7eff0000 and so on')).toMatchObject({
			kind: 'unknown'
		});
	});
});
