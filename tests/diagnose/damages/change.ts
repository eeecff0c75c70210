/** What is done to a description; it comes back as it was where there is nothing to damage. */
export type Damages = Readonly<Record<string, (sdp: string) => string>>;

/** Whether it is an offer: an answer has chosen its role. */
export const isOffer = (sdp: string) => sdp.includes('a=setup:actpass');

/** The session part and the sections of a description. */
export const parts = (sdp: string) => sdp.split(/^(?=m=)/m) as [string, string, string, string];

/** Without the lines of some attributes. */
export const without = (sdp: string, ...names: string[]) =>
	sdp.replace(new RegExp(`^a=(${names.join('|')})(:.*)?\r\n`, 'gm'), '');

/** With one of its sections changed. */
export function inSection(sdp: string, at: number, change: (section: string) => string): string {
	const all = parts(sdp);
	all[at + 1] = change(all[at + 1]!);
	return all.join('');
}

/** With more lines at the end of one of its sections. */
export const withLines = (sdp: string, at: number, ...lines: string[]) =>
	inSection(sdp, at, (section) => section + lines.map((line) => `${line}\r\n`).join(''));

/** With more lines at the end of its session part. */
export const inSession = (sdp: string, ...lines: string[]) => {
	const [session, ...sections] = parts(sdp);
	return [session, ...lines.map((line) => `${line}\r\n`), ...sections].join('');
};

/** A payload type that no m= line names. */
export const freeType = (sdp: string) => {
	const used = new Set([...sdp.matchAll(/^m=.*/gm)].flatMap(([line]) => line.split(' ').slice(3)));
	const types = Array.from({ length: 29 }, (_, at) => String(63 - at));
	return types.find((type) => !used.has(type)) ?? '';
};

/** A number that no header extension has. */
export const freeId = (sdp: string) => {
	const used = new Set([...sdp.matchAll(/^a=extmap:(\d+)/gm)].map(([, id]) => Number(id)));
	const ids = Array.from({ length: 14 }, (_, at) => 14 - at);
	return String(ids.find((id) => !used.has(id)) ?? '');
};
