import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import type { Content } from './content.ts';
import { definitionsIn } from './definitions.ts';
import { readDeck } from './read-deck.ts';

/** What each module offers of the content. They are apart so that a page loads only what it shows. */
const MODULES: Record<string, (content: Content, folder: string) => Record<string, unknown>> = {
	'virtual:deck': ({ acts, slides }) => ({ acts, slides }),
	'virtual:outline': ({ slides }) => ({
		outline: slides.map(({ slug, act, title }) => ({ slug, act, title }))
	}),
	'virtual:vocabulary': ({ slides }, folder) => {
		const slide = slides.find(({ slug }) => slug === 'vocabulary');
		const text = slide ? readFileSync(join(folder, slide.file), 'utf8') : '';
		return { vocabulary: definitionsIn(text) };
	},
	'virtual:decks': ({ decks }) => ({ decks }),
	'virtual:notes': ({ notes }) => ({ notes })
};

/**
 * Vite plugin: reads and checks the content before anything is built, and offers the result as the
 * modules above. A fault fails the build with file and reason.
 */
export function deck(folder = 'content'): Plugin {
	return {
		name: 'parley:deck',
		buildStart() {
			readDeck(resolve(folder));
		},
		resolveId(id) {
			return id in MODULES ? `\0${id}` : undefined;
		},
		load(id) {
			const offered = id.startsWith('\0') ? MODULES[id.slice(1)] : undefined;
			if (!offered) return;
			return Object.entries(offered(readDeck(resolve(folder)), resolve(folder)))
				.map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
				.join('\n');
		},
		configureServer(server) {
			server.watcher.add(resolve(folder));
			server.watcher.on('all', (event, path) => {
				// The text of a slide is a component, which is replaced by itself.
				const isText = event === 'change' && path.endsWith('.md');
				if (isText || !path.startsWith(resolve(folder))) return;
				for (const id of Object.keys(MODULES)) {
					const module = server.moduleGraph.getModuleById(`\0${id}`);
					if (module) server.moduleGraph.invalidateModule(module);
				}
				server.ws.send({ type: 'full-reload' });
			});
		}
	};
}
