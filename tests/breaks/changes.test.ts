import { describe, expect, it } from 'vitest';
import { DONE } from '../../src/lib/breaks/done';
import { CHANGES, changeNamed, editsBetween, type ReadyMade } from '../../src/lib/breaks';
import { annotate } from '../../src/lib/sdp';
import { fixture, FIXTURES } from '../sdp/fixtures';
import { compared, HOST, LOCAL, REAL, RELAY, SRFLX, withCandidates } from './messages';

const OF_DESCRIPTIONS = CHANGES.filter(({ of }) => of === 'description');
const OF_CANDIDATES = CHANGES.filter(({ of }) => of === 'candidate');
const TEXTS = [...FIXTURES.map(fixture), ...REAL.map(withCandidates)];
const LINES = [HOST, LOCAL, SRFLX, RELAY].map(({ candidate }) => candidate);
const STRANGE = ['', '\r\n', 'hello', '{}', 'm=', 'm=video', 'a=setup:', 'a=ice-ufrag:', 'v=0\r\n'];

/** Every text that a change is for, with what it becomes. */
function changedTexts({ change, of }: ReadyMade): [before: string, after: string][] {
	const texts = of === 'description' ? TEXTS : LINES;
	return texts.flatMap((before) => {
		const after = change(before);
		return after === null ? [] : [[before, after]];
	});
}

describe('the ready-made changes', () => {
	it('have a name, a title, a phrase and a sentence each', () => {
		expect(new Set(CHANGES.map(({ id }) => id)).size).toBe(CHANGES.length);
		expect(Object.keys(DONE).toSorted()).toEqual(CHANGES.map(({ id }) => id).toSorted());
		for (const { id, title, about } of CHANGES) {
			expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
			expect(title).toMatch(/^[A-Z].*[^.]$/);
			expect(DONE[id]).toMatch(/^[a-z“].*[^.]$/);
			expect(about).toMatch(/^[A-Z“].*\.$/);
		}
	});

	it('are found by name, and no other name is', () => {
		for (const one of CHANGES) expect(changeNamed(one.id)).toBe(one);
		expect(() => changeNamed('another')).toThrow(RangeError);
		expect(() => changeNamed('constructor')).toThrow('“constructor”');
	});

	it.each(CHANGES.map((one) => [one.id, one] as const))('%s is for some text', (_, one) => {
		expect(changedTexts(one).length).toBeGreaterThan(0);
	});

	it.each(CHANGES.map((one) => [one.id, one] as const))(
		'%s gives another text, the same each time, and nothing once there is nothing left to do',
		(_, one) => {
			for (const [before, after] of changedTexts(one)) {
				expect(after).not.toBe(before);
				expect(one.change(before)).toBe(after);
				expect(one.change(after)).not.toBe(after);
			}
		}
	);

	it.each(OF_DESCRIPTIONS.map((one) => [one.id, one] as const))(
		'%s keeps the ends of the lines, whatever they are',
		(_, one) => {
			for (const [before, after] of changedTexts(one)) {
				for (const end of ['\n', '\r']) {
					const of = (text: string) => text.replaceAll('\r\n', end);
					expect(one.change(of(before))).toBe(of(after));
				}
				const open = one.change(before.replace(/\r\n$/, ''));
				expect(open?.replace(/\r\n$/, '')).toBe(after.replace(/\r\n$/, ''));
			}
		}
	);

	it.each(OF_DESCRIPTIONS.map((one) => [one.id, one] as const))(
		'%s moves no line, but for sections that are swapped',
		(id, one) => {
			for (const [before, after] of changedTexts(one)) {
				const edits = editsBetween(before, after);
				const { removed, added } = compared(before, after);
				const isMoved = id === 'm-lines-swapped';
				expect(edits.flatMap(({ adds }) => adds).length > added.length).toBe(isMoved);
				expect(edits.reduce((sum, { removes }) => sum + removes, 0) > removed.length).toBe(isMoved);
			}
		}
	);

	it.each(OF_DESCRIPTIONS.map((one) => [one.id, one] as const))(
		'%s leaves lines that can be read',
		(_, one) => {
			const faultsOf = (text: string) =>
				annotate(text).lines.flatMap(({ text: line, problem }) =>
					problem === null ? [] : [`${line}: ${problem}`]
				);
			const allowed: Record<string, RegExp> = {
				'mid-removed': /^a=group:/
			};
			for (const [before, after] of changedTexts(one)) {
				const former = new Set(faultsOf(before));
				const added = faultsOf(after).filter((fault) => !former.has(fault));
				expect(added.filter((fault) => !allowed[one.id]?.test(fault))).toEqual([]);
			}
		}
	);

	it('of descriptions are not for a candidate, nor for what is no description', () => {
		for (const { change } of OF_DESCRIPTIONS) {
			for (const text of [...LINES, ...STRANGE]) expect(change(text)).toBeNull();
		}
	});

	it('of candidates are not for a description, nor for what is no candidate', () => {
		for (const { change } of OF_CANDIDATES) {
			for (const text of [...TEXTS, ...STRANGE]) expect(change(text)).toBeNull();
		}
	});
});
