import { describe, expect, it } from 'vitest';
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
		for (const [index, text] of ['', 'a=candidate', 'ü 🙂'].entries()) {
			const sealed = await john.seal('say', text);
			expect(await jane.open('say', sealed)).toEqual({
				member: john.member,
				count: index + 1,
				text
			});
		}
		expect(john.count).toBe(3);
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
