import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { mdsvex } from 'mdsvex';
import { markdown } from './src/lib/deck/markdown.js';

const base = /** @type {'' | `/${string}`} */ (process.env.BASE_PATH ?? '');

/** @type {import('@sveltejs/kit').Config} */
export default {
	extensions: ['.svelte', '.md'],
	preprocess: [vitePreprocess(), mdsvex(markdown({ base }))],
	kit: {
		adapter: adapter({ fallback: '404.html' }),
		alias: { $content: 'content' },
		files: { assets: 'src/static' },
		paths: { base },
		// The site registers it itself: never while it is developed.
		serviceWorker: { register: false },
		prerender: { handleHttpError: 'fail', handleMissingId: 'fail' },
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
