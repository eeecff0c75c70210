import * as v from 'valibot';
import { CHECKS } from '../predict/index.ts';

/** What may be chosen, and what is to be said of whoever chose it. */
export interface Option {
	say: string;
	/** Why it is so, or why one may well think so. */
	why: string;
	/** The answer of the check that it stands for; absent where a call never answers so. */
	when?: string | undefined;
}

/** A question that a slide asks before its step; the call answers it. */
export interface Ask {
	question: string;
	/** The name of the check that reads the answer from the call. */
	check: string;
	options: Option[];
}

const text = (key: string) =>
	v.pipe(v.string(`${key} must be text`), v.trim(), v.nonEmpty(`${key} is empty`));

const Option = v.strictObject({
	say: text('say'),
	why: text('why'),
	when: v.optional(text('when'))
});

/** The same as it stands above a slide. Each answer of its check has one option that stands for it. */
export const AskMatter = v.pipe(
	v.strictObject({
		question: text('question'),
		check: v.pipe(
			text('check'),
			v.check(
				(name) => Object.hasOwn(CHECKS, name),
				(issue) => `there is no check "${issue.input}" in src/lib/predict`
			)
		),
		options: v.pipe(
			v.array(Option, 'options must be a list'),
			v.minLength(2, 'options: two at least'),
			v.maxLength(4, 'options: four at most')
		)
	}),
	v.check(
		({ check, options }) => {
			const stand = options.flatMap(({ when }) => when ?? []).sort();
			return String(stand) === String([...(CHECKS[check]?.answers ?? stand)].sort());
		},
		(issue) =>
			`each of the answers ${CHECKS[issue.input.check]?.answers.map((one) => `"${one}"`).join(', ')} needs one option with when`
	)
);
