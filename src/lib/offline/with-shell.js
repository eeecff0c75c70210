/** Where SvelteKit has the pages that were rendered, from where they are previewed and copied. */
const PAGES = 'output/prerendered/pages';

/**
 * The same adapter, which puts one more page beside the others: `shell.html`, which starts the client and shows
 * nothing of its own. It is what SvelteKit makes for addresses that there are not (`404.html`), under a name by which
 * every server has it as a page like any other: asked for by its own, that is answered with 404 by some, and is
 * not there at all in a preview.
 *
 * @param {import('@sveltejs/kit').Adapter} adapter
 * @returns {import('@sveltejs/kit').Adapter}
 */
export function withShell(adapter) {
	return {
		...adapter,
		async adapt(builder) {
			await builder.generateFallback(`${builder.getBuildDirectory(PAGES)}/shell.html`);
			await adapter.adapt(builder);
		}
	};
}
