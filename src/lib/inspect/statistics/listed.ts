/** A row of an unfolded object: `bytesSent: 120`, `ID: CP1`, `type: "transport"`. */
const ROW = /^[^\w[]{0,40}(\[\[\w+\]\]|\w{1,60})["'`]?\s{0,4}[:=]\s{0,8}(.{0,300}?),?\s*$/;
/** Names that pages which print statistics use for others. */
const NAMES: Readonly<Record<string, string>> = {
	Report: 'type',
	ID: 'id',
	Timestamp: 'timestamp'
};

/**
 * Stats objects of which each member has a row of its own and nothing is in brackets, as a console shows
 * them unfolded. A name that comes again begins the next object. Linear.
 */
export function findListed(text: string): { [name: string]: string }[] {
	const found: { [name: string]: string }[] = [];
	let open: { [name: string]: string } = {};
	const close = () => {
		if ('type' in open) found.push(open);
		open = {};
	};
	for (const row of text.split(/\r?\n/)) {
		const [, written, value = ''] = row.length < 500 ? (ROW.exec(row) ?? []) : [];
		if (written === undefined) continue;
		const name = NAMES[written] ?? written;
		if (name.startsWith('[[') || name === 'key' || name === 'value' || name in open) close();
		if (!name.startsWith('[[') && value !== '') open[name] = value.replace(/^["'`]|["'`]$/g, '');
	}
	close();
	return found;
}
