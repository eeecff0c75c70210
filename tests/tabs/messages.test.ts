import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEnvelope, parseMessage, type Message } from '../../src/lib/tabs/messages';

const ID = 'f81d4fae-7dec-4d0c-8765-00a0c91e6bf6';
const MESSAGES: Message[] = [
	{ type: 'here', seats: ['john'], doing: 'reading', hosting: 17.5, deck: 'full', ask: true },
	{ type: 'sync', host: ID },
	{ type: 'entries', term: 1, to: null, entries: [{ seq: 0 }] },
	{ type: 'wish', wish: { type: 'next' }, seen: { at: 3, cursor: null } },
	{ type: 'wish', wish: { type: 'go.to', at: 4 }, seen: { at: 3, cursor: 7 } },
	{ type: 'wish', wish: { type: 'recorded', isOn: true }, seen: { at: 3, cursor: null } },
	{
		type: 'wish',
		wish: { type: 'show', change: { isBlack: true } },
		seen: { at: 3, cursor: null }
	},
	{ type: 'ask', to: ID },
	{ type: 'clock', to: ID, asked: 1.5, at: null },
	{ type: 'clock', to: ID, asked: 1.5, at: 2 },
	{ type: 'fresh', term: 1, peer: 'jane', attempt: 1, key: ID },
	{
		type: 'perform',
		term: 1,
		peer: 'john',
		attempt: 1,
		step: 'john-creates-offer',
		source: 'pattern'
	},
	{ type: 'end', term: 1, peer: 'john', attempt: 1 },
	{
		type: 'record',
		peer: 'john',
		attempt: 1,
		number: 1,
		at: 1,
		entry: { kind: 'call', name: 'createOffer' }
	},
	{ type: 'outcome', peer: 'john', attempt: 1, step: 'john-creates-offer', error: null }
];
const envelope = (change: object = {}) => ({
	parley: 1,
	site: 'a',
	from: ID,
	number: 1,
	message: MESSAGES[0],
	...change
});

describe('a message between tabs', () => {
	it.each(MESSAGES)('of the kind $type is read as it was written', (message) => {
		expect(parseMessage(JSON.parse(JSON.stringify(message)))).toEqual(message);
	});

	it.each(MESSAGES)(
		'of the kind $type is refused with anything missing, added or of another type',
		(message) => {
			for (const key of Object.keys(message)) {
				expect(parseMessage({ ...message, [key]: undefined }), `without ${key}`).toBe(null);
				expect(parseMessage({ ...message, [key]: { toString: 'x' } }), `strange ${key}`).toBe(null);
			}
			expect(parseMessage({ ...message, extra: 1 })).toBe(null);
		}
	);

	it('is refused where it asks for what only the machines may say', () => {
		for (const type of ['begin', 'peers.gone', 'seat.taken', 'peer.performed', 'peer.lost']) {
			const wish = { type, peer: 'john', step: 'john-creates-offer' };
			expect(parseMessage({ type: 'wish', wish, seen: { at: 0, cursor: null } })).toBe(null);
		}
	});

	it('is refused where it wishes to say on the screen that something is recorded', () => {
		for (const change of [{ isRecorded: true }, { isBlack: 'yes' }, null]) {
			const wish = { type: 'show', change };
			expect(parseMessage({ type: 'wish', wish, seen: { at: 0, cursor: null } })).toBe(null);
		}
	});

	it('is refused where it wishes for a recording and brings one, or does not say which way', () => {
		for (const more of [{}, { isOn: 1 }, { isOn: true, entries: [] }]) {
			const wish = { type: 'recorded', ...more };
			expect(parseMessage({ type: 'wish', wish, seen: { at: 0, cursor: null } })).toBe(null);
		}
	});

	it('is refused for what no step can be called', () => {
		const perform = { type: 'perform', term: 1, peer: 'john', attempt: 1, source: 'pattern' };
		expect(parseMessage({ ...perform, step: 'john robs a bank' })).toBe(null);
		expect(parseMessage({ ...perform, step: '__proto__' })).toBe(null);
		expect(parseMessage({ ...perform, step: 'a/b/c' })).toBe(null);
		expect(parseMessage({ ...perform, step: 'a'.repeat(101) })).toBe(null);
	});

	it('is never thrown at, whatever it is', () => {
		fc.assert(fc.property(fc.anything(), (value) => parseMessage(value) === null));
	});
});

describe('an envelope', () => {
	it('is read from its text', () => {
		expect(parseEnvelope(JSON.stringify(envelope()))).toEqual(envelope());
	});

	it.each([
		['that is no text', envelope()],
		['that is no JSON', '{"parley":1'],
		['of another protocol', JSON.stringify(envelope({ parley: 2 }))],
		['from a tab without an id', JSON.stringify(envelope({ from: 'john' }))],
		['with a number that nobody counts', JSON.stringify(envelope({ number: 0 }))],
		['that is endless', `"${'x'.repeat(9_000_000)}"`],
		['that is nested without end', '['.repeat(100_000)]
	])('%s is refused', (_, data) => {
		expect(parseEnvelope(data)).toBe(null);
	});

	it('is never thrown at, whatever it is', () => {
		fc.assert(fc.property(fc.anything(), (value) => parseEnvelope(value) === null));
		fc.assert(fc.property(fc.json(), (text) => parseEnvelope(text) === null));
	});
});
