import { isRefusal } from './find-refusals';
import { finderIn } from './line-finder';
import { isProgram } from './program-line';
import { gravest, settledIn } from './turn-lines';

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
		String.raw`\bplay\(\) failed because`,
		String.raw`TypeError: Failed to (?:construct|execute) '[^'\r\n]{1,60}'(?: on)?`,
		String.raw`Failed to (?:construct|execute) '[^'\r\n]{1,60}'(?: on 'RTC|:)`,
		String.raw`(?:WebRTC: )?\b(?:ICE|Ice) (?:connection )?(?:has )?[Ff]ailed\b`,
		// What servers and libraries log: src/lib/diagnose/told/server-words.ts has what it means.
		String.raw`Failed to ping without candidate pairs`,
		String.raw`ICE failed for (?:component|handle)`,
		String.raw`DTLS alert(?![^\r\n]{0,40}?[Cc]lose[ _]?[Nn]otify)|Handshake (?:error|failure)|DTLS failure occurred|DTLS state from \w+ to FAIL|DTLS fatal|DTLS error|\b[Aa]lert LevelFatal|\b(?:DTLS|dtls)\b[^\r\n]{0,80}?\balert:? [^\r\n]{0,20}?\b[Ff]atal\b`,
		String.raw`(?:DTLS|dtls)[ -](?:[Hh]andshake |[Tt]ransport |[Cc]onnection )?(?:has )?(?:[Ff]ailed|[Ff]ailure|[Tt]imed? ?out)\b|(?:[dD]tls|DTLS|[sS]ctp|SCTP)(?:[ _-]?(?:[tT]ransport|[aA]ssociation))?[ ._-]?[sS]tate(?: ?changed?)?["'\x60]?(?: event)?\s{0,3}(?::|=|→|->|to|is)?\s{0,3}["'\x60]?failed\b`,
		String.raw`Failed to start manager[^\r\n]{0,12}: [^\r\n]{0,100}?(?:[Hh]andshake|[Aa]lert|[Dd]tls|DTLS)`,
		String.raw`juice: Lost connectivity|agent\.c:\d{1,5}: Lost connectivity|Consent to send expired|Keepalive conncheck timed out|\b[Cc]onsent (?:has |freshness )?expired`,
		String.raw`No fingerprints declared over the signaling path|Fingerprint Verification Failed|Invalid fingerprint "[^"\r\n]{1,200}", expected|against fingerprints declared over the signaling path|[Ff]ingerprint mismatch|Fingerprint is NOT a match!|Rejected peer certificate due to mismatched digest|[Ff]ingerprint .{0,60}(?:does not|did not|doesn't|didn't) match`,
		String.raw`(?<!component [2-9] )STATE-CHANGE \w+ -> failed`,
		String.raw`Cannot find credentials of user|user <[^<>\s]+>: incoming packet [\w ]{1,40} processed, error 401`,
		String.raw`processed, error (?:403|437|441|442|486|500|508)\b|Allocation Quota Reached`,
		String.raw`user <>: incoming packet [\w ]{1,40} processed, error 401|: incoming packet ALLOCATE processed, success`,
		String.raw`(?:CreatePermission|Allocate|Refresh|ChannelBind) error response \(error (?:403|437|441|442|486|500|508)\b`,
		String.raw`relay\([^\r\n]{1,200}\)\): failed to initialize, \d`,
		String.raw`turnConnectionHandleStunError\(\)[^\r\n]{0,120}? Error Code: (?:403|437|441|442|486|500|508)\b`,
		String.raw`(?:TURN|turns?:|[Aa]llocat(?:e|ion)\b)[^\r\n]{0,120}?(?:\b401\b.{0,20}\bUnauthori[sz]ed|\bUnauthori[sz]ed.{0,20}\b401\b)|\b401\b.{0,40}\bUnauthori[sz]ed\b.{0,60}\b(?:TURN\b|turns?:)`,
		String.raw`(?<!SIP/2\.0 )\b(?:488|606)\b.{0,60}?\bNot [Aa]cceptable|cause[\\"']{0,2}\s?[:=]\s?[\\"']{0,2}Incompatible SDP`,
		String.raw`TURN\([^\r\n]{1,200}\): Exceeded the number of retries`,
		String.raw`couldn't create any valid candidates`,
		String.raw`\(turn\/WARNING\) TURN\([^\r\n]{1,200}\) failed|STUN-CLIENT\(relay\([^\r\n]{1,200}::TURN\): Timed out`,
		String.raw`turn_?port\.cc[:(]\d{1,5}\)?[^\r\n]{0,200}?(?:Failed to authenticate with the server|code=(?:403|437|441|442|486|500|508)\b|request \w{1,20} timeout)`,
		String.raw`turn_?port\.cc[:(]\d{1,5}\)?[^\r\n]{0,200}?allocate error response[^\r\n]{0,60}?code=401\b`,
		String.raw`DTLS: (?:Server|Client) handshake return -0x`,
		String.raw`contains an empty 'ice-ufrag'`,
		String.raw`[Ii]nvalid candidate \(both|ICE server parsing failed|Both username and credential are required`,
		String.raw`[Nn]o (?:common|compatible|matching|shared) (?:audio |video |media )?(?:codecs?|formats?)\b|no codecs? in common`,
		String.raw`ICE negotiation failed|deadline exceeded while waiting connection|ICE session has expired`,
		String.raw`Drop \w+ Candidate .{0,120}\(no network path\)`,
		String.raw`no suitable candidates found`,
		String.raw`No remote candidates for component \d+ in stream`,
		String.raw`STUN (?:(?:local|remote) ufrag|integrity) check failed`,
		String.raw`pingAllCandidates called with no candidate pairs`,
		String.raw`Error processing ICE candidate`,
		String.raw`Error: Failed to (?:add|set) ICE candidate`,
		String.raw`State change \(no possible pairs\)|Couldn't find codec we needed \(|no (?:stream is available|one is publishing) (?:on|to) path`,
		String.raw`NO candidate ACL defined, Defaulting to wan\.auto|SRTC?P output wanted, but no crypto suite was negotiated|No host harvesters available|Cannot handle WebRTC candidate`,
		String.raw`ICE candidates can't be added without any remote session description`,
		String.raw`The remote description was null`,
		String.raw`Cannot add ICE candidate`
	].join('|')
);
/** What stands in front of the words in a console, and behind them. */
const AROUND =
	/^.{0,300}?(?=\b(?:[A-Z]\w+Error\b|WebRTC:|ICE failed|Failed to|Error proc|The remote|Cannot))|["'`\s)}\]]+$/g;
/** The words of a refusal of a description are told by themselves. */
const REFUSAL =
	/'set(?:Local|Remote)Description'|[Ff]ailed to set (?:local|remote) |parse SessionDescription|Failed to parse SDP[:.]|SIPCC |Invalid (?:description|offer|answer), no |Cannot set (?:local|remote) |Cannot handle (?:offer|answer) /;

/** What stands in front of words that say that it is not so, or ask. */
const DENIED =
	/\b(?:no|not|without|never|if|when|whether|unless|isn't|avoid)(?: (?:a|an|any|the|more))?\s*$/i;

/**
 * An alert by which a side says that it ends what worked (RFC 8446, 6.1), and what SRS says behind any alert; what
 * has a handshake that is none of DTLS, and what may have one that is.
 */
const NO_FAULT = /(?<!or )\bclose[ _-]?notify\b|session destroy by DTLS alert/i;
const OF_OTHERS = /\bweb ?sockets?\b|\bwss?:|\bhttps?\b|(?<!D)TLS [Hh]andshake/i;
const OF_DTLS = /dtls|srtp|webrtc|janus|switch_|\bpc\b|\b(?:audio|video|peer)\b/i;

/** What sites ask of people, and ICE of peers (RFC 7675). */
const CONSENT = /\bconsent (?:has |freshness )?expired/i;
const OF_PATH =
	/\b(?:ICE|STUN|TURN|pair|candidate|path|transport|freshness|connectivity|peer|juice|RFC ?7675)\b/i;

/** So much of a line is looked at, and at most so many are told: the last ones count. */
const LONGEST = 600;
const MOST = 50;

/** Errors and words of browsers in a text, line by line, but for those that refuse a description. Linear. */
export function findWords(text: string): FoundWords[] {
	const finder = finderIn(text);
	const isSettled = settledIn(text);
	const found: FoundWords[] = [];
	for (const { 0: whole, index } of text.matchAll(/[^\r\n]+/g)) {
		const line = whole.slice(0, LONGEST);
		const match = WORDS.exec(line);
		if (!match || REFUSAL.test(line) || isRefusal(line) || isProgram(line)) continue;
		if (DENIED.test(line.slice(0, match.index))) continue;
		if (NO_FAULT.test(line) && /\balert\b/i.test(line)) continue;
		if (/^[Hh]andshake/.test(match[0]) && (!OF_DTLS.test(line) || OF_OTHERS.test(line))) continue;
		if (CONSENT.test(line) && !OF_PATH.test(line)) continue;
		if (isSettled(line, index)) continue;
		found.push({ text: line.replace(AROUND, ''), line: finder.lineAt(index) });
	}
	return gravest(found).slice(-MOST);
}
