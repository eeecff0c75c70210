/**
 * One end of a call, in the network namespace in which it is run: a browser with a page of its own. It reads a command
 * a line, as JSON, and answers each with a line: `{ value }`, or `{ error }`.
 */
import { createInterface } from 'node:readline';
import { chromium, firefox } from '@playwright/test';
import { findBrowser, SANDBOX } from '../../src/commands/find-browser.js';

// A name under .local leads nowhere in another network: what is tested are the NATs, not what hides an address.
const REAL_ADDRESSES = {
	firefox: { firefoxUserPrefs: { 'media.peerconnection.ice.obfuscate_host_addresses': false } },
	chromium: { args: [...SANDBOX, '--disable-features=WebRtcHideLocalIpsWithMdns'] }
};

const name = process.argv[2] === 'firefox' ? 'firefox' : 'chromium';
const browser = await { chromium, firefox }[name].launch({
	...findBrowser(name),
	...REAL_ADDRESSES[name]
});
const page = await browser.newPage();

/** @type {import('@playwright/test').JSHandle<RTCPeerConnection>} */
let connection;

/** @type {Record<string, (given: any) => Promise<unknown>>} */
const COMMANDS = {
	async open(/** @type {RTCIceServer[]} */ iceServers) {
		connection = await page.evaluateHandle((servers) => {
			const pc = new RTCPeerConnection({ iceServers: servers });
			pc.createDataChannel('call', { negotiated: true, id: 0 });
			return pc;
		}, iceServers);
	},
	/** Its own description, with all its candidates: an answer where an offer is given. */
	describe: (/** @type {RTCSessionDescriptionInit | null} */ offer) =>
		connection.evaluate(async (pc, remote) => {
			if (remote) await pc.setRemoteDescription(remote);
			await pc.setLocalDescription();
			await new Promise((resolve) => {
				const look = () => pc.iceGatheringState === 'complete' && resolve(null);
				pc.onicegatheringstatechange = look;
				look();
				setTimeout(resolve, 10_000);
			});
			return pc.localDescription?.toJSON();
		}, offer),
	take: (/** @type {RTCSessionDescriptionInit} */ answer) =>
		connection.evaluate((pc, remote) => pc.setRemoteDescription(remote), answer),
	/** The types of the candidates of the pair that is used; null where there is none within so many ms. */
	selected: (/** @type {number} */ longest) =>
		connection.evaluate(async (pc, ms) => {
			await new Promise((resolve) => {
				const look = () => ['connected', 'failed'].includes(pc.connectionState) && resolve(null);
				pc.onconnectionstatechange = look;
				look();
				setTimeout(resolve, ms);
			});
			if (pc.connectionState !== 'connected') return null;
			const stats = [...(await pc.getStats()).values()];
			const chosen = stats.find((one) => one.type === 'transport')?.selectedCandidatePairId;
			// Firefox names no pair on the transport, and says of each whether it is the one.
			const pair = stats.find((one) =>
				chosen ? one.id === chosen : one.type === 'candidate-pair' && one.selected
			);
			const typeOf = (/** @type {string | undefined} */ id) =>
				stats.find((one) => one.id === id)?.candidateType;
			return { local: typeOf(pair?.localCandidateId), remote: typeOf(pair?.remoteCandidateId) };
		}, longest),
	close: () => connection.evaluate((pc) => pc.close())
};

for await (const line of createInterface({ input: process.stdin })) {
	const { command, given } = JSON.parse(line);
	let answer;
	try {
		answer = { value: (await COMMANDS[command]?.(given)) ?? null };
	} catch (error) {
		answer = { error: String(error) };
	}
	process.stdout.write(`${JSON.stringify(answer)}\n`);
}
await browser.close();
