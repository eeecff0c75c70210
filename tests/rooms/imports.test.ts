import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { circlesIn } from './circles';
import { faultOf, PURE, ROOMS, roomOf } from './rooms';
import { codeFiles, globalsOf, importsAmong, importsOf } from './scan';

const SITE = codeFiles('src');
const inRoom = (room: string) => SITE.filter((file) => roomOf(file) === room);

describe('the rooms', () => {
	it('are all in the list that orders them', () => {
		const folders = readdirSync('src/lib', { withFileTypes: true })
			.filter((entry) => entry.isDirectory())
			.map(({ name }) => name);
		expect(ROOMS).toEqual(expect.arrayContaining(folders));
	});

	it.each(ROOMS)('%s imports only from the rooms above it', (room) => {
		const files = inRoom(room);
		expect(files).not.toEqual([]);
		const faults = files
			.flatMap((file) => importsOf(file))
			.map(faultOf)
			.filter((fault) => fault !== null);
		expect(faults).toEqual([]);
	});

	it.each(PURE)('%s uses nothing of a browser when it is loaded', (room) => {
		const used = inRoom(room).flatMap((file) =>
			globalsOf(file, 'module').map(({ name, line }) => `${file}:${line} uses ${name}`)
		);
		expect(used).toEqual([]);
	});

	it.each(['sdp', 'ice', 'trace'])('%s uses nothing of a browser at all', (room) => {
		const used = inRoom(room).flatMap((file) =>
			globalsOf(file, 'anywhere').map(({ name, line }) => `${file}:${line} uses ${name}`)
		);
		expect(used).toEqual([]);
	});

	it('are used by the slides only through their components', () => {
		const imports = codeFiles('content').flatMap((file) => importsOf(file));
		expect(imports.length).toBeGreaterThan(0);
		const others = imports.filter(({ target }) => roomOf(target) !== 'ui');
		expect(others.map(({ file, specifier }) => `${file} imports "${specifier}"`)).toEqual([]);
	});

	it('have no two files that import each other, be it round about or by type alone', () => {
		const circles = circlesIn(importsAmong(SITE));
		expect(circles.map((circle) => circle.join(' → '))).toEqual([]);
	});

	it('know nothing of the tests', () => {
		const imports = SITE.flatMap((file) => importsOf(file));
		expect(imports.filter(({ target }) => target.startsWith('tests/'))).toEqual([]);
	});
});

describe('the search for circles', () => {
	/** The circles of files that import what stands in their texts. */
	const circles = (texts: Record<string, string>) =>
		circlesIn(importsAmong(Object.keys(texts), (file) => texts[file]));

	it('finds two files that import each other', () => {
		expect(
			circles({
				'src/lib/deck/a.ts': `import { b } from './b';`,
				'src/lib/deck/b.ts': `export { a } from './a';`
			})
		).toEqual([['src/lib/deck/a.ts', 'src/lib/deck/b.ts', 'src/lib/deck/a.ts']]);
	});

	it('finds a circle that only types close, through a folder, a component and a rune', () => {
		expect(
			circles({
				'src/lib/ui/page/index.ts': `export { default } from './Page.svelte';`,
				'src/lib/ui/page/Page.svelte': `<script lang="ts">import { s } from '$lib/ui/s.svelte';</script>`,
				'src/lib/ui/s.svelte.ts': `let all: import('./page').Page;`
			})
		).toHaveLength(1);
	});

	it('finds a file that imports itself', () => {
		expect(
			circles({ 'src/lib/ui/Tree.svelte': `<script>import T from './Tree.svelte'</script>` })
		).toEqual([['src/lib/ui/Tree.svelte', 'src/lib/ui/Tree.svelte']]);
	});

	it('names each knot once, by the shortest way round', () => {
		expect(
			circles({
				'src/a.ts': `import './b'; import './x';`,
				'src/b.ts': `import './c';`,
				'src/c.ts': `import './a'; import './b';`,
				'src/x.ts': `import './y';`,
				'src/y.ts': `import './x';`
			})
		).toEqual([
			['src/x.ts', 'src/y.ts', 'src/x.ts'],
			['src/b.ts', 'src/c.ts', 'src/b.ts']
		]);
	});

	it('finds none where two ways lead to one file', () => {
		expect(
			circles({
				'src/a.ts': `import './b'; import './c';`,
				'src/b.ts': `import './d';`,
				'src/c.ts': `import './d'; import 'a';`,
				'src/d.ts': ''
			})
		).toEqual([]);
	});
});

describe('the scanner', () => {
	const targets = (file: string, text: string) => importsOf(file, text).map(({ target }) => target);

	it('finds every kind of import', () => {
		const text = `
			import a from './a';
			import type { B } from '../trace';
			import '$lib/ui/theme.css';
			export * from '../rtc/live';
			const c = await import('$lib/call/walk');
			type D = import('../deck').Slide;
			const e = import.meta.glob('/content/**/*.md');
			import { slides } from 'virtual:deck';
			import q from '../signaling/queue.ts?raw';
			import { setup } from 'xstate';
		`;
		expect(targets('src/lib/state/one.ts', text)).toEqual([
			'src/lib/state/a',
			'src/lib/trace',
			'src/lib/ui/theme.css',
			'src/lib/rtc/live',
			'src/lib/call/walk',
			'src/lib/deck',
			'content/**/*.md',
			'src/lib/deck/plugin',
			'src/lib/signaling/queue.ts',
			'xstate'
		]);
	});

	it('reads no import in a comment or in a text', () => {
		expect(targets('src/lib/sdp/one.ts', `// import './a'\nconst b = "import './c'";`)).toEqual([]);
	});

	it('reads the scripts of a component, and counts its lines', () => {
		const text = `<p>import 'x'</p>\n<script module>\nimport './a';\n</script>\n<script lang="ts">\n\timport './b';\n</script>\n`;
		expect(
			importsOf('src/lib/ui/One.svelte', text).map(({ specifier, line }) => [specifier, line])
		).toEqual([
			['./a', 3],
			['./b', 6]
		]);
	});

	it.each([
		[
			'src/lib/steps/one.ts',
			'../call/walk',
			/src\/lib\/steps\/one\.ts:1 .*"\.\.\/call\/walk".*steps stands above call/
		],
		['src/lib/trace/one.ts', 'svelte', /trace is pure/],
		['src/lib/ice/one.ts', 'node:fs', /ice is pure/],
		['src/lib/rtc/one.ts', '$lib/signaling/queue', /rtc stands above signaling/],
		['src/lib/ui/one.ts', '../../routes/x', /ui stands above routes/],
		['src/lib/attic/one.ts', './two', /"attic" is not in the list of rooms/],
		['src/lib/call/one.ts', '../../../tests/call/scripted', /does not know its tests/]
	])('finds fault with %s that imports "%s"', (file, specifier, says) => {
		expect(faultOf(importsOf(file, `import '${specifier}';`)[0]!)).toMatch(says);
	});

	it.each([
		['src/lib/call/one.ts', '../rtc/live'],
		['src/lib/call/one.ts', './two'],
		['src/lib/call/one.ts', 'xstate'],
		['src/lib/trace/one.ts', 'valibot'],
		['src/lib/trace/one.ts', '../sdp'],
		['src/routes/+page.ts', '$lib/deck']
	])('finds no fault with %s that imports "%s"', (file, specifier) => {
		expect(faultOf(importsOf(file, `import '${specifier}';`)[0]!)).toBeNull();
	});

	it('tells a browser’s name from a member, a type and a parameter that are called alike', () => {
		const text = `
			interface Scope { navigator: Navigator; RTCPeerConnection: typeof RTCPeerConnection }
			const scope = { document: 1, window };
			scope.document;
			const run = ({ navigator }: Scope) => navigator;
			const made = document.title;
		`;
		expect(globalsOf('src/lib/steps/one.ts', 'module', text)).toEqual([
			{ name: 'window', line: 3 },
			{ name: 'document', line: 6 }
		]);
	});

	it('finds a browser’s name in a function only where it is asked to', () => {
		const text = 'const now = () => document.title;';
		expect(globalsOf('src/lib/sdp/one.ts', 'module', text)).toEqual([]);
		expect(globalsOf('src/lib/sdp/one.ts', 'anywhere', text)).toHaveLength(1);
	});
});
