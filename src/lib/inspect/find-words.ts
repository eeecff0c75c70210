import { finderIn } from './line-finder';

/** What a browser wrote into its console, or an error that it gave. */
export interface FoundWords {
	readonly text: string;
	/** Where it is told, from 1. */
	readonly line: number;
}

/** Errors by the names that WebRTC and the capture of media give, and what consoles say besides. */
const WORDS = new RegExp(
	[
		String.raw`(?:InvalidState|InvalidAccess|InvalidModification|Operation|RTC|NotAllowed|NotFound|NotReadable|Overconstrained|OverConstrained)Error\b`,
		String.raw`TypeError: Failed to (?:construct|execute) '[^'\r\n]{1,60}'(?: on)?`,
		String.raw`Failed to (?:construct|execute) '[^'\r\n]{1,60}'(?: on 'RTC|:)`,
		String.raw`(?:WebRTC: )?ICE failed,`,
		// What servers and libraries log: src/lib/diagnose/told/server-words.ts has what it means.
		String.raw`Failed to ping without candidate pairs`,
		String.raw`ICE failed for (?:component|handle)`,
		String.raw`DTLS alert|Handshake (?:error|failure)|DTLS failure occurred|DTLS state from \w+ to FAIL|DTLS fatal|DTLS handshake failed|DTLS error`,
		String.raw`Failed to start manager[^\r\n]{0,12}: [^\r\n]{0,100}?(?:[Hh]andshake|[Aa]lert|[Dd]tls|DTLS)`,
		String.raw`fingerprint mismatch`,
		String.raw`STATE-CHANGE \w+ -> failed`,
		String.raw`Cannot find credentials of user|user <[^<>\s]+>: incoming packet [\w ]{1,40} processed, error 401`,
		String.raw`processed, error (?:486|508)|Allocation Quota Reached`,
		String.raw`ICE negotiation failed`,
		String.raw`Drop \w+ Candidate .{0,120}\(no network path\)`,
		String.raw`no suitable candidates found`,
		String.raw`pingAllCandidates called with no candidate pairs`,
		String.raw`Error processing ICE candidate`,
		String.raw`The remote description was null`,
		String.raw`Cannot add ICE candidate`
	].join('|')
);
/** What stands in front of the words in a console, and behind them. */
const AROUND =
	/^.{0,300}?(?=\b(?:[A-Z]\w+Error\b|WebRTC:|ICE failed|Failed to|Error proc|The remote|Cannot))|["'`\s)}\]]+$/g;
/** The words of a refusal of a description are told by themselves. */
const REFUSAL =
	/'set(?:Local|Remote)Description'|[Ff]ailed to set (?:local|remote) |parse SessionDescription|Cannot set (?:local|remote) /;

/** So much of a line is looked at, and at most so many are told: the last ones count. */
const LONGEST = 600;
const MOST = 50;

/** Errors and words of browsers in a text, line by line, but for those that refuse a description. Linear. */
export function findWords(text: string): FoundWords[] {
	const finder = finderIn(text);
	const found: FoundWords[] = [];
	for (const { 0: whole, index } of text.matchAll(/[^\r\n]+/g)) {
		const line = whole.slice(0, LONGEST);
		if (!WORDS.test(line) || REFUSAL.test(line)) continue;
		found.push({ text: line.replace(AROUND, ''), line: finder.lineAt(index) });
	}
	return found.slice(-MOST);
}
