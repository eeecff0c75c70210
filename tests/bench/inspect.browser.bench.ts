// How long much input keeps /inspect from answering, and how long it takes until it is shown.
// Run with `npm run bench`: it prints both for each of several runs, in Chromium.
import { mount, unmount } from 'svelte';
import { describe, it } from 'vitest';
import '../../src/lib/ui/theme.css';
import Inspect from '../../src/lib/ui/inspect/Inspect.svelte';
import { gathering } from '../inspect/large';
import { madeInternals } from '../inspect/made';
import { longestTask, print, printTimes, RUNS, until } from './tasks';

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

describe('much input in /inspect', () => {
	it('is a tab of 4,000 candidates', { timeout: 600_000 }, async ({ task }) => {
		const longest: number[] = [];
		const times: number[] = [];
		const dump = madeInternals(gathering(4_000), []);
		for (let run = 0; run < RUNS; run++) {
			const page = inspect('dump.json', dump);
			page.choose();
			await until(() => page.target.querySelector(`${session} [role="tab"]`) !== null);
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
