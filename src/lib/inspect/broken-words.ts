/** Where a mail, a quote or a terminal breaks a line between two words: the line end, and what stands in front of the next. */
const BREAK = String.raw`[ \t]{0,8}\r?\n(?:[ \t]{0,12}[>|][ \t]?){0,3}[ \t]{0,40}`;
const GAP = `(?: |${BREAK})`;
const BROKEN = new RegExp(BREAK, 'g');

/** An expression whose words may stand on two lines, each where it has a blank. */
export const acrossLines = (words: string): string => words.replaceAll(' ', GAP);

/** What is broken across lines, in one. */
export const inOneLine = (said: string): string => said.replace(BROKEN, ' ');

/** Words with which browsers refuse a description, and which nothing else says: they are known without what stands in front of them. */
export const OF_DESCRIPTIONS = acrossLines(
	[
		'Called with SDP without (?:DTLS fingerprint|ice-ufrag and ice-pwd)',
		'rtcp-mux must be enabled when BUNDLE is enabled',
		"[Tt]he order of m-lines in answer doesn't match",
		'Failed to set SSL role for the (?:transport|channel)',
		'Invalid ice-ufrag or ice-pwd length',
		'Failed to push down transport description',
		'Failed to apply the description for m= section',
		'Failed to set (?:local|remote) (?:audio|video) description (?:send|recv) parameters',
		'Incompatible (?:send|receive) direction',
		'Answer changed id for extmap',
		'Answerer must use either active or passive value',
		'Offerer must use actpass value',
		'max-bundle is used but no bundle group found',
		'Answer cannot remove m= section',
		'A BUNDLE group in answer contains a MID',
		'A BUNDLE group contains a codec collision',
		'Failed to apply remote fingerprint',
		'Failed to create fingerprint from the digest',
		'Duplicate a=msid lines detected',
		'Answer had no codecs in common with offer',
		'c= connection line not specified for every media level',
		'Remote description indicates ICE restart but offer did not request ICE restart'
	].join('|')
);
