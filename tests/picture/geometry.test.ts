import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutOf, partAt, type Size } from '../../src/lib/ui/picture/geometry';
import { movedBy, partsOf } from '../../src/lib/ui/picture/parts';
import type { Picture } from '../../src/lib/ui/picture/picture';
import type { Point } from '../../src/lib/ui/picture/points';
import type { Envelope } from '../../src/lib/ui/picture/envelopes';
import type { PeerName } from '../../src/lib/trace';

const SIZES: readonly Size[] = [
	{ width: 180, height: 108, type: 12 },
	{ width: 277, height: 200, type: 12 },
	{ width: 900, height: 420, type: 24 }
];

const pointOf = (owner: PeerName, number: number): Point => ({
	key: `${owner} ${number}`,
	owner,
	kind: 'host',
	protocol: 'udp',
	label: `L${number}`,
	address: '192.0.2.1',
	port: 50_000 + number,
	knowledge: 'gathered',
	seq: number,
	aside: null
});

const envelopeOf = (from: PeerName, sent: number, state: Envelope['state']): Envelope => ({
	key: `${from} ${sent}`,
	from,
	to: from === 'john' ? 'jane' : 'john',
	words: 'offer, 161 lines',
	state,
	sent,
	altered: null,
	delivered: state === 'delivered' ? sent + 1 : null,
	last: state === 'delivered' ? sent + 1 : sent
});

function pictureWith({
	john = 0,
	jane = 0,
	envelopes = []
}: {
	john?: number;
	jane?: number;
	envelopes?: readonly Envelope[];
}): Picture {
	const points = [
		...Array.from({ length: john }, (_, index) => pointOf('john', index)),
		...Array.from({ length: jane }, (_, index) => pointOf('jane', index))
	];
	return {
		phases: { john: 'negotiating', jane: 'negotiating' },
		envelopes,
		points,
		lines:
			john > 0 && jane > 0
				? [
						{
							key: 'john 0 | jane 0',
							john: 'john 0',
							jane: 'jane 0',
							reports: [
								{ by: 'john', id: 'P', state: 'answered', nominated: true, selected: true }
							],
							state: 'answered',
							nominated: true,
							selected: true
						}
					]
				: [],
		flow: { dtls: 'none', isOpen: false, streams: [] }
	};
}

describe('where everything is', () => {
	it('keeps every candidate inside the picture and apart from the others, however many there are', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...SIZES),
				fc.nat({ max: 40 }),
				fc.nat({ max: 40 }),
				(size, john, jane) => {
					const { points, radius, network } = layoutOf(pictureWith({ john, jane }), size);
					expect(points).toHaveLength(john + jane);
					for (const { x, y } of points) {
						expect(x).toBeGreaterThanOrEqual(radius);
						expect(x).toBeLessThanOrEqual(size.width - radius);
						expect(y).toBeGreaterThanOrEqual(network);
						expect(y).toBeLessThanOrEqual(size.height - radius);
					}
					const places = new Set(points.map(({ x, y }) => `${x.toFixed(2)} ${y.toFixed(2)}`));
					expect(places.size).toBe(john + jane);
				}
			)
		);
	});

	it('draws sixty candidates of a peer, those in a pair among them, and counts the others', () => {
		const { points, left, lines } = layoutOf(pictureWith({ john: 4000, jane: 60 }), SIZES[1]!);
		expect(points).toHaveLength(120);
		expect(left).toEqual({ john: 3940, jane: 0 });
		expect(lines).toHaveLength(1);
	});

	it('lets a message wait in the middle, and pulls it to whoever takes it', () => {
		const size = SIZES[1]!;
		const at = (envelope: Envelope) =>
			layoutOf(pictureWith({ envelopes: [envelope] }), size).envelopes[0]!;
		const waiting = at(envelopeOf('john', 1, 'waiting'));
		const taken = at(envelopeOf('john', 1, 'delivered'));
		expect(waiting.from.x).toBeLessThan(waiting.x);
		expect(waiting.x).toBe(size.width / 2);
		expect(taken.x).toBeGreaterThan(waiting.x);
		expect(at(envelopeOf('jane', 1, 'delivered')).x).toBeLessThan(size.width / 2);
	});

	it('says of a message what it is where there is no room for all of its words', () => {
		const candidate = { ...envelopeOf('john', 1, 'waiting'), words: 'candidate, host udp' };
		const wordsAt = (size: Size) =>
			layoutOf(pictureWith({ envelopes: [candidate] }), size).envelopes.map(({ words }) => words);
		expect(SIZES.map(wordsAt)).toEqual([
			['candidate'],
			['candidate, host udp'],
			['candidate, host udp']
		]);
	});

	it('keeps the words of eight candidates off what is said at the foot', () => {
		for (const size of SIZES.slice(1)) {
			const { points } = layoutOf(pictureWith({ john: 8 }), size);
			const last = points.at(-1)!;
			expect(last.word).toBe('host');
			// Its letters reach a third below the middle, those at the foot one above its edge.
			expect(last.y + 0.55 * size.type).toBeLessThan(size.height - 1.1 * size.type);
		}
	});

	it('keeps candidates, and what is agreed on their path, off the words beneath a message', () => {
		const envelopes = [1, 2].map((sent) => envelopeOf('jane', sent, 'waiting'));
		for (const size of SIZES) {
			for (const john of [1, 2, 3, 8, 12, 16]) {
				const { points, lane, envelope } = layoutOf(
					pictureWith({ john, jane: 3, envelopes }),
					size
				);
				// As EnvelopeMark writes them, with what hangs below the line.
				const words = lane + envelope.height / 2 + (0.95 + 0.25) * size.type;
				// As high as PathMark draws DTLS.
				for (const { y } of points) expect(y - 0.75 * size.type).toBeGreaterThan(words);
			}
		}
	});

	it('keeps the messages that wait off the word above them', () => {
		const envelopes = [1, 2, 3].map((sent) => envelopeOf('john', sent, 'waiting'));
		for (const size of SIZES) {
			const layout = layoutOf(pictureWith({ envelopes }), size);
			const top = Math.min(...layout.envelopes.map(({ y }) => y)) - layout.envelope.height / 2;
			// The word stands on a line at 0.85 heights of its type, and reaches a fifth below that.
			expect(top).toBeGreaterThan((0.85 + 0.22) * size.type);
		}
	});

	it('draws three of the messages that wait, and counts the others', () => {
		const envelopes = [1, 2, 3, 4, 5].map((sent) => envelopeOf('john', sent, 'waiting'));
		const layout = layoutOf(pictureWith({ envelopes }), SIZES[1]!);
		expect(layout.envelopes.map(({ envelope }) => envelope.sent)).toEqual([3, 4, 5]);
		expect(layout.behind).toBe(2);
		expect(layout.count).toEqual({ john: 5, jane: 0 });
	});

	it('keeps candidates without words off what is said at the foot as well', () => {
		for (const john of [7, 8, 12, 40]) {
			const { points, radius } = layoutOf(pictureWith({ john }), SIZES[0]!);
			const { height, type } = SIZES[0]!;
			for (const { word, y } of points) {
				expect(word).toBeNull();
				expect(y + radius).toBeLessThan(height - 1.35 * type);
			}
		}
	});

	it('leaves each peer its half, however many candidates the other has', () => {
		for (const size of SIZES) {
			const { points } = layoutOf(pictureWith({ john: 40, jane: 40 }), size);
			for (const { point, x } of points) {
				const isOfJohn = point.owner === 'john';
				expect(isOfJohn ? x : size.width - x).toBeLessThan(size.width / 2);
			}
		}
	});

	it('joins the two ends of a pair', () => {
		const { lines, points } = layoutOf(pictureWith({ john: 20, jane: 30 }), SIZES[0]!);
		const [line] = lines;
		const end = points.find(({ point }) => point.key === 'jane 0')!;
		const angle = (line!.angle * Math.PI) / 180;
		expect(line!.from.x + line!.length * Math.cos(angle)).toBeCloseTo(end.x);
		expect(line!.from.y + line!.length * Math.sin(angle)).toBeCloseTo(end.y);
	});

	it('strikes through no word of theirs', () => {
		const size = SIZES[1]!;
		const { lines, points } = layoutOf(pictureWith({ john: 2, jane: 3 }), size);
		const [john, jane] = ['john 0', 'jane 0'].map((key) =>
			points.find(({ point }) => point.key === key)!
		);
		const [line] = lines;
		const word = 0.5 * 'host'.length * size.type;
		expect(line!.from.x).toBeGreaterThan(john!.x + word);
		expect(line!.to.x).toBeLessThan(jane!.x - word);
		expect([line!.from.y, line!.to.y]).toEqual([john!.y, jane!.y]);
	});
});

describe('what is pressed', () => {
	const envelopes = [envelopeOf('john', 1, 'waiting')];
	const layout = layoutOf(pictureWith({ john: 2, jane: 2, envelopes }), SIZES[1]!);

	it('is the envelope, the candidate or the pair that is there, a finger’s width around it', () => {
		const [placed] = layout.envelopes;
		expect(partAt(layout, placed!)).toMatchObject({ kind: 'envelope' });
		const [point] = layout.points;
		expect(partAt(layout, { x: point!.x + 5, y: point!.y + 5 })).toMatchObject({
			kind: 'point',
			point: { key: 'john 0' }
		});
		const [line] = layout.lines;
		const middle = { x: (line!.from.x + line!.to.x) / 2, y: (line!.from.y + line!.to.y) / 2 + 6 };
		expect(partAt(layout, middle)).toMatchObject({ kind: 'line' });
	});

	it('is nothing where nothing is', () => {
		expect(partAt(layout, { x: layout.size.width / 2, y: layout.size.height - 1 })).toBeNull();
	});

	it('is reached by the keys, one after the other and around', () => {
		const parts = partsOf(layout);
		expect(parts.map(({ part }) => part.kind)).toEqual([
			'envelope',
			'point',
			'point',
			'point',
			'point',
			'line'
		]);
		expect(movedBy('ArrowRight', 5, 6)).toBe(0);
		expect(movedBy('ArrowUp', 0, 6)).toBe(5);
		expect(movedBy('End', 0, 6)).toBe(5);
		expect(movedBy('a', 0, 6)).toBeNull();
		expect(movedBy('ArrowRight', -1, 0)).toBeNull();
	});

	it('has a name that says what it is and how far it has come', () => {
		expect(partsOf(layout).map(({ name }) => name)).toMatchInlineSnapshot(`
			[
			  "offer, 161 lines, sent by John, waits for Jane",
			  "John’s candidate L0, host udp: Jane does not know it yet",
			  "John’s candidate L1, host udp: Jane does not know it yet",
			  "Jane’s candidate L0, host udp: John does not know it yet",
			  "Jane’s candidate L1, host udp: John does not know it yet",
			  "Pair of John’s host L0 and Jane’s host L0: by John’s statistics a check was answered, nominated, selected",
			]
		`);
	});
});
