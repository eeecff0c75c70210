import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { channelPair } from '../tools/channel-pair';

function pair() {
	const { plain, framed } = channelPair();
	const heard: (string | null)[] = [];
	framed[1].ontext = (text) => heard.push(text);
	return { plain, framed, heard };
}

it('brings texts of any length whole and in order, those without a character too', async () => {
	const { framed, heard } = pair();
	const texts = [
		'',
		'a',
		'ß€😀'.repeat(9000),
		`x${'😀'.repeat(25_000)}`,
		'b',
		'x'.repeat(3_000_000),
		'last'
	];
	for (const text of texts) framed[0].send(text);
	await expect.poll(() => heard.length).toBe(texts.length);
	expect(heard).toEqual(texts);
});

it('gives the browser no more than it bears at once, and no piece of more than 64 KiB', async () => {
	const { plain, framed, heard } = pair();
	let most = 0;
	let longest = 0;
	const send = plain[0].send.bind(plain[0]);
	plain[0].send = (data) => {
		longest = Math.max(longest, new TextEncoder().encode(data as string).length);
		send(data);
		most = Math.max(most, plain[0].bufferedAmount);
	};
	framed[0].send('€'.repeat(2_000_000));
	await expect.poll(() => heard.length).toBe(1);
	expect(most).toBeLessThan(600_000);
	expect(longest).toBeLessThan(65_536);
});

it('says of what no page sends that it was none, and hears what comes after it', async () => {
	const { plain, framed, heard } = pair();
	plain[0].send('no mark');
	plain[0].send(new ArrayBuffer(4));
	for (let piece = 0; piece < 900; piece += 1) plain[0].send(`+${'y'.repeat(10_000)}`);
	plain[0].send('.');
	framed[0].send('after');
	await expect.poll(() => heard.length).toBe(4);
	expect(heard).toEqual([null, null, null, 'after']);
});

it('is closed where the other side takes nothing any more', () => {
	const { plain, framed } = pair();
	// As the browser has it then.
	plain[0].bufferedAmount = 1_000_000;
	for (let count = 0; count < 50 && framed[0].isOpen; count += 1)
		framed[0].send('z'.repeat(8_000_000));
	expect(framed[0].isOpen).toBe(false);
});

it('sends nowhere once it is closed, and says so to both', async () => {
	const { framed, heard } = pair();
	const closed: number[] = [];
	framed.forEach((one, at) => (one.onclose = () => closed.push(at)));
	framed[0].close();
	framed[0].send('late');
	framed[1].send('late');
	await expect.poll(() => closed.sort()).toEqual([0, 1]);
	await wait(0);
	expect([heard, framed[0].isOpen]).toEqual([[], false]);
});
