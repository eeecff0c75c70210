import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/lib/inspect';
import { costOfLength } from '../tools/growth';
import { findingsOf, mattersIn } from './concluded';
import { sdp } from './fixtures';

const OFFER = sdp('chromium-offer-gathered');
const ANSWER = sdp('chromium-answer-gathered');

/** A description of another author with another certificate. */
function by(text: string, author: number): string {
	const byte = author.toString(16).padStart(2, '0').toUpperCase().slice(-2);
	return text
		.replace(/^(o=\S+) \S+/m, `$1 ${author}`)
		.replace(/^(a=fingerprint:\S+) ..:../gm, `$1 ${byte}:${byte}`)
		.replace(/^(a=ice-ufrag:)\S+/gm, `$1frag${author}`);
}

const directed = (text: string, direction: string) =>
	text.replace(/^a=(?:sendrecv|sendonly|recvonly)\r$/gm, `a=${direction}\r`);
const json = (type: string, text: string) => JSON.stringify({ type, sdp: text });

// What a client sends, and what it is sent, each on a connection of its own.
const PUBLISH = by(directed(OFFER, 'sendonly'), 11);
const PUBLISHED = by(directed(ANSWER, 'recvonly'), 22);
const SUBSCRIBE = by(directed(OFFER, 'sendonly'), 23);
const SUBSCRIBED = by(directed(ANSWER, 'recvonly'), 12);
// The same where the client would take something as well.
const BOTH = by(directed(OFFER, 'sendrecv'), 11);
const OF_BOTH = by(directed(ANSWER, 'sendrecv'), 22);

function exchangesIn(...lines: readonly string[]) {
	const found = recognise(lines.join('\n'));
	if (!('exchanges' in found)) throw new Error(found.sentence);
	return { exchanges: found.exchanges, glare: found.glare };
}

const crosswise = [
	[0, 2],
	[1, 3]
];
const nested = [
	[0, 3],
	[1, 2]
];

describe('of two connections whose messages are mixed each answer goes to its offer', () => {
	it('as what is sent answers what was received', async () => {
		const lines = [
			`sending offer ${json('offer', PUBLISH)}`,
			`received offer ${json('offer', SUBSCRIBE)}`,
			`received answer ${json('answer', PUBLISHED)}`,
			`sending answer ${json('answer', SUBSCRIBED)}`
		];
		expect(exchangesIn(...lines)).toEqual({ exchanges: crosswise, glare: false });
		expect(await mattersIn(lines.join('\n'))).toEqual([]);
		const [offer, other, answer, another] = lines as [string, string, string, string];
		expect(exchangesIn(offer, other, another, answer).exchanges).toEqual(nested);
	});

	it('as the connection is called', () => {
		expect(
			exchangesIn(
				`publisher: ${json('offer', PUBLISH)}`,
				`subscriber: ${json('offer', SUBSCRIBE)}`,
				`publisher: ${json('answer', PUBLISHED)}`,
				`subscriber: ${json('answer', SUBSCRIBED)}`
			).exchanges
		).toEqual(crosswise);
	});

	it.each<[what: string, offer: string, answer: string]>([
		['directions', BOTH, OF_BOTH],
		[
			'names',
			by(OFFER, 11).replaceAll('mid:0', 'mid:a'),
			by(ANSWER, 22).replaceAll('mid:0', 'mid:a')
		],
		[
			'roles',
			OFFER.replaceAll('actpass', 'active'),
			ANSWER.replaceAll('setup:active', 'setup:passive')
		],
		[
			'kinds',
			by(OFFER, 11).replace('m=audio', 'm=video'),
			by(ANSWER, 22).replace('m=audio', 'm=video')
		]
	])('as its %s fit, with nothing written beside', (_, offer, answer) => {
		const second = [json('offer', SUBSCRIBE), json('answer', SUBSCRIBED)] as const;
		const [subscribe, subscribed] =
			_ === 'roles'
				? ([json('offer', SUBSCRIBE.replaceAll('actpass', 'passive')), second[1]] as const)
				: second;
		const [one, other] = [json('offer', by(offer, 11)), json('answer', by(answer, 22))];
		expect(exchangesIn(one, subscribe, other, subscribed).exchanges).toEqual(crosswise);
		expect(exchangesIn(one, subscribe, subscribed, other).exchanges).toEqual(nested);
	});

	it('also where a server answers with the session id of the offer', () => {
		const offer = by(PUBLISH, 31);
		const answer = PUBLISHED.replace(/^(o=\S+) \S+ \S+/m, '$1 31 4');
		expect(
			exchangesIn(
				json('offer', offer),
				json('offer', SUBSCRIBE),
				json('answer', SUBSCRIBED),
				json('answer', answer)
			).exchanges
		).toEqual(nested);
	});

	it('also where the first answer would have fitted the offer of the other', () => {
		// What takes everything fits what only sends as well.
		const taking = by(directed(ANSWER, 'recvonly'), 22);
		expect(
			exchangesIn(
				json('offer', SUBSCRIBE),
				json('offer', BOTH),
				json('answer', taking),
				json('answer', by(OF_BOTH, 99))
			).exchanges
		).toEqual(crosswise);
	});

	it('and no side answers itself', () => {
		const own = json('answer', directed(SUBSCRIBE, 'recvonly').replaceAll('actpass', 'active'));
		expect(exchangesIn(json('offer', PUBLISH), json('offer', SUBSCRIBE), own).exchanges).toEqual([
			[0, 2]
		]);
		// Nor does a certificate, under whatever number of session.
		const certified = SUBSCRIBED.replace(
			/^a=fingerprint:.*/gm,
			/^a=fingerprint:.*/m.exec(SUBSCRIBE)![0]
		);
		expect(
			exchangesIn(json('offer', PUBLISH), json('offer', SUBSCRIBE), json('answer', certified))
				.exchanges
		).toEqual([[0, 2]]);
	});
});

describe('an answer that does not fit is of the last offer', () => {
	const wrong = by(directed(ANSWER, 'sendrecv'), 22);

	it('where it fits no other, and what is wrong with it is said', async () => {
		const lines = [json('offer', PUBLISH), json('offer', SUBSCRIBE), json('answer', wrong)];
		expect(exchangesIn(...lines).exchanges).toEqual([[1, 2]]);
		expect(await mattersIn(lines.join('\n'))).toContain('answer.direction-not-offered');
	});

	it('where what it fits is an older version of that offer', async () => {
		const newer = PUBLISH.replace(/^(o=\S+ \S+) \S+/m, '$1 9');
		const older = BOTH.replace(/^(o=\S+ \S+) \S+/m, '$1 8');
		const lines = [json('offer', older), json('offer', newer), json('answer', wrong)];
		expect(exchangesIn(...lines).exchanges).toEqual([[1, 2]]);
		expect(await mattersIn(lines.join('\n'))).toContain('answer.direction-not-offered');
	});
});

describe('two offers of two sides are no glare', () => {
	const ids = async (lines: readonly string[]) =>
		(await findingsOf(lines.join('\n'))).map(({ id }) => id);

	it('where whoever answers one of them is not who made the other', async () => {
		const lines = [json('offer', PUBLISH), json('offer', SUBSCRIBE), json('answer', SUBSCRIBED)];
		expect(exchangesIn(...lines)).toEqual({ exchanges: [[1, 2]], glare: false });
		expect(await ids(lines)).not.toContain('negotiation.glare');
	});

	it('where they are said to be of two connections', () => {
		const lines = [`publisher ${json('offer', PUBLISH)}`, `subscriber ${json('offer', SUBSCRIBE)}`];
		expect(exchangesIn(...lines)).toEqual({ exchanges: [], glare: false });
	});

	it('but are where one of them is answered by who made the other', async () => {
		const own = by(SUBSCRIBED, 11);
		const lines = [json('offer', PUBLISH), json('offer', SUBSCRIBE), json('answer', own)];
		expect(exchangesIn(...lines)).toEqual({ exchanges: [[1, 2]], glare: true });
		expect(await ids(lines)).toContain('negotiation.glare');
	});

	it('or nobody answers', () => {
		expect(exchangesIn(json('offer', PUBLISH), json('offer', SUBSCRIBE)).glare).toBe(true);
	});
});

it('many offers and answers cost what they are long', () => {
	const answers = [OF_BOTH, directed(ANSWER, 'inactive'), directed(ANSWER, 'sendonly')];
	const exchanges = (count: number) =>
		Array.from({ length: count }, (_, at) => [
			json('offer', by(BOTH, 2 * at)),
			json('offer', by(SUBSCRIBE, 2 * at + 1)),
			json('answer', by(answers[at % 3]!, at + 1_000_000))
		])
			.flat()
			.join('\n');
	expect(costOfLength(exchanges, 4, recognise)).toBeLessThan(4);
});
