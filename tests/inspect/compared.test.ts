import { describe, expect, it } from 'vitest';
import { findCompared } from '../../src/lib/inspect/unwrap/compared';
import { recognise } from '../../src/lib/inspect';
import { costOfLength } from '../tools/growth';
import { findingsOf, headOf, mattersIn } from './concluded';
import { sdp } from './fixtures';

const OFFER = sdp('chromium-offer-gathered').replaceAll('\r\n', '\n');
const ANSWER = sdp('chromium-answer-gathered').replaceAll('\r\n', '\n');
/** The same without what Chromium asks for under BUNDLE. */
const NEWER = OFFER.replaceAll('a=rtcp-mux\n', '');
const OF_OTHERS = OFFER.replace(/^o=- \d+/m, 'o=- 77');
const linesOf = (text: string) => text.trimEnd().split('\n');
const sectionsOf = (text: string) => text.slice(text.indexOf('m='));

/** All lines of a diff in which some were taken out. */
const margins = (before: string, after: string, kept = ' ') => {
	const left = linesOf(after);
	return linesOf(before).flatMap((line) => {
		if (left[0] !== line) return [`-${line}`];
		left.shift();
		return [kept + line];
	});
};
const changed = (kept: string) =>
	OFFER.replaceAll(/^(?!a=setup)/gm, kept)
		.replaceAll(/^a=setup:.*\n/gm, '-a=setup:actpass\n+a=setup:active\n')
		.trimEnd();

/** As `diff -c` prints all lines, where some were taken out. */
const inContext = (before: string, after: string) => {
	const old = margins(before, after).map((line) => (line[0] === '-' ? '- ' : '  ') + line.slice(1));
	return `*** one.sdp\t2026-02-03\n--- other.sdp\t2026-02-03\n***************\n*** 1,${old.length} ****\n${old.join('\n')}\n--- 1,${linesOf(after).length} ----\n`;
};
/** As a test runner prints both. */
const expected = (before: string, after: string) =>
	`    - Expected  - 3\n    + Received  + 0\n\n${margins(before, after)
		.map((line) => `    ${line[0]} ${line.slice(1)}`)
		.join('\n')}\n`;

/** As `diff -y` prints both. */
function beside(before: string, after: string, width: number, tabs = false): string {
	const [left, right] = [linesOf(before), linesOf(after)];
	return left
		.map((line) => {
			const isSame = right[0] === line;
			const cut = line.slice(0, width - 3);
			const other = isSame ? right.shift()!.slice(0, width - 3) : '';
			if (!tabs) return `${cut.padEnd(width - 3)} ${isSame ? ' ' : '<'} ${other}`.trimEnd();
			const filled = '\t'.repeat(Math.ceil((width - cut.length) / 8));
			return isSame ? `${cut}${filled}${other}` : `${cut.padEnd(width - 2)}<`;
		})
		.join('\n');
}

const read = (text: string) => {
	const found = recognise(text);
	if (!('descriptions' in found)) throw new Error(found.sentence);
	return {
		sdp: found.descriptions.map((one) => one.sdp.replaceAll('\r\n', '\n')),
		lost: found.descriptions.map(({ lost }) => lost),
		notes: found.notes.map(({ id }) => id),
		exchanges: found.exchanges,
		glare: found.glare
	};
};
const head = '--- a/one.sdp\t2026-02-03 10:11:12\n+++ b/other.sdp\t2026-02-03 10:11:12\n';

describe('both descriptions of a diff are read:', () => {
	it.each([
		[
			'of git',
			`diff --git a/x b/x\nindex 12..34 100644\n${head}@@ -1,180 +1,177 @@\n${margins(OFFER, NEWER).join('\n')}\n`
		],
		[
			'in a block of Markdown',
			`It worked before:\n\`\`\`diff\n${margins(OFFER, NEWER).join('\n')}\n\`\`\`\n`
		],
		['with context, of all lines', inContext(OFFER, NEWER)],
		['of a test runner', expected(OFFER, NEWER)],
		[
			'in the quotation of a mail',
			margins(OFFER, NEWER)
				.map((line) => `> ${line}`)
				.join('\n')
		],
		['side by side, in a wide terminal', beside(OFFER, NEWER, 200)],
		['side by side, with tabs', beside(OFFER, NEWER, 200, true)]
	])('%s', async (_, text) => {
		expect(read(text)).toMatchObject({
			sdp: [OFFER, NEWER],
			lost: [null, null],
			notes: ['compared'],
			exchanges: [],
			glare: false
		});
		// The one is right, and what is said is of the other.
		const answer = await headOf(text);
		const all = 'conclusions' in answer ? answer.conclusions : [];
		expect(all.map(({ verdict }) => verdict?.isGood)).toEqual([true, false]);
		expect(all[1]!.findings[0]!.id).toBe('sdp.no-rtcp-mux');
	});

	it.each([
		['blanks', ' '],
		['nothing', '']
	])('with %s in front of what both have', (_, kept) => {
		const after = OFFER.replaceAll('a=setup:actpass', 'a=setup:active');
		expect(read(changed(kept)).sdp).toEqual([OFFER, after]);
	});

	it('without their beginnings', async () => {
		for (const text of [
			margins(sectionsOf(OFFER), sectionsOf(NEWER)).join('\n'),
			beside(sectionsOf(OFFER), sectionsOf(NEWER), 200)
		]) {
			expect(read(text).sdp).toEqual([OFFER, NEWER].map(sectionsOf));
			expect(await mattersIn(text)).toEqual([]);
		}
	});

	it('of two calls, which are no glare', () => {
		const text = [
			...linesOf(OFFER).map((line) => `-${line}`),
			...linesOf(OF_OTHERS).map((line) => `+${line}`)
		];
		expect(read(text.join('\n'))).toMatchObject({
			sdp: [OFFER, OF_OTHERS],
			glare: false,
			exchanges: []
		});
	});

	it('and an offer beside its answer is an exchange', async () => {
		const lines = linesOf(ANSWER);
		const text = linesOf(OFFER)
			.map((line, at) => `${line.padEnd(198)}${lines[at] === line ? ' ' : '|'} ${lines[at] ?? ''}`)
			.join('\n');
		expect(read(text)).toMatchObject({ sdp: [OFFER, ANSWER], exchanges: [[0, 1]] });
		expect(await mattersIn(text)).toEqual([]);
	});

	it('each file of several by itself', () => {
		const one = `${head}@@ -1,180 +1,177 @@\n${margins(OFFER, NEWER).join('\n')}\n`;
		const other = ANSWER.replaceAll('a=rtcp-mux\n', '');
		expect(read(one + head + margins(ANSWER, other).join('\n')).sdp).toEqual([
			OFFER,
			NEWER,
			ANSWER,
			other
		]);
	});
});

describe('nothing is blamed on the SDP', () => {
	it('of which a diff shows some lines', async () => {
		const hunk = (at: number) =>
			`@@ -${at},6 +${at},7 @@\n a=mid:0\n a=ice-options:trickle\n a=rtcp-mux\n-a=setup:actpass\n+a=setup:active\n+a=sendonly\n a=rtcp-rsize\n a=mid:1\n a=mid:2\n`;
		for (const text of [head + hunk(20) + hunk(60), hunk(20)]) {
			expect(await mattersIn(text)).toEqual([]);
			expect(new Set(read(text).lost)).toEqual(new Set(['left out']));
			expect(read(text).notes).toContain('compared');
		}
	});

	it.each([
		[
			'with context',
			`*** 17,23 ****\n  a=mid:0\n  a=ice-options:trickle\n  a=rtcp-mux\n! a=setup:actpass\n  a=rtcp-rsize\n--- 17,23 ----\n  a=mid:0\n  a=ice-options:trickle\n  a=rtcp-mux\n! a=setup:active\n  a=rtcp-rsize\n`
		],
		[
			'with context on one side alone',
			`*** 17,20 ****\n  a=mid:0\n  a=ice-options:trickle\n  a=rtcp-mux\n  a=setup:actpass\n--- 17,21 ----\n  a=mid:0\n  a=ice-options:trickle\n+ a=sendonly\n  a=rtcp-mux\n  a=setup:actpass\n`
		]
	])('of which a diff shows some lines %s', async (_, hunk) => {
		const text = `*** a.sdp\n--- b.sdp\n***************\n${hunk}***************\n${hunk.replaceAll('17,', '57,')}`;
		expect(new Set(read(text).lost)).toEqual(new Set(['left out']));
		expect(read(text).notes).toContain('compared');
		expect(await mattersIn(text)).toEqual([]);
	});

	it('of which a diff shows what changed and nothing else', async () => {
		const change = (at: number) =>
			`${at}c${at}\n< a=setup:actpass\n---\n> a=setup:active\n${at + 9}d${at + 8}\n< a=rtcp-mux\n${at + 12}a${at + 12},${at + 13}\n> a=sendonly\n> a=rtcp-rsize\n`;
		const text = change(19) + change(59);
		expect(read(text).sdp.map(linesOf)).toEqual([
			['a=setup:actpass', 'a=rtcp-mux', 'a=setup:actpass', 'a=rtcp-mux'],
			[
				'a=setup:active',
				'a=sendonly',
				'a=rtcp-rsize',
				'a=setup:active',
				'a=sendonly',
				'a=rtcp-rsize'
			]
		]);
		expect(read(text).lost).toEqual(['left out', 'left out']);
		expect(await mattersIn(text)).toEqual([]);
	});

	it('that breaks off behind the hunk that it begins with', () => {
		const [version, origin, ...others] = linesOf(OFFER);
		const around = others.slice(0, 3).map((line) => ` ${line}`);
		const hunk = [
			`@@ -1,5 +1,5 @@`,
			` ${version}`,
			`-${origin}`,
			'+o=- 1 2 IN IP4 192.0.2.1',
			...around
		];
		expect(read(hunk.join('\n')).lost).toEqual(['left out', 'left out']);
	});

	it('whose lines a narrow terminal cut', async () => {
		expect(read(beside(OFFER, NEWER, 64)).lost).toEqual(['shortened', 'shortened']);
		expect(await mattersIn(beside(OFFER, NEWER, 64))).toEqual([]);
	});
});

describe('no diff is', () => {
	it.each([
		['a description with one margin', OFFER.replaceAll(/^(?=a=rtcp-mux)/gm, '+')],
		[
			'a list',
			linesOf(OFFER)
				.map((line) => `- ${line}`)
				.join('\n')
		],
		['an indented one', OFFER.replaceAll(/^(?=.)/gm, ' ')],
		['one with blanks behind its lines', OFFER.replaceAll(/(?=\n)/g, '   ')]
	])('%s', (_, text) => {
		expect(read(text).notes).not.toContain('compared');
		expect(read(text).sdp.length).toBe(1);
	});

	it('what stands twice in a few lines', async () => {
		const text = OFFER.replace('s=-', 's=-  a=b');
		expect(read(text).notes).not.toContain('compared');
		expect((await findingsOf(text)).map(({ id }) => id)).not.toContain('sdp.lost-in-copying');
	});
});

describe('takes time in proportion to the length', () => {
	it.each([
		'-a=mid:0\n+a=mid:1\n',
		'a=mid:0     a=mid:0\n',
		' a=\t',
		'@@ -1 +1 @@\n',
		'1c1\n< a=mid:0\n',
		'***************\n*** 1,2 ****\n  a=mid:0\n',
		'---\n'
	])('of many of %j', (unit) => {
		// What makes it a diff stands behind it: without that nothing is looked for.
		const make = (count: number) => `${unit.repeat(count)}-a=mid:0\n-a=mid:1\n+a=mid:2\n`;
		expect(costOfLength(make, 1000, recognise)).toBeLessThan(8);
		expect(costOfLength(make, 1000, findCompared)).toBeLessThan(8);
	});
});
