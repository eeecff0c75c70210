import { expect } from 'vitest';
import { recognise } from '../../src/lib/inspect';
import { mattersIn } from './concluded';
import { sdp } from './fixtures';

export const OFFER = sdp('chromium-offer-gathered');
export const ANSWER = sdp('chromium-answer-gathered');

/** An offer and its answer as something writes them down. */
export type Form = (offer: string, answer: string) => string;

export const feeds = (text: string) => text.replaceAll('\r\n', '\n');
export const linesOf = (text: string) => feeds(text).trimEnd().split('\n');
export const quoted = (text: string) => JSON.stringify(text);
export const escaped = (text: string) => quoted(text).slice(1, -1);
export const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
export const bytesOf = (text: string) => [...Buffer.from(text)];
export const html = (text: string) =>
	text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');

/** The lines of both, each under a word for what it is, as a log has them that tags each line. */
export const tagged =
	(tag: (line: string, at: number) => string): Form =>
	(offer, answer) =>
		[...linesOf(`offer\n${feeds(offer)}`), ...linesOf(`answer\n${feeds(answer)}`)]
			.map(tag)
			.join('\n');

/** Each of both by itself, the answer behind the offer. */
export const each =
	(write: (text: string, type: 'offer' | 'answer', at: number) => string): Form =>
	(offer, answer) =>
		`${write(offer, 'offer', 0)}\n${write(answer, 'answer', 1)}`;

/** Fails unless both are read back whole as what they are, nothing is left over, and nothing is blamed on them. */
export async function expectExchange(form: Form): Promise<void> {
	const text = form(OFFER, ANSWER);
	const found = recognise(text);
	if (!('descriptions' in found)) throw new Error(found.sentence);
	expect(found.descriptions.map((one) => linesOf(one.sdp))).toEqual([OFFER, ANSWER].map(linesOf));
	expect(found).toMatchObject({ kind: 'exchange', unused: [], candidates: [] });
	expect(await mattersIn(text)).toEqual([]);
}
