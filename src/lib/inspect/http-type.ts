import { isObject } from './values';

/** So long the head of a message may be, in UTF-16 code units. */
const LONGEST_HEAD = 4000;

/** The first line of a request or a response, as it is or as `curl -v` shows it. */
const START_LINE =
	/(?:^|[\r\n])[ \t]*(?:[<>][ \t]*)?(?:(POST|PUT|PATCH|GET|DELETE|OPTIONS) \S{1,300} HTTP\/[\d.]{1,3}|HTTP\/[\d.]{1,3} (\d{3})\b)/g;

/**
 * What the body of an HTTP message is that begins at an offset: a client posts its offer, and the
 * response that creates the session has the answer. null where none begins there, or none of this kind.
 * @see RFC 9725, 4.2 (WHIP)
 */
export function httpTypeAt(text: string, start: number, from: number): 'offer' | 'answer' | null {
	const head = text.slice(Math.max(from, start - LONGEST_HEAD), start);
	if (!head.includes('HTTP/')) return null;
	const line = [...head.matchAll(START_LINE)].at(-1);
	if (!line || !/application\/sdp/i.test(head.slice(line.index))) return null;
	const [, method, status] = line;
	if (method !== undefined) return method === 'POST' ? 'offer' : null;
	return status === '200' || status === '201' ? 'answer' : null;
}

/**
 * The types of what a request and its response have for bodies, by the names of these two, in an entry of an
 * archive (HAR 1.2); null for other objects. Only a response to an offer answers.
 * @see RFC 9725, 4.2 (WHIP)
 */
export function httpTypesOf(entry: {
	readonly [key: string]: unknown;
}): ReadonlyMap<string, 'offer' | 'answer'> | null {
	const { request, response } = entry;
	if (!isObject(request) || !isObject(response)) return null;
	if (request.method !== 'POST' || !isOfSdp(request.postData)) return null;
	const { status, content } = response;
	const isAnswer = (status === 200 || status === 201) && isOfSdp(content);
	return new Map([['request', 'offer'], ...(isAnswer ? [['response', 'answer'] as const] : [])]);
}

/** Whether a body is a description, as its type tells. */
const isOfSdp = (body: unknown) =>
	isObject(body) &&
	typeof body.mimeType === 'string' &&
	/^application\/sdp(?![\w-])/i.test(body.mimeType);
