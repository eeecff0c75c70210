import * as v from 'valibot';
import { parse } from 'yaml';
import { STEPS } from '../steps/index.ts';

const text = (key: string) =>
	v.pipe(v.string(`${key} must be text`), v.trim(), v.nonEmpty(`${key} is empty`));

/** What stands above a slide. */
export const SlideMatter = v.strictObject({
	title: text('title'),
	step: v.optional(
		v.pipe(
			v.string('step must be the id of a step'),
			v.check(
				(id) => STEPS.some((step) => step.id === id),
				(issue) => `there is no step "${issue.input}" in src/lib/steps`
			)
		)
	),
	notes: v.optional(v.string('notes must be text'))
});

/** What `act.yaml` says of an act. */
export const ActMatter = v.strictObject({ title: text('title'), short: text('short') });

/** Front matter that was read: as it should be, or what is wrong with it. */
export type Matter<T> = { ok: true; value: T } | { ok: false; value: unknown; faults: string[] };

/** Reads YAML and checks it. Each fault is a sentence without a file. */
export function readMatter<T extends v.GenericSchema>(
	schema: T,
	yaml: string
): Matter<v.InferOutput<T>> {
	let value: unknown;
	try {
		value = parse(yaml) ?? {};
	} catch (error) {
		const [reason] = (error as Error).message.split('\n');
		return { ok: false, value: null, faults: [`the front matter is not YAML: ${reason}`] };
	}
	if (typeof value !== 'object' || Array.isArray(value)) {
		return { ok: false, value, faults: ['the front matter has no keys: it must give a title'] };
	}
	const result = v.safeParse(schema, value);
	return result.success
		? { ok: true, value: result.output }
		: { ok: false, value, faults: result.issues.map(faultOf) };
}

function faultOf(issue: v.BaseIssue<unknown>): string {
	const key = v.getDotPath(issue) ?? '';
	if (issue.expected === 'never') return `unknown key "${key}"`;
	return issue.input === undefined ? `${key} is missing` : issue.message;
}
