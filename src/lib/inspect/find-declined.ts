/** Final responses, but for those that ask for a login (RFC 3261, 21.4.2 and 21.4.8). */
const FINAL = /SIP\/2\.0 ((?:2\d\d|415|488|606)\b[^\r\n]{0,60})/g;
/** What was offered is not acceptable, in this place or anywhere (RFC 3261, 21.4.13, 21.4.26 and 21.6.4). */
const DECLINES = /^(?:415|488|606)/;
/** The request that is answered stands within so much behind the status, in UTF-16 code units. */
const HEAD = 1500;
const METHOD = /(?<!\w)CSeq\s*:\s*\d+\s+([A-Z]+)/i;

/** The last response of SIP to an offer, where that refuses what is offered; null for other texts. Linear. */
export function findDeclined(text: string): { readonly words: string; readonly at: number } | null {
	const finals = [...text.matchAll(FINAL)];
	const last = finals.findLast(({ index }, at) => {
		const end = Math.min(finals[at + 1]?.index ?? text.length, index + HEAD);
		const method = METHOD.exec(text.slice(index, end))?.[1];
		return method === undefined || /^(?:INVITE|UPDATE)$/i.test(method);
	});
	const words = last?.[1] ?? '';
	return last && DECLINES.test(words) ? { words: words.trim(), at: last.index } : null;
}
