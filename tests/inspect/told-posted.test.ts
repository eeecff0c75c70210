import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/lib/inspect';
import { costOfLength } from '../tools/growth';
import { findingsOf, mattersIn } from './concluded';
import { ANSWER, OFFER } from './issue';

const POST = `POST /whip HTTP/1.1\nContent-Type: application/sdp\n\n${OFFER}\n`;
const REFUSED = 'http.offer-refused';

describe('an offer that was posted is refused by', () => {
	it.for([
		'401 Unauthorized',
		'404 Not Found',
		'415 Unsupported Media Type',
		'500 Internal Server Error',
		'503'
	])('%s', async (status) => {
		for (const text of [
			`${POST}HTTP/1.1 ${status}\nContent-Type: text/html\n\n<html>no</html>\n`,
			`> POST /whep HTTP/2\n> content-type: application/sdp\n>\n< HTTP/2 ${status}\n<\n${OFFER}`,
			`${OFFER}\nPOST https://example.org/live/whip ${status.slice(0, 3)} (${status.slice(4)})\n`
		]) {
			const found = (await findingsOf(text)).find(({ id }) => id === REFUSED);
			expect(found?.claim).toContain(status.slice(0, 3));
			expect([found?.severity, found?.isCertain]).toEqual(['breaks the call', false]);
		}
	});

	it.for([
		'POST https://example.org/live/whip 404 (Not Found)',
		'POST https://example.org/live/whip -> 404 Not Found',
		'> POST /whip HTTP/1.1\n> Content-Type: application/sdp\n> Expect: 100-continue\n>\n< HTTP/1.1 100 Continue\n* uploaded\n< HTTP/1.1 404 Not Found'
	])('in the words of the response: %s', async (text) => {
		expect((await findingsOf(text)).map(({ claim }) => claim)).toEqual([
			'The server to which the offer was posted refused it: 404 Not Found.'
		]);
	});

	it('in words alone', async () => {
		const line = 'POST https://example.org/whep/cam 404 (Not Found)';
		expect((await findingsOf(line)).map(({ id }) => id)).toEqual([REFUSED]);
	});
});

it('an answer in front of what is refused was of another offer', async () => {
	const text = `${ANSWER}\nPOST https://example.org/live/whip 503 Service Unavailable\n`;
	expect(await mattersIn(text)).toContain(REFUSED);
});

describe('no offer is refused', () => {
	it.for([
		[
			'where it was answered',
			`${POST}HTTP/1.1 201 Created\nContent-Type: application/sdp\n\n${ANSWER}`
		],
		[
			'where it was answered when it came again with a login',
			`${POST}HTTP/1.1 401 Unauthorized\n\n${POST}HTTP/1.1 201 Created\nContent-Type: application/sdp\n\n${ANSWER}`
		],
		[
			'where something else was posted',
			`POST /log HTTP/1.1\nContent-Type: text/plain\n\nHTTP/1.1 404 Not Found\n\n${OFFER}`
		],
		[
			'where a page was not there',
			`GET /favicon.ico HTTP/1.1\n\nHTTP/1.1 404 Not Found\n\n${OFFER}`
		],
		['where the request of an app was', `POST https://example.org/api 401 Unauthorized\n${OFFER}`],
		['where the call came about', `${POST}HTTP/1.1 404 Not Found\n\nconnectionState: connected\n`],
		[
			'where an answer came later',
			`POST https://example.org/live/whep 404 (Not Found)\nretrying in 2 s\nGot answer:\n${ANSWER}`
		],
		[
			'where an answer came later in JSON',
			`POST https://example.org/live/whep 404 (Not Found)\n${JSON.stringify({ type: 'answer', sdp: ANSWER })}`
		],
		['where bytes are told', `${OFFER}\nPOST https://example.org/live/whip 450 bytes sent`],
		['where a size is', `${OFFER}\nPOST https://example.org/live/whip 404.5 KB`],
		['where another redirects', `${POST}HTTP/1.1 307 Temporary Redirect\nLocation: /x\n`]
	])('%s', async ([, text]) => {
		expect(await mattersIn(text!)).not.toContain(REFUSED);
	});
});

it('requests take time in proportion to the length of what has them', () => {
	for (const unit of [
		'POST /a HTTP/1.1\n',
		'HTTP/1.1 404 x\n',
		'POST https://whip',
		POST.slice(0, 60)
	]) {
		const make = (count: number) => `x\n${unit.repeat(count)}`;
		expect(costOfLength(make, 1000, recognise)).toBeLessThan(8);
	}
});
