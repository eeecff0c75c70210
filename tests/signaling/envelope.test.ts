import { describe, expect, it } from 'vitest';
import { parseEnvelope, writeEnvelope } from '../../src/lib/signaling/envelope';
import { candidate } from '../trace/recording';

describe('an envelope', () => {
	it.each([
		['an offer', { description: { type: 'offer', sdp: 'v=0\r\n' } }],
		['an answer', { description: { type: 'answer', sdp: 'v=0\r\n' } }],
		['a provisional answer', { description: { type: 'pranswer', sdp: 'v=0\r\n' } }],
		['a rollback', { description: { type: 'rollback', sdp: '' } }],
		['no description', { description: null }],
		['a candidate', { candidate: candidate(1) }],
		['a candidate of a section that ends', { candidate: { ...candidate(1), candidate: '' } }],
		['a candidate without a section’s name', { candidate: { ...candidate(1), sdpMid: null } }],
		['the least of a candidate', { candidate: { candidate: 'candidate:1' } }],
		['the end of candidates', { candidate: null }],
		['a farewell', { bye: true }]
	])('with %s is read as it was written', (_, message) => {
		expect(parseEnvelope(writeEnvelope(3, message))).toEqual({ id: 3, message });
	});

	it('keeps what a browser adds to a candidate', () => {
		const message = { candidate: { ...candidate(1), relayProtocol: 'udp' } };
		expect(parseEnvelope(writeEnvelope(1, message)).message).toEqual(message);
	});

	it('writes a browser’s own objects by their toJSON()', () => {
		const browsers = { candidate: { secret: 1, toJSON: () => candidate(1) } };
		expect(JSON.parse(writeEnvelope(1, browsers))).toEqual({
			id: 1,
			message: { candidate: candidate(1) }
		});
	});
});

describe('what is no envelope', () => {
	const bye = { bye: true };
	const wrong: [what: string, text: string, says: RegExp][] = [
		['nothing', '', /JSON/],
		['half a text', '{"id":1,"mess', /JSON/],
		['a text that is no JSON', 'hello', /JSON/],
		['null', 'null', /Object/],
		['a list', '[]', /id|Object/],
		['no number', JSON.stringify({ message: bye }), /id/],
		['a number that is text', JSON.stringify({ id: '1', message: bye }), /number/],
		['the number 0', JSON.stringify({ id: 0, message: bye }), />=\s?1/],
		['half a number', JSON.stringify({ id: 1.5, message: bye }), /integer/],
		['no message', JSON.stringify({ id: 1 }), /message/],
		['a message that is text', JSON.stringify({ id: 1, message: 'bye' }), /bye/],
		['an empty message', JSON.stringify({ id: 1, message: {} }), /description|candidate|bye/]
	];

	it.each(wrong)('%s is refused', (_, text) => {
		expect(() => parseEnvelope(text)).toThrow(/^Not a signaling message \(/);
	});

	it.each(wrong)('%s is refused with the reason', (_, text, says) => {
		const reason = /^Not a signaling message \((.*)\): /s.exec(refusal(text).message)?.[1];
		expect(reason).toMatch(says);
	});

	it.each([
		['a description of an unknown type', { description: { type: 'maybe', sdp: '' } }, /maybe|type/],
		['a description without SDP', { description: { type: 'offer' } }, /sdp/],
		['a candidate that is text', { candidate: 'candidate:1' }, /candidate:1|Object/],
		['a candidate without its line', { candidate: { sdpMid: '0' } }, /candidate/],
		['a section that is text', { candidate: { candidate: '', sdpMLineIndex: '0' } }, /number/i],
		['a farewell that is false', { bye: false }, /true/]
	])('%s is refused with the reason', (_, message, says) => {
		const text = JSON.stringify({ id: 1, message });
		const reason = /^Not a signaling message \((.*)\): /s.exec(refusal(text).message)?.[1];
		expect(reason).toMatch(says);
	});

	it('is shown by its beginning, and no more', () => {
		const { message } = refusal(`x${'y'.repeat(500)}`);
		expect(message).toContain(`: x${'y'.repeat(79)}`);
		expect(message).not.toContain('y'.repeat(80));
	});

	it('keeps the cause', () => {
		expect(refusal('hello').cause).toBeInstanceOf(SyntaxError);
	});

	function refusal(text: string): Error {
		try {
			parseEnvelope(text);
		} catch (error) {
			return error as Error;
		}
		throw new Error(`It was accepted: ${text}`);
	}
});
