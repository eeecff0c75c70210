import { janeAsksForReport } from './jane-asks-for-report.ts';
import { johnAsksAgain } from './john-asks-again.ts';
import { johnAsksForReport } from './john-asks-for-report.ts';
import { johnDisablesTracks } from './john-disables-tracks.ts';
import { johnEnablesTracks } from './john-enables-tracks.ts';
import { johnHangsUp } from './john-hangs-up.ts';
import { johnLiftsAll } from './john-lifts-all.ts';
import { johnLimitsBitrate } from './john-limits-bitrate.ts';
import { johnSendsFewer } from './john-sends-fewer.ts';
import { johnSendsItSmaller } from './john-sends-it-smaller.ts';
import { johnStopsEncoding } from './john-stops-encoding.ts';
import type { Step } from '../step.ts';

/** A call that is connected, and trouble in it that is made on purpose: which figure tells of it? */
export const steps: readonly Step[] = [
	johnAsksForReport,
	janeAsksForReport,
	johnAsksAgain,
	johnLimitsBitrate,
	johnSendsItSmaller,
	johnSendsFewer,
	johnStopsEncoding,
	johnLiftsAll,
	johnDisablesTracks,
	johnEnablesTracks,
	johnHangsUp
];
