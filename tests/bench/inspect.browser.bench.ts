// How long much input keeps /inspect from answering, and how long it takes until it is shown.
// Run with `npm run bench`: it prints both for each of several runs, in Chromium.
import { mount, unmount } from 'svelte';
import { describe, it } from 'vitest';
import '../../src/lib/ui/theme.css';
import Inspect from '../../src/lib/ui/inspect/Inspect.svelte';
import { madeInternals, type MadeStats } from '../inspect/made';
import type { Tabled } from './table';
import { longestTask, print, printTimes, RUNS, until } from './tasks';

const candidate = (at: number) =>
	`candidate:${at % 50} 1 udp ${2130706431 - (at % 9)} 192.0.2.${at % 250} ${1024 + (at % 60_000)} typ host`;
const many = <T>(count: number, make: (at: number) => T) =>
	Array.from({ length: count }, (_, at) => make(at));

/** What a connection logs that gathers so many candidates. */
function gathering(count: number): (readonly [type: string, value: unknown])[] {
	const sdp =
		'v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 0\r\na=mid:0\r\na=setup:actpass\r\n';
	return [
		['createOfferOnSuccess', { type: 'offer', sdp }],
		['setLocalDescription', { type: 'offer', sdp }],
		['setLocalDescriptionOnSuccess', null],
		...many(count, (at) => {
			const value = { candidate: candidate(at), sdpMid: '0', sdpMLineIndex: 0 };
			return ['icecandidate', value] as const;
		})
	];
}

/** The statistics of a long call: ten streams, whose counters grow each second. */
function stats(seconds: number): MadeStats[] {
	const counter = many(seconds, (second) => 1_000_000 + 1_234 * second);
	const members = Object.fromEntries(many(24, (at) => [`counter${at}`, counter]));
	return many(10, (at) => ({
		id: `IT01V${at}`,
		type: 'inbound-rtp',
		times: seconds,
		members: { ...members, bytesReceived: counter, packetsReceived: counter, kind: 'video' }
	}));
}

/** The page, and a file chosen in it. */
function inspect(name: string, content: string) {
	const target = document.createElement('div');
	document.body.append(target);
	const page = mount(Inspect, { target, props: { titles: {} } });
	const input = target.querySelector<HTMLInputElement>('input[type="file"]')!;
	const files = new DataTransfer();
	files.items.add(new File([content], name));
	return {
		target,
		choose() {
			input.files = files.files;
			input.dispatchEvent(new Event('change', { bubbles: true }));
		},
		end() {
			void unmount(page);
			target.remove();
		}
	};
}

const session = '[aria-label="The recorded session"]';

/** Reads the same file in several runs, each in a new page. */
async function measure(task: Tabled, title: string, content: string, shown: string): Promise<void> {
	const longest: number[] = [];
	const times: number[] = [];
	for (let run = 0; run < RUNS; run++) {
		const page = inspect('input.txt', content);
		longest.push(
			await longestTask(async () => {
				const begin = performance.now();
				page.choose();
				await until(() => page.target.querySelector(shown) !== null);
				times.push(performance.now() - begin);
			})
		);
		page.end();
	}
	print(task, title, longest);
	printTimes('until it is shown', times);
}

describe('much input in /inspect', () => {
	it('is a dump of 50 MB', { timeout: 600_000 }, async ({ task }) => {
		const dump = madeInternals(gathering(20), stats(24_000));
		await measure(task, `A dump of ${Math.round(dump.length / 1e6)} MB is read`, dump, session);
	});

	it('is a list of 100,000 candidates', { timeout: 600_000 }, async ({ task }) => {
		const list = many(100_000, candidate).join('\n');
		await measure(task, 'A list of 100,000 candidates is read', list, 'ol > li[data-key]');
	});

	it('is a tab of 4,000 candidates', { timeout: 600_000 }, async ({ task }) => {
		const longest: number[] = [];
		const times: number[] = [];
		const dump = madeInternals(gathering(4_000), []);
		for (let run = 0; run < RUNS; run++) {
			const page = inspect('dump.json', dump);
			page.choose();
			await until(() => page.target.querySelector(session) !== null);
			const tabs = [...page.target.querySelectorAll<HTMLElement>('[role="tab"]')];
			const tab = tabs.find(({ textContent }) => textContent?.trim() === 'Candidates')!;
			longest.push(
				await longestTask(async () => {
					const begin = performance.now();
					tab.click();
					await until(() => page.target.querySelector('[aria-rowcount="4001"]') !== null);
					times.push(performance.now() - begin);
				})
			);
			page.end();
		}
		print(task, 'A tab of 4,000 candidates opens', longest);
		printTimes('until it is shown', times);
	});
});
