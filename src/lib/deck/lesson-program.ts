import candidateFlowFile from '../call/candidate-flow.ts?raw';
import letFlowFile from '../call/let-flow.ts?raw';
import testPatternFile from '../rtc/test-pattern.ts?raw';
import whenConnectedFile from '../rtc/when-connected.ts?raw';
import queueFile from '../signaling/queue.ts?raw';
import { besideOf } from './code';
import { operable, stepOf } from '../lessons/performed';
import type { Step } from '../steps/step';
import type { Lesson } from './content';
import personFile from './program/person.ts?raw';
import runLessonFile from './program/run-lesson.ts?raw';
import tellRefusalsFile from './program/tell-refusals.ts?raw';
import { head, indent, operations, PICTURES, script, titleOf, type Sources } from './program-parts';

const lessonFiles = import.meta.glob<readonly Step[]>('../steps/*/index.ts', {
	import: 'steps',
	eager: true
});
const STEPS = operable(
	Object.fromEntries(
		Object.entries(lessonFiles).map(([path, steps]) => [path.split('/').at(-2)!, steps])
	)
);

/** What the steps stand on, each before what uses it. */
const RUNTIME = [
	queueFile,
	candidateFlowFile,
	letFlowFile,
	whenConnectedFile,
	personFile,
	tellRefusalsFile,
	runLessonFile
];

/** Servers are whoever’s that has them: the site knows of none. */
const SERVERS = `// Enter servers of your own: { urls: 'stun:…' }, and { urls: 'turn:…', username: '…', credential: '…' }.
const servers = { stun: [], turn: [] };

`;

/**
 * The program of a lesson: one HTML file without dependencies that performs what the lesson builds on when
 * it is opened, and then one of its steps a press. The steps stand first, and below them what they stand
 * on. For the build only.
 */
export function lessonProgram({ title, course }: Lesson, sources: Sources): string {
	const { steps, begins, wire } = course;
	const [before, own] = [steps.slice(0, begins), steps.slice(begins)].map((part) =>
		part.map(({ id }) => `${indent(stepCode(id, sources))},\n`).join('')
	) as [string, string];
	const uses = (word: RegExp) => word.test(before + own);
	const beside = new Set(steps.flatMap(({ id }) => besideOf(id)));
	const runtime = [...(uses(/\btestPattern\(/) ? [testPatternFile] : []), ...beside, ...RUNTIME];
	return `${head(title)}
<p>Both peers are in this page. ${begins > 0 ? 'What the lesson begins with was performed when it was opened' : 'Nothing was performed yet'}; each press performs one step.
With “?run” at the end of the address all are performed at once, but for the one that ends the call.</p>
<p>John: <output id="john-state">no connection</output>. Jane: <output id="jane-state">no connection</output>.</p>
${uses(/\.remote\b/) ? `${PICTURES}\n` : ''}<p><button id="next" disabled>Next</button> <output id="ahead"></output></p>
<ol id="lesson"></ol>
<details${begins > 0 ? '' : ' hidden'}><summary>Performed before</summary><ol id="before"></ol></details>

<script type="module">
${uses(/\bservers\./) ? SERVERS : ''}// Performed when the page is opened.
const before = [
${before}];

// The lesson: one step a press.
const lesson = [
${own}];

await runLesson(before, lesson, '${wire}');
</script>

<!-- What the steps stand on. It is there before they are performed: a module waits for the end of the page. -->
<script>
'use strict';
${runtime.map(script).join('\n')}</script>
</html>
`;
}

/** A step as an object: its title, and what each of the two does in it. */
function stepCode(id: string, sources: Sources): string {
	const { awaits, ends } = stepOf(STEPS, id);
	const members = [
		`title: '${titleOf(id).replace(/['\\]/g, '\\$&')}'`,
		...(awaits ? [`awaits: '${awaits}'`] : []),
		...(ends ? ['ends: true'] : []),
		...operations(id, sources).map(({ peer, code }) => method(peer, code))
	];
	return `{\n${indent(members.join(',\n'))}\n}`;
}

function method(peer: string, code: string): string {
	const isAsync = /\bawait\b/.test(code) ? 'async ' : '';
	const mine = /\bwire\./.test(code) ? '{ wire }' : '';
	return `${isAsync}${peer}(${mine}) {\n${indent(code)}\n}`;
}
