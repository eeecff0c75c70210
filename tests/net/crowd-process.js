/** A part of a crowd, in a process of its own: it does what `part-of-crowd.ts` says, as whoever has started it asks. */
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const { ssrLoadModule } = await createServer({
	configFile: false,
	appType: 'custom',
	resolve: { alias: { $lib: fileURLToPath(new URL('../../src/lib', import.meta.url)) } },
	optimizeDeps: { noDiscovery: true },
	server: { middlewareMode: true, ws: false, watch: null }
});
const { beCrowd } = await ssrLoadModule('/tests/net/part-of-crowd.ts');
beCrowd();
