import { lessonOf } from '../lessons/names';
import { cutOperations, type Cut } from './cut';
import { highlight } from './highlight.js';
import { javaScriptOf } from './javascript';

const files = import.meta.glob<string>('../steps/*/*.ts', {
	query: '?raw',
	import: 'default',
	eager: true
});

/** The code of an operation, as text and as highlighted HTML. */
export interface StepCode extends Cut {
	html: string;
}

/**
 * The operations of a step, cut from its own file. For the build only.
 * @throws an `Error` for a step whose file is missing or has no operation
 */
export function operationsOf(step: string): Cut[] {
	const lesson = lessonOf(step);
	const path = `${lesson}/${step.slice(step.indexOf('/') + 1)}.ts`;
	const text = files[`../steps/${path}`];
	if (text === undefined) throw new Error(`src/lib/steps/${path} is missing`);
	return cutOperations(text);
}

/**
 * The files beside the file of a step that it takes something from, whole. For the build only.
 * @throws an `Error` for a file that is missing
 */
export function besideOf(step: string): string[] {
	const lesson = lessonOf(step);
	const own = files[`../steps/${lesson}/${step.slice(step.indexOf('/') + 1)}.ts`] ?? '';
	return [...own.matchAll(/^import [^;]*? from '\.\/([\w-]+)(?:\.ts)?';$/gm)].map(([, name]) => {
		const text = files[`../steps/${lesson}/${name}.ts`];
		if (text === undefined) throw new Error(`src/lib/steps/${lesson}/${name}.ts is missing`);
		return text;
	});
}

/**
 * The code that a step's panel shows: what is done, and below it what that takes from files beside the step, so that nothing
 * is called whose values are not in sight. For the build only.
 */
export async function codeOf(step: string): Promise<StepCode[]> {
	const beside = besideOf(step).map(shown);
	return Promise.all(
		operationsOf(step).map(async (cut) => {
			const code = [cut.code, ...beside].join('\n\n');
			return { ...cut, code, html: await highlight(code, 'js') };
		})
	);
}

/** A file beside a step without its types, its comments, and what ties it to other files. */
function shown(file: string): string {
	return javaScriptOf(file.replace(/^\/\*\*[\s\S]*?\*\/\n/gm, ''))
		.replace(/^export /gm, '')
		.trim();
}
