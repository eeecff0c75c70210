import { defineConfig } from '@playwright/test';

/** Parley’s own pages on two machines behind two routers: as root alone, one call after the other. */
export default defineConfig({
	testDir: '.',
	testMatch: '*.spec.ts',
	outputDir: '../../test-results',
	workers: 1,
	retries: 0,
	timeout: 300_000,
	expect: { timeout: 45_000 },
	reporter: [['list']]
});
