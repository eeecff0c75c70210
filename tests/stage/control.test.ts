import { afterEach, expect, it, vi } from 'vitest';
import type { Session } from '../../src/lib/state/session.svelte';
import { Asking } from '../../src/lib/ui/stage/asking';
import { StageControl } from '../../src/lib/ui/stage/control.svelte';

let control: StageControl | undefined;
afterEach(() => control?.end());

/** The control of a stage on which a step was refused, and the recorded call is what is given. */
function refusedWith(chooseRecorded: () => Promise<void>): StageControl {
	const error = { name: 'OperationError', message: 'no', attempted: 'createOffer' };
	const session = {
		course: { lesson: 'call', steps: [], begins: 0, wire: 'held' },
		context: { error: { peer: 'john', step: 'john-creates-offer', error }, stale: null },
		isRecorded: false,
		chooseRecorded
	} as unknown as Session;
	control = new StageControl(session, '/speaker', new Asking(session, {}), []);
	return control;
}

it('the stage says what goes on where a step was refused', () => {
	const { said } = refusedWith(() => Promise.resolve());
	expect(said).toMatchObject({ isTrouble: true });
	expect(said?.words).toContain('goes on with a recorded call');
});

it('the stage says that there is no recorded call, though a step was refused', async () => {
	const failing = Promise.reject(new Error('the server said 404'));
	const one = refusedWith(() => failing);
	one.perform('recorded');
	await failing.catch(() => {});
	await expect
		.poll(() => one.said)
		.toEqual({
			words: 'There is no recorded call: the server said 404',
			isTrouble: false
		});
	one.perform('close');
	expect(one.said).toMatchObject({ isTrouble: true });
});

it('the stage says that the recorded call is on its way, until it is there', async () => {
	let comes = () => {};
	const coming = new Promise<void>((resolve) => (comes = resolve));
	const one = refusedWith(() => coming);
	one.perform('recorded');
	expect(one.said?.words).toBe('The recorded call is being loaded.');
	comes();
	await expect.poll(() => one.said).toMatchObject({ isTrouble: true });
});

it('the slide that is on the wall is opened where it is: what was performed stays performed', () => {
	const goTo = vi.fn();
	const session = { moment: { slug: 'connected' }, momentOf: () => 7, goTo } as unknown as Session;
	control = new StageControl(session, '/speaker', new Asking(session, {}), []);
	control.sheet = 'goTo';
	control.open('connected');
	expect(control.sheet).toBeNull();
	expect(goTo).not.toHaveBeenCalled();
	control.open('thanks');
	expect(goTo).toHaveBeenCalledWith(7);
});

it('the size of the spotlight is left alone while it is off', () => {
	const session = { isBlack: false } as unknown as Session;
	control = new StageControl(session, '/speaker', new Asking(session, {}), []);
	const { radius } = control.pointer;
	control.perform('larger');
	expect(control.pointer.radius).toBe(radius);
	control.perform('spotlight');
	control.perform('larger');
	expect(control.pointer.radius).toBeGreaterThan(radius);
	control.perform('close');
	expect(control.hasSpotlight).toBe(false);
});
