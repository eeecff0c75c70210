import { describe, expect, it } from 'vitest';
import { explainError } from '../../src/lib/rtc/explain-error';

const camera = (name: string) => explainError({ name, message: 'm' }, 'getUserMedia');
const CAMERA_ERRORS = [
	'NotAllowedError',
	'NotFoundError',
	'NotReadableError',
	'OverconstrainedError',
	'TypeError',
	'SecurityError',
	'AbortError'
];

describe('trouble with the camera', () => {
	it.each([
		['NotAllowedError', 'denied', /not allowed/, /Allow the camera/],
		['NotFoundError', 'absent', /found no camera/, /Connect one/],
		['NotReadableError', 'busy', /another program is using it/, /Close the other program/],
		[
			'OverconstrainedError',
			'over-constrained',
			/can do what the page asked for/,
			/another device/
		],
		['TypeError', 'insecure', /secure connection/, /https, or on localhost/],
		['SecurityError', 'denied', /forbid the use of cameras/, /tab of its own/],
		['AbortError', 'other', /something in the system stopped it/, /Try again/]
	] as const)('%s is explained as: %s', (name, kind, what, todo) => {
		const explanation = camera(name);
		expect(explanation.camera).toBe(kind);
		expect(explanation.what).toMatch(what);
		expect(explanation.todo).toMatch(todo);
	});

	it('has a sentence of its own for each kind', () => {
		const sentences = CAMERA_ERRORS.map((name) => camera(name).what);
		expect(new Set(sentences).size).toBe(CAMERA_ERRORS.length);
	});

	it.each([...CAMERA_ERRORS, 'SomethingNewError'])(
		'%s leaves the test pattern as a way on',
		(name) => {
			expect(camera(name).todo).toMatch(/go on with the test pattern\.$/);
		}
	);

	it('of a kind that nobody knows is still trouble with the camera', () => {
		expect(camera('SomethingNewError')).toMatchObject({
			camera: 'other',
			what: 'The camera could not be used.'
		});
	});
});

describe('trouble with a call', () => {
	it.each([
		['InvalidStateError', /in the state that the connection is in/],
		['InvalidAccessError', /contradicts|lacks/],
		['InvalidModificationError', /may not be changed/],
		['OperationError', /could not make sense/],
		['TypeError', /wrong form/],
		['ReferenceError', /no such interface/]
	])('%s is explained, and is no trouble with the camera', (name, what) => {
		const explanation = explainError({ name, message: 'm' }, 'setRemoteDescription');
		expect(explanation.what).toMatch(what);
		expect(explanation.camera).toBeNull();
		expect(explanation.todo).toMatch(/Try again/);
	});

	it('of a kind that nobody knows says that the step was not performed', () => {
		const explanation = explainError({ name: 'NewError', message: 'm' }, 'createOffer');
		expect(explanation).toMatchObject({ camera: null, what: 'The step could not be performed.' });
	});

	it('is never taken for the camera’s because of its name alone', () => {
		expect(
			explainError({ name: 'NotAllowedError', message: 'm' }, 'createOffer').camera
		).toBeNull();
	});
});

it.each([...CAMERA_ERRORS, 'InvalidStateError', 'SomethingNewError'])(
	'every explanation is whole sentences: %s',
	(name) => {
		for (const attempted of ['getUserMedia', 'createOffer']) {
			const { what, todo } = explainError({ name, message: 'm' }, attempted);
			expect(what).toMatch(/^[A-Z].*\.$/);
			expect(todo).toMatch(/^[A-Z].*\.$/);
		}
	}
);
