import * as v from 'valibot';
import { STEPS } from '../steps';

const title = v.pipe(v.string('title is missing'), v.trim(), v.nonEmpty('title is empty'));

/** What stands above a slide. */
export const SlideMatter = v.strictObject(
	{
		title,
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
	},
	(issue) => `${issue.expected === 'never' ? 'unknown key' : 'expected'} ${issue.received}`
);

/** What `act.yaml` says of an act. */
export const ActMatter = v.strictObject({
	title,
	short: v.pipe(v.string('short is missing'), v.trim(), v.nonEmpty('short is empty'))
});
