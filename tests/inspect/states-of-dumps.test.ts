import { describe, expect, it } from 'vitest';
import { headOf } from './concluded';
import { cameAbout, internalsDump, offered, states, type Logged } from './made-dump';
import { growing, transport, working, type MadeObject } from './made-statistics';

async function verdictOn(log: readonly Logged[], objects: readonly MadeObject[] = working()) {
	const dump = internalsDump([{ log, statistics: (second) => growing(second, objects) }]);
	const head = await headOf(dump);
	const [conclusion] = head.kind === 'unknown' ? [] : head.conclusions;
	const findings = conclusion?.findings.filter(({ severity }) => severity !== 'worth knowing');
	return { isGood: conclusion?.verdict?.isGood, ids: findings?.map(({ id }) => id) };
}

const GOOD = { isGood: true, ids: [] };
/** The log of a connection of which ICE alone tells how it went on. */
const ofIce = (...more: readonly Logged[]): Logged[] => [
	...offered(),
	...states(0.2, 'checking', 'connecting'),
	[0.4, 'oniceconnectionstatechange', '"connected"'],
	...more
];

describe('a dump that tells the state of the whole connection not to its end', () => {
	it('is of a call that came about, where statistics tell of its keys', async () => {
		expect(await verdictOn(ofIce())).toEqual(GOOD);
	});

	it('or where packets were decrypted', async () => {
		const objects = working().filter(({ type }) => type !== 'transport');
		expect(await verdictOn(ofIce(), objects)).toEqual(GOOD);
	});

	it('also when it was interrupted, and came back', async () => {
		const more: Logged[] = [
			[5, 'oniceconnectionstatechange', '"disconnected"'],
			[7, 'oniceconnectionstatechange', '"connected"']
		];
		expect(await verdictOn(ofIce(...more))).toEqual(GOOD);
	});

	it('and of one that did not, where the keys never came', async () => {
		const objects = [
			transport('connected', 'connecting'),
			...working().filter(({ type }) => /candidate/.test(type))
		];
		expect(await verdictOn(ofIce(), objects)).toEqual({
			isGood: false,
			ids: ['dtls.never-finished']
		});
	});
});

describe('states that Chrome wrote before the standard had names for them', () => {
	const old = (...names: readonly string[]): Logged[] => [
		...offered(),
		...names.map((name, at): Logged => [0.2 + at, 'iceConnectionStateChange', name])
	];

	it('are those of today', async () => {
		const up = old('ICEConnectionStateChecking', 'ICEConnectionStateConnected');
		expect(await verdictOn(up)).toEqual(GOOD);
		const down = old('ICEConnectionStateChecking', 'ICEConnectionStateFailed');
		expect((await verdictOn(down, [])).isGood).toBe(false);
	});
});

it('a call that came about is told to have come about', async () => {
	expect(await verdictOn(cameAbout())).toEqual(GOOD);
});
