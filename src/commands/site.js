// The built site, served for a command alone.
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { build, preview } from 'vite';

/** A port that nobody listens on. @returns {Promise<number>} */
function freePort() {
	return new Promise((done, fail) => {
		const server = createServer();
		server.once('error', fail);
		server.listen(0, '127.0.0.1', () => {
			const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
			server.close(() => done(port));
		});
	});
}

/**
 * Serves the built site, which is built where it is not there.
 * @param {boolean} isAnew whether it is built in any case
 * @returns where it is, and what ends it
 */
export async function serveSite(isAnew) {
	if (isAnew || !existsSync('build/print.html')) await build();
	const server = await preview({ preview: { port: await freePort(), strictPort: true } });
	return { address: String(server.resolvedUrls?.local[0]), close: () => server.close() };
}
