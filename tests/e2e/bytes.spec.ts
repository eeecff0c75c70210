import { createSocket } from 'node:dgram';
import { networkInterfaces } from 'node:os';
import { expect, test, type Page } from '@playwright/test';
import {
	attributeOf,
	fieldsOf,
	fromHex,
	integrityHolds,
	readMessage,
	type StunMessage
} from '../../src/lib/stun';
import { patientFirefox } from './browsers';
import { expectConnected, open, press } from './walk';

test.use({ launchOptions: patientFirefox });

const PATIENCE = { timeout: 20_000 };

/** The part of the panel that shows a check. */
const bytes = (page: Page) => page.getByRole('region', { name: 'A check, byte by byte' });

async function openBytes(page: Page): Promise<void> {
	await open(page, 'connected');
	await expectConnected(page);
	await page.getByRole('tab', { name: 'Pairs' }).click();
	await page.getByText('A check, byte by byte', { exact: true }).click();
	await expect(bytes(page)).toBeVisible(PATIENCE);
}

/** All bytes that are shown, as a message. */
async function shown(page: Page): Promise<StunMessage> {
	const hex = await bytes(page).locator('.bytes').allTextContents();
	return readMessage(fromHex(hex.join('')));
}

const signatureIn = (message: StunMessage) =>
	fieldsOf(message).find(({ name }) => name === 'MESSAGE-INTEGRITY')!.text;

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
			address: (remote.address as string | undefined) ?? null,
			password: /^a=ice-pwd:(\S+)/m.exec(sdp)![1]!
		};
	});
}

/** This machine's own addresses over IPv4, the one that is meant first. */
function ownAddresses(address: string | null): string[] {
	const own = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
	const four = own.filter(({ family }) => family === 'IPv4').map((one) => one.address);
	return address !== null && four.includes(address) ? [address] : four;
}

/** Sends a request to each address, as often as it takes, until one answers. */
function answerTo(request: Uint8Array, port: number, addresses: readonly string[]) {
	return new Promise<StunMessage>((resolve, reject) => {
		const socket = createSocket('udp4');
		const send = () => {
			for (const address of addresses) socket.send(request, port, address, () => undefined);
		};
		const again = setInterval(send, 250);
		const end = setTimeout(() => done(() => reject(new Error('Nobody answers.'))), 10_000);
		const done = (settle: () => void) => {
			clearInterval(again);
			clearTimeout(end);
			socket.close();
			settle();
		};
		socket.on('message', (answer) => done(() => resolve(readMessage(answer))));
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
		const addresses = ownAddresses(address);
		expect(await integrityHolds(request, password)).toBe(true);

		const answer = await answerTo(request.bytes, port, addresses);
		expect(answer.type).toBe('Binding success response');
		expect([...answer.transactionId]).toEqual([...request.transactionId]);
		expect(await integrityHolds(answer, password)).toBe(true);

		const field = bytes(page).getByLabel('Signed with Jane’s password');
		await expect(field).toHaveValue(password);
		const wrong = `${password.startsWith('A') ? 'B' : 'A'}${password.slice(1)}`;
		await field.fill(wrong);
		await expect(bytes(page)).toContainText('401 Unauthorized');
		await expect.poll(async () => signatureIn(await shown(page))).not.toBe(signatureIn(request));
		const refusal = await answerTo((await shown(page)).bytes, port, addresses);
		expect(refusal.type).toBe('Binding error response');
		expect(fieldsOf(refusal).find(({ name }) => name === 'ERROR-CODE')!.text).toContain('401');

		await bytes(page).getByRole('button', { name: 'Take the right one' }).click();
		await expect.poll(async () => signatureIn(await shown(page))).toBe(signatureIn(request));
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
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		bytes(page).getByRole('button', { name: 'Save both for Wireshark' }).click()
	]);
	expect(file.suggestedFilename()).toBe('check.pcap');
});
