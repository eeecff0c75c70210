import adapter from '@sveltejs/adapter-static';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { mdsvex } from 'mdsvex';
import { markdown, TABS } from './src/lib/deck/markdown.js';
import { withShell } from './src/lib/offline/with-shell.js';

const base = /** @type {'' | `/${string}`} */ (process.env.BASE_PATH ?? '');

/**
 * The source of an inline script, as a policy names it (CSP Level 3, 2.3.1).
 * @param {string} text
 * @returns {`sha256-${string}`}
 */
const sourceOf = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** The script in the template, which runs before the first paint. */
const [, themeScript = ''] =
	/<script>([^]*?)<\/script>/.exec(readFileSync('src/app.html', 'utf8')) ?? [];

/** @type {import('@sveltejs/kit').Config} */
export default {
	extensions: ['.svelte', '.md'],
	preprocess: [vitePreprocess(), mdsvex(markdown({ base }))],
	kit: {
		adapter: withShell(adapter({ fallback: '404.html' })),
		alias: { $content: 'content' },
		files: { assets: 'src/static' },
		paths: { base },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self', sourceOf(themeScript)],
				'style-src': ['self'],
				'img-src': ['self', 'data:'],
				'font-src': ['self'],
				// A room for two machines is at whatever broker somebody names under “Network”.
				'connect-src': ['self', 'ws:', 'wss:'],
				'media-src': ['self', 'blob:'],
				'worker-src': ['self'],
				'manifest-src': ['self'],
				'base-uri': ['none'],
				'form-action': ['none'],
				'require-trusted-types-for': ['script'],
				'trusted-types': ['svelte-trusted-html', 'parley']
			}
		},
		// The site registers it itself: never while it is developed.
		serviceWorker: { register: false },
		prerender: {
			handleHttpError: 'fail',
			handleMissingId({ id, message }) {
				// The tabs come with what shows the call.
				if (!Object.values(TABS).some((tab) => id === `tab-${tab}`)) throw new Error(message);
			}
		},
		typescript: {
			config: (config) => {
				config.include.push(
					'../content/**/*.md',
					'../*.ts',
					'../*.js',
					'../.config/**/*.js',
					'../tests/**/*.js'
				);
				return config;
			}
		}
	}
};
