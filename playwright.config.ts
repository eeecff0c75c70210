import { defineConfig } from '@playwright/test';
import { launchOptions } from './tests/tools/browsers.js';

const port = Number(process.env.PORT ?? 4173);

/** The long matrices run when they are asked for: LONG=1 (npm run test:long). */
const isLong = process.env.LONG === '1';

export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results',
	fullyParallel: true,
	workers: 2,
	forbidOnly: process.env.CI !== undefined,
	retries: 0,
	timeout: isLong ? 300_000 : 60_000,
	grepInvert: isLong ? undefined : /@long/,
	reporter: [['list']],
	use: {
		baseURL: `http://localhost:${port}`,
		trace: 'off',
		// A fresh context for each test would fetch the whole site each time; offline.spec.ts allows them.
		serviceWorkers: 'block',
		viewport: { width: 1440, height: 900 }
	},
	projects: (['chromium', 'firefox'] as const).map((name) => ({
		name,
		use: { browserName: name, launchOptions: launchOptions(name) }
	})),
	webServer: {
		command: 'npm run preview',
		url: `http://localhost:${port}`,
		reuseExistingServer: process.env.CI === undefined,
		env: { PORT: String(port) }
	}
});
