import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	callBetween,
	simulate,
	SERVERS as SERVED,
	TELLING_KINDS,
	type Kind
} from '../../src/lib/nat';
import { diagnoseSession } from '../../src/lib/diagnose';
import type { TraceEntry } from '../../src/lib/trace';
import { bundleEnd, Machine, type Selected } from './machine';
import {
	makeNetworks,
	missing,
	removeNetworks,
	SERVERS,
	setNetwork,
	SIDES,
	startServer,
	type Side
} from './networks';
import { together } from './together';

/** Milliseconds after which a call that is not connected will not be: a path is found within two. */
const LONGEST = 15_000;

/** What is to be found first where no path is: without a server nobody knows an address that is reached from outside. */
const WHY: Partial<Record<(typeof SERVED)[number], string>> = {
	none: 'ice.remote-only-private',
	stun: 'ice.no-relay'
};

const lacks = missing();
if (lacks.length > 0)
	console.log(`The calls through NATs are left out. They need ${lacks.join(', ')}.`);

const rows: Record<string, string>[] = [];
const written = (selected: Selected) =>
	selected ? `${selected.local}–${selected.remote}` : 'none';

/** Each side has a relay, and the first that answers is taken: which one is no matter of the networks. */
const isRelayed = (selected: Selected) => Object.values(selected ?? {}).includes('relay');

/**
 * What was seen, in the words of what was expected where it is that. Whose check comes before the answer that names
 * its candidate is prflx, whatever its candidate is called (RFC 8445, 7.3.1.3): that is a matter of who was first.
 */
const inWordsOf = (expected: Selected, seen: Selected): Selected => {
	if (isRelayed(expected) && isRelayed(seen)) return expected;
	const named = (end: 'local' | 'remote') => {
		const isDirect = [expected, seen].every((one) => one?.[end] !== 'relay');
		const isLate = seen![end] === 'prflx' || expected?.[end] === 'prflx';
		return expected && isDirect && isLate ? expected[end] : seen![end];
	};
	return seen && { local: named('local'), remote: named('remote') };
};

describe.skipIf(lacks.length > 0).each([
	['chromium', 'firefox'],
	['firefox', 'chromium']
] as const)('with %s for John and %s for Jane', (johns, janes) => {
	let john: Machine;
	let jane: Machine;
	let stop = () => {};
	let removeEnd = () => {};

	beforeAll(async () => {
		makeNetworks();
		stop = await startServer();
		const end = await bundleEnd();
		removeEnd = end.remove;
		john = new Machine('john', johns, end.file);
		jane = new Machine('jane', janes, end.file);
	});

	afterAll(async () => {
		await Promise.all([john, jane].map((machine) => machine?.end()));
		stop();
		removeEnd();
		removeNetworks();
	});

	async function call(servers: (typeof SERVED)[number]) {
		for (const machine of [john, jane]) await machine.ask('open', SERVERS[servers]);
		const offer = await john.ask('describe');
		await john.ask('take', await jane.ask('describe', offer));
	}

	/** The pair that is used, as each side sees it: null where there is none for long. */
	async function selected(): Promise<Record<Side, Selected>> {
		const pairs = [john, jane].map((machine) => machine.ask<Selected>('selected', LONGEST));
		const [johns, janes] = await Promise.all(pairs);
		return { john: johns!, jane: janes! };
	}

	/** What both ends recorded. */
	async function recorded(): Promise<TraceEntry[]> {
		const ends = [john, jane].map((machine) => machine.ask<TraceEntry[]>('entries'));
		return together(...(await Promise.all(ends)));
	}

	const cells = SERVED.flatMap((servers) =>
		TELLING_KINDS.flatMap((first) =>
			TELLING_KINDS.map((second) => [servers, first, second] as const)
		)
	);
	it.each(cells)('servers: %s, John: %s, Jane: %s: as the simulation says', async (...cell) => {
		const [servers, first, second] = cell as [(typeof SERVED)[number], Kind, Kind];
		setNetwork('john', first);
		setNetwork('jane', second);
		const theory = callBetween(first, second, servers);
		const outcome = simulate(theory);
		await call(servers);
		let found: string[] = [];
		let seen: Record<Side, Selected> = { john: null, jane: null };
		const words = async () => {
			seen = await selected();
			return SIDES.map((side) => inWordsOf(outcome.selected?.[side] ?? null, seen[side]));
		};
		try {
			// The first pair that works is used until a better one does.
			const expected = SIDES.map((side) => outcome.selected?.[side] ?? null);
			await expect.poll(words, { timeout: 2 * LONGEST }).toEqual(expected);
			const { findings } = diagnoseSession(await recorded());
			found = findings.filter(({ severity }) => severity !== 'worth knowing').map(({ id }) => id);
			expect(found[0]).toBe(outcome.selected ? undefined : WHY[servers]);
		} finally {
			for (const machine of [john, jane]) await machine.ask('close');
			rows.push({
				John: `${first} (${johns})`,
				Jane: `${second} (${janes})`,
				servers,
				expected: written(outcome.selected?.john ?? null),
				seen: written(seen.john),
				'found first': found[0] ?? 'nothing'
			});
		}
	});
});

afterAll(() => {
	if (rows.length > 0)
		console.table(rows, ['John', 'Jane', 'servers', 'expected', 'seen', 'found first']);
});
