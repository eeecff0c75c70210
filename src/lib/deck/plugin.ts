import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { FIRST_LESSON } from '../lessons/names.ts';
import type { Content } from './content.ts';
import { deckModule } from './deck-module.ts';
import { definitionsIn } from './definitions.ts';
import { readDeck } from './read-deck.ts';
import { listed } from './listed-levels.ts';
import { stepsIn } from './step-files.ts';
import { lessonModule } from './lesson-module.ts';

/** What each module offers of the content. They are apart so that a page loads only what it shows. */
const MODULES: Record<string, (content: Content, folder: string) => Record<string, unknown>> = {
	'virtual:deck': ({ lessons }) => ({ lessons }),
	'virtual:outline': ({ lessons }) => ({
		outline: lessons
			.find(({ slug }) => slug === FIRST_LESSON)!
			.slides.map(({ slug, act, title }) => ({ slug, act, title }))
	}),
	'virtual:vocabulary': ({ lessons }, folder) => {
		const slide = lessons.flatMap(({ slides }) => slides).find(({ slug }) => slug === 'vocabulary');
		const text = slide ? readFileSync(join(folder, slide.file), 'utf8') : '';
		return { vocabulary: definitionsIn(text) };
	},
	'virtual:notes': ({ notes }) => ({ notes }),
	'virtual:levels': ({ topics }) => ({ topics }),
	'virtual:level-list': ({ topics }) => ({ topics: topics.map(listed) })
};

/** All lessons apart, and how they are imported: `virtual:lesson/call`, `virtual:lessons`. */
const LESSONS = /^\0virtual:lesson(?:s|\/([a-z0-9-]+))$/;

/** The same of decks: `virtual:deck/full`, `virtual:decks`. */
const DECKS = /^\0virtual:deck(?:s|\/([a-z0-9-]+))$/;

/**
 * Vite plugin: reads and checks the content before anything is built, and offers the result as the
 * modules above. A fault fails the build with file and reason.
 *
 * @param folder path of the content
 * @param steps path of the steps of all lessons
 */
export function deck(folder = 'content', steps = 'src/lib/steps'): Plugin {
	const read = async () => readDeck(resolve(folder), await stepsIn(steps));
	let known: Promise<Content> | null = null;
	const content = () => (known ??= read());
	return {
		name: 'parley:deck',
		async buildStart() {
			await content();
		},
		resolveId(id) {
			const isOurs = id in MODULES || [LESSONS, DECKS].some((one) => one.test(`\0${id}`));
			return isOurs ? `\0${id}` : undefined;
		},
		async load(id) {
			const lesson = LESSONS.exec(id);
			if (lesson) return lessonModule(await content(), lesson[1] ?? null);
			const talk = DECKS.exec(id);
			if (talk) return deckModule(await content(), talk[1] ?? null);
			const offered = id.startsWith('\0') ? MODULES[id.slice(1)] : undefined;
			if (!offered) return;
			return Object.entries(offered(await content(), resolve(folder)))
				.map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
				.join('\n');
		},
		configureServer(server) {
			const watched = [resolve(folder), resolve(steps)];
			server.watcher.add(watched);
			server.watcher.on('all', (event, path) => {
				if (!watched.some((one) => path.startsWith(one))) return;
				known = null;
				// The text of a slide is a component, which is replaced by itself.
				if (event === 'change' && path.endsWith('.md')) return;
				for (const id of server.moduleGraph.idToModuleMap.keys()) {
					const module = server.moduleGraph.getModuleById(id);
					if (module && id.startsWith('\0virtual:')) server.moduleGraph.invalidateModule(module);
				}
				server.ws.send({ type: 'full-reload' });
			});
		}
	};
}
