import { describe, expect, it } from 'vitest';
import { LONGEST_MESSAGE } from '../../src/lib/signaling/room';
import { isKey, newKey, Seal } from '../../src/lib/signaling/seal';

const ROOM = 'room';
const utf8 = new TextDecoder();

describe('the key of a room', () => {
	it('is 128 bits, and another each time', () => {
		const keys = Array.from({ length: 100 }, newKey);
		expect(new Set(keys).size).toBe(100);
		for (const key of keys) expect(isKey(key)).toBe(true);
	});

	for (const [what, key] of [
		['nothing', ''],
		['a short one', 'AAAAAAAAAAAAAAAAAAAAA'],
		['a long one', 'AAAAAAAAAAAAAAAAAAAAAAA'],
		['another alphabet', 'AAAAAAAAAAAAAAAAAAAA+/'],
		['bits beyond the last', 'AAAAAAAAAAAAAAAAAAAAAB']
	]) {
		it(`is not ${what}`, () => {
			expect(isKey(key!)).toBe(false);
			expect(() => new Seal(ROOM, key!)).toThrow(RangeError);
		});
	}
});

describe('a seal', () => {
	it('gives back to who has the key what was sealed, by whom, and in what order', async () => {
		const key = newKey();
		const [john, jane] = [new Seal(ROOM, key), new Seal(ROOM, key)];
		const texts = [
			'',
			'a=candidate',
			'ü 🙂',
			'\u001f\u008b',
			'a=candidate\r\n'.repeat(9999),
			' '.repeat(1999)
		];
		for (const [index, text] of texts.entries()) {
			const sealed = await john.seal('say', text);
			expect(await jane.open('say', sealed)).toEqual({
				member: john.member,
				count: index + 1,
				text
			});
		}
		expect(john.count).toBe(texts.length);
	});

	it('packs what is long', async () => {
		const text = JSON.stringify(Array.from({ length: 500 }, (_, at) => ({ kind: 'event', at })));
		const sealed = await new Seal(ROOM, newKey()).seal('say', text);
		expect(sealed.length).toBeLessThan(text.length / 4);
	});

	it('unpacks no more than may be said at once, however little it was', async () => {
		const key = newKey();
		const [john, jane] = [new Seal(ROOM, key), new Seal(ROOM, key)];
		const most = await john.seal('say', ' '.repeat(LONGEST_MESSAGE));
		const more = await john.seal('say', ' '.repeat(LONGEST_MESSAGE + 1));
		expect(more.length).toBeLessThan(20_000);
		expect((await jane.open('say', most))?.text.length).toBe(LONGEST_MESSAGE);
		expect(await jane.open('say', more)).toBe(null);
	});

	it('shows nothing of what is under it, and nothing twice', async () => {
		const john = new Seal(ROOM, newKey());
		const [one, other] = [await john.seal('say', 'ice-ufrag'), await john.seal('say', 'ice-ufrag')];
		expect(utf8.decode(one)).not.toContain('ufrag');
		expect(one.slice(25)).not.toEqual(other.slice(25));
	});

	it('opens for nobody without the key, in no other room, and for no other purpose', async () => {
		const key = newKey();
		const sealed = await new Seal(ROOM, key).seal('say', 'text');
		expect(await new Seal(ROOM, newKey()).open('say', sealed)).toBe(null);
		expect(await new Seal('another', key).open('say', sealed)).toBe(null);
		expect(await new Seal(ROOM, key).open('here', sealed)).toBe(null);
	});

	it('is broken by any bit that is changed, and by any byte that is missing', async () => {
		const key = newKey();
		const jane = new Seal(ROOM, key);
		const sealed = await new Seal(ROOM, key).seal('say', 'text');
		for (let bit = 0; bit < sealed.length * 8; bit += 1) {
			const changed = sealed.slice();
			changed[bit >> 3]! ^= 1 << (bit & 7);
			expect(await jane.open('say', changed)).toBe(null);
		}
		for (let length = 0; length < sealed.length; length += 1) {
			expect(await jane.open('say', sealed.slice(0, length))).toBe(null);
		}
	});
});
