import { describe, expect, it } from 'vitest';
import { diagnoseSession } from '../../src/lib/diagnose';
import { reduce } from '../../src/lib/trace';
import { shipped } from '../trace-file/shipped';

function recorded(name: string) {
	const { entries } = shipped(`${name}.parley-trace.gzip`);
	const text = JSON.stringify(entries);
	const gone = entries.findIndex(({ kind, name: step }) => kind === 'call' && step === 'close');
	const { peers } = reduce(entries.slice(0, gone));
	return { text, entries, pair: peers.john.stats?.pairs.find(({ nominated }) => nominated) };
}

describe.each([
	{ name: 'two-nats', types: ['srflx', 'srflx'], told: ['host', 'srflx'] },
	{ name: 'relayed', types: ['relay', 'prflx'], told: ['host', 'srflx', 'relay', 'prflx'] }
])('the call that was recorded behind real NATs: $name', ({ name, types, told }) => {
	const { text, entries, pair } = recorded(name);

	it('has candidates of each kind, and an address hidden behind .local', () => {
		for (const type of told) expect(text).toContain(` typ ${type}`);
		expect(text).toMatch(/[\da-f-]{36}\.local \d+ typ host/);
	});

	it('went by the pair that it is shown for', () => {
		expect([pair?.local?.type, pair?.remote?.type]).toEqual(types);
	});

	it('has nothing to be found, for it worked', () => {
		expect(diagnoseSession(entries).findings).toEqual([]);
	});

	it('has no address but those that are nobody’s', () => {
		// The browser’s version is written like one.
		const addresses = text.replace(/"browser": .*/, '').match(/\b\d{1,3}(?:\.\d{1,3}){3}\b/g) ?? [];
		const foreign = addresses.filter((one) => !/^(?:203\.0\.113|10|127|0)\./.test(one));
		expect(new Set(foreign)).toEqual(new Set());
	});
});
