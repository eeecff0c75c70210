import { describe, expect, it } from 'vitest';
import { findCompared } from '../../src/lib/inspect/unwrap/compared';
import { findingsOf, headOf } from './concluded';
import { ANSWER, OFFER } from './issue';

const REFUSED = ANSWER.replaceAll('a=ice-pwd', 'a=ice-password');
const marked = (text: string, mark: string) => text.replace(/^/gm, mark).slice(0, -mark.length);
/** As git writes a file that was not there before, or is there no more. */
function patch(name: string, text: string, isNew = true): string {
	const count = text.trimEnd().split('\n').length;
	const [old, now] = isNew ? ['/dev/null', `b/${name}`] : [`a/${name}`, '/dev/null'];
	const at = isNew ? `@@ -0,0 +1,${count} @@` : `@@ -1,${count} +0,0 @@`;
	const mode = isNew ? 'new file mode 100644' : 'deleted file mode 100644';
	return `diff --git a/${name} b/${name}\n${mode}\n--- ${old}\n+++ ${now}\n${at}\n${marked(text, isNew ? '+' : '-')}`;
}

const WRITTEN: readonly (readonly [string, (offer: string, answer: string) => string])[] = [
	['two new files', (o, a) => patch('offer.sdp', o) + patch('answer.sdp', a)],
	['two files that were taken out', (o, a) => patch('o.sdp', o, false) + patch('a.sdp', a, false)],
	['a plus in front of each line alone', (o, a) => marked(`offer\n${o}\nanswer\n${a}`, '+')],
	['a plus in front of each line, without a word', (o, a) => marked(o + a, '+')]
];

describe('a diff in which nothing was there before compares nothing', () => {
	it.for(WRITTEN)('%s', async ([, write]) => {
		const head = await headOf(write(OFFER, ANSWER));
		expect(head).toMatchObject({
			sentence: 'An offer and its answer.',
			notes: [],
			unused: { count: 0 }
		});
		expect(head.kind === 'parts' && head.conclusions[0]!.verdict?.isGood).toBe(true);
	});

	it.for(WRITTEN)('%s, of which one is refused', async ([, write]) => {
		const [first] = await findingsOf(write(OFFER, REFUSED));
		expect(first?.id).toBe('answer.no-ice-credentials');
	});

	it('but a line that was there before makes two of one', () => {
		const changed = marked(OFFER, '+').replace('+s=-', '-s=old\n+s=-');
		expect(findCompared(changed)[0]?.isPart).toBe(false);
		expect(findCompared(marked(OFFER, '+').replace('+s=-', ' s=-'))[0]?.isPart).toBe(false);
		expect(findCompared(marked(OFFER, '+'))[0]?.isPart).toBeUndefined();
	});
});
