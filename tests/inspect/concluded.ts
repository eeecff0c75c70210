import { Reading, type Answer, type Head } from '../../src/lib/inspect';
import { distillWhole } from '../../src/lib/rtc/stats';

/** What is answered to a text that somebody pasted. */
export async function headOf(text: string): Promise<Head> {
	const answers: Answer[] = [];
	const reading = new Reading(distillWhole, (answer) => answers.push(answer));
	await reading.take({ id: 1, key: 1, source: text, cast: null });
	const head = answers.find((one) => one.type === 'head')?.head;
	if (!head) throw new Error('no answer');
	return head;
}

/** The findings of a text in order, each with how much it matters. */
export async function findingsOf(text: string) {
	const head = await headOf(text);
	return head.kind === 'unknown' ? [] : head.conclusions.flatMap(({ findings }) => findings);
}

/** The names of the findings of a text that matter, in order. */
export async function mattersIn(text: string): Promise<string[]> {
	return (await findingsOf(text))
		.filter(({ severity }) => severity !== 'worth knowing')
		.map(({ id }) => id);
}
