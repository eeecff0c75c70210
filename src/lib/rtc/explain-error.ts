import { meaningOfError } from '../diagnose/error-names';
import type { ErrorData } from '../trace';

/** An error in plain words. */
export interface Explanation {
	/** What happened, in one sentence. */
	what: string;
	/** What to do next. */
	todo: string;
	/** Which kind of trouble it is, where it is trouble with the camera. */
	camera: 'denied' | 'absent' | 'busy' | 'over-constrained' | 'insecure' | 'other' | null;
}

const PATTERN = 'or go on with the test pattern.';

/** The errors of `getUserMedia` (mediacapture-streams, 10.3), each in a sentence of its own. */
const CAMERA: { [name: string]: Explanation } = {
	NotAllowedError: {
		camera: 'denied',
		what: 'The camera was not allowed: you, this browser or the operating system said no.',
		todo: `Allow the camera and the microphone for this site, with the icon beside the address, and try again, ${PATTERN}`
	},
	NotFoundError: {
		camera: 'absent',
		what: 'The browser found no camera, or no microphone.',
		todo: `Connect one and try again, ${PATTERN}`
	},
	NotReadableError: {
		camera: 'busy',
		what: 'The camera is there and allowed, but it could not be opened: most often another program is using it.',
		todo: `Close the other program and try again, ${PATTERN}`
	},
	OverconstrainedError: {
		camera: 'over-constrained',
		what: 'No camera or microphone here can do what the page asked for.',
		todo: `Choose another device in the browser’s settings and try again, ${PATTERN}`
	},
	TypeError: {
		camera: 'insecure',
		what: 'This page was not loaded over a secure connection, so the browser offers it no camera at all.',
		todo: `Open the site over https, or on localhost, ${PATTERN}`
	},
	SecurityError: {
		camera: 'denied',
		what: 'The browser’s settings, or the page that this one is shown in, forbid the use of cameras.',
		todo: `Open the site in a tab of its own, ${PATTERN}`
	},
	AbortError: {
		camera: 'other',
		what: 'The camera was about to start, and then something in the system stopped it.',
		todo: `Try again, ${PATTERN}`
	}
};

/**
 * Says in plain words what an error means and what can be done.
 * @param attempted the API's name of what was called when it was thrown
 */
export function explainError(error: ErrorData, attempted: string): Explanation {
	if (attempted === 'getUserMedia') {
		return (
			CAMERA[error.name] ?? {
				camera: 'other',
				what: 'The camera could not be used.',
				todo: `Try again, ${PATTERN}`
			}
		);
	}
	return {
		camera: null,
		what: meaningOfError(error.name) ?? 'The step could not be performed.',
		todo: 'Try again: fresh peers perform everything up to here, and then this step.'
	};
}
