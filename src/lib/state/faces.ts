import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import subset from 'subset-font';
import type { Plugin } from 'vite';

const SERIF = '@fontsource-variable/source-serif-4/files/source-serif-4-latin';
const MONO = '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin';

/** The faces by their names here, and the files of the packages that they are made from. */
const FACES = {
	'source-serif-4': `${SERIF}-opsz-normal.woff2`,
	'source-serif-4-italic': `${SERIF}-wght-italic.woff2`,
	'jetbrains-mono': `${MONO}-wght-normal.woff2`,
	'jetbrains-mono-ext': `${MONO}-ext-wght-normal.woff2`
};

/**
 * What is set in them: the weights from running text to a text's own bold, in all optical sizes that a face
 * has; letters with their accents, and figures of one width. Not the ligatures of code, which show another text
 * than there is, nor small capitals and the like, of which there is none here.
 */
const USED = {
	targetFormat: 'woff2',
	variationAxes: { wght: { min: 400, max: 700 } },
	keepFeatures: ['ccmp', 'kern', 'liga', 'locl', 'mark', 'mkmk', 'tnum']
} as const;

/** Every character that a face may have: what is pasted has more than what is written here. */
const CHARACTERS = Array.from({ length: 0xffff }, (_, code) => code)
	.filter((code) => code >= 0x20 && (code < 0xd800 || code > 0xdfff))
	.map((code) => String.fromCodePoint(code))
	.join('');

/** Makes a face, unless it was made before, of the same and in the same way. */
async function make(folder: string, name: string, file: string): Promise<string> {
	const whole = await readFile(createRequire(import.meta.url).resolve(file));
	const hash = createHash('sha256').update(whole).update(JSON.stringify(USED)).digest('hex');
	const path = join(folder, hash.slice(0, 12), `${name}.woff2`);
	if (await stat(path).catch(() => null)) return path;
	const face = await subset(whole, CHARACTERS, USED);
	await mkdir(join(path, '..'), { recursive: true });
	// Whoever builds at the same time finds it whole, or not at all.
	const half = `${path}.${process.pid}`;
	await writeFile(half, face);
	await rename(half, path);
	return path;
}

/**
 * Vite plugin: `url('faces/<name>.woff2')` in a style sheet is a face of the packages with the weights and
 * features that the site uses, which is about half of it.
 *
 * @throws fails the build where a package has a face no more, or it cannot be read
 */
export function faces(): Plugin {
	return {
		name: 'parley:faces',
		async config({ root = '.' }) {
			const folder = resolve(root, '.svelte-kit/faces');
			const alias = Object.entries(FACES).map(async ([name, file]) => ({
				find: `faces/${name}.woff2`,
				replacement: await make(folder, name, file)
			}));
			return { resolve: { alias: await Promise.all(alias) } };
		}
	};
}
