import { describe, expect, it } from 'vitest';
import { explainLoss } from '../../src/lib/rtc/explain-loss';

const facts = {
	name: 'Jane',
	isFirefox: false,
	hasPath: false,
	wasConnected: false,
	sinceAnswer: 15.2,
	isWithoutAddress: false,
	isToldOfNone: false,
	hasAll: false
};

describe('a connection that the browser gave up', () => {
	it('in Firefox was given up by its clock, which runs from the answer', () => {
		const text = explainLoss({ ...facts, isFirefox: true, sinceAnswer: 5.04 });
		expect(text).toMatch(/^Firefox gave up on Jane’s connection 5 seconds after the answer/);
		expect(text).toMatch(/do not bring it back/);
		expect(text).toMatch(/while you were reading\.$/);
	});

	it('in another browser was checked until no time was left', () => {
		const text = explainLoss(facts);
		expect(text).toMatch(/^The browser gave up on Jane’s connection: it checked every pair/);
		expect(text).not.toMatch(/Firefox/);
	});

	it('without an address of its own has nothing to send from', () => {
		const text = explainLoss({ ...facts, isFirefox: true, sinceAnswer: 0, isWithoutAddress: true });
		expect(text).toMatch(/^Jane’s browser found no address that it may use/);
		expect(text).not.toMatch(/while you were reading/);
	});

	it('whose other side has no address was not lost by reading', () => {
		const text = explainLoss({ ...facts, isFirefox: true, sinceAnswer: 5, isToldOfNone: true });
		expect(text).toMatch(/^Jane’s browser was told of no address of the other side/);
		expect(text).not.toMatch(/while you were reading/);
	});

	it.each([true, false])('that had all candidates of both sides waited for nobody', (isFirefox) => {
		const text = explainLoss({ ...facts, isFirefox, sinceAnswer: 12, hasAll: true });
		expect(text).toMatch(/^The browser gave up on Jane’s connection: it had tried all candidates/);
		expect(text).not.toMatch(/while you were reading|five seconds/);
	});

	it('in Firefox before any answer is not blamed on that clock', () => {
		const text = explainLoss({ ...facts, isFirefox: true, sinceAnswer: null });
		expect(text).not.toMatch(/answer was applied/);
	});

	it.each([true, false])('after it was connected broke, whatever the browser', (isFirefox) => {
		const text = explainLoss({ ...facts, isFirefox, wasConnected: true });
		expect(text).toMatch(/^Jane’s connection worked, and then broke/);
		expect(text).not.toMatch(/while you were reading/);
		expect(text).toMatch(/or the other side is gone/);
	});

	it.each([true, false])(
		'with a path failed in its handshake, connected or not (%s)',
		(wasConnected) => {
			const text = explainLoss({ ...facts, hasPath: true, wasConnected });
			expect(text).toMatch(/^Jane’s connection found a path, and the DTLS handshake/);
			expect(text).toContain('fingerprint');
		}
	);

	it('is named by its peer', () => {
		expect(explainLoss({ ...facts, name: 'John' })).toMatch(/John’s connection/);
	});
});
