import { diagnose, type Finding } from '../../src/lib/diagnose';
import { fixture } from '../sdp/fixtures';

/** An offer of a browser, with its candidates. */
export const OFFER = fixture('chromium-offer-gathered').replace(/\r?\n/g, '\r\n');

/** What is concluded of a description that somebody pasted. */
export const look = (
	sdp: string,
	role: 'offer' | 'answer' | null = 'offer',
	trickled: string[] = []
) => diagnose({ kind: 'description', role, given: { sdp, of: 'pasted-1', trickled } });

/** What findings are called, in their order. */
export const idsOf = (findings: readonly Finding[]) => findings.map(({ id }) => id);

/** The names of what is found in an offer. */
export const found = (sdp: string) => idsOf(look(sdp).findings);
