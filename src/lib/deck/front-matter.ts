import * as v from 'valibot';
import { parse } from 'yaml';
import { WIRES } from '../lessons/course.ts';
import { FIRST_LESSON } from '../lessons/names.ts';
import { EVERY_LESSON, SERVER_KINDS } from '../lessons/needs.ts';
import { AskMatter } from './ask-matter.ts';
import { isContact } from './contact.ts';
import { text } from './matter.ts';

/** The line of a wall, in characters without marks: what a link to the slide is described by as well. */
const LEAST_LINE = 15;

/** What the slide says on a wall, where only a sentence or two can be read. */
const StageMatter = v.strictObject({
	line: v.optional(
		v.pipe(
			text('line'),
			v.check(
				(line) => line === '' || line.replace(/[`*]/g, '').length >= LEAST_LINE,
				`line is shorter than ${LEAST_LINE} characters, and is to describe the page as well`
			)
		)
	),
	after: v.optional(text('after')),
	points: v.optional(
		v.pipe(v.array(text('a point'), 'points must be a list'), v.nonEmpty('points is empty'))
	)
});

/** What stands above a slide. */
export const SlideMatter = v.strictObject({
	title: text('title'),
	step: v.optional(v.string('step must be the id of a step')),
	notes: v.optional(v.string('notes must be text')),
	ask: v.optional(AskMatter),
	stage: v.optional(StageMatter)
});

const minutes = v.pipe(
	v.number('minutes must be a number'),
	v.check((value) => value > 0 && value <= 600, 'minutes must be more than 0 and at most 600')
);

/** Where a lesson begins: `fresh`, or `<lesson>/<step>`, which is performed before it. */
const begins = v.pipe(
	text('begins'),
	v.check(
		(value) => value === 'fresh' || /^[a-z0-9-]+\/[a-z0-9-]+$/.test(value),
		(issue) => `begins is "${issue.input}", which is neither fresh nor <lesson>/<step>`
	)
);

const path = v.pipe(
	text('a need of the browser'),
	v.check(
		(value) => /^[A-Za-z]\w*(\.\w+)*$/.test(value),
		(issue) =>
			`needs has "${issue.input}", which is no path: RTCPeerConnection.prototype.restartIce is one`
	)
);

/** What a lesson cannot be performed without. */
const NeedsMatter = v.strictObject({
	browser: v.pipe(
		v.optional(v.array(path, 'needs.browser must be a list'), []),
		v.transform((paths) => [EVERY_LESSON, ...paths])
	),
	servers: v.optional(
		v.array(
			v.picklist(SERVER_KINDS, `needs.servers must be a list of ${SERVER_KINDS.join(' and ')}`),
			'needs.servers must be a list'
		),
		[]
	)
});

/** What `lesson.yaml` says of a lesson. */
export const LessonMatter = v.strictObject({
	title: text('title'),
	summary: text('summary'),
	minutes,
	begins: v.optional(begins, 'fresh'),
	wire: v.optional(v.picklist(WIRES, `wire must be ${WIRES.join(' or ')}`), 'held'),
	needs: v.optional(NeedsMatter, {})
});

/** What `act.yaml` says of an act. */
export const ActMatter = v.strictObject({
	title: text('title'),
	short: text('short'),
	minutes
});

/** An act of a deck: its slug, or its slug with what differs from the act as it is in `content/`. */
const DeckAct = v.lazy((input) =>
	typeof input === 'object' && input !== null
		? v.strictObject({
				act: text('act'),
				minutes: v.optional(minutes),
				slides: v.optional(
					v.pipe(
						v.array(text('a slide'), 'slides must be a list of slugs'),
						v.nonEmpty('slides is empty')
					)
				)
			})
		: v.pipe(
				text('an act'),
				v.transform((act) => ({ act, minutes: undefined, slides: undefined }))
			)
);

const oneContact = v.pipe(
	text('contact'),
	v.check(
		isContact,
		(issue) =>
			`the contact "${issue.input}" is neither an e-mail address nor an address that begins with https://`
	)
);

/** Where the speaker is reached: one contact or a list. */
const DeckContact = v.lazy((input) =>
	Array.isArray(input)
		? v.pipe(v.array(oneContact), v.nonEmpty('contact is empty'))
		: v.pipe(
				oneContact,
				v.transform((contact) => [contact])
			)
);

/** What a file of `content/decks` says of a talk. */
export const DeckMatter = v.strictObject({
	/** The lesson that it shows. */
	lesson: v.optional(text('lesson'), FIRST_LESSON),
	title: text('title'),
	speaker: v.optional(text('speaker')),
	contact: v.optional(DeckContact),
	date: v.optional(
		v.pipe(
			text('date'),
			v.check(isDate, (issue) => `date is "${issue.input}", which is no day written YYYY-MM-DD`)
		)
	),
	language: v.optional(
		v.pipe(
			text('language'),
			v.check(
				isLanguage,
				(issue) =>
					`language is "${issue.input}", which is no language tag (BCP 47) such as en or pt-BR`
			)
		),
		'en'
	),
	minutes: v.optional(minutes),
	/** The deck that the talk goes on with, by its name. */
	then: v.optional(text('then')),
	/** Whether its slides ask. */
	questions: v.optional(v.boolean('questions must be true or false'), true),
	acts: v.optional(v.pipe(v.array(DeckAct, 'acts must be a list'), v.nonEmpty('acts is empty')))
});

/** ISO 8601, a day that there is: not 2026-02-30. */
function isDate(value: string): boolean {
	const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(value) : NaN;
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** Well-formed by BCP 47, and a language that has a name. */
function isLanguage(value: string): boolean {
	try {
		const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
		return names.of(value) !== undefined;
	} catch {
		return false;
	}
}

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
	if (issue.input === undefined) return `${key} is missing`;
	const within = key.split('.').slice(0, -1).join('.');
	return within ? `${within}: ${issue.message}` : issue.message;
}
