import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { readDeck } from './read-deck.ts';

const ID = 'virtual:deck';

/**
 * Vite plugin: reads and checks the slides before anything is built, and offers the result as the
 * module `virtual:deck`. A fault in the content fails the build with file and reason.
 */
export function deck(folder = 'content'): Plugin {
	return {
		name: 'parley:deck',
		buildStart() {
			readDeck(resolve(folder));
		},
		resolveId(id) {
			return id === ID ? `\0${ID}` : undefined;
		},
		load(id) {
			if (id !== `\0${ID}`) return;
			const { acts, slides } = readDeck(resolve(folder));
			return `export const acts = ${JSON.stringify(acts)};\nexport const slides = ${JSON.stringify(slides)};`;
		},
		configureServer(server) {
			server.watcher.add(resolve(folder));
			server.watcher.on('all', (event, path) => {
				if (event === 'change' || !path.startsWith(resolve(folder))) return;
				const module = server.moduleGraph.getModuleById(`\0${ID}`);
				if (module) server.moduleGraph.invalidateModule(module);
				server.ws.send({ type: 'full-reload' });
			});
		}
	};
}
