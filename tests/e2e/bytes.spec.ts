import { createSocket } from 'node:dgram';
import { isIP, isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';
import { expect, test, type Page } from '@playwright/test';
import {
	attributeOf,
	fieldsOf,
	fromHex,
	integrityHolds,
	readMessage,
	toHex,
	type StunMessage
} from '../../src/lib/stun';
import { patientFirefox } from './browsers';
import { expectConnected, open } from './walk';

test.use({ launchOptions: patientFirefox });

const PATIENCE = { timeout: 45_000 };

/** The part of the panel that shows a check. */
const bytes = (page: Page) => page.getByRole('region', { name: 'A check, byte by byte' });

async function openBytes(page: Page): Promise<void> {
	await open(page, 'connected');
	await expectConnected(page);
	await page.getByRole('tab', { name: 'Pairs' }).click();
	await page.getByText('A check, byte by byte', { exact: true }).click();
	await expect(bytes(page)).toBeVisible(PATIENCE);
}

/** All bytes that are shown, as a message: they come once the browser has signed them. */
async function shown(page: Page): Promise<StunMessage> {
	const fields = bytes(page).locator('.bytes');
	await expect(fields).not.toHaveCount(0);
	const hex = await fields.allTextContents();
	return readMessage(fromHex(hex.join('')));
}

/** What is put together may still change with the call; what it is signed with does not. */
const isSignedWith = async (page: Page, password: string) =>
	integrityHolds(await shown(page), password);

/** Where and with what the check that is shown goes: out of what the call's peers say themselves. */
function target(page: Page) {
	return page.evaluate(async () => {
		const { john, jane } = window.parley;
		const report = await john!.getStats();
		const all = [...report.values()] as Record<string, unknown>[];
		const transport = all.find(({ selectedCandidatePairId }) => selectedCandidatePairId);
		const pair =
			all.find(({ id }) => id === transport?.selectedCandidatePairId) ??
			all.find(({ type, selected }) => type === 'candidate-pair' && selected);
		const remote = all.find(({ id }) => id === pair!.remoteCandidateId)!;
		const sdp = jane!.localDescription!.sdp;
		return {
			port: remote.port as number,
			address: `${remote.address}`,
			password: /^a=ice-pwd:(\S+)/m.exec(sdp)![1]!
		};
	});
}

/** Where a candidate is: its address, or, where the browser hides it, each one that this machine has. */
function addressesOf(address: string): string[] {
	if (isIP(address)) return [address];
	const own = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
	return own.filter(({ scopeid }) => !scopeid).map((one) => one.address);
}

const isSame = (one: Uint8Array, other: Uint8Array) => toHex(one) === toHex(other);

/**
 * Sends a request to each address, as often as it takes, until it is answered. A browser may ask back in
 * between (a triggered check, RFC 8445, 7.3.1.4): that is no answer.
 */
function answerTo(request: StunMessage, port: number, addresses: readonly string[]) {
	return new Promise<StunMessage>((resolve, reject) => {
		const sockets = { 4: createSocket('udp4'), 6: createSocket('udp6') };
		const send = () => {
			for (const address of addresses)
				sockets[isIPv6(address) ? 6 : 4].send(request.bytes, port, address, () => undefined);
		};
		const again = setInterval(send, 250);
		const end = setTimeout(() => done(() => reject(new Error('Nobody answers.'))), 10_000);
		const done = (settle: () => void) => {
			clearInterval(again);
			clearTimeout(end);
			sockets[4].close();
			sockets[6].close();
			settle();
		};
		const take = (datagram: Uint8Array) => {
			const message = readMessage(datagram);
			if (message.type === 'Binding request') return;
			if (isSame(message.transactionId, request.transactionId)) done(() => resolve(message));
		};
		sockets[4].on('message', take);
		sockets[6].on('message', take);
		send();
	});
}

test(
	'the browser answers the check that is shown, and refuses it with one letter of the password changed',
	{ tag: '@telling' },
	async ({ page }) => {
		await openBytes(page);
		const request = await shown(page);
		expect(request.type).toBe('Binding request');
		const { port, address, password } = await target(page);
		const addresses = addressesOf(address);
		expect(await integrityHolds(request, password)).toBe(true);

		const answer = await answerTo(request, port, addresses);
		expect(answer.type).toBe('Binding success response');
		expect([...answer.transactionId]).toEqual([...request.transactionId]);
		expect(await integrityHolds(answer, password)).toBe(true);

		const field = bytes(page).getByLabel('Signed with Jane’s password');
		await expect(field).toHaveValue(password);
		const wrong = `${password.startsWith('A') ? 'B' : 'A'}${password.slice(1)}`;
		await field.fill(wrong);
		await expect(bytes(page)).toContainText('401 Unauthorized');
		await expect.poll(() => isSignedWith(page, wrong)).toBe(true);
		const refusal = await answerTo(await shown(page), port, addresses);
		expect(refusal.type).toBe('Binding error response');
		expect(fieldsOf(refusal).find(({ name }) => name === 'ERROR-CODE')!.text).toContain('401');

		await bytes(page).getByRole('button', { name: 'Take the right one' }).click();
		await expect.poll(() => isSignedWith(page, password)).toBe(true);
		await expectConnected(page);
	}
);

test('a field says where it is from, and its values are followed, by the keyboard alone', async ({
	page
}) => {
	await openBytes(page);
	const name = bytes(page).getByRole('button', { name: /^USERNAME/ });
	await name.focus();
	await page.keyboard.press('Enter');
	await expect(name).toHaveAttribute('aria-expanded', 'true');
	await expect(bytes(page)).toContainText('Jane’s ufrag first, for it is Jane who reads it');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page.getByText(/^Following Jane’s ufrag|^Following/)).toBeVisible();
});

test('the answer is of the same exchange, and is a refusal where the request is signed wrongly', async ({
	page
}) => {
	await openBytes(page);
	const request = await shown(page);
	await bytes(page).getByRole('button', { name: 'answer', exact: true }).click();
	await expect.poll(async () => (await shown(page)).type).toBe('Binding success response');
	const answer = await shown(page);
	expect([...answer.transactionId]).toEqual([...request.transactionId]);
	expect(attributeOf(answer, 'XOR-MAPPED-ADDRESS')).toBeDefined();
	await bytes(page).getByLabel('Signed with Jane’s password').fill('another');
	await expect.poll(async () => (await shown(page)).type).toBe('Binding error response');
	await bytes(page).getByLabel('Signed with Jane’s password').fill('');
	await expect(bytes(page).getByRole('alert')).toContainText('password');
});

test('both are saved as a capture file', async ({ page }) => {
	await openBytes(page);
	const request = await shown(page);
	const whole = await bytes(page)
		.getByRole('button', { name: 'Save both for Wireshark' })
		.evaluate(async (button: HTMLElement) => {
			// The file is taken where the page hands it over: not every driven browser keeps downloads.
			const create = URL.createObjectURL.bind(URL);
			const file = new Promise<Blob>((resolve) => {
				URL.createObjectURL = (blob) => {
					resolve(blob as Blob);
					URL.createObjectURL = create;
					return create(blob);
				};
			});
			button.click();
			return [...new Uint8Array(await (await file).arrayBuffer())];
		});
	const hex = toHex(Uint8Array.from(whole));
	expect(hex).toMatch(/^a1b2c3d4/);
	expect(hex).toContain(toHex(request.bytes));
	expect(hex.split(toHex(request.transactionId))).toHaveLength(3);
});
