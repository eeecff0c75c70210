import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { performers, type Step } from '../../src/lib/steps/step';
import type { PeerName } from '../../src/lib/trace';
import { TABLE } from './table';
import { STEPS } from '../call/course';

const step = (id: string) => STEPS.find((one) => one.id === id)!;

describe('the steps of the call', () => {
	it('come in the order in which John and Jane perform them', () => {
		expect(STEPS.map(({ id }) => id)).toEqual(TABLE.map(([id]) => id));
	});

	it('have one file each, named like the step', async () => {
		const files = readdirSync('src/lib/steps/call').filter((name) => /^\w+-/.test(name));
		expect(files.map((name) => name.replace('.ts', '')).sort()).toEqual(
			STEPS.map(({ id }) => id).sort()
		);
	});

	it.each(STEPS.map(({ id }) => id))('%s is what its own file exports', async (id) => {
		const file = (await import(`../../src/lib/steps/call/${id}.ts`)) as { [name: string]: Step };
		const name = id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
		expect(Object.keys(file)).toEqual([name]);
		expect(file[name]).toBe(step(id));
	});

	it.each(TABLE)('%s is performed by %j', (id, who) => {
		expect(performers(step(id))).toEqual(who);
	});

	it.each(TABLE)('%s needs its performers, %j, to be in %s', (id, _, needs) => {
		expect(step(id).needs).toBe(needs);
	});

	it('name John before Jane where both perform', () => {
		const both: Step = { id: 'both', jane() {}, john() {} };
		expect(performers(both)).toEqual(['john', 'jane']);
	});
});

describe('what a step does', () => {
	const dependsOnSource = (one: Step, peer: PeerName) => typeof one[peer] === 'object';

	it('depends on the source where media is got and where tracks are added, and nowhere else', () => {
		const depending = STEPS.filter((one) =>
			performers(one).some((peer) => dependsOnSource(one, peer))
		);
		expect(depending.map(({ id }) => id)).toEqual([
			'john-gets-media',
			'john-adds-tracks',
			'jane-gets-media',
			'jane-adds-tracks'
		]);
	});

	it('has an operation for each source where it depends on the source', () => {
		for (const one of STEPS) {
			for (const peer of performers(one).filter((name) => dependsOnSource(one, name))) {
				expect(Object.keys(one[peer]!), `${one.id} of ${peer}`).toEqual([
					'camera',
					'pattern',
					'none'
				]);
			}
		}
	});
});
