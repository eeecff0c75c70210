// How long a replay of the whole call takes from its first operation until both peers are connected, beside
// a bare call in the same browser with media of the same size. Run with `npm run bench`, on the built site.
import { chromium, firefox, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { launchOptions } from '../tools/browsers.js';
import { serveBuilt } from './site';
import { median, tabled } from './table';

const RUNS = 9;
const BROWSERS = { chromium, firefox };

let site: Awaited<ReturnType<typeof serveBuilt>> | undefined;
beforeAll(async () => {
	site = await serveBuilt();
}, 120_000);
afterAll(() => site?.end());

/** What the page shows in the console. */
type Shown = { parley: { trace: { at: number; kind: string; peer: string; data?: unknown }[] } };

/** Milliseconds from the first call of a walk's replay to the second peer that says it is connected. */
function replayed(): number | null {
	const { trace } = (window as unknown as Partial<Shown>).parley ?? { trace: [] };
	const begin = trace.find(({ kind }) => kind === 'call')?.at;
	const connected = trace.filter(
		({ kind, data }) =>
			kind === 'changed' && (data as { connectionState?: string }).connectionState === 'connected'
	);
	if (begin === undefined || new Set(connected.map(({ peer }) => peer)).size < 2) return null;
	return Math.max(...connected.map(({ at }) => at)) - begin;
}

/** The same for two connections and nothing else: a drawn picture, a tone, candidates as they come. */
async function bare(): Promise<number> {
	const made = () => {
		const canvas = document.createElement('canvas');
		[canvas.width, canvas.height] = [640, 360];
		canvas.getContext('2d')!.fillRect(0, 0, 640, 360);
		const stream = canvas.captureStream(20);
		const audio = new AudioContext();
		const tone = audio.createOscillator();
		const speaker = audio.createMediaStreamDestination();
		tone.connect(speaker);
		tone.start();
		stream.addTrack(speaker.stream.getAudioTracks()[0]!);
		return { stream, audio };
	};
	const begin = performance.now();
	const [john, jane] = [new RTCPeerConnection(), new RTCPeerConnection()];
	john.onicecandidate = ({ candidate }) => void jane.addIceCandidate(candidate ?? undefined);
	jane.onicecandidate = ({ candidate }) => void john.addIceCandidate(candidate ?? undefined);
	const connected = Promise.all(
		[john, jane].map(
			(pc) =>
				new Promise<void>((resolve) => {
					pc.onconnectionstatechange = () => pc.connectionState === 'connected' && resolve();
				})
		)
	);
	const media = [made(), made()];
	for (const track of media[0]!.stream.getTracks()) john.addTrack(track, media[0]!.stream);
	const offer = await john.createOffer();
	await john.setLocalDescription(offer);
	await jane.setRemoteDescription(offer);
	for (const track of media[1]!.stream.getTracks()) jane.addTrack(track, media[1]!.stream);
	const answer = await jane.createAnswer();
	await jane.setLocalDescription(answer);
	await john.setRemoteDescription(answer);
	await connected;
	const time = performance.now() - begin;
	for (const pc of [john, jane]) pc.close();
	for (const { stream, audio } of media) {
		for (const track of stream.getTracks()) track.stop();
		void audio.close();
	}
	return time;
}

/** Waits until the replay has ended, and says how long it took. */
async function replay(page: Page): Promise<number> {
	await page.waitForFunction(replayed, undefined, { polling: 200 });
	return (await page.evaluate(replayed))!;
}

describe.each(['chromium', 'firefox'] as const)('a replay of the whole call in %s', (name) => {
	it('is measured beside a bare call', { timeout: 300_000 }, async ({ task }) => {
		const browser = await BROWSERS[name].launch(launchOptions(name));
		const [bareTimes, replays]: [number[], number[]] = [[], []];
		// In turn, so that a machine that slows down slows both; the first of each is cold and not counted.
		for (let run = 0; run <= RUNS; run += 1) {
			const page = await browser.newPage({ serviceWorkers: 'block' });
			await page.goto(`${site!.url}preflight`, { waitUntil: 'networkidle' });
			bareTimes.push(await page.evaluate(bare));
			await page.goto(`${site!.url}walk/media-flows`);
			replays.push(await replay(page));
			await page.close();
		}
		await browser.close();
		const [one, other] = [median(replays.slice(1)), median(bareTimes.slice(1))];
		console.log(`${name}, replays in ms: ${replays.map(Math.round).join(' ')}`);
		console.log(`${name}, bare calls in ms: ${bareTimes.map(Math.round).join(' ')}`);
		tabled(task, {
			what: `${name}: a replay of the whole call, beside a bare one`,
			measured: `${Math.round(one)} ms, ${Math.round(other)} ms: ${(one / other).toFixed(2)} ×`,
			goal: '≤ 1.50 ×',
			isReached: one / other <= 1.5
		});
	});
});
