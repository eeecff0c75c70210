import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { deck } from '../../src/lib/deck/plugin.ts';

/** Calls through real networks are made by root alone, and take minutes: `npm run test:net` makes them, one after the other. */
export default defineConfig({
	cacheDir: 'node_modules/.vite/net',
	plugins: [deck(), sveltekit()],
	test: {
		name: 'net',
		environment: 'node',
		fileParallelism: false,
		testTimeout: 90_000,
		hookTimeout: 90_000,
		expect: { poll: { timeout: 20_000 } },
		include: ['tests/net/*.net.ts']
	}
});
