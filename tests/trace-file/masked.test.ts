import { expect, it } from 'vitest';
import { mask } from '../../src/lib/trace/mask';
import { MaskedEntries } from '../../src/lib/trace/masked';
import { callWithSecrets } from './samples';

const { entries } = callWithSecrets();

it('masks a trace entry by entry as it would be masked whole', () => {
	const masked = new MaskedEntries();
	for (let length = 1; length <= entries.length; length += 1) masked.of(entries.slice(0, length));
	expect(masked.of(entries)).toEqual(mask(entries));
});

it('keeps what it masked before: a value never changes its mask', () => {
	const masked = new MaskedEntries();
	const early = [...masked.of(entries.slice(0, 5))];
	expect(masked.of(entries).slice(0, 5)).toEqual(early);
});
