import { johnAddsTrack } from './john-adds-track.ts';
import { johnDisablesTrack } from './john-disables-track.ts';
import { johnEnablesTrack } from './john-enables-track.ts';
import { johnGetsScreen } from './john-gets-screen.ts';
import { johnHangsUp } from './john-hangs-up.ts';
import { johnReplacesTrack } from './john-replaces-track.ts';
import { johnSendsFirstPicture } from './john-sends-first-picture.ts';
import { johnSendsNothing } from './john-sends-nothing.ts';
import { johnTriesSound } from './john-tries-sound.ts';
import type { Step } from '../step.ts';

/** A call that is connected, and another picture in it, to which nobody has to agree. */
export const steps: readonly Step[] = [
	johnGetsScreen,
	johnReplacesTrack,
	johnTriesSound,
	johnDisablesTrack,
	johnEnablesTrack,
	johnSendsNothing,
	johnSendsFirstPicture,
	johnAddsTrack,
	johnHangsUp
];
