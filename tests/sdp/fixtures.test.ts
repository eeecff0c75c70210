import { describe, expect, it } from 'vitest';
import { annotate } from '../../src/lib/sdp';
import { tokenFaults, uncovered } from './cover';
import { fixture, FIXTURES } from './fixtures';

describe.each(FIXTURES)('%s', (name) => {
	const text = fixture(name);
	const { lines } = annotate(text);

	it('is given back byte for byte', () => {
		expect(lines.map((line) => line.text + line.ending).join('')).toBe(text);
	});

	it('has no line that is unknown or called malformed', () => {
		const doubtful = lines.filter(({ known, problem }) => !known || problem !== null);
		expect(doubtful.map(({ text: line, problem }) => [line, problem])).toEqual([]);
	});

	it('has a sentence, a source and a user for every line', () => {
		for (const line of lines) {
			expect(line.explanation, line.text).toMatch(/^\S.*\.$/);
			expect(line.explanation, line.text).not.toMatch(/undefined|null|NaN|\[object/);
			expect(line.spec?.url, line.text).toMatch(/^https:\/\//);
			expect(line.usage?.by, line.text).toBeTruthy();
		}
	});

	it('has tokens that cover every line and say what they are', () => {
		for (const line of lines) {
			expect(uncovered(line), line.text).toBe('');
			expect(tokenFaults(line), line.text).toEqual([]);
			for (const { meaning } of line.tokens)
				expect(meaning, line.text).not.toMatch(/undefined|NaN/);
		}
	});
});
