import { count } from '../../sdp/words';
import { finding, type Finding } from '../finding';
import { isDown, type Session } from './session';
import { entry, fact } from './words';

/**
 * A connection that failed, or never came about, where nothing that was recorded tells why: that is said,
 * and what would tell it.
 */
export function unexplained({ peers }: Session, found: readonly Finding[]): Finding | null {
	if (found.some(({ severity }) => severity === 'breaks the call')) return null;
	const peer = peers.find(isDown);
	if (peer === undefined) return null;
	const { called, ended, samples, view } = peer;
	const states = view.states.iceConnectionState.map(({ value }) => value).join(', ');
	return finding({
		id: 'call.unexplained',
		severity: 'breaks the call',
		claim: `${called}’s connection ${ended ? `became ${ended.value}` : 'was not connected in time'}, and what was recorded does not tell why.`,
		because: [
			...(ended ? [entry(ended, `it became ${ended.value}`)] : []),
			fact(`iceConnectionState: ${states || 'not recorded'}.`),
			fact(`${count(samples.length, 'report')} of getStats() in the recording.`)
		],
		todo: 'Record the call from before it begins (chrome://webrtc-internals open first, or rtcstats in the page), with statistics, and if possible at both ends.',
		source: 'webrtc-pc, 4.3.3',
		isCertain: false
	});
}
