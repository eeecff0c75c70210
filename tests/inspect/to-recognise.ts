import { writeTraceFile } from '../../src/lib/trace/file';
import { callWithSecrets } from '../trace-file/samples';
import { sdp } from './fixtures';

export const OFFER = sdp('chromium-offer-gathered');
export const CANDIDATE =
	'candidate:1 1 udp 2122260223 192.0.2.1 50001 typ host generation 0 ufrag Ab3d';
/** A call that was recorded here, as a file. */
export const TRACE = writeTraceFile(callWithSecrets().entries, {
	exportedAt: '2026-11-23T10:00:00Z',
	masked: false
});
