import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { deck } from './src/lib/deck/plugin.ts';
import { broker } from './src/lib/signaling/broker-plugin.ts';
import { announcer } from './src/lib/state/announcer.ts';
import { chunks } from './src/lib/state/chunks.ts';
import { faces } from './src/lib/state/faces.ts';
import { lateImports } from './src/lib/state/late-imports.ts';
import { pageModules } from './src/lib/state/page-modules.ts';
import { withCollector } from './tests/tools/browsers.js';
import { INTERNALS } from './tests/tools/internals.ts';

const port = Number(process.env.PORT ?? 4173);

export default defineConfig({
	plugins: [
		deck(),
		pageModules(),
		lateImports(),
		announcer(),
		faces(),
		chunks(),
		broker(),
		sveltekit()
	],
	// A face of the type inside a style sheet would be one that the site's policy does not know.
	build: { assetsInlineLimit: 0 },
	server: { fs: { allow: ['content'] } },
	preview: { port, strictPort: true },
	test: {
		// A busy machine may take its time; what is measured is measured in benchmarks.
		testTimeout: 30_000,
		expect: { poll: { timeout: 20_000 } },
		projects: [
			{
				extends: true,
				test: {
					name: 'pure',
					environment: 'node',
					// Nothing in them changes what is global, so each module is read once for all files.
					isolate: false,
					// Some measure what the processor spends, for which a busy machine may take a minute or two.
					testTimeout: 180_000,
					include: ['tests/**/*.test.ts'],
					exclude: ['tests/**/*.browser.test.ts']
				}
			},
			{
				extends: true,
				test: {
					name: 'browsers',
					include: ['tests/**/*.browser.test.ts'],
					globalSetup: ['tests/tools/surroundings.ts'],
					setupFiles: ['tests/tools/leave-nothing.ts'],
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						commands: INTERNALS,
						instances: (['chromium', 'firefox'] as const).map((browser) => ({
							browser,
							provider: playwright({ launchOptions: withCollector(browser) })
						}))
					}
				}
			}
		]
	}
});
