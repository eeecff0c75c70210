import { existsSync } from 'node:fs';
import { preview } from 'vite';

/** The root of the project, where the site is built. */
const ROOT = new URL('../../', import.meta.url);

/**
 * Serves the built site for as long as a measurement lasts.
 * @returns its address, with a slash at its end, and what ends it
 * @throws where nothing was built
 */
export async function serveBuilt(): Promise<{ url: string; end: () => Promise<void> }> {
	if (!existsSync(new URL('build/index.html', ROOT))) {
		throw new Error('There is no built site to be measured: npm run build makes it.');
	}
	const server = await preview({
		root: ROOT.pathname,
		logLevel: 'silent',
		preview: { port: 0, strictPort: false }
	});
	return { url: server.resolvedUrls!.local[0]!, end: () => server.close() };
}
