import { defineConfig } from '@playwright/test';
import { launchOptions } from './tests/tools/browsers.js';

const port = Number(process.env.PORT ?? 4173);
/** Where the site that is tested lies, as it was built: `/parley` on many a host. */
const base = process.env.BASE_PATH ?? '';
const site = `http://localhost:${port}${base}/`;

/** What is run: WHOLE=1 each test once, LONG=1 (npm run test:long) the long matrices and soaks as well. */
const { LONG, WHOLE } = process.env;
const isLong = LONG === '1';

/**
 * A telling sample is `npm test`: of each kind of behaviour what fails first where it breaks. In Firefox,
 * which is driven slowly, it is what may differ between browsers.
 */
const TELLING = { chromium: /@telling/, firefox: /@telling(?!-chromium)/ };

/**
 * What is left to the long run: long matrices in both browsers, and in Firefox also what another test
 * of the same behaviour, or the same document in Chromium, stands for.
 */
const LATER = { chromium: /@long/, firefox: /@long|@later/ };

const chosen = (name: 'chromium' | 'firefox') =>
	isLong
		? {}
		: WHOLE === '1'
			? { grepInvert: LATER[name] }
			: { grep: TELLING[name], grepInvert: /@long/ };

export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results',
	snapshotPathTemplate: 'tests/e2e/looks/{arg}{ext}',
	fullyParallel: true,
	workers: 2,
	forbidOnly: process.env.CI !== undefined,
	retries: 0,
	timeout: isLong ? 300_000 : 120_000,
	// What is waited for is a state; a busy machine may take its time to reach it.
	expect: { timeout: 45_000 },
	reporter: [['list']],
	use: {
		baseURL: site,
		trace: 'off',
		// A fresh context for each test would fetch the whole site each time; offline.spec.ts allows them.
		serviceWorkers: 'block',
		viewport: { width: 1440, height: 900 }
	},
	projects: (['chromium', 'firefox'] as const).map((name) => ({
		name,
		...chosen(name),
		use: { browserName: name, launchOptions: launchOptions(name) }
	})),
	webServer: {
		command: 'npm run preview',
		url: site,
		reuseExistingServer: process.env.CI === undefined,
		env: { PORT: String(port), BASE_PATH: base }
	}
});
