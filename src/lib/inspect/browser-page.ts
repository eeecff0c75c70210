/** A page of a browser that somebody selected and copied, which leaves out what is folded. */
export type BrowserPage = 'chromium' | 'firefox';

/** What stands on chrome://webrtc-internals, in its own words. */
const CHROMIUM =
	/chrome:\/\/webrtc-internals|Create (?:a WebRTC-Internals )?[Dd]ump|GetUserMedia Requests|Read [Ss]tats [Ff]rom:?|Stats Tables|Stats graphs for|ICE candidate grid|^ICE connection state:.*=>|^Signaling state:.*=>/m;
/** What stands on about:webrtc, and in its log. */
const FIREFOX =
	/about:webrtc|show raw candidates|All Raw Candidates|^ICE [Ss]tatistics|^ICE Stats|^ICE restarts: \d|(?:Local|Remote) SDP \((?:Offer|Answer)\)|ICE-PEER\(PC:|ICE\(PC:\{|WebRTC Internals\s+Save Page|\b\d{13,17} \(id=\d+ url=/m;

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
