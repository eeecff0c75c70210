import { letFlow } from '../../call/let-flow';
import { whenConnected } from '../../rtc/when-connected';
import type { Step } from '../../steps/step';
import { person, type Person } from './person';
import { tellRefusals } from './tell-refusals';

/** A step as a program has it. */
export interface ProgramStep extends Pick<Step, 'awaits' | 'ends'> {
	title: string;
	john?: Does;
	jane?: Does;
}

type Does = (mine: Person) => void | Promise<void>;

/** Milliseconds in which a path is found, where there is one. */
const CONNECTING = 10_000;

const john: Person = person(() => jane);
const jane: Person = person(() => john);

const element = (id: string) => document.getElementById(id)!;
const next = element('next') as HTMLButtonElement;

/** The step that was performed last, as it is written down. */
let line = element('lesson');
tellRefusals((what) => line.appendChild(document.createElement('em')).append(` ${what}`));

/**
 * Performs what the lesson builds on, and then one of its steps a press; with `?run` in the address all of
 * them at once, but for the one that ends the call.
 */
export async function runLesson(
	before: readonly ProgramStep[],
	lesson: readonly ProgramStep[],
	wire: 'held' | 'flow'
): Promise<void> {
	// Not before the page is loaded: a video for which nothing comes would keep it loading.
	addEventListener('load', () => {
		for (const video of document.querySelectorAll('video')) {
			video.srcObject = video.id === 'john-sees' ? john.remote : jane.remote;
		}
	});
	setInterval(show, 200);
	for (const step of before) await perform(step, 'before');
	// Whoever builds on a call that was answered finds it connected, and sees the other.
	for (const { pc } of [john, jane]) {
		if (pc?.currentRemoteDescription) await whenConnected(pc, CONNECTING);
	}
	await Promise.all(Array.from(document.querySelectorAll('video'), firstPicture));
	if (wire === 'flow') [john, jane].forEach((one) => letFlow(one));

	const ahead = [...lesson];
	const goOn = async () => {
		next.disabled = true;
		await perform(ahead.shift()!, 'lesson');
		offer();
	};
	const offer = () => {
		element('ahead').textContent = ahead[0]?.title ?? 'That was the last step.';
		next.disabled = ahead.length === 0;
	};
	next.onclick = goOn;
	if (new URLSearchParams(location.search).has('run')) {
		while (ahead[0] && !ahead[0].ends) await goOn();
	}
	offer();
}

/** Firefox may show nothing at all where a picture is taken away before it was seen. */
function firstPicture(video: HTMLVideoElement): Promise<void> {
	return new Promise((resolve) => {
		const stream = video.srcObject as MediaStream | null;
		if (!stream?.getVideoTracks().length || video.readyState > video.HAVE_METADATA) resolve();
		video.onloadeddata = () => resolve();
		setTimeout(resolve, CONNECTING);
	});
}

/** Performs a step, and writes it down. What both do, they do at the same time. */
async function perform(step: ProgramStep, list: string): Promise<void> {
	line = element(list).appendChild(document.createElement('li'));
	line.textContent = step.title;
	const does = async (one: Person, operation?: Does) => {
		if (operation && step.awaits === 'connected') await whenConnected(one.pc, CONNECTING);
		await operation?.(one);
	};
	await Promise.all([does(john, step.john), does(jane, step.jane)]);
	show();
}

/** Says in which states both are. */
function show(): void {
	for (const [name, { pc, chat, pointer, agreed }] of Object.entries({ john, jane })) {
		const channels = [chat, pointer, agreed].filter((channel) => channel !== undefined);
		element(`${name}-state`).textContent = [
			...(pc ? [pc.signalingState, pc.connectionState] : ['no connection']),
			...channels.map(({ label, readyState }) => `channel “${label}” ${readyState}`)
		].join(', ');
	}
}
