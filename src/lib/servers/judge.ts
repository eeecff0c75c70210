import { meaningOf, UNREACHED_CODE } from './error-codes';
import type { Gathered, SeenError } from './gathered';
import { durationWords } from '../trace/numbers';
import { place, type Judged } from './judged';
import { natWords, seenAddresses } from './seen-address';
import { whyUnreached } from './unreached';
import { overWhat, readServerUrl, type ServerUrl } from './url';

/** Says what a test of one URL has shown. The URL is one that browsers take. */
export function judge(gathered: Gathered): Judged {
	const { url, end, refusal, took } = gathered;
	const server = readServerUrl(url);
	if (end === 'refused' || server === null) {
		return {
			status: 'bad',
			says: [
				`${url} was not asked: the browser makes no connection with it. ${refusal ?? ''}`.trim()
			],
			todo: 'Mend the URL, or what belongs to it.'
		};
	}
	const answer = server.isTurn ? relayed(gathered, server) : reflected(gathered, server);
	if (answer) return answer;
	const said = gathered.errors.find(({ code }) => code !== UNREACHED_CODE);
	if (said) return turnedAway(url, server, said);
	if (end === 'stopped') {
		return {
			status: 'unknown',
			says: [
				`${url} had not answered over ${overWhat(server)} when the test was stopped after ${durationWords(took)}.`
			],
			todo: 'Test again, and wait for it.'
		};
	}
	const { says, todo } = whyUnreached(server, gathered);
	const isTold = gathered.errors.some(({ code }) => code === UNREACHED_CODE);
	return {
		status: 'bad',
		says: [`${url} ${says}.`, ...(isTold ? [NOT_HARMLESS] : [])],
		todo
	};
}

const NOT_HARMLESS =
	'The browser reports it as 701, which is not harmless here: nothing came of this server.';

/** What a STUN server told; null where it was not heard. */
function reflected(gathered: Gathered, server: ServerUrl): Judged | null {
	const { url, candidates, errors, end, took } = gathered;
	const seen = seenAddresses(gathered);
	if (seen.length > 0) {
		const after = candidates.find(({ type }) => type === 'srflx')?.at ?? took;
		return good(gathered, [
			`${url} answered over ${overWhat(server)} after ${durationWords(after)}.`,
			...seenWords(gathered)
		]);
	}
	// A browser leaves an address out that it has told already.
	if (end === 'complete' && errors.length === 0 && candidates.some(({ type }) => type === 'host')) {
		return good(gathered, [
			`${url} answered over ${overWhat(server)}: the browser was done after ${durationWords(took)}, without an error.`,
			'It saw an address of this machine itself, which the browser does not tell twice: no NAT is between it and the server.'
		]);
	}
	return null;
}

/** What a TURN server gave; null where it gave nothing. */
function relayed(gathered: Gathered, server: ServerUrl): Judged | null {
	const { url, candidates } = gathered;
	const relays = candidates.filter(({ type }) => type === 'relay');
	const [first] = relays;
	if (!first) return null;
	const { port } = server;
	const open = `${port}/${server.transport}`;
	return good(gathered, [
		`${url} let this user in over ${overWhat(server)}, and gave the relay ${relays.map(place).join(' and ')} after ${durationWords(first.at)}.`,
		...seenWords(gathered),
		`A network that lets ${open} out to ${server.host} can make calls over it.`
	]);
}

const seenWords = (gathered: Gathered): string[] =>
	seenAddresses(gathered).flatMap((seen) => [
		`It saw this browser at ${place(seen)}.`,
		...[natWords(seen, gathered)].filter((one) => one !== null)
	]);

/** What was asked for has come; what the browser complained of beside it did no harm. */
function good({ errors, url }: Gathered, says: readonly string[]): Judged {
	const isTurn = Boolean(readServerUrl(url)?.isTurn);
	const codes = [...new Set(errors.map(({ code }) => code))];
	const harmless = codes.map((code) =>
		code === UNREACHED_CODE
			? 'Beside it the browser reports 701, which is harmless here: from another address of this machine (IPv6, a VPN) the server was not reached.'
			: `Beside it the server ${meaningOf({ code, isTurn }).refusal}, which is harmless here: it answered in the end.`
	);
	return { status: 'good', says: [...says, ...harmless], todo: null };
}

/** The server was heard, and gives nothing. */
function turnedAway(url: string, server: ServerUrl, { code, text, at }: SeenError): Judged {
	const { refusal, todo } = meaningOf({ code, isTurn: server.isTurn });
	const own = text === '' ? '' : ` Its words: “${text.slice(0, 120)}”.`;
	return {
		status: 'bad',
		says: [
			`${url} was reached over ${overWhat(server)} after ${durationWords(at)}, and ${refusal}.${own}`,
			server.isTurn
				? 'This is not harmless: without a relay, calls fail wherever no direct path is.'
				: 'This is not harmless: it tells no address.'
		],
		todo
	};
}
