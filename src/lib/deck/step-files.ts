import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runnerImport } from 'vite';
import type { Step } from '../steps/step.ts';

/**
 * The steps of all lessons, by their slugs, as they are in their folders: `<lesson>/index.ts` of each
 * exports `steps`. For the build only.
 *
 * @param folder path of `src/lib/steps`
 * @throws what a module of theirs throws
 */
export async function stepsIn(folder: string): Promise<Record<string, readonly Step[]>> {
	const lessons = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'index.ts')));
	const loaded = await Promise.all(
		lessons.map(async (lesson) => {
			const { module } = await runnerImport<{ steps: readonly Step[] }>(
				resolve(folder, lesson, 'index.ts'),
				{ configFile: false, root: resolve('.'), logLevel: 'error' }
			);
			return [lesson, module.steps] as const;
		})
	);
	return Object.fromEntries(loaded);
}
