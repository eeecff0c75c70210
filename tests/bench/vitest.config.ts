import { fileURLToPath } from 'node:url';
import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { deck } from '../../src/lib/deck/plugin.ts';
import { launchOptions } from '../tools/browsers.js';

/** Measurements are no tests: `npm run bench` runs them alone, one after the other, and ends with one table. */
export default defineConfig({
	// Its own, or each run of the tests would have to prepare the dependencies anew.
	cacheDir: 'node_modules/.vite/bench',
	plugins: [deck(), sveltekit()],
	server: { fs: { allow: ['content'] } },
	test: {
		reporters: ['default', fileURLToPath(new URL('./table-reporter.ts', import.meta.url))],
		projects: [
			{
				extends: true,
				test: {
					name: 'throughput',
					environment: 'node',
					// One measurement at a time, or they would measure each other.
					sequence: { groupOrder: 0 },
					fileParallelism: false,
					include: ['tests/bench/*.bench.ts'],
					exclude: ['tests/bench/*.browser.bench.ts']
				}
			},
			{
				extends: true,
				test: {
					name: 'tasks',
					sequence: { groupOrder: 1 },
					fileParallelism: false,
					include: ['tests/bench/*.browser.bench.ts'],
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						// Only Chromium tells how long its tasks were.
						provider: playwright({ launchOptions: launchOptions('chromium') }),
						instances: [{ browser: 'chromium' }]
					}
				}
			}
		]
	}
});
