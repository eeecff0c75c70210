import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { leaveEmpty } from '../../src/lib/signaling/hand-link';
import { lineWire } from '../../src/lib/signaling/line-wire';
import type { Carrier } from '../../src/lib/tabs/carrier';
import { handCarrier } from '../../src/lib/tabs/hand-carrier';
import { HOST_LOCK, seatLock, tabLock } from '../../src/lib/tabs/locks';
import { describeWire } from '../signaling/wire-contract';
import { channelPair } from '../tools/channel-pair';

let entered: Carrier[] = [];
afterEach(() => {
	for (const carrier of entered) carrier.end();
	entered = [];
});

async function enter(channel: ReturnType<typeof channelPair>['framed'][0], isInviter: boolean) {
	const carrier = await handCarrier({ isInviter, channel });
	entered.push(carrier);
	return carrier;
}

/** Both pages in the room, the one that has invited first. */
async function both() {
	const { plain, framed } = channelPair();
	const [john, jane] = await Promise.all([enter(framed[0], true), enter(framed[1], false)]);
	return { plain, framed, john, jane };
}

function listen(carrier: Carrier, name = '') {
	const heard: string[] = [];
	const met = { refused: 0 };
	const line = carrier.line(name, {
		text: (text) => heard.push(text),
		refused: () => (met.refused += 1),
		away: () => {},
		interrupted: () => {}
	});
	return { heard, met, line };
}

const holds = async (carrier: Carrier, what: string) => (await carrier.locks.held()).has(what);

/** Lets go what runs at once in memory. */
async function settle() {
	for (let round = 0; round < 20; round += 1) await wait(0);
}

describeWire('a wire between two pages that are joined by hand', async () => {
	const { john, jane } = await both();
	return {
		ends: [lineWire(john.line, 'wire', 'john'), lineWire(jane.line, 'wire', 'jane')],
		settle
	};
});

/** What SECURITY.md says of two pages that are joined by hand. */
describe('a room of two pages that are joined by hand', () => {
	it('brings what is meant for one of the two to that one', async () => {
		const { john, jane } = await both();
		const [own, atJane, beside] = [listen(john), listen(jane), listen(john)];
		await Promise.all([john.locks.hold(tabLock('john')), jane.locks.hold(tabLock('jane'))]);
		await settle();
		own.line.post('for Jane', tabLock('jane'));
		own.line.post('for John', tabLock('john'));
		own.line.post('for nobody', tabLock('nobody'));
		await settle();
		expect(atJane.heard).toEqual(['for Jane', 'for nobody']);
		expect(beside.heard).toEqual(['for Jane', 'for John', 'for nobody']);
	});

	it('brings what is said on a line to the other page, and not on another', async () => {
		const { john, jane } = await both();
		const [own, atJane, elsewhere] = [listen(john), listen(jane), listen(jane, 'wire')];
		for (let number = 0; number < 50; number += 1) own.line.post(`${number}`);
		await settle();
		expect(atJane.heard).toEqual(Array.from({ length: 50 }, (_, number) => `${number}`));
		expect([own.heard, elsewhere.heard]).toEqual([[], []]);
	});

	it('gives a lock that both want at once to one, and then to the other', async () => {
		for (let round = 0; round < 20; round += 1) {
			const { john, jane } = await both();
			const got: string[] = [];
			const [one, other] = round % 2 === 0 ? [john, jane] : [jane, john];
			const first = one.locks.hold(HOST_LOCK).then((release) => (got.push('one'), release));
			const second = other.locks.hold(HOST_LOCK).then((release) => (got.push('other'), release));
			await settle();
			expect(got).toHaveLength(1);
			(await (got[0] === 'one' ? first : second))();
			await settle();
			expect(got).toHaveLength(2);
		}
	});

	it('lets go what a page held that is gone, whichever of the two it is', async () => {
		for (const gone of [0, 1] as const) {
			const { john, jane, framed } = await both();
			const [leaves, stays] = gone === 0 ? [john, jane] : [jane, john];
			await leaves.locks.hold(seatLock('jane'));
			await stays.locks.hold(seatLock('john'));
			await settle();
			expect(await holds(stays, seatLock('jane'))).toBe(true);
			framed[gone].close();
			await settle();
			expect(await holds(stays, seatLock('jane'))).toBe(false);
			expect(await holds(stays, seatLock('john'))).toBe(true);
			// Whoever is alone goes on.
			await stays.locks.hold(seatLock('jane'));
		}
	});

	it('gives what was asked for while the other page went', async () => {
		const { jane, framed } = await both();
		framed[0].close();
		await jane.locks.hold(HOST_LOCK);
		await settle();
		expect(await holds(jane, HOST_LOCK)).toBe(true);
	});

	it('is left and entered again over the same channel, by either', async () => {
		for (const again of [0, 1] as const) {
			const { john, jane, framed } = await both();
			const [leaves, stays] = again === 0 ? [john, jane] : [jane, john];
			await leaves.locks.hold(tabLock('old'));
			await stays.locks.hold(HOST_LOCK);
			leaves.end();
			await settle();
			expect(await holds(stays, tabLock('old'))).toBe(false);
			const next = await enter(framed[again], again === 0);
			expect(await holds(next, HOST_LOCK)).toBe(true);
			await next.locks.hold(tabLock('new'));
			await settle();
			expect(await holds(stays, tabLock('new'))).toBe(true);
			const [there, here] = [listen(stays), listen(next)];
			here.line.post('again');
			await settle();
			expect(there.heard).toEqual(['again']);
		}
	});

	it('has one holder of what both held while each thought that it was alone', async () => {
		const { framed } = channelPair();
		leaveEmpty(framed[0]);
		const jane = await enter(framed[1], false);
		let lost = 0;
		await jane.locks.hold(HOST_LOCK, { lost: () => (lost += 1) });
		const john = await enter(framed[0], true);
		await settle();
		let isJohns = false;
		void john.locks.hold(HOST_LOCK, { seizes: true }).then(() => (isJohns = true));
		await settle();
		expect([lost, isJohns]).toEqual([1, true]);
	});

	it('is entered alone at once where the channel ends meanwhile', async () => {
		const { framed } = channelPair();
		const entering = enter(framed[1], false);
		framed[0].close();
		const jane = await entering;
		await jane.locks.hold(HOST_LOCK);
	});

	it('counts what no page says, and hears the rest', async () => {
		const { jane, framed } = await both();
		const { heard, met } = listen(jane);
		for (const text of ['', '{}', '[]', '{"line":1,"text":""}', '{"wishes":"{}"}', 'null']) {
			framed[0].send(text);
		}
		framed[0].send('{"claimed":"a stranger","claims":"{}"}');
		framed[0].send('{"line":"","text":"heard"}');
		await settle();
		expect([heard, met.refused]).toEqual([['heard'], 7]);
	});

	it('lets nobody enter by the name of another, or order who has not invited', async () => {
		const { john, jane, framed, plain } = await both();
		const said: string[] = [];
		const send = plain[0].send.bind(plain[0]);
		plain[0].send = (data) => {
			said.push(data as string);
			send(data);
		};
		const { met } = listen(john);
		await john.locks.hold(seatLock('john'));
		await jane.locks.hold(seatLock('jane'));
		await settle();
		const [, name] = /"claimed":"([\w-]+)","claims":"\{\\"seat\/john/.exec(said.join(''))!;
		for (const word of [
			{ enters: name, claims: '{}' },
			{ here: name, claims: '{}' },
			{ claimed: name, claims: '{}' }
		]) {
			framed[1].send(JSON.stringify(word));
		}
		await settle();
		expect(met.refused).toBe(3);
		for (const one of [john, jane]) {
			expect(await holds(one, seatLock('john'))).toBe(true);
			expect(await holds(one, seatLock('jane'))).toBe(true);
		}
	});
});
