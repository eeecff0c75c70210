import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/lib/inspect';
import { costOfLength } from '../tools/growth';
import { findingsOf, headOf, mattersIn } from './concluded';
import { sdp } from './fixtures';

const OFFER = sdp('chromium-offer-gathered');
const ANSWER = sdp('chromium-answer-gathered');
const BOTH = `${OFFER}\n${ANSWER}`;
const lines = OFFER.trimEnd().split('\r\n');

function partsIn(text: string) {
	const found = recognise(text);
	if (!('descriptions' in found)) throw new Error(found.sentence);
	return found;
}

describe('a description in strings of a program, one a line, is read', () => {
	it.each([
		['alone', lines.map((line) => `"${line}\\r\\n"`).join('\n')],
		['with ends of one letter', lines.map((line) => `"${line}\\n"`).join('\n')],
		['indented', lines.map((line) => `    "${line}\\r\\n"`).join('\n')],
		['without ends', lines.map((line) => `"${line}"`).join('\n')],
		[
			'in a program',
			`const char *offer =\n${lines.map((line) => `  "${line}\\r\\n"`).join('\n')};\n`
		],
		['in a list', JSON.stringify(lines.map((line) => `${line}\r\n`))]
	])('%s', (_, text) => {
		const [one, ...more] = partsIn(text).descriptions;
		expect(more).toEqual([]);
		expect(one!.sdp.trimEnd().split(/\r?\n/)).toEqual(lines);
	});

	it('but strings that are no description are none', () => {
		expect(recognise('"v=0\\r\\n"\n"hello\\r\\n"\n').kind).toBe('unknown');
		expect(recognise('"one\\r\\n"\n"two\\r\\n"\n').kind).toBe('unknown');
	});
});

describe('a candidate without its name is not dropped', () => {
	const fields = '1 1 udp 2122260223 203.0.113.5 5000 typ host generation 0';
	const member = JSON.stringify({ candidate: fields, sdpMid: '0', sdpMLineIndex: 0 });

	it.each([
		['in JSON', member],
		['beside descriptions', `${BOTH}\n${member}\n`],
		['in a program', `pc.addIceCandidate({ candidate: '${fields}', sdpMid: '0' })`],
		['escaped', JSON.stringify(JSON.stringify({ candidate: fields, sdpMid: '0' }))]
	])('%s', (_, text) => {
		const { candidates, sentence } = partsIn(text);
		expect(candidates.map(({ text, sdpMid }) => [text, sdpMid])).toEqual([[fields, '0']]);
		expect(candidates[0]!.problem).toContain('lacks “candidate:”');
		expect(sentence).toContain('which is damaged');
	});

	it('and one with its name is as it was', () => {
		const { candidates, sentence } = partsIn(
			`${BOTH}\n${member.replace('"1 1', '"candidate:1 1')}\n`
		);
		expect(candidates.map(({ text, problem }) => [text, problem])).toEqual([
			[`candidate:${fields}`, null]
		]);
		expect(sentence).not.toContain('damaged');
		expect(recognise('{"candidate":"1 of 3 votes, 20 for 5 typ"}').kind).toBe('unknown');
	});
});

describe('of a description that somebody abridged nothing is blamed', () => {
	const abridged = (kinds: readonly string[]) =>
		kinds
			.map((kind) => `m=${kind}\na=ice-ufrag:${kind}F  \na=ice-pwd:1Jc0fskQM0hNBJx13bbMTr\n`)
			.join('\n');

	it('where of its sections only their kinds are left', async () => {
		const text = `SDP offer\n\`\`\`\n${abridged(['audio', 'video'])}\`\`\`\n`;
		const [one, ...more] = partsIn(text).descriptions;
		expect(more).toEqual([]);
		expect(one).toMatchObject({ lost: 'left out', type: null });
		expect(one!.sdp).toMatch(
			/^m=audio\s+a=ice-ufrag:audioF\s+a=ice-pwd:\S+\s+m=video\s+a=ice-ufrag:videoF/
		);
		expect(partsIn(text).unused).toEqual([]);
		expect((await findingsOf(text)).map(({ id }) => id)).toEqual(['sdp.lost-in-copying']);
		expect(partsIn(abridged(['audio', 'video'])).descriptions[0]!.lost).toBe('left out');
	});

	it.each(['...', '…', '[snip]', '<snip>', '-- cut --'])(
		'where %s stands for lines',
		async (mark) => {
			const part = [
				'm=audio 9 UDP/TLS/RTP/SAVPF 111',
				'a=mid:0',
				'a=rtpmap:111 opus/48000/2',
				mark,
				'm=video 9 UDP/TLS/RTP/SAVPF 96',
				mark,
				'a=mid:1',
				'a=setup:actpass'
			].join('\n');
			expect(await mattersIn(`My offer has\n${part}\n`)).toEqual([]);
			expect(partsIn(`My offer has\n${part}\n`).descriptions[0]).toMatchObject({
				lost: 'left out'
			});
		}
	);

	it('but a section without formats is a fault of one that is whole', async () => {
		const text = OFFER.replace(/^m=audio .*/m, 'm=audio');
		expect(await mattersIn(text)).not.toEqual([]);
		const part = 'm=audio 9 UDP/TLS/RTP/SAVPF\na=mid:0\na=setup:actpass\na=rtcp-mux\n';
		expect((await findingsOf(`it has\n${part}`)).map(({ id }) => id)).toContain(
			'sdp.section-without-formats'
		);
	});

	it('and a kind in a sentence is no section', () => {
		expect(recognise('there is no m=audio\nand no m=video\n').kind).toBe('unknown');
	});
});

describe('a word in place of a password', () => {
	const withPassword = (word: string, ufrag = 'Zk3x') =>
		OFFER.replace(/^a=ice-pwd:.*/gm, `a=ice-pwd:${word}\r`)
			.replace(/\r\r/g, '\r')
			.replace(/^a=ice-ufrag:\S+/gm, `a=ice-ufrag:${ufrag}`);
	const look = async (text: string) => {
		const head = await headOf(text);
		const notes = head.kind === 'parts' ? head.notes.map(({ id }) => id) : [];
		return { notes, ids: (await findingsOf(text)).map(({ id }) => id) };
	};

	it.each(['nottoday', 'secret', 'xxx', 'my-secret', 'removedByMe', 'NOTTODAY'])(
		'was masked: %s',
		async (word) => {
			const { notes, ids } = await look(withPassword(word));
			expect(notes).toContain('masked');
			expect(ids).not.toContain('sdp.ice-credentials-length');
		}
	);

	it.each([
		['drawn', 'aB3dE6gH9', 'Zk3x'],
		['a word, as the user name is', 'nottoday', 'user'],
		['numbers', '123456', 'Zk3x'],
		['a few letters', 'short', 'Zk3x']
	])('but one that is too short was not, where it is %s', async (_, word, ufrag) => {
		const { notes, ids } = await look(withPassword(word, ufrag));
		expect(notes).not.toContain('masked');
		expect(ids).toContain('sdp.ice-credentials-length');
	});
});

describe('what is bold in Markdown', () => {
	it('is read without the marks', () => {
		const bold = OFFER.replace(/^(a=candidate:(?:\S+ ){4})(\S+)/m, '$1**$2**').replace(
			/^(a=ice-ufrag:)(\S+)/m,
			'$1**$2**'
		);
		expect(bold).not.toBe(OFFER);
		const found = partsIn(bold);
		expect(found.descriptions[0]!.sdp).toBe(OFFER);
		expect(found.notes).toEqual(partsIn(OFFER).notes);
		const candidate = 'candidate:2 1 udp 1686052607 198.51.100.99 50000 typ host';
		expect(
			partsIn(candidate.replace('198.51.100.99', '**198.51.100.99**')).candidates
		).toMatchObject([{ text: candidate, problem: null }]);
	});

	it('but stars that are of SDP, or hide something, stay', () => {
		const stars = OFFER.replace(
			'a=rtcp-mux',
			'a=rtcp-mux\r\na=rtcp-fb:* nack\r\na=msid-semantic: WMS *'
		);
		expect(partsIn(stars).descriptions[0]!.sdp).toBe(stars);
		expect(
			partsIn(
				OFFER.replace(/^(a=fingerprint:sha-256) .*/gm, '$1 12:34:**:**\r').replace(/\r\r/g, '\r')
			).descriptions[0]!.sdp
		).toContain('12:34:**:**');
		const hidden = 'candidate:2 1 udp 1686052607 *** 50000 typ host';
		expect(partsIn(hidden).candidates[0]!.text).toBe(hidden);
	});

	it.each(['**a', '**a**', 'a=b:** ', `a=ice-pwd:${'a-'.repeat(9)}\n`])(
		'many of %j cost what they are long',
		(one) => {
			const long = (count: number) => `${OFFER}a=x-y:${one.repeat(count)}\n`;
			expect(costOfLength(long, 40, recognise)).toBeLessThan(6);
		}
	);
});
