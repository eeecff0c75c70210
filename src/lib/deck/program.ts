import { FIRST_LESSON } from '../lessons/names';
import queueFile from '../signaling/queue.ts?raw';
import testPatternFile from '../rtc/test-pattern.ts?raw';
import { lessons, lessonWith } from './index';
import { lessonProgram } from './lesson-program';
import { head, indent, operations, PICTURES, script, titleOf, type Sources } from './program-parts';

/** The program of the first lesson, by the names under which it is offered. */
export const PROGRAMS: Record<'test-pattern' | 'camera', Sources> = {
	'test-pattern': { john: 'pattern', jane: 'pattern' },
	camera: { john: 'camera', jane: 'pattern' }
};

/**
 * All programs of the site, by the names of their files: those of the call, and one of each other lesson,
 * which is called as the lesson is. For the build only.
 */
export const ALL_PROGRAMS: ReadonlyMap<string, () => string> = new Map<string, () => string>([
	...Object.entries(PROGRAMS).map(([name, sources]) => [name, () => program(sources)] as const),
	...lessons
		.filter(({ slug }) => slug !== FIRST_LESSON)
		.map((one) => [one.slug, () => lessonProgram(one, PROGRAMS['test-pattern'])] as const)
]);

/**
 * The program of the call: one HTML file without dependencies that makes it when it is opened,
 * assembled from the code of the steps. For the build only.
 */
export function program(sources: Sources): string {
	const { steps: all } = lessonWith(FIRST_LESSON)!.course;
	const hangUp = all.at(-1)!.id;
	const steps = all.filter(({ id }) => id !== hangUp).map(({ id }) => section(id, sources));
	return `${head('John calls Jane')}
<p>Both peers are in this page. John: <output id="john-state">new</output>. Jane: <output id="jane-state">new</output>.</p>
${PICTURES}
<p><button id="hang-up">Hang up</button></p>

<script type="module">
${script(queueFile)}
${sources.john === 'pattern' || sources.jane === 'pattern' ? script(testPatternFile) : ''}
// What each peer has in its hands. The wire is two lines: JSON from one to the other.
function person() {
  return { candidates: new Queue(), remote: new MediaStream(), inbox: new Queue() };
}
const john = person();
const jane = person();
john.send = (message) => jane.inbox.push(JSON.parse(JSON.stringify(message)));
jane.send = (message) => john.inbox.push(JSON.parse(JSON.stringify(message)));
john.receive = () => john.inbox.next();
jane.receive = () => jane.inbox.next();

const element = (id) => document.getElementById(id);
element('john-sees').srcObject = john.remote;
element('jane-sees').srcObject = jane.remote;
setInterval(() => {
  element('john-state').value = john.pc?.connectionState ?? 'no connection';
  element('jane-state').value = jane.pc?.connectionState ?? 'no connection';
}, 200);

${steps.join('\n\n')}

// ${titleOf(hangUp)}
element('hang-up').onclick = async () => {
${indent(codes(hangUp, sources).join('\n'))}
};
</script>
</html>
`;
}

/** The code of a step under the title of its slide. What both do, they do at the same time. */
function section(step: string, sources: Sources): string {
	const parts = codes(step, sources);
	const body =
		parts.length === 1
			? inBlock(parts[0]!)
			: `await Promise.all([\n${parts.map((code) => `  (async () => {\n${indent(indent(code))}\n  })()`).join(',\n')}\n]);`;
	return `// ${titleOf(step)}\n${body}`;
}

const codes = (step: string, sources: Sources) => operations(step, sources).map(({ code }) => code);

/** Steps name their own variables; a block keeps equal names apart. */
function inBlock(code: string): string {
	return /^(const|let) /m.test(code) ? `{\n${indent(code)}\n}` : code;
}
