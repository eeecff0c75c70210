import { describe, expect, it } from 'vitest';
import { atBroker, broker, enter, freshRoom } from './at-broker';
import { listen, settle } from './on-lines';

atBroker();

describe('the locks of a room at a broker', () => {
	it('are held by one at a time, in the order in which they were asked for', async () => {
		const address = freshRoom();
		const [john, jane, third] = [await enter(address), await enter(address), await enter(address)];
		const release = await john.locks.hold('host');
		const order: string[] = [];
		const second = jane.locks.hold('host').then((free) => {
			order.push('jane');
			return free;
		});
		await settle(jane, third);
		const last = third.locks.hold('host').then(() => order.push('third'));
		await settle(jane, third);
		expect([order, await third.locks.held()]).toEqual([[], new Set(['host'])]);
		release();
		(await second)();
		await last;
		expect(order).toEqual(['jane', 'third']);
	});

	it('are known to whoever comes later', async () => {
		const address = freshRoom();
		const john = await enter(address);
		await john.locks.hold('seat/john');
		await expect
			.poll(async () => (await (await enter(address)).locks.held()).has('seat/john'))
			.toBe(true);
		expect(await (await enter(address)).locks.holdIfFree('seat/john', 200)).toBe(null);
	});

	it('have one winner where many ask at once', async () => {
		for (let round = 0; round < 10; round += 1) {
			const address = freshRoom();
			const members = await Promise.all(Array.from({ length: 5 }, () => enter(address)));
			const lost: number[] = [];
			const won: number[] = [];
			members.forEach(({ locks }, at) => {
				void locks.hold('seat/john', { lost: () => lost.push(at) }).then(() => won.push(at));
			});
			await expect.poll(() => won.length).toBe(1);
			await settle(members[0]!, members[1]!);
			expect([won.length, lost]).toEqual([1, []]);
		}
	});

	it('have one winner where many take them away at once', async () => {
		const address = freshRoom();
		const members = await Promise.all(Array.from({ length: 4 }, () => enter(address)));
		const has = new Set<number>();
		await members[0]!.locks.hold('host', { lost: () => has.delete(0) });
		has.add(0);
		await settle(members[0]!, members[1]!);
		await Promise.all(
			members.slice(1).map(async ({ locks }, index) => {
				const at = index + 1;
				has.add(at);
				await locks.hold('host', { seizes: true, lost: () => has.delete(at) });
			})
		);
		await expect.poll(() => has.size).toBe(1);
		expect(has.has(0)).toBe(false);
	});

	it('are free when whoever held them has left', async () => {
		const address = freshRoom();
		const [john, jane] = [await enter(address), await enter(address)];
		await john.locks.hold('host');
		const never = new AbortController().signal;
		await settle(john, jane);
		const free = jane.locks.whenFree('host', never);
		john.end();
		await free;
		expect(await jane.locks.held()).toEqual(new Set());
	});

	it('are free when whoever held them is torn away, and taken up again where nobody else came', async () => {
		const address = freshRoom();
		const [john, jane] = [await enter(address), await enter(address)];
		await john.locks.hold('host');
		await settle(john, jane);
		const free = jane.locks.whenFree('host', new AbortController().signal);
		const { met } = listen(john);
		broker.tear(0);
		await free;
		await expect.poll(() => met.interrupted, { timeout: 20_000 }).toBe(1);
		await expect.poll(() => jane.locks.held()).toEqual(new Set(['host']));
	});

	it('are lost by who was torn away where another took them meanwhile', async () => {
		const address = freshRoom();
		const [john, jane] = [await enter(address), await enter(address)];
		let isLost = false;
		await john.locks.hold('host', { lost: () => (isLost = true) });
		await settle(john, jane);
		const taken = jane.locks.hold('host');
		await settle(john, jane);
		expect(isLost).toBe(false);
		broker.tear(0);
		await taken;
		await expect.poll(() => isLost, { timeout: 20_000 }).toBe(true);
	});

	it('are not waited for any more once the signal has come', async () => {
		const address = freshRoom();
		const [john, jane] = [await enter(address), await enter(address)];
		const release = await john.locks.hold('host');
		const given = new AbortController();
		const refused = jane.locks.hold('host', { signal: given.signal });
		given.abort(new Error('enough'));
		await expect(refused).rejects.toThrow('enough');
		await settle(john, jane);
		release();
		await settle(john, jane);
		expect(await jane.locks.held()).toEqual(new Set());
	});
});
