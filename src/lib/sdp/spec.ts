import type { Spec } from './types';

/** A section of an RFC. Without a section, the document as a whole. */
export function rfc(number: number, section: string | null = null): Spec {
	const anchor = section === null ? '' : `#section-${section}`;
	return {
		document: `RFC ${number}`,
		section,
		url: `https://www.rfc-editor.org/rfc/rfc${number}${anchor}`
	};
}

/** A document that is no RFC. */
export function doc(document: string, url: string, section: string | null = null): Spec {
	return { document, section, url };
}

/** An RTP header extension that only the WebRTC project's own notes describe. */
export function webrtcExperiment(name: string): Spec {
	return doc(
		'WebRTC project, RTP header extensions',
		`https://webrtc.googlesource.com/src/+/refs/heads/main/docs/native-code/rtp-hdrext/${name}`
	);
}

/** The draft that moved `msid` from SSRCs to sections, and the names that came before it. */
export const MSID_DRAFT = doc(
	'draft-alvestrand-rtcweb-msid-02',
	'https://datatracker.ietf.org/doc/html/draft-alvestrand-rtcweb-msid-02'
);
