import queueFile from '../signaling/queue.ts?raw';
import testPatternFile from '../rtc/test-pattern.ts?raw';
import { FIRST_LESSON } from '../lessons/names';
import type { Source } from '../steps/step';
import type { PeerName } from '../trace';
import { lessonWith, slides } from './index';
import { operationsOf } from './code';
import { javaScriptOf } from './javascript';

/** The programs that are offered, by the name of their file. */
export const PROGRAMS: Record<'test-pattern' | 'camera', Record<PeerName, Source>> = {
	'test-pattern': { john: 'pattern', jane: 'pattern' },
	camera: { john: 'camera', jane: 'pattern' }
};

/**
 * The whole program: one HTML file without dependencies that makes the call when it is opened,
 * assembled from the code of the steps. For the build only.
 */
export function program(sources: Record<PeerName, Source>): string {
	const { steps: all } = lessonWith(FIRST_LESSON)!.course;
	const hangUp = all.at(-1)!.id;
	const steps = all.filter(({ id }) => id !== hangUp).map(({ id }) => section(id, sources));
	return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>John calls Jane</title>
<style>
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
  figure { display: inline-block; width: 46%; margin: 1%; }
  video { width: 100%; aspect-ratio: 16/9; background: #222; }
</style>
<h1>John calls Jane</h1>
<p>Both peers are in this page. John: <output id="john-state">new</output>. Jane: <output id="jane-state">new</output>.</p>
<figure><video id="john-sees" autoplay playsinline muted></video><figcaption>John sees Jane</figcaption></figure>
<figure><video id="jane-sees" autoplay playsinline muted></video><figcaption>Jane sees John</figcaption></figure>
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
${indent(operations(hangUp, sources).join('\n'))}
};
</script>
</html>
`;
}

/** The code of a step under the title of its slide. What both do, they do at the same time. */
function section(step: string, sources: Record<PeerName, Source>): string {
	const codes = operations(step, sources);
	const body =
		codes.length === 1
			? inBlock(codes[0]!)
			: `await Promise.all([\n${codes.map((code) => `  (async () => {\n${indent(indent(code))}\n  })()`).join(',\n')}\n]);`;
	return `// ${titleOf(step)}\n${body}`;
}

/** Steps name their own variables; a block keeps equal names apart. */
function inBlock(code: string): string {
	return /^(const|let) /m.test(code) ? `{\n${indent(code)}\n}` : code;
}

function operations(step: string, sources: Record<PeerName, Source>): string[] {
	return operationsOf(step)
		.filter(({ peer, source }) => source === null || source === sources[peer])
		.map(({ code }) => code);
}

function titleOf(step: string): string {
	return slides.find((slide) => slide.step === step)?.title ?? step;
}

/** A module of the site within a script: without types and without exports. */
function script(file: string): string {
	return javaScriptOf(file).replace(/^export /gm, '');
}

function indent(text: string): string {
	return text.replace(/^(?=.)/gm, '  ');
}
