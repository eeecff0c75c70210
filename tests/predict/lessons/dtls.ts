import type { TraceEntry } from '../../../src/lib/trace';
import { altered, reworded, walkedBy } from '../recorded';
import type { OfLesson } from './row';

const DTLS = walkedBy('dtls');

const taking = 'dtls/jane-sets-remote-description';
const answering = 'dtls/jane-answers';

const call = DTLS.find(({ kind, step }) => kind === 'call' && step === taking)!;
const changedIn = (step: string, { step: own, kind, peer }: TraceEntry) =>
	own === step && kind === 'changed' && peer === 'jane';

/** Some state of Jane’s read another value while she answered. */
const reading = (state: string, from: string, to: string) => () =>
	altered(DTLS, (entry) =>
		changedIn(answering, entry)
			? reworded(entry, `"${state}":"${from}"`, `"${state}":"${to}"`)
			: entry
	);

export const ofDtls: readonly OfLesson[] = [
	[
		'altered-is-taken',
		DTLS,
		taking,
		'as it is',
		'setRemoteDescription took 4 ms, and her signalingState read have-remote-offer after it. Her remote description has the fingerprint that she was given, 05:15:E8….',
		{
			refused: () =>
				altered(DTLS, (entry) =>
					entry.call === call.seq
						? {
								...entry,
								kind: 'error',
								data: { name: 'OperationError', message: 'Another fingerprint was meant.' }
							}
						: entry
				),
			'without it': () =>
				altered(DTLS, (entry) =>
					changedIn(taking, entry) ? reworded(entry, /a=fingerprint:[^\\]*\\r\\n/, '') : entry
				)
		}
	],
	[
		'path-without-call',
		DTLS,
		answering,
		'DTLS fails',
		'Jane’s iceConnectionState read connected, and John’s as well; her connectionState read failed 1 ms later.',
		{
			'ICE fails': reading('iceConnectionState', 'connected', 'disconnected'),
			'both succeed': reading('connectionState', 'failed', 'connected')
		}
	]
];
