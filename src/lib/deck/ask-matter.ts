import * as v from 'valibot';
import { CHECKS } from '../predict/index.ts';
import { text } from './matter.ts';

const Option = v.strictObject({
	say: text('say'),
	why: text('why'),
	when: v.optional(text('when'))
});

/** The same as it stands above a slide. Each answer of its check has one option that stands for it. */
const Question = v.pipe(
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
		),
		reveal: v.optional(v.literal('choice', 'reveal can only be choice'))
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

/** All that a slide asks, in the order in which it does. */
export const AskMatter = v.pipe(
	v.array(Question, 'ask must be a list of questions'),
	v.nonEmpty('ask is empty'),
	v.check(
		(asks) => new Set(asks.map(({ check }) => check)).size === asks.length,
		'ask has the same check twice'
	)
);
