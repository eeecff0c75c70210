/** A page of a browser that somebody selected and copied, which leaves out what is folded. */
export type BrowserPage = 'chromium' | 'firefox';

/** In front of a heading: what folds a part, or whoever quotes it puts there. */
const FRONT = String.raw`^[ \t>|*#▶▼▸▾•-]*`;
/** Behind it, where it is the whole of its line. */
const END = String.raw`[ \t:*|]*$`;

/**
 * What stands on chrome://webrtc-internals, in its own words, each where a line begins: the name of a page, of a
 * button or of a table in a sentence was written by somebody about it.
 */
const CHROMIUM = new RegExp(
	[
		String.raw`${FRONT}(?:chrome:\/\/webrtc-internals\/?|Create (?:a WebRTC-Internals )?[Dd]ump|GetUserMedia Requests|Stats Tables|ICE candidate grid)${END}`,
		String.raw`${FRONT}(?:Read [Ss]tats [Ff]rom:|Stats graphs for [\w-]+ ?\(|ICE connection state:.*=>|Signaling state:.*=>)`
	].join('|'),
	'm'
);
/** What stands on about:webrtc in the same way, and in its log. */
const FIREFOX = new RegExp(
	[
		String.raw`${FRONT}(?:about:webrtc|show raw candidates|(?:All )?Raw Candidates)${END}`,
		String.raw`${FRONT}Raw Local Candidate\s+Raw Remote Candidate`,
		String.raw`^ICE [Ss]tatistics|^ICE Stats|^ICE restarts: \d|${FRONT}(?:Local|Remote) SDP \((?:Offer|Answer)\)`,
		String.raw`ICE-PEER\(PC:|ICE\(PC:\{|WebRTC Internals\s+Save Page|\b\d{13,17} \(id=\d+ url=`
	].join('|'),
	'm'
);

/** Which page a text was copied from; null where it is from none. */
export function browserPageIn(text: string): BrowserPage | null {
	if (FIREFOX.test(text)) return 'firefox';
	return CHROMIUM.test(text) ? 'chromium' : null;
}

/** What to do for the whole. */
export const WHOLE_PAGE: Readonly<Record<BrowserPage, string>> = {
	chromium:
		'This was copied from chrome://webrtc-internals, where what is folded is left out: “Create Dump” on that page saves everything, and the file can be opened here.',
	firefox:
		'This was copied from about:webrtc, where what is folded is left out: “Save Page” there saves everything, and its text can be pasted here.'
};
