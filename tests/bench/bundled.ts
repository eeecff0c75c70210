import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';

/**
 * A module of the product as it is shipped: bundled into one. The test runner turns each use of an
 * import into a look-up, which would be measured too.
 * @param path relative to the folder of the measurements
 * @returns the module's exports
 */
export async function bundled<T>(path: string): Promise<T> {
	const input = fileURLToPath(new URL(path, import.meta.url));
	const built = (await build({
		configFile: false,
		logLevel: 'error',
		build: { ssr: input, write: false, target: 'node20', minify: false }
	})) as Rolldown.RolldownOutput;
	const { code } = built.output[0];
	const url = `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`;
	return (await import(/* @vite-ignore */ url)) as T;
}
