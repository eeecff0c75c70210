import { checkCamera } from './camera';
import { checkFonts } from './fonts';
import { checkFullRun } from './full-run';
import { checkFullScreen } from './full-screen';
import { checkKeptOffline } from './kept-offline';
import { checkMicrophone } from './microphone';
import { checkScreens } from './screens';
import type { Check } from './verdict';
import { checkWakeLock } from './wake-lock';
import { checkWebrtc } from './webrtc';
import { checkWindows } from './windows';

export type { Check, Verdict } from './verdict';

/**
 * What has to work on stage, in the order in which it is checked: first what a browser allows only
 * right after a press.
 */
export const CHECKS: readonly Check[] = [
	{ id: 'full-screen', title: 'Full screen', run: () => checkFullScreen() },
	{ id: 'screens', title: 'Second screen', run: () => checkScreens() },
	{ id: 'wake-lock', title: 'The screen stays on', run: () => checkWakeLock() },
	{ id: 'windows', title: 'The speaker’s window', run: () => checkWindows() },
	{ id: 'fonts', title: 'Fonts', run: () => checkFonts() },
	{ id: 'offline', title: 'Without a network', run: () => checkKeptOffline() },
	{ id: 'camera', title: 'Camera', run: () => checkCamera() },
	{ id: 'microphone', title: 'Microphone', run: () => checkMicrophone() },
	{ id: 'webrtc', title: 'WebRTC', run: () => checkWebrtc() },
	{
		id: 'servers',
		title: 'STUN and TURN servers',
		run: async () => (await import('./servers-check')).check()
	},
	{ id: 'full-run', title: 'A run of all steps', run: () => checkFullRun() }
];
