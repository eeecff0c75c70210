import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { broadcastLine } from '../../src/lib/signaling/line';
import { lineWire, type LineWire } from '../../src/lib/signaling/line-wire';
import { describeWire } from './wire-contract';

let names = 0;
const fresh = () => `wire under test ${process.pid} ${(names += 1)}`;

/** Messages between channels take turns of the event loop; a probe that comes back was the last. */
async function settleChannel(name: string) {
	// An answer may bring an answer: as many rounds as the longest exchange of the contract.
	for (let round = 0; round < 4; round += 1) {
		const probe = new BroadcastChannel(name);
		const echo = new BroadcastChannel(name);
		const key = `probe ${Math.random()}`;
		const arrived = new Promise<void>((resolve) => {
			echo.onmessage = ({ data }) => data === key && resolve();
		});
		probe.postMessage(key);
		await arrived;
		probe.close();
		echo.close();
		await wait(0);
	}
}

describeWire('a wire over a BroadcastChannel', async () => {
	const name = fresh();
	return {
		ends: [lineWire(broadcastLine, name, 'john'), lineWire(broadcastLine, name, 'jane')],
		settle: () => settleChannel(name)
	};
});

describe('an end of a wire over a BroadcastChannel', () => {
	let ends: LineWire[] = [];
	const open = (name: string, end: 'john' | 'jane') => {
		const wire = lineWire(broadcastLine, name, end);
		ends.push(wire);
		return wire;
	};
	afterEach(() => {
		for (const end of ends) end.close();
		ends = [];
	});

	it('hears what was sent before it was opened, once each and in order', async () => {
		const name = fresh();
		const john = open(name, 'john');
		john.send('1');
		john.send('2');
		await settleChannel(name);
		const heard: string[] = [];
		open(name, 'jane').listen((text) => heard.push(text));
		john.send('3');
		await settleChannel(name);
		expect(heard).toEqual(['1', '2', '3']);
	});

	it('counts what is no message of the wire, and hears the rest', async () => {
		const name = fresh();
		const john = open(name, 'john');
		const jane = open(name, 'jane');
		const heard: string[] = [];
		jane.listen((text) => heard.push(text));
		await settleChannel(name);
		const before = jane.refused;
		const stranger = new BroadcastChannel(name);
		const junk = [null, 7, 'offer', [], {}, { to: 'jane' }, { to: 'jane', number: 0, text: 'x' }];
		const worse = [
			'{"to":',
			null,
			[],
			{ to: 'jane' },
			{ to: 'jane', number: -1, text: 'x' },
			{ to: 'jane', number: 0, text: 'x', from: 'john' },
			{ to: 'eve', number: 0, text: 'x' },
			{ to: 'jane', heard: Infinity },
			{ to: 'jane', number: 0, text: { toString: 'x' } }
		];
		for (const message of junk) stranger.postMessage(message);
		for (const message of worse) stranger.postMessage(JSON.stringify(message));
		john.send('whole');
		await settleChannel(name);
		stranger.close();
		expect(heard).toEqual(['whole']);
		// The probes of the test are no messages either.
		expect(jane.refused - before).toBeGreaterThanOrEqual(junk.length + worse.length);
	});
});
